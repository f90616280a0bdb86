package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Some thousands of documents that the letter schema accepts are TEI. The judge is Jing with the
 * whole grammar of TEI where it is at hand; always a table of what TEI allows each element, by
 * name.
 */
final class GeneratedLettersTest {

  private static final int DOCUMENTS = 60;
  private static final long SEED = 1834;
  private static final List<String> LETTERS = new ArrayList<>();

  @BeforeAll
  static void generate() throws Exception {
    DocumentGenerator generator =
        new DocumentGenerator(WalkableGrammar.load(Samples.GRAMMAR), Samples.VALUES, SEED);
    for (int i = 0; i < DOCUMENTS; i++) {
      LETTERS.add(generator.next());
    }
  }

  @Test
  void theLetterSchemaAcceptsThem() throws Exception {
    assertEquals(List.of(), refused(Samples.GRAMMAR));
  }

  @Test
  void theyHoldNearlyAllElements() throws IOException {
    Set<String> missing = new TreeSet<>(elements());
    missing.removeIf(
        name ->
            LETTERS.stream()
                .anyMatch(
                    letter ->
                        letter.contains("<" + name + ">") || letter.contains("<" + name + " ")));

    assertTrue(missing.size() < 10, () -> "never generated: " + missing);
  }

  @Test
  void theWholeOfTeiAcceptsThem() throws Exception {
    assumeTrue(
        Files.exists(Samples.TEI_ALL),
        "Skipped: the grammar of TEI is not at " + Samples.TEI_ALL.toAbsolutePath());
    assertEquals(List.of(), refused(Samples.TEI_ALL));
  }

  @Test
  void theTableOfTeiAllowsThem() throws Exception {
    TeiTable table = TeiTable.read();
    Set<String> refusals = new TreeSet<>();
    for (String letter : LETTERS) {
      refusals.addAll(table.refusals(letter));
    }
    assertEquals(Set.of(), refusals);
  }

  @Test
  void theTableForbidsWhatIsNotTei() throws Exception {
    assertEquals(
        Set.of("p/p", "p/@when"),
        TeiTable.read()
            .refusals("<p xmlns=\"http://www.tei-c.org/ns/1.0\" when=\"1834\"><p/></p>"));
  }

  @Test
  void theTableIsThatOfTei() throws IOException {
    assumeTrue(Files.exists(Samples.TEI_ALL), "Skipped: the table can't be compared with TEI.");
    String table = TeiTable.of(Samples.TEI_ALL, elements()).text();
    if ("write".equals(System.getProperty("letterpress.golden"))) {
      Files.writeString(TeiTable.FILE, table, UTF_8);
    }
    assertEquals(table, Files.readString(TeiTable.FILE, UTF_8));
  }

  /** The elements of the letter schema. */
  private static Set<String> elements() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> modules = Files.list(Path.of("schema", "modules"))) {
      for (Path module : modules.toList()) {
        Pattern.compile("\\belement (\\w+) \\{")
            .matcher(Files.readString(module))
            .results()
            .forEach(element -> names.add(element.group(1)));
      }
    }
    return names;
  }

  /** The first errors of documents that a grammar refuses. */
  private static List<String> refused(Path grammar) throws Exception {
    List<String> errors = new ArrayList<>();
    ErrorHandler handler =
        new DefaultHandler() {
          @Override
          public void error(SAXParseException e) {
            errors.add(e.getMessage());
          }
        };
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, handler);
    ValidationDriver driver =
        grammar.toString().endsWith(".rnc")
            ? new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance())
            : new ValidationDriver(properties.toPropertyMap());
    assertTrue(driver.loadSchema(ValidationDriver.fileInputSource(grammar.toFile())));
    List<String> refused = new ArrayList<>();
    for (String letter : LETTERS) {
      errors.clear();
      driver.validate(new InputSource(new StringReader(letter)));
      if (!errors.isEmpty()) {
        refused.add(errors.get(0) + " in " + letter);
      }
    }
    return refused;
  }
}
