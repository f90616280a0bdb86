package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.Run;
import org.openqa.selenium.json.Json;

/**
 * Every letter that others have encoded becomes an edition in which no word is lost; and what its
 * pages hold is counted, so that a rule which loses names, notes or links is seen.
 */
class RealEditionsIT {

  /** Of so many letters one gets a PDF. */
  private static final int EVERY = Integer.getInteger("letterpress.every", 20);

  /** So many pages of each edition are given to the HTML checker. */
  private static final int PAGES = 70;

  @TempDir static Path temp;

  /** What the audit of a format counted. */
  private static Map<String, Object> audit(Published edition, String format) {
    return new Json().toType(edition.text("audit/" + format + ".json"), Json.MAP_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    // letters and parts, words, names that are linked, notes, links, marks of printed pages
    "tillich, 266, 90378, 3992, 503, 1613, 607",
    "schnitzler, 111, 19009, 1487, 193, 2005, 291",
    "frus, 142, 103929, 713, 26, 580, 209",
  })
  void nothingIsLost(
      String corpus, int letters, int words, int names, int notes, int links, int pages) {
    Published edition = RealCorpora.edition(corpus);
    for (String format : List.of("html", "epub", "text", "diplomatic", "markdown")) {
      Map<String, Object> audit = audit(edition, format);
      assertEquals(0L, audit.get("differences"), format);
      assertEquals((long) words, audit.get("words"), format);
    }
    int[] found = new int[5];
    for (String letter : edition.letters()) {
      Document page = edition.page(letter);
      found[0]++;
      found[1] += page.select("[data-audit] a[id^=m], [data-audit] .name").size();
      found[2] += page.select("[data-audit=note]").size();
      found[3] += page.select("[data-audit=text] a[href], [data-audit=note] a[href]").size();
      found[4] += page.select("[data-audit=text] [data-page]").size();
    }
    assertEquals(
        List.of(letters, names, notes, links, pages),
        List.of(found[0], found[1], found[2], found[3], found[4]));
  }

  /** Judged by what they name themselves, or else by the letter schema, which few of them keep. */
  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void withoutAChosenSchemaEachIsAnswered(String corpus) {
    Run run = Run.of("validate", RealCorpora.source(corpus).toString());
    assertTrue(run.code() <= 1, run::err);
    assertTrue(run.out().contains("Checked "), run::out);
    assertFalse(run.out().contains("program-fault"), run::out);
  }

  /** Pages of every kind, since they come in the order of their paths. */
  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void pagesAreValid(String corpus) throws IOException, InterruptedException {
    Published edition = RealCorpora.edition(corpus);
    List<String> all = edition.files(".html");
    List<Path> pages = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      pages.add(edition.path(all.get((int) ((long) i * all.size() / PAGES))));
    }
    List<String> messages = HtmlJudgeIT.check(pages);
    // The checker guesses a page's language by its words; letters quote and change theirs.
    messages.removeIf(message -> message.contains("This document appears to be written in "));
    assertEquals(List.of(), messages);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler"})
  void noWordIsLostInPrint(String corpus) throws IOException {
    Path source = RealCorpora.source(corpus);
    Path some = Files.createDirectory(temp.resolve(corpus + "-some"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(source)) {
      files = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    for (int i = 0; i < files.size(); i += EVERY) {
      Files.copy(files.get(i), some.resolve(files.get(i).getFileName()));
    }
    Published edition = RealCorpora.publish(some, temp.resolve(corpus + "-print"), "pdf");
    Map<String, Object> audit = audit(edition, "pdf");
    assertEquals(0L, audit.get("differences"));
    assertTrue((long) audit.get("words") > 500, audit::toString);
  }
}
