package org.letterpress.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;

/**
 * The program as its users meet it: what it says, how it ends, what it leaves behind. Whatever goes
 * wrong, it says so in a sentence and the last good edition stays, byte for byte.
 */
@ExtendWith(Editions.Resolver.class)
class EndToEndIT {

  private static final String LETTER = "letters/khrushchev-kennedy-1961-11-09.xml";

  private final Published last;
  @TempDir Path temp;
  private Path letters;
  private Path output;

  EndToEndIT(Editions editions) {
    this.last = editions.own();
  }

  @BeforeEach
  void copyTheLastEdition() {
    letters = Snapshot.copy(Path.of(Editions.TEI), temp.resolve("letters"));
    output = Snapshot.copy(last.folder(), temp.resolve("output"));
  }

  @Test
  void theRealLetter() {
    Run run = last.run();
    assertEquals(0, run.code(), run::toString);
    assertEquals(List.of(), run.complaints());
    assertEquals(List.of(), run.findings());
    List<String> summary = run.out().lines().toList();
    assertEquals("Checked 6 files: 0 errors, 0 warnings.", summary.get(0));
    for (String format : List.of(Run.FORMATS.split(",", -1))) {
      assertTrue(
          summary.stream()
              .anyMatch(
                  line -> line.matches("  " + format + " .*[0-9],[0-9]{3} words: all found .*")),
          () -> format + " is missing in " + summary);
    }
    assertTrue(
        last.files()
            .containsAll(
                List.of(
                    "index.html",
                    "about.html",
                    "persons.html",
                    "places.html",
                    "letters/khrushchev-kennedy-1961-11-09.html",
                    "letters/khrushchev-kennedy-1961-11-09.pdf",
                    "letters/khrushchev-kennedy-1961-11-09.txt",
                    "letters/khrushchev-kennedy-1961-11-09.xml")),
        () -> last.files().toString());
  }

  @Test
  void theEncodingIsHandedOnAsItWasRead() throws IOException {
    assertEquals(-1, Files.mismatch(Path.of(Editions.TEI, LETTER), last.path(LETTER)));
  }

  @Test
  void noSuchFolder() {
    Path nowhere = temp.resolve("nowhere");
    refused(2, "There is no file or folder " + nowhere + ".", () -> publish(nowhere));
  }

  @Test
  void anEmptyFolder() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));
    refused(2, "The folder " + empty + " holds no XML file.", () -> publish(empty));
  }

  @Test
  void aFolderWithoutALetter() {
    Path registers = letters.resolve("registers");
    refused(
        2,
        "The folder " + registers + " holds no letter: none of its files is TEI with a text.",
        () -> publish(registers));
  }

  @Test
  void aFileThatIsNotXml() throws IOException {
    Path file = letters.resolve("letters/notes.xml");
    Files.writeString(file, "Dear Sir,\nthis is no XML.\n", UTF_8);
    found(file + ":1:1: error: The file is not XML", "not-xml");
  }

  @Test
  void aLetterCutShort() throws IOException {
    Path file = letters.resolve(LETTER);
    String letter = Files.readString(file);
    Files.writeString(file, letter.substring(0, letter.length() / 2), UTF_8);
    Run run = found(file + ":", "file-cut-off");
    assertTrue(run.findings().get(0).matches(".*:[0-9]+:[0-9]+: error: .*"), run::out);
  }

  @Test
  void aBrokenReference() throws IOException {
    Path file = letters.resolve(LETTER);
    String letter = Files.readString(file);
    int at = letter.indexOf("ref=\"#kennedy\"");
    long line = letter.substring(0, at).lines().count();
    Files.writeString(
        file, letter.substring(0, at) + "ref=\"#kenedy\"" + letter.substring(at + 14), UTF_8);
    Run run = found(file + ":" + line + ":", "ref-misspelt");
    assertTrue(run.out().contains("Did you mean \"#kennedy\"?"), run::out);
  }

  @Test
  void aLetterInALanguageThatTheProgramDoesNotSpeak() throws IOException {
    Path file = letters.resolve(LETTER);
    String letter = Files.readString(file);
    Files.writeString(
        file,
        letter
            .replaceFirst("xml:lang=\"en[^\"]*\"", "xml:lang=\"fr\"")
            .replaceFirst("<language ident=\"en[^\"]*\"", "<language ident=\"fr\""));
    Run run = publish(letters);
    assertEquals(0, run.code(), run::toString);
  }

  @Test
  void aDayThatIsNone() throws IOException {
    Path file = letters.resolve(LETTER);
    String letter = Files.readString(file);
    int at = letter.indexOf("when=\"1961-11-09\"");
    long line = letter.substring(0, at).lines().count();
    Files.writeString(
        file, letter.substring(0, at) + "when=\"1961-11-31\"" + letter.substring(at + 17), UTF_8);
    Run run = refused(1, () -> publish(letters));
    assertTrue(
        run.findings().stream().anyMatch(said -> said.startsWith(file + ":" + line + ":")),
        run::out);
  }

  @Test
  void aFormatThatThereIsNot() {
    refused(
        2,
        "There is no format \"docx\": choose from html, pdf, book, press, epub, text, diplomatic, markdown.",
        () -> Run.of("publish", letters.toString(), "--output=" + output, "--format=html,docx"));
  }

  @Test
  void anOptionThatThereIsNot() {
    refused(2, "Unknown option: --fast", () -> Run.of("publish", letters.toString(), "--fast"));
  }

  @Test
  void anOutputThatIsAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "mine");
    refused(3, "The output " + file + " can't be a folder.", () -> publish(letters, file));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void anOutputBelowAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "mine");
    Run run = refused(3, () -> publish(letters, file.resolve("site")));
    assertTrue(run.complaints().get(0).startsWith(file.toString()), run::err);
    assertEquals("mine", Files.readString(file));
  }

  /** Even where files can't be read in full, what can be published is published when asked for. */
  @Test
  void keepGoing() throws IOException {
    Path file = letters.resolve("letters/notes.xml");
    Files.writeString(file, "Dear Sir,\nthis is no XML.\n", UTF_8);
    Run run =
        Run.of(
            "publish",
            letters.toString(),
            "--keep-going",
            "--output=" + output,
            "--format=" + Run.FORMATS);
    assertEquals(1, run.code(), run::toString);
    assertEquals(1, run.findings().size(), run::out);
    Snapshot.assertSame(Snapshot.of(last.folder()), Snapshot.of(output));
  }

  @Test
  void whatIsNotOursStays() throws IOException {
    Files.writeString(output.resolve("CNAME"), "letters.example");
    Files.createDirectories(output.resolve("photographs"));
    Files.writeString(output.resolve("photographs/1.txt"), "a photograph");
    // Without its empty folders a Git repository is none.
    Files.createDirectories(output.resolve(".git/refs/heads"));
    SortedMap<String, String> before = Snapshot.of(output);
    assertEquals(0, publish(letters).code());
    Snapshot.assertSame(before, Snapshot.of(output));
  }

  @Test
  void validateWritesNothing() {
    SortedMap<String, String> before = Snapshot.of(temp);
    Run run = Run.of("validate", letters.toString());
    assertEquals(0, run.code(), run::toString);
    assertEquals(List.of("Checked 6 files: 0 errors, 0 warnings."), run.out().lines().toList());
    Snapshot.assertSame(before, Snapshot.of(temp));
  }

  private Run publish(Path source) {
    return publish(source, output);
  }

  private static Run publish(Path source, Path to) {
    return Run.of("publish", source.toString(), "--output=" + to, "--format=" + Run.FORMATS);
  }

  /** The run finds one error, says where it is, and leaves all as it was. */
  private Run found(String begins, String code) {
    Run run = refused(1, () -> publish(letters));
    assertEquals(1, run.findings().size(), run::out);
    String finding = run.findings().get(0);
    assertTrue(finding.startsWith(begins), finding);
    assertTrue(finding.endsWith("[" + code + "]"), finding);
    assertTrue(
        run.out()
            .contains("Nothing was published; the last edition in " + output + " is as it was."),
        run::out);
    return run;
  }

  /** The run is refused in this sentence, and leaves all as it was. */
  private void refused(int code, String sentence, Supplier<Run> publish) {
    Run run = refused(code, publish);
    assertEquals(sentence, run.complaints().get(0), run::err);
    assertEquals("", run.out());
  }

  private Run refused(int code, Supplier<Run> publish) {
    SortedMap<String, String> before = Snapshot.of(temp);
    Run run = publish.get();
    assertAll(
        () -> assertEquals(code, run.code(), run::toString),
        () -> assertFalse(run.toString().contains("\tat "), run::toString),
        () -> assertFalse(run.toString().contains("Exception"), run::toString),
        () -> Snapshot.assertSame(before, Snapshot.of(temp)));
    return run;
  }
}
