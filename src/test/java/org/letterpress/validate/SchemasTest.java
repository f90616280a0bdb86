package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.letterpress.validate.grammar.Grammar;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;

/** Schemas by others: of the size of TEI, behind links, named by whole corpora. */
final class SchemasTest {

  private static final Path FAULTLESS = Path.of("src/test/cases/validate/letter-valid");
  private static final Xml XML = new Xml();

  @TempDir private Path folder;

  @Test
  void allOfTeiAndTheRulesWithinItJudgeALetter() throws Exception {
    assumeTrue(Files.exists(Samples.TEI_ALL), "Skipped: no TEI at " + Samples.TEI_ALL);
    Check check = new Check(XML, Schemas.of(XML, FAULTLESS, List.of(Samples.TEI_ALL.toString())));
    String letter = Files.readString(FAULTLESS.resolve("letter.xml"));
    String register = Files.readString(FAULTLESS.resolve("register.xml"));

    assertEquals(List.of(), findings(check, letter, register));

    // The grammar of TEI allows both attributes, its rules but one of them.
    String both = letter.replace("on Monday.", "on <ref target=\"#ada\" cRef=\"x\">Monday</ref>.");
    List<Finding> findings = findings(check, both, register);
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(Severity.ERROR, findings.get(0).severity());
    assertTrue(findings.get(0).message().contains("cRef"), findings::toString);
  }

  private static List<Finding> findings(Check check, String letter, String register) {
    return check
        .check(
            List.of(
                new Check.Input("letter.xml", () -> letter.getBytes(UTF_8)),
                new Check.Input("register.xml", () -> register.getBytes(UTF_8))))
        .findings();
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed() throws Exception {
    Path edition = Files.createDirectory(folder.resolve("edition"));
    Path outside = Files.writeString(folder.resolve("outside.rnc"), "start = element x { empty }");
    Files.createSymbolicLink(edition.resolve("mine.rnc"), outside);
    String letter =
        Files.readString(FAULTLESS.resolve("letter.xml"))
            .replaceFirst("\n", "\n<?xml-model href=\"mine.rnc\"?>\n");
    Check check = new Check(XML, Schemas.of(XML, edition, List.of()));
    String register = Files.readString(FAULTLESS.resolve("register.xml"));

    List<Finding> findings = findings(check, letter, register);

    assertEquals(List.of("schema-outside"), findings.stream().map(Finding::code).toList());
  }

  @Test
  void aGrammarReadsNothingBesideItsFolderAndTheEditions() throws Exception {
    Path edition = Files.createDirectory(folder.resolve("edition"));
    Path schemas = Files.createDirectory(folder.resolve("schemas"));
    Files.writeString(folder.resolve("outside.rnc"), "x = element x { empty }");
    Path grammar =
        Files.writeString(schemas.resolve("mine.rnc"), "include \"../outside.rnc\"\nstart = x\n");

    SchemaFault fault =
        assertThrows(
            SchemaFault.class, () -> Schemas.of(XML, edition, List.of(grammar.toString())));

    assertEquals("schema-faulty", fault.findings().get(0).code());
    assertEquals(1, fault.findings().get(0).location().line());
    Files.writeString(edition.resolve("outside.rnc"), "x = element x { empty }");
    Files.writeString(grammar, "include \"../edition/outside.rnc\"\nstart = x\n");
    Schemas.of(XML, edition, List.of(grammar.toString()));
  }

  @Test
  void deepGrammarsAreRefused() throws Exception {
    Path grammar =
        Files.writeString(
            folder.resolve("deep.rnc"),
            "start = element x { " + "(".repeat(200_000) + "empty" + ")".repeat(200_000) + " }");

    SchemaFault fault =
        assertThrows(SchemaFault.class, () -> Schemas.of(XML, folder, List.of(grammar.toString())));

    assertEquals("schema-faulty", fault.findings().get(0).code());
  }

  @Test
  void aSchemaThatACorpusLacksIsOneWarning() throws Exception {
    Path corpus = corpus("schnitzler");
    Schemas schemas = Schemas.of(XML, corpus, List.of());
    List<Schemas.Unresolved> unresolved = new ArrayList<>();
    for (Check.Input input : inputs(corpus)) {
      SourceText text = SourceText.of(input.path(), input.content().read());
      unresolved.addAll(schemas.of(XmlModel.of(text)).unresolved());
    }

    List<Finding> findings = Schemas.warnings(unresolved);

    assertEquals(1, findings.size(), findings::toString);
    assertEquals(Severity.WARNING, findings.get(0).severity());
    assertEquals("111", findings.get(0).arguments().get("files"));
  }

  @Test
  void whatRealEditionsDoIsAHabit() throws Exception {
    assertEquals(107, valid(corpus("schnitzler")));
    assertEquals(1, valid(corpus("frus")));
    assertEquals(266, valid(corpus("tillich")));
  }

  /** How many files of a corpus have no error by the grammar of habits. */
  private static int valid(Path corpus) throws Exception {
    Schemas habits = Schemas.of(XML, corpus, List.of(Schemas.HABITS));
    int valid = 0;
    for (Check.Input input : inputs(corpus)) {
      List<Finding> findings = new ArrayList<>();
      Cursor cursor = new Cursor(SourceText.of(input.path(), input.content().read()));
      Grammar grammar = habits.of(XmlModel.of(cursor.text())).grammars().iterator().next();
      Parsed parsed = XML.parse(cursor, List.of(grammar.handler(cursor, findings)));
      if (findings.isEmpty() && parsed instanceof Parsed.Tree) {
        valid++;
      }
    }
    return valid;
  }

  private static Path corpus(String name) {
    Path corpus = Samples.SHARED.resolve("corpora").resolve(name);
    assumeTrue(Files.isDirectory(corpus), "Skipped: no letters of others at " + corpus);
    return corpus;
  }

  private static List<Check.Input> inputs(Path corpus) throws IOException {
    try (Stream<Path> files = Files.list(corpus)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .sorted()
          .map(
              file ->
                  new Check.Input(file.getFileName().toString(), () -> Files.readAllBytes(file)))
          .toList();
    }
  }
}
