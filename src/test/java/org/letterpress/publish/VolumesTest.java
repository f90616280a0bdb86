package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.finding.Finding;
import org.letterpress.render.Format;
import org.letterpress.render.PrintStyle;
import org.letterpress.render.TextStyle;

/** Volumes from file to edition: every word found again, every link leads somewhere. */
class VolumesTest {

  private static final Path FRUS = Path.of("../shared/corpora/frus");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"documents", "corpus", "letters"})
  void isPublishedWhole(String name) throws Exception {
    Path output =
        publish(
            Path.of("src/test/cases/volume", name), EnumSet.complementOf(EnumSet.of(Format.PRESS)));
    assertLinks(output);
  }

  @Test
  void aPrintedVolumeIsPublishedWhole() throws Exception {
    assumeTrue(Files.isDirectory(FRUS), "The volume in " + FRUS + " is not here.");
    Path output = publish(FRUS, EnumSet.of(Format.HTML, Format.TEXT, Format.MARKDOWN, Format.EPUB));
    assertLinks(output);
    try (Stream<Path> letters = Files.list(output.resolve("letters"))) {
      long pages = letters.filter(file -> file.toString().endsWith(".html")).count();
      assertEquals(138 + 4 + 1, pages, "documents and parts, and the list of them");
    }
  }

  /** Publishes although the schema finds fault; the audit must not. */
  private Path publish(Path source, Set<Format> formats) throws Exception {
    Path output = folder.resolve("output");
    Plan plan =
        new Plan(
            source,
            List.of(),
            output,
            formats,
            (found, root) -> false,
            Optional.of(Instant.EPOCH),
            TextStyle.DEFAULT,
            PrintStyle.DEFAULT,
            List.of(),
            true,
            false);
    Outcome outcome = new Publisher(plan, step -> {}).run();
    assertEquals(formats.size(), outcome.editions().size());
    for (Outcome.Edition edition : outcome.editions()) {
      assertEquals(0, edition.differences(), () -> edition.format() + " " + outcome.findings());
      assertTrue(edition.words() > 0, edition.toString());
    }
    List<Finding> said =
        outcome.findings().stream()
            .filter(found -> Set.of("stylesheet-message", "not-rendered").contains(found.code()))
            .toList();
    assertEquals(List.of(), said, "the stylesheets say nothing");
    return output;
  }

  private static void assertLinks(Path output) throws IOException {
    Map<Path, Document> pages = new HashMap<>();
    try (Stream<Path> all = Files.walk(output)) {
      for (Path page : all.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
        pages.put(page.normalize(), Jsoup.parse(Files.readString(page)));
      }
    }
    List<String> dead = new ArrayList<>();
    int[] between = {0};
    pages.forEach(
        (page, document) -> {
          for (Element link : document.select("a[href], link[href]")) {
            String href = link.attr("href");
            if (href.matches("(?i)[a-z]+:.*")) {
              continue;
            }
            String[] parts = href.split("#", 2);
            Path target =
                parts[0].isEmpty()
                    ? page
                    : page.resolveSibling(URLDecoder.decode(parts[0], UTF_8)).normalize();
            boolean lives =
                Files.exists(target)
                    && (parts.length == 1
                        || parts[1].isEmpty()
                        || pages.get(target).getElementById(URLDecoder.decode(parts[1], UTF_8))
                            != null);
            if (!lives) {
              dead.add(page + ": " + href);
            }
            if (parts[0].startsWith("../letters/")) {
              between[0]++;
            }
          }
        });
    assertEquals(List.of(), dead);
    assertTrue(between[0] > 0, "letters lead to letters");
  }
}
