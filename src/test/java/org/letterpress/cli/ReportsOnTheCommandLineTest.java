package org.letterpress.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;

/** What {@code validate}, {@code publish} and {@code explain} say, write, and how they end. */
class ReportsOnTheCommandLineTest {

  private static final Path FAULTLESS = Path.of("src/test/cases/validate/letter-valid");

  @TempDir Path temp;
  private Path edition;
  private String letter;

  @BeforeEach
  void twoDanglingReferences() throws IOException {
    edition = Files.createDirectory(temp.resolve("edition"));
    for (String file : List.of("letter.xml", "register.xml")) {
      Files.copy(FAULTLESS.resolve(file), edition.resolve(file));
    }
    letter = Files.readString(edition.resolve("letter.xml"), UTF_8);
    write(letter.replace("#mary\">you", "#nobody\">you").replace("#ada\">A. A.", "#none\">A. A."));
  }

  private void write(String text) throws IOException {
    Files.writeString(edition.resolve("letter.xml"), text, UTF_8);
  }

  private Run validate(String... options) {
    return Run.of(
        Stream.concat(Stream.of("validate", edition.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private void refused(int code, String begins, Run run) {
    assertEquals(code, run.code(), run.toString());
    assertEquals("", run.out());
    assertTrue(
        run.err().lines().filter(l -> !l.startsWith("…")).findFirst().orElse("").startsWith(begins),
        run.err());
  }

  @Test
  void filesAreWrittenWholeWithTheirFoldersAndTheTextStays() throws IOException {
    Path reports = temp.resolve("a/b");
    Run run =
        validate(
            "--report=json=" + reports.resolve("r.json"),
            "--report",
            "html=" + reports.resolve("r.html"));
    assertEquals(1, run.code());
    assertTrue(run.out().contains("[ref-dangling]"), run.out());
    assertTrue(Files.readString(reports.resolve("r.json")).contains("\"error\": 2"));
    assertTrue(Files.readString(reports.resolve("r.html")).startsWith("<!DOCTYPE html>"));
    try (Stream<Path> left = Files.list(reports)) {
      assertEquals(2, left.count(), "nothing else is left");
    }
    byte[] first = Files.readAllBytes(reports.resolve("r.html"));
    validate("--report=html=" + reports.resolve("r.html"));
    assertEquals(new String(first, UTF_8), Files.readString(reports.resolve("r.html"), UTF_8));
  }

  private Run publish(String... options) {
    String output = "--output=" + temp.resolve("output");
    return Run.of(
        Stream.concat(
                Stream.of("publish", edition.toString(), output, "--format=text", "--quiet"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void quietPublishTellsWhatWentWrongAndNoMore() throws IOException {
    Run stopped = publish();
    assertEquals(1, stopped.code(), stopped.toString());
    assertEquals(2, stopped.findings().size(), stopped.out());
    assertTrue(stopped.out().contains("Nothing"), stopped.out());
    assertFalse(stopped.out().contains("Took "), stopped.out());
    assertEquals("", stopped.err());
    assertFalse(Files.exists(temp.resolve("output")));

    Run went = publish("--keep-going");
    assertEquals(1, went.code(), went.toString());
    assertEquals(2, went.findings().size(), went.out());
    assertFalse(went.out().contains("found again"), went.out());
    assertFalse(went.out().contains("Took "), went.out());
    assertEquals("", went.err());
    assertTrue(Files.exists(temp.resolve("output/edition.txt")));

    Run broken = publish("--schema=" + temp.resolve("no.rng"));
    assertEquals(2, broken.code(), broken.toString());
    assertTrue(broken.err().contains("no.rng"), broken.err());

    write(letter);
    assertEquals(new Run(0, "Checked 2 files: 0 errors, 0 warnings.\n", ""), publish());
  }

  @Test
  void aLetterThatCannotBeReadIsNamedAsLeftOut() throws IOException {
    String second = letter.replaceFirst("xml:id=\"[^\"]+\"", "xml:id=\"second\"");
    write(letter);
    Files.writeString(edition.resolve("second.xml"), second, UTF_8);
    String output = "--output=" + temp.resolve("output");
    List<String> publish =
        List.of("publish", edition.toString(), output, "--format=text", "--keep-going");
    Run whole = Run.of(publish.toArray(String[]::new));
    assertFalse(whole.out().contains("not readable"), whole.out());

    Files.writeString(edition.resolve("second.xml"), second.replace("</body>", ""), UTF_8);
    Run partial = Run.of(publish.toArray(String[]::new));
    String named = "  Not in the edition, because not readable: " + edition.resolve("second.xml");
    assertTrue(partial.out().lines().anyMatch(named::equals), partial.out());
    assertFalse(Files.exists(temp.resolve("output/letters/second.txt")));
  }

  @Test
  void aReportOnTheStandardOutputStandsAlone() {
    assertTrue(validate("--report=json").out().startsWith("{"));
    assertTrue(validate("--report=sarif").out().endsWith("}\n"));
    assertTrue(validate("--report=github").out().lines().allMatch(l -> l.startsWith("::error ")));
    Run publish =
        Run.of("publish", edition.toString(), "--report=junit", "--output=" + temp.resolve("out"));
    assertEquals(1, publish.code());
    assertTrue(publish.out().startsWith("<?xml") && publish.out().endsWith("</testsuites>\n"));
    assertTrue(publish.err().contains("Nothing was published."), publish.err());
  }

  @Test
  void whatCanNotBeWrittenIsTheMachinesFault() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "mine");
    assertEquals(3, validate("--report=json=" + file.resolve("r.json")).code());
    Run folder = validate("--report=json=" + edition);
    assertEquals(3, folder.code());
    assertTrue(folder.err().contains(edition + ": "), folder.err());
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void whatCanNotBeUnderstoodIsSaid() {
    refused(2, "There is no report \"xml\": choose from text, json,", validate("--report=xml"));
    refused(2, "Name the file of the report", validate("--report=json="));
    refused(2, "Only one report can go to", validate("--report=json", "--report=sarif"));
    refused(2, "There is no severity \"fatal\"", validate("--fail-on=fatal"));
    refused(2, "There is no language \"fr\"", validate("--lang=fr"));
    refused(
        2,
        "There is no code \"ref-dangeling\". Did you mean \"ref-dangling\"?",
        validate("--only=ref-dangeling"));
    refused(2, "There is no baseline", validate("--baseline=" + temp.resolve("none")));
    refused(2, "--write-baseline wants", validate("--write-baseline"));
    refused(
        2,
        edition.resolve("letter.xml") + ": Line 1 is no line of a baseline",
        validate("--baseline=" + edition.resolve("letter.xml")));
  }

  @Test
  void onlyAndFailOn() {
    assertEquals(0, validate("--fail-on=never").code());
    assertEquals(1, validate("--fail-on=info").code());
    assertEquals(0, validate("--only=link-broken,words-lost").code());
    Run only = validate("--only=ref-dangling");
    assertEquals(1, only.code());
    assertTrue(only.out().contains("Checked 2 files: 2 errors, 0 warnings."), only.out());
    String none = validate("--only=link-broken,words-lost").out();
    assertTrue(none.contains("Only these codes were asked for: link-broken, words-lost."), none);
  }

  @Test
  void theCommandsSpeakGermanAsWell() {
    refused(
        2,
        "Es gibt keine Datei und keinen Ordner nowhere.",
        Run.of("publish", "nowhere", "--lang=de"));
    refused(
        2,
        "Einen Bericht „xml“ gibt es nicht",
        Run.of("validate", "--lang=de", "--report=xml", "x"));
    Run publish =
        Run.of("publish", edition.toString(), "--lang=de", "--output=" + temp.resolve("out"));
    assertTrue(publish.out().contains("Nichts wurde veröffentlicht."), publish.out());
    assertTrue(publish.out().contains("Dauer "), publish.out());
  }

  @Test
  void wrongArgumentsAreToldInBothLanguages() {
    Run german = Run.of("validate", "--lang=de", "--fast");
    assertTrue(german.err().startsWith("Unbekannte Option: --fast\n"), german.err());
    german = Run.of("validate", "--lang=de", "--baseline");
    assertTrue(german.err().startsWith("Es fehlt ein Wert für: --baseline\n"), german.err());
    Run english = Run.of("validate", "--fast");
    assertTrue(english.err().startsWith("Unknown option: --fast\n"), english.err());
  }

  @Test
  void bothLanguagesHaveTheSameSentences() throws IOException {
    Properties english = words("en");
    Properties german = words("de");
    assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      int holes = english.getProperty(key).split("%s", -1).length;
      assertEquals(holes, german.getProperty(key).split("%s", -1).length, key);
    }
  }

  private static Properties words(String lang) throws IOException {
    Properties words = new Properties();
    try (InputStream in = Main.class.getResourceAsStream("words_" + lang + ".properties")) {
      words.load(new InputStreamReader(in, UTF_8));
    }
    return words;
  }

  @Test
  void german() {
    Run run = validate("--lang=de");
    assertTrue(run.out().contains("2 Dateien geprüft: 2 Fehler, 0 Warnungen."), run.out());
    assertTrue(run.out().contains(": Fehler: "), run.out());
  }

  @Test
  void theBaselineOfOldSins() throws IOException {
    String known = "--baseline=" + temp.resolve("known.txt");
    Run written = validate(known, "--write-baseline");
    assertEquals(0, written.code(), written.toString());
    assertTrue(written.out().endsWith("2 findings are known from now on.\n"), written.out());
    Run quiet = validate(known);
    assertEquals(0, quiet.code());
    assertTrue(quiet.out().startsWith("Checked 2 files: 0 errors, 0 warnings.\n2 known, see "));

    write(Files.readString(edition.resolve("letter.xml")).replace("<body>", "<body>\n\n\n"));
    assertEquals(0, validate(known).code(), "lines may move");
    Run published =
        Run.of(
            "publish",
            edition.toString(),
            known,
            "--output=" + temp.resolve("out"),
            "--format=text");
    assertEquals(0, published.code(), published.toString());
    assertTrue(Files.exists(temp.resolve("out/letters/letter.txt")));

    write(letter.replace("#ada\">A. A.", "#none\">A. A.").replace("#mary\">Mary", "#new\">Mary"));
    Run fresh = validate(known);
    assertEquals(1, fresh.code());
    assertTrue(fresh.out().contains("\"#new\"") && !fresh.out().contains("\"#none\""), fresh.out());
    assertTrue(fresh.out().contains("1 known, see "), fresh.out());
    assertTrue(fresh.out().contains("1 mended: "), fresh.out());
    assertFalse(validate(known, "--only=link-broken").out().contains("mended"));
  }

  @Test
  void explain() {
    Run all = Run.of("explain");
    assertEquals(0, all.code());
    assertTrue(all.out().lines().anyMatch(line -> line.startsWith("words-split ")), all.out());
    Run one = Run.of("explain", "supplied-without-source", "--lang=de");
    assertEquals(0, one.code());
    assertEquals(
        """
        supplied-without-source: ergänzte Wörter ohne Quelle

        Die Kodierung darf Wörter ergänzen, die in der Transkription fehlen, aber nur
        aus einer Quelle, die sie nennt.

          Falsch   <supplied>Sincerely,</supplied>
          Richtig  <supplied source="#print">Sincerely,</supplied>

        Geben Sie dem Element supplied ein Attribut source.

        TEI Guidelines 12.3.3.1 Damage, Illegibility, and Supplied Text
        """,
        one.out());
    refused(
        2, "There is no code \"words-splitt\". Did you mean", Run.of("explain", "words-splitt"));
  }
}
