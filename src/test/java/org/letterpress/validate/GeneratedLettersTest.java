package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Some thousands of documents that the letter schema accepts are TEI. The judge is Jing with the
 * whole grammar of TEI, where that is at hand; in any case a table of what TEI allows in each
 * element, by name.
 */
final class GeneratedLettersTest {

  /** How many; {@code -Dletterpress.generated=100} makes a quick try. */
  private static final int DOCUMENTS = Integer.getInteger("letterpress.generated", 3000);

  private static final long SEED = 1834;

  /** The facts on the elements of the letter schema, taken from TEI's grammar. */
  private static final Path TABLE = Path.of("src/test/cases/schema/tei-elements.txt");

  private static final String ABOUT_TABLE =
      """
      # What TEI P5 4.9.0a allows in the elements of the letter schema, by name alone: children,
      # attributes (@) and text (#text). Facts taken from its grammar tei_all by ElementTable.java;
      # -Dletterpress.golden=write takes them anew. Order, number and values are not in it.
      # First sets of names that the same elements may hold, then a line for each element.

      """;

  private static Verdicts verdicts;

  /**
   * What came of some generated documents.
   *
   * @param schema what the schema allows, by name
   * @param seen what was in the documents
   * @param bySchema what the schema refused
   * @param byTei what TEI's grammar refused; empty where that is missing
   */
  private record Verdicts(
      ElementTable schema, ElementTable seen, List<String> bySchema, List<String> byTei) {

    static Verdicts on(Path schema, int documents) throws IOException, SAXException {
      SimpleGrammar grammar = SimpleGrammar.load(schema);
      DocumentGenerator generator = new DocumentGenerator(grammar, Samples.VALUES, SEED);
      Random random = new Random(SEED);
      ElementTable seen = new ElementTable();
      Judge bySchema = new Judge(schema);
      List<Judge> judges = new ArrayList<>(List.of(bySchema));
      Judge byTei = teiIsAtHand() ? new Judge(Samples.TEI_ALL) : null;
      if (byTei != null) {
        judges.add(byTei);
      }
      for (int i = 0; i < documents; i++) {
        String document = generator.next(20 + random.nextInt(200));
        seen.add(document);
        for (Judge judge : judges) {
          judge.hear(document);
        }
      }
      return new Verdicts(
          ElementTable.of(grammar),
          seen,
          bySchema.refusals,
          byTei == null ? List.of() : byTei.refusals);
    }
  }

  /** Jing with a grammar. */
  private static final class Judge extends DefaultHandler {
    private final List<String> refusals = new ArrayList<>();
    private final ValidationDriver driver;
    private String document = "";

    Judge(Path grammar) throws IOException, SAXException {
      PropertyMapBuilder properties = new PropertyMapBuilder();
      properties.put(ValidateProperty.ERROR_HANDLER, this);
      RngProperty.CHECK_ID_IDREF.add(properties);
      driver = SimpleGrammar.driver(grammar, properties.toPropertyMap());
    }

    void hear(String text) throws IOException, SAXException {
      document = text;
      driver.validate(new InputSource(new StringReader(text)));
    }

    @Override
    public void error(SAXParseException e) {
      int end = Math.min(document.length(), e.getColumnNumber());
      String before = document.substring(Math.max(0, end - 300), end);
      refusals.add(e.getMessage() + " at the end of: " + before);
    }
  }

  @BeforeAll
  static void generate() throws Exception {
    verdicts = Verdicts.on(Samples.GRAMMAR, DOCUMENTS);
  }

  @Test
  void theLetterSchemaAcceptsThem() {
    assertEquals(List.of(), verdicts.bySchema().stream().limit(5).toList());
  }

  @Test
  void theyHoldNearlyAllThatTheSchemaAllows() {
    Set<String> elements = verdicts.schema().holds().keySet();
    Set<String> missing = new TreeSet<>(elements);
    missing.removeAll(verdicts.seen().holds().keySet());
    Set<String> attributes = verdicts.schema().attributes();
    Set<String> missed = new TreeSet<>(attributes);
    missed.removeAll(verdicts.seen().attributes());
    String figures =
        ("%d documents, without %d of %d elements: %s; without %d of %d attributes: %s; "
                + "without %d of %d pairs of an element and what may stand in it")
            .formatted(
                DOCUMENTS,
                missing.size(),
                elements.size(),
                missing,
                missed.size(),
                attributes.size(),
                missed,
                verdicts.schema().beyond(verdicts.seen()).size(),
                verdicts.schema().size());

    assertTrue(missing.size() <= 0.05 * elements.size(), figures);
    assertTrue(missed.size() <= 0.05 * attributes.size(), figures);
  }

  @Test
  void theWholeOfTeiAcceptsThem() {
    assumeTrue(
        teiIsAtHand(),
        "Skipped: the grammar of TEI is not at "
            + Samples.TEI_ALL.toAbsolutePath()
            + "; the documents are judged by the table "
            + TABLE
            + " alone.");
    assertEquals(List.of(), verdicts.byTei().stream().limit(5).toList());
  }

  @Test
  void theTableOfTeiAllowsThem() throws IOException {
    assertEquals(Set.of(), verdicts.seen().beyond(ElementTable.read(TABLE)));
  }

  @Test
  void theTableIsThatOfTei() throws Exception {
    assumeTrue(teiIsAtHand(), "Skipped: no grammar of TEI to compare the table with.");
    ElementTable tei = ElementTable.of(SimpleGrammar.load(Samples.TEI_ALL));
    String table = ABOUT_TABLE + tei.only(verdicts.schema().holds().keySet()).text();
    if ("write".equals(System.getProperty("letterpress.golden"))) {
      Files.writeString(TABLE, table, UTF_8);
    }
    assertEquals(table, Files.readString(TABLE, UTF_8));
  }

  /** The judges see where a schema allows more than TEI does. */
  @Test
  void aSchemaThatAllowsMoreIsFoundOut(@TempDir Path folder) throws Exception {
    Path schema = folder.resolve("wide.rnc");
    Files.writeString(
        schema,
        """
        default namespace = "http://www.tei-c.org/ns/1.0"
        include "%s"
        class.phrase |= p
        """
            .formatted(Samples.GRAMMAR.toUri()),
        UTF_8);

    Verdicts wide = Verdicts.on(schema, 400);

    assertEquals(List.of(), wide.bySchema());
    Set<String> beyond = wide.seen().beyond(ElementTable.read(TABLE));
    assertTrue(beyond.stream().anyMatch(name -> name.endsWith("/p")), "not found by the table");
    assertTrue(!teiIsAtHand() || !wide.byTei().isEmpty(), "not found by the grammar of TEI");
  }

  private static boolean teiIsAtHand() {
    return Files.exists(Samples.TEI_ALL);
  }
}
