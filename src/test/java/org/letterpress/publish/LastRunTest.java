package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.letterpress.Run;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.publish.LastRun.Made;

/** A second run makes only what has changed, and what it leaves is what a clean run makes. */
class LastRunTest extends Rerun {

  @Test
  void aStyleSheetOfTheUsersChangesTheWebSiteAlone() throws IOException {
    publish();
    String style =
        "--style=" + Files.writeString(temporary.resolve("own.css"), "p { color: #222 }");
    Set<String> made = made(style);
    assertTrue(made.contains("index.html"), made.toString());
    made.removeIf(file -> !file.matches("(letters/.*|edition)\\.(txt|epub)"));
    assertEquals(Set.of(), made);
  }

  @Test
  void nothingIsMadeTwice() throws IOException {
    Run first = publish();
    Set<String> made = made();
    assertEquals(Set.of(), made);
    assertEquals(told(first), told(publish()), "findings and audits are told again");
  }

  @Test
  void aWordFarFromNamesChangesItsLetterAndTheVolumes() throws IOException {
    publish();
    edit("letters/specimen-3.xml", "</p>", " Afterthought.</p>");
    Set<String> made = made();
    assertTrue(made.contains("letters/specimen-3.html"), made.toString());
    assertTrue(made.contains("edition.epub"), made.toString());
    assertFalse(made.contains("letters/specimen-1.html"), made.toString());
    assertFalse(made.contains("letters/specimen-1.epub"), made.toString());
    assertFalse(made.contains("letters/specimen-2.txt"), made.toString());
    assertFalse(made.contains("index.html"), made.toString());
    assertFalse(made.contains("data/letters.csv"), made.toString());
  }

  @Test
  void aVolumeThatHoldsNoChangedLetterStands() throws IOException {
    String letter =
        read("letters/specimen-2.xml")
            .replace("specimen-2", "specimen-4")
            .replace("<persName ref=\"#dohle\">Karl Dohle</persName>", "<persName>Krull</persName>")
            .replaceFirst("(?s)<correspContext>.*?</correspContext>", "");
    Files.writeString(source.resolve("letters/specimen-4.xml"), letter);
    publish();
    edit("letters/specimen-4.xml", "es ist Frühling", "es wird Frühling");
    Set<String> made = made();
    made.removeIf(file -> !file.matches("correspondences/.*\\.(txt|epub)|edition.*"));
    assertEquals(
        Set.of(
            "correspondences/amsel--krull.epub",
            "correspondences/amsel--krull.txt",
            "edition.epub",
            "edition.txt"),
        made);
  }

  @Test
  void aWordBesideANameChangesThePagesOfWhoIsNamed() throws IOException {
    publish();
    edit("letters/specimen-1.xml", "I have read", "I have just read");
    Set<String> made = made();
    assertTrue(made.contains("letters/specimen-1.html"), made.toString());
    assertTrue(made.contains("works/primer.html"), made.toString());
    assertFalse(made.contains("persons/dohle.html"), made.toString());
    assertFalse(made.contains("index.html"), made.toString());
    assertFalse(made.contains("data/mentions.csv"), made.toString());
  }

  @Test
  void whatWasReadOfAFileIsNotReadAgain() throws IOException {
    Files.createDirectories(output);
    LastRun run = LastRun.of(output, false);
    assertEquals(Optional.empty(), known(run, "key"));
    Finding found =
        Finding.of(
            "ref-dangling",
            Severity.ERROR,
            Location.of("a.xml", 3),
            Map.of("ref", "#a"),
            List.of(new Fix("a", List.of(new Fix.Edit(1, 2, "b")))));
    Made what = new Made("made", List.of("a", "b"), List.of(found, found), List.of());
    run.keep("a.xml", "key", what);
    run.write();
    assertEquals(Optional.of(what), known(LastRun.of(output, false), "key"));
    assertEquals(Optional.empty(), known(LastRun.of(output, false), "another key"));
    assertEquals(Optional.empty(), known(LastRun.of(output, true), "key"));
    // One bit of what was packed, which stands at the end.
    Path made = output.resolveSibling("." + output.getFileName() + ".made");
    byte[] content = Files.readAllBytes(made);
    content[content.length - 6] ^= 1;
    Files.write(made, content);
    assertEquals(Optional.empty(), known(LastRun.of(output, false), "key"));
  }

  private static Optional<Made> known(LastRun run, String key) {
    return run.known("a.xml", key, Made.class);
  }

  @Test
  void aLetterThatGoesOrComesChangesItsNeighbours() throws IOException {
    publish();
    Path gone = source.resolve("letters/specimen-2.xml");
    String content = Files.readString(gone);
    Files.delete(gone);
    made();
    assertFalse(Files.exists(output.resolve("letters/specimen-2.html")));
    assertFalse(Files.exists(output.resolve("letters/specimen-2.txt")));
    String memory = Files.readString(temporary.resolve(".output.made"), ISO_8859_1);
    assertTrue(memory.contains("letters/specimen-1.txt"), "what stands is remembered");
    assertFalse(memory.contains("letters/specimen-2.txt"), "what has gone is not");
    assertTrue(memory.contains("look letters/specimen-1.xml"), memory);
    assertFalse(memory.contains("look letters/specimen-2.xml"), memory);
    Files.writeString(gone, content);
    made();
    assertTrue(Files.exists(output.resolve("letters/specimen-2.html")));
  }

  @Test
  void whatSomebodyChangedInTheOutputIsMadeAnew() throws IOException {
    publish();
    Files.writeString(output.resolve("letters/specimen-1.html"), "mine");
    Files.delete(output.resolve("letters/specimen-2.txt"));
    Files.delete(output.resolve("index.html"));
    Set<String> made = made();
    assertTrue(made.contains("letters/specimen-1.html"), made.toString());
    assertTrue(made.contains("letters/specimen-2.txt"), made.toString());
    assertTrue(made.contains("index.html"), made.toString());
    assertFalse(made.contains("letters/specimen-3.html"), made.toString());
  }

  @Test
  void anotherOptionChangesWhatDependsOnIt() throws IOException {
    publish();
    Set<String> made = made("--width", "50");
    assertTrue(made.contains("letters/specimen-1.txt"), made.toString());
    assertFalse(made.contains("letters/specimen-1.html"), made.toString());
    assertFalse(made.contains("letters/specimen-1.epub"), made.toString());
  }

  @Test
  void anotherPictureChangesTheLetterThatShowsIt() throws IOException {
    List<String> names = List.of("a b.gif", "a%20b.gif", "a#b.gif", "ä.gif");
    for (String name : names) {
      edit(
          "letters/specimen-3.xml",
          "</body>",
          "<figure><graphic url=\"" + name + "\"/><figDesc>A squill</figDesc></figure></body>");
      Files.writeString(source.resolve("letters").resolve(name), "GIF8 one");
    }
    publish();
    for (String name : names) {
      Path picture = source.resolve("letters").resolve(name);
      FileTime then = Files.getLastModifiedTime(picture);
      Files.setLastModifiedTime(Files.writeString(picture, "GIF8 two"), then);
      Set<String> made = made();
      assertTrue(made.contains("letters/specimen-3.html"), name);
      assertFalse(made.contains("letters/specimen-1.html"), name);
    }
  }

  @Test
  void findingsOfAnyLengthAreRemembered() throws IOException {
    Files.createDirectories(output);
    Finding finding =
        Finding.of(
            "words-differ",
            Severity.ERROR,
            Location.of("a.xml"),
            Map.of("count", "x".repeat(100_000), "other", "a.txt"),
            List.of());
    LastRun run = LastRun.of(output, false);
    run.keep("text a", new LastRun.Made("key", List.of(), List.of(finding), List.of()));
    run.write();
    LastRun.Made made = LastRun.of(output, false).unchanged("text a", "key").orElseThrow();
    assertEquals(List.of(finding), made.findings());
  }

  @Test
  void whatWasNotAuditedIsMadeAnewForTheAudit() throws IOException {
    publish("--no-audit");
    assertTrue(made().contains("letters/specimen-1.html"));
  }

  @Test
  void aDamagedMemoryOnlyCostsTime() throws IOException {
    publish();
    Path memory = temporary.resolve(".output.made");
    byte[] whole = Files.readAllBytes(memory);
    Random random = new Random(1961);
    for (int i = 0; i < 2; i++) {
      Files.write(memory, Arrays.copyOf(whole, random.nextInt(whole.length)));
      made();
    }
  }

  @Test
  void cleanMakesAllAnew() throws IOException {
    publish();
    assertTrue(made("--clean").contains("letters/specimen-1.html"));
  }

  @Test
  void afterManyEditsTheBytesAreThoseOfACleanRun() throws IOException {
    publish();
    Random random = new Random(1962);
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(source)) {
      all.filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> files.add(source.relativize(file).toString()));
    }
    for (int i = 0; i < 6; i++) {
      String file = files.get(random.nextInt(files.size()));
      String text = read(file);
      // A word of running text, anywhere; the header's as well.
      List<Integer> places = new ArrayList<>();
      Matcher words = Pattern.compile("(?<=[>\\s])\\p{Lower}{4,}(?=[ ,.<])").matcher(text);
      while (words.find()) {
        int open = text.lastIndexOf('<', words.start());
        if (text.lastIndexOf('>', words.start()) > open) {
          places.add(words.start());
        }
      }
      int at = places.get(random.nextInt(places.size()));
      Files.writeString(source.resolve(file), text.substring(0, at) + "new" + text.substring(at));
      made();
    }
  }

  /** A rule of a look that fails: what it makes can't be made. */
  private String failing(String rule) throws IOException {
    return "--style="
        + Files.writeString(
            temporary.resolve("failing.xsl"),
            """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:m="urn:letterpress:modes" xmlns:t="urn:letterpress:templates"
                xmlns:lp="urn:letterpress:model"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">
              <xsl:import href="letterpress:fo.xsl"/>
              %s
            </xsl:stylesheet>
            """
                .formatted(rule));
  }

  @Test
  void aBookThatCannotBeMadeLeavesTheLastOne() throws IOException {
    String failing =
        failing("<xsl:template name=\"t:book\"><xsl:sequence select=\"error()\"/></xsl:template>");
    Run never = as("html,book", failing);
    String path = output.resolve("edition.pdf").toString();
    assertTrue(never.out().contains(path + ": 1 file could not be made\n"), never.out());
    assertFalse(Files.exists(output.resolve("edition.pdf")));
    as("html,book");
    byte[] book = Files.readAllBytes(output.resolve("edition.pdf"));
    edit("letters/specimen-3.xml", "</p>", " Afterthought.</p>");
    for (int run = 0; run < 2; run++) {
      Run failed = as("html,book", failing);
      assertEquals(1, failed.code(), failed.err());
      assertTrue(
          failed
              .out()
              .contains(path + ": 1 file could not be made; of an earlier run 1 stays there\n"),
          failed.out());
      assertArrayEquals(book, Files.readAllBytes(output.resolve("edition.pdf")));
      String audit = Files.readString(output.resolve("audit/book.json"));
      assertTrue(audit.contains("\"edition.pdf\""), audit);
      assertTrue(
          Files.readString(output.resolve("letters/specimen-3.html")).contains("Afterthought."));
    }
    as("html,book");
    assertFalse(Arrays.equals(book, Files.readAllBytes(output.resolve("edition.pdf"))));
  }

  @Test
  void aLetterThatCannotBeMadeLeavesItsLastFile() throws IOException {
    as("html,pdf");
    byte[] first = Files.readAllBytes(output.resolve("letters/specimen-1.pdf"));
    Run failed =
        as(
            "pdf",
            failing(
                """
                <xsl:template mode="m:letter" match="lp:letter[@id = 'specimen-1']">
                  <xsl:sequence select="error()"/>
                </xsl:template>
                """));
    assertTrue(failed.out().contains("; 1 file could not be made"), failed.out());
    assertArrayEquals(first, Files.readAllBytes(output.resolve("letters/specimen-1.pdf")));
  }
}
