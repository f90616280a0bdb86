package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.Jing;
import org.xml.sax.SAXException;

/** What the letter schema's grammar accepts and refuses. */
final class LetterGrammarTest {

  /** Letters of others that no parser can read. */
  private static final Set<String> MALFORMED = Set.of("L00116.xml", "L01064.xml");

  private static final Path CASES = Path.of("src", "test", "cases", "schema");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"letter-valid.xml", "register-valid.xml", "volume-valid.xml"})
  void acceptsAFileWithoutFault(String file) throws Exception {
    assertEquals(List.of(), letter().faults(Files.readString(CASES.resolve(file))));
  }

  @ParameterizedTest
  @CsvFileSource(
      files = "src/test/cases/schema/grammar.csv",
      delimiter = '|',
      useHeadersInDisplayName = true,
      maxCharsPerColumn = 4000)
  void refusesASlip(String slip, String file, String original, String changed) throws Exception {
    // White space between elements does not matter, so that a case may stand in one line.
    String content = Files.readString(CASES.resolve(file + "-valid.xml")).replaceAll("\\R", " ");
    String sought = original.replaceAll(">\\s+<", "><");
    content = content.replaceAll(">\\s+<", "><");
    int at = content.indexOf(sought);
    assertTrue(at >= 0, () -> "The case does not fit the file: " + original);
    String replacement = changed == null ? "" : changed;
    String edited =
        content.substring(0, at) + replacement + content.substring(at + sought.length());

    assertFalse(letter().faults(edited).isEmpty(), () -> "accepted: " + slip);
  }

  @Test
  void acceptsTheProjectsOwnFiles() throws Exception {
    assertAccepts(letter());
  }

  @Test
  void teiAcceptsTheProjectsOwnFiles() throws Exception {
    assumeTrue(
        Files.exists(Samples.TEI_ALL),
        "The whole of TEI is not here (" + Samples.TEI_ALL + "): the letter is not tried on it.");
    assertAccepts(new Jing(Samples.TEI_ALL));
  }

  private static void assertAccepts(Jing grammar) throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(Path.of("tei"))) {
      found.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(files::add);
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      assertEquals(List.of(), grammar.faults(Files.readString(file)), file::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler"})
  void acceptsWhatTeiAcceptsOfRealLetters(String corpus) throws Exception {
    Path folder = Samples.SHARED.resolve("corpora").resolve(corpus);
    assumeTrue(
        Files.isDirectory(folder) && Files.exists(Samples.TEI_ALL),
        "Skipped: no letters of others at " + folder.toAbsolutePath());
    Jing letter = letter();
    Jing tei = new Jing(Samples.TEI_ALL);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      found.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(files::add);
    }
    int valid = 0;
    List<String> refused = new ArrayList<>();
    for (Path file : files) {
      String content = withoutForeignParts(Files.readString(file));
      if (!MALFORMED.contains(file.getFileName().toString()) && tei.faults(content).isEmpty()) {
        valid++;
        List<String> errors = letter.faults(content);
        if (!errors.isEmpty()) {
          refused.add(file.getFileName() + ": " + errors.get(0));
        }
      }
    }
    assertTrue(valid > 20, "too few letters are TEI: " + valid);
    assertEquals(List.of(), refused);
  }

  /** The Schnitzler letters name an XML Schema and repeat the registers; TEI refuses both. */
  private static String withoutForeignParts(String content) {
    return content
        .replaceFirst("\\sxsi:schemaLocation=\"[^\"]*\"", "")
        .replaceAll("(?s)<back>.*</back>", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | In haste. | In haste.<notatedMusic><graphic url='a.png'/></notatedMusic> | true",
        "1 | In haste. | In <rs type='work' ref='#book'>haste</rs>. | true",
        "1 | In haste. | In <rs type='opus' ref='#book'>haste</rs>. | false"
      })
  void extendsAsTheDocumentationSays(int example, String original, String changed, boolean valid)
      throws Exception {
    List<String> examples =
        Pattern.compile("(?s)```rnc\n(.*?)```")
            .matcher(Files.readString(Path.of("schema", "README.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    String grammar =
        examples
            .get(example)
            .replace("urn:letterpress:schema:letter", Samples.GRAMMAR.toUri().toString());
    Path extended = Files.writeString(folder.resolve("extended.rnc"), grammar);
    String letter = Files.readString(CASES.resolve("letter-valid.xml"));

    assertEquals(valid, new Jing(extended).faults(letter.replace(original, changed)).isEmpty());
  }

  @Test
  void eachElementAndAttributeIsExplainedInASentence() throws IOException {
    Pattern definition = Pattern.compile("^\\s*\\|?\\s*(?:element|attribute) ([\\w:\\-]+) \\{.*");
    List<String> bare = new ArrayList<>();
    int explained = 0;
    try (Stream<Path> modules = Files.list(Path.of("schema", "modules"))) {
      for (Path module : modules.sorted().toList()) {
        List<String> lines = Files.readAllLines(module);
        for (int i = 1; i < lines.size(); i++) {
          Matcher matcher = definition.matcher(lines.get(i));
          if (!matcher.matches()) {
            continue;
          }
          if (lines.get(i - 1).matches("\\s*## \\p{Lu}.*\\.")) {
            explained++;
          } else {
            bare.add(module.getFileName() + ": " + matcher.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), bare);
    assertTrue(explained > 400, "too few explanations: " + explained);
  }

  private static Jing letter() throws IOException, SAXException {
    return new Jing(Samples.GRAMMAR);
  }
}
