package org.letterpress.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;
import org.letterpress.audit.Rule;
import org.letterpress.finding.Catalogue;
import org.letterpress.report.Words;

/** The options that are about texts, and the audit's. */
class TextOptionsTest {

  private static final String LETTER = "letters/khrushchev-kennedy-1961-11-09";

  @TempDir Path temp;
  private Path output;

  @BeforeEach
  void nameTheFolder() {
    output = temp.resolve("output");
  }

  private Run publish(String... options) {
    List<String> arguments = new ArrayList<>(List.of("publish", "tei", "--output=" + output));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }

  private String read(String file) throws IOException {
    return Files.readString(output.resolve(file), UTF_8);
  }

  @Test
  void textsAreSetAsAskedAndAuditedAsTheyAreSet() throws IOException {
    Run run =
        publish("--format=text,diplomatic,markdown", "--width=50", "--no-page-marks", "--italics");
    assertEquals(0, run.code(), run.out());
    assertEquals(3, run.out().split("words: all found again", -1).length - 1, run.out());
    String text = read(LETTER + ".txt");
    for (String line : text.lines().toList()) {
      assertTrue(line.length() <= 50 || !line.strip().contains(" "), line);
    }
    assertFalse(text.contains("[Page"), "no page marks");
    assertFalse(read(LETTER + ".md").contains("[Page"), "no page marks");
    assertFalse(read(LETTER + ".diplomatic.txt").contains("[Page"), "no page marks");
  }

  @Test
  void aVolumeHoldsEachLetterAfterAListOfThem() throws IOException {
    assertEquals(0, publish("--format=text,diplomatic,markdown").code());
    String title = read(LETTER + ".txt").lines().findFirst().orElseThrow();
    for (String extension : List.of(".txt", ".diplomatic.txt")) {
      String volume = read("edition" + extension);
      assertTrue(volume.endsWith("=\n" + read(LETTER + extension)), volume.substring(0, 1000));
      assertTrue(volume.contains("Contents\n--------\n\n1. " + title), volume.substring(0, 1000));
    }
    String volume = read("edition.md");
    assertTrue(volume.contains("## Contents\n\n1. " + title), volume.substring(0, 1000));
    String letter =
        volume
            .substring(volume.indexOf("\n## " + title) + 1)
            .replace("[^khrushchev-kennedy-1961-11-09-", "[^")
            .replaceAll("(?m)^#(#+ )", "$1");
    assertEquals(read(LETTER + ".md"), letter);
  }

  @Test
  void theAuditLeavesAReportUnlessItIsToBeLeftOut() throws IOException {
    Run run = publish("--format=text");
    assertTrue(run.out().contains("Read by rule: "), run.out());
    String report = read("audit/text.json");
    assertTrue(report.contains("\"differences\": 0"), report);
    assertTrue(report.contains("\"product\": \"" + LETTER + ".txt\""), report);
    assertTrue(report.contains("\"supplied\": 2"), report);
    Run without = publish("--format=text", "--no-audit");
    assertEquals(0, without.code());
    assertTrue(without.out().contains("not audited"), without.out());
    assertFalse(Files.exists(output.resolve("audit/text.json")), "no report of what was not done");
  }

  /** The same words stand in the letter's own book and in that of the edition. */
  @Test
  void bothBooksOfALetterAreAudited() throws IOException {
    Run run = publish("--format=text,epub");
    assertEquals(0, run.code(), run.out());
    assertEquals(2, run.out().split("words: all found again", -1).length - 1, run.out());
    String report = read("audit/epub.json");
    assertEquals(line(read("audit/text.json"), "  \"words\""), line(report, "  \"words\""));
    assertTrue(report.contains("\"product\": \"edition.epub\""), report);
    assertTrue(report.contains("\"product\": \"" + LETTER + ".epub\""), report);
    Run without = publish("--format=epub", "--no-audit");
    assertEquals(0, without.code());
    assertTrue(without.out().contains("not audited"), without.out());
    assertFalse(Files.exists(output.resolve("audit/epub.json")), "no report of what was not done");
    assertTrue(Files.exists(output.resolve("edition.epub")));
  }

  private static String line(String report, String start) {
    return report.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void whatCannotBeDoneIsSaidInASentence() {
    Run narrow = publish("--width=7");
    assertEquals(2, narrow.code());
    assertTrue(
        narrow
            .err()
            .startsWith(
                "A line of 7 characters can't be set: choose from 30 to 1000 with --width."),
        narrow.err());
    Run unknown = publish("--format=docx");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().startsWith("There is no format \"docx\": choose from"), unknown.err());
    Run noNumber = publish("--width=wide");
    assertEquals(2, noNumber.code());
    assertTrue(noNumber.err().contains("--width"), noNumber.err());
  }

  /** A word that were missing would end a run. */
  @Test
  void everyRuleHasItsNameInEachLanguage() {
    for (Catalogue language : List.of(Catalogue.ENGLISH, Catalogue.of("de").orElseThrow())) {
      Words words = Words.of(Main.class, language);
      for (Rule rule : Rule.values()) {
        assertFalse(words.get("rule." + rule.word()).isBlank(), rule.word());
      }
    }
  }
}
