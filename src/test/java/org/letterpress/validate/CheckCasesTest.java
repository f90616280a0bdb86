package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.Golden;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Sentences;
import org.letterpress.finding.Severity;
import org.letterpress.model.Notebook;
import org.letterpress.model.Recall;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.Xml;

/**
 * Each folder is an edition with one kind of fault, an error or a warning as its name says, or none
 * ({@code -valid}); expected are the findings, a line each, and no other.
 */
class CheckCasesTest {

  private static final Xml XML = new Xml();

  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("validate", "expected.txt", CheckCasesTest::findings);
  }

  /** Cases that choose their schemas do so in xml-model, or name them in schema.txt. */
  private static Check check(Path folder, Recall recall) throws IOException {
    Path options = folder.resolve("schema.txt");
    if (isByLetterSchema(folder)) {
      return new Check(XML, Schemas.letter(XML), recall);
    }
    List<String> names = Files.exists(options) ? Files.readAllLines(options) : List.of();
    List<String> files =
        names.stream()
            .map(name -> name.contains(".") ? folder.resolve(name).toString() : name)
            .toList();
    try {
      return new Check(XML, Schemas.of(XML, folder, files), recall);
    } catch (SchemaFault e) {
      throw new AssertionError("The schema is faulty: " + e.findings(), e);
    }
  }

  private static boolean isByLetterSchema(Path folder) {
    return !Files.exists(folder.resolve("schema.txt"))
        && !folder.getFileName().toString().startsWith("model-");
  }

  private static List<Severity> kinds(String name) {
    return switch (name.substring(name.lastIndexOf('-') + 1)) {
      case "error" -> List.of(Severity.ERROR);
      case "warning" -> List.of(Severity.WARNING);
      case "valid" -> List.of();
      default -> throw new AssertionError("The name says not what is expected: " + name);
    };
  }

  private static String findings(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Check.Input> inputs =
          files
              .filter(file -> file.toString().endsWith(".xml"))
              .sorted()
              .map(
                  file ->
                      new Check.Input(
                          folder.relativize(file).toString(), () -> Files.readAllBytes(file)))
              .toList();
      Notebook notebook = new Notebook();
      List<Finding> findings = check(folder, notebook).check(inputs).findings();
      assertEquals(findings, check(folder, notebook).check(inputs).findings(), "a second time");
      assertTrue(!isByLetterSchema(folder) || notebook.found() == inputs.size());
      findings.forEach(Sentences::assertWhole);
      assertEquals(
          kinds(folder.getFileName().toString()),
          findings.stream().map(Finding::severity).distinct().toList(),
          folder::toString);
      assertTrue(
          findings.stream().map(Finding::code).distinct().count() <= 1, () -> "codes " + findings);
      return findings.stream()
          .map(
              finding ->
                  finding.location().file()
                      + ":"
                      + finding.location().line()
                      + ":"
                      + finding.location().column()
                      + " "
                      + finding.severity().word()
                      + " "
                      + finding.code()
                      + "\n  "
                      + finding.message()
                      + "\n  "
                      + finding.remedy()
                      + "\n")
          .collect(Collectors.joining());
    }
  }
}
