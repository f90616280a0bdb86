package org.letterpress.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.Run;
import org.letterpress.finding.Catalogue;

/** A schema that the user names and that can't be used is a usage error, said in a line. */
final class SchemaOptionTest {

  private static final String FAULTLESS = "src/test/cases/validate/letter-valid";

  @TempDir private Path folder;

  private static Run validate(String... schemas) {
    return Run.of(
        Stream.concat(
                Stream.of("validate", FAULTLESS),
                Arrays.stream(schemas).map(schema -> "--schema=" + schema))
            .toArray(String[]::new));
  }

  @Test
  void takesItsOwnSchemasByName() {
    assertEquals(Main.OK, validate("letter").code());
    assertEquals(Main.OK, validate("habits").code());
  }

  @Test
  void takesAGrammarAndRules() throws Exception {
    Path grammar =
        Files.writeString(
            folder.resolve("any.rnc"),
            "start = any\nany = element * { attribute * { text }*, (text | any)* }\n");
    Path rules =
        Files.writeString(
            folder.resolve("rules.sch"),
            """
            <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
              <pattern><rule context="*:signed">
                <report id="signed" test="true()">Signed.</report>
              </rule></pattern>
            </schema>
            """);

    Run ran = validate(grammar.toString(), rules.toString());

    assertEquals(Main.FINDINGS, ran.code());
    assertTrue(ran.out().contains("[house:signed]"), ran.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "html", "json", "sarif", "junit", "github"})
  void aRuleThatHasTheNameOfOneOfOursKeepsItsWords(String format) throws Exception {
    String schema = "--schema=" + rulesWithOurNames();
    for (String lang : List.of("en", "de")) {
      Run ran = Run.of("validate", FAULTLESS, schema, "--lang=" + lang, "--report=" + format);
      String ours = Catalogue.of(lang).orElseThrow().explanation("file-empty").orElseThrow();

      assertEquals(Main.FINDINGS, ran.code());
      assertTrue(ran.out().contains("My house rule."), ran.out());
      assertTrue(ran.out().contains("house:") || ran.out().contains("house%3A"), ran.out());
      assertFalse(ran.out().contains("v. A Gentle"), ran.out());
      assertFalse(ran.out().contains(ours.substring(0, 20)), ran.out());
      assertFalse(ran.out().contains("The file is empty"), ran.out());
      assertFalse(ran.out().contains("Die Datei ist leer"), ran.out());
    }
  }

  @Test
  void aRuleOfAnotherSchemaIsSoughtKnownAndNotExplained() throws Exception {
    String schema = "--schema=" + rulesWithOurNames();
    String known = "--baseline=" + folder.resolve("known.txt");

    assertEquals(Main.OK, Run.of("validate", FAULTLESS, schema, "--only=file-empty").code());
    assertEquals(
        Main.FINDINGS, Run.of("validate", FAULTLESS, schema, "--only=house:file-empty").code());
    assertEquals(Main.USAGE, Run.of("validate", FAULTLESS, schema, "--only=file-emty").code());
    assertEquals(Main.OK, Run.of("validate", FAULTLESS, schema, known, "--write-baseline").code());
    assertEquals(Main.OK, Run.of("validate", FAULTLESS, schema, known).code());
    Run explain = Run.of("explain", "house:file-empty");
    assertEquals(Main.USAGE, explain.code());
    assertTrue(explain.err().contains("a rule of another schema"), explain.err());
  }

  private Path rulesWithOurNames() throws IOException {
    return Files.writeString(
        folder.resolve("ours.sch"),
        """
        <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
          <pattern><rule context="*:signed">
            <report id="file-empty" test="true()">My house rule.</report>
          </rule></pattern>
        </schema>
        """);
  }

  @Test
  void namesWhatIsNotThere() {
    Run ran = validate("nowhere.rng");

    assertEquals(Main.USAGE, ran.code());
    assertTrue(ran.err().contains("There is no schema \"nowhere.rng\"."), ran.err());
  }

  @Test
  void tellsWhereASchemaIsFaulty() throws Exception {
    Path grammar = Files.writeString(folder.resolve("faulty.rnc"), "start =\n  element {\n");

    Run ran = validate("letter", grammar.toString());

    assertEquals(Main.USAGE, ran.code());
    assertTrue(ran.err().contains("faulty.rnc:2:11: This schema can't be used."), ran.err());
  }
}
