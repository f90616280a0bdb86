package org.letterpress.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema that the user names and that can't be used is a usage error, said in a line. */
final class SchemaOptionTest {

  private static final String FAULTLESS = "src/test/cases/validate/letter-valid";

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran validate(String... schemas) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = new String[2 + schemas.length];
    arguments[0] = "validate";
    arguments[1] = FAULTLESS;
    for (int i = 0; i < schemas.length; i++) {
      arguments[2 + i] = "--schema=" + schemas[i];
    }
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(code, out.toString(), err.toString());
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

    Ran ran = validate(grammar.toString(), rules.toString());

    assertEquals(Main.FINDINGS, ran.code());
    assertTrue(ran.out().contains("[signed]"), ran.out());
  }

  @Test
  void namesWhatIsNotThere() {
    Ran ran = validate("nowhere.rng");

    assertEquals(Main.USAGE, ran.code());
    assertTrue(ran.err().contains("There is no schema \"nowhere.rng\"."), ran.err());
  }

  @Test
  void tellsWhereASchemaIsFaulty() throws Exception {
    Path grammar = Files.writeString(folder.resolve("faulty.rnc"), "start =\n  element {\n");

    Ran ran = validate("letter", grammar.toString());

    assertEquals(Main.USAGE, ran.code());
    assertTrue(ran.err().contains("faulty.rnc:2:11: This schema can't be used."), ran.err());
  }
}
