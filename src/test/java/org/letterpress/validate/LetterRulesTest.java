package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.finding.Finding;
import org.letterpress.xml.Xml;

/**
 * Each rule of the letter schema finds the slip it is for, and nothing else does. The cases are
 * edits of two files without fault: what to find there, what to put in its place, and the one
 * finding that comes of it.
 */
final class LetterRulesTest {

  private static final Path CASES = Path.of("src", "test", "cases", "schema");
  private static final Check CHECK = new Check(new Xml());

  @ParameterizedTest
  @ValueSource(strings = {"letter-valid.xml", "register-valid.xml"})
  void aFileWithoutFaultHasNoFindings(String file) throws IOException {
    assertEquals(List.of(), findings(Files.readString(CASES.resolve(file))));
  }

  @ParameterizedTest
  @CsvFileSource(
      files = "src/test/cases/schema/rules.csv",
      delimiter = '|',
      useHeadersInDisplayName = true,
      maxCharsPerColumn = 4000)
  void aSlipGivesItsFinding(
      String code, String severity, String file, String original, String changed)
      throws IOException {
    String content = Files.readString(CASES.resolve(file + "-valid.xml"));
    int at = content.indexOf(original);
    assertTrue(at >= 0, () -> "The case does not fit the file: " + original);
    String slip = changed == null ? "" : changed;
    String edited = content.substring(0, at) + slip + content.substring(at + original.length());

    List<Finding> findings = findings(edited);

    assertEquals(
        List.of(code + " " + severity),
        findings.stream().map(f -> f.code() + " " + f.severity().word()).distinct().toList(),
        () -> "findings: " + findings);
    assertTrue(findings.get(0).location().line() > 0, () -> "no line: " + findings);
  }

  @Test
  void theProjectsOwnEditionHasNoFindings() throws IOException {
    List<Check.Input> inputs = new ArrayList<>();
    try (Stream<Path> found = Files.walk(Path.of("tei"))) {
      for (Path file : found.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        inputs.add(new Check.Input(file.toString(), () -> Files.readAllBytes(file)));
      }
    }
    assertFalse(inputs.isEmpty());
    assertEquals(List.of(), CHECK.check(inputs).findings());
  }

  @Test
  void eachRuleHasItsCaseAndItsLineInTheDocumentation() throws IOException {
    TreeSet<String> rules = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("schema", "rules"))) {
      for (Path file : files.toList()) {
        Pattern.compile("<sch:(?:assert|report) id=\"([^\"]+)\" role=\"(?:error|warning)\"")
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult rule) -> rule.group(1))
            .forEach(rules::add);
      }
    }
    TreeSet<String> cases = new TreeSet<>();
    Files.readAllLines(CASES.resolve("rules.csv")).stream()
        .skip(1)
        .filter(line -> !line.startsWith("schema"))
        .map(line -> line.substring(0, line.indexOf('|')).strip())
        .forEach(cases::add);
    assertEquals(rules, cases);
    String documentation = Files.readString(Path.of("schema", "README.md"));
    rules.removeIf(rule -> documentation.contains("`" + rule + "`"));
    assertEquals(new TreeSet<String>(), rules, "rules that schema/README.md does not name");
  }

  private static List<Finding> findings(String content) {
    return CHECK
        .check(
            List.of(new Check.Input("letter.xml", () -> content.getBytes(StandardCharsets.UTF_8))))
        .findings();
  }
}
