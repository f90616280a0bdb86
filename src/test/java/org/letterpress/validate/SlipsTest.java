package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Sentences;
import org.letterpress.finding.Severity;
import org.letterpress.xml.Xml;

/**
 * Slips that editors make, a file each: what is changed in the faultless edition {@code
 * validate/letter-valid}, and what the editor is told. A slip whose name ends in {@code -error} has
 * exactly one error and no other finding, {@code -warning} one warning, {@code -valid} none. With
 * {@code -Dletterpress.golden=write} what is told is written anew, to be read in the diff.
 */
class SlipsTest {

  private static final Path SLIPS = Path.of("src/test/cases/slips");
  private static final int MOST_COMMON = 35;
  private static final int FOUND = 40;
  private static final Path FAULTLESS = Path.of("src/test/cases/validate/letter-valid");
  private static final boolean WRITE = "write".equals(System.getProperty("letterpress.golden"));
  private static final Check CHECK = new Check(new Xml());

  /** Where a file is changed: {@code \n} is a new line, {@code ^} alone the file's beginning. */
  private static final Pattern CHANGE =
      Pattern.compile("file: (.+)\nreplace: (.*)\nby: ?(.*)\n", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> slips() throws IOException {
    return list().stream().map(slip -> DynamicTest.dynamicTest(name(slip), () -> judge(slip)));
  }

  /** The typical mistakes are some thirty, and forty more were found in real editions. */
  @Test
  void noneIsLost() throws IOException {
    long errors = list().stream().filter(slip -> name(slip).endsWith("-error")).count();
    assertTrue(errors >= MOST_COMMON + FOUND, () -> "errors: " + errors);
  }

  @Test
  void mostMendsMend() throws IOException {
    int errors = 0;
    List<String> unmended = new ArrayList<>();
    for (Path slip : list()) {
      if (name(slip).endsWith("-error")) {
        errors++;
        if (!Files.readString(slip).contains("\n  mended by ")) {
          unmended.add(name(slip));
        }
      }
    }
    int all = errors;
    assertTrue(unmended.size() * 5 <= all, () -> unmended.size() + " of " + all + ": " + unmended);
  }

  private static List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(SLIPS)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static String name(Path slip) {
    return slip.getFileName().toString().replaceFirst("\\.txt$", "");
  }

  private static void judge(Path slip) throws IOException {
    String content = Files.readString(slip, UTF_8);
    int told = content.indexOf("\n---\n") < 0 ? content.length() : content.indexOf("\n---\n") + 1;
    String changes = content.substring(0, told);
    Map<String, String> edition = edition();
    for (Matcher change = CHANGE.matcher(changes); change.find(); ) {
      String file = change.group(1);
      String replace = change.group(2).replace("\\n", "\n");
      String by = change.group(3).replace("\\n", "\n");
      String before = edition.getOrDefault(file, "");
      int at = replace.equals("^") ? 0 : before.indexOf(replace);
      assertTrue(at >= 0, () -> file + " does not hold " + replace);
      int after = replace.equals("^") ? 0 : at + replace.length();
      edition.put(file, before.substring(0, at) + by + before.substring(after));
    }
    List<Finding> findings = findings(edition);
    StringBuilder report = new StringBuilder("---\n");
    for (Finding finding : findings) {
      Sentences.assertWhole(finding);
      report.append(report(finding, edition));
    }
    if (WRITE) {
      Files.writeString(slip, changes + report, UTF_8);
    }
    assertEquals(Files.readString(slip, UTF_8), changes + report);
    List<Severity> severities = findings.stream().map(Finding::severity).toList();
    List<Severity> expected =
        switch (name(slip).replaceFirst("^.*-", "")) {
          case "error" -> List.of(Severity.ERROR);
          case "warning" -> List.of(Severity.WARNING);
          case "valid" -> List.of();
          default -> throw new AssertionError("The name says not what is expected: " + slip);
        };
    assertEquals(expected, severities, report::toString);
  }

  private static String report(Finding finding, Map<String, String> edition) {
    StringBuilder report = new StringBuilder();
    report.append(finding.location()).append(' ').append(finding.severity().word());
    report.append(' ').append(finding.code()).append('\n');
    String file = edition.get(finding.location().file());
    String[] lines = file.split("\\R", -1);
    if (finding.location().line() > 0) {
      String line = lines[finding.location().line() - 1];
      report.append("  |").append(line).append('\n');
      report.append("  |").append(" ".repeat(Math.max(0, finding.location().column() - 1)));
      report.append("^".repeat(Math.max(1, finding.location().length()))).append('\n');
    }
    report.append("  ").append(finding.message()).append('\n');
    if (!finding.remedy().isEmpty()) {
      report.append("  ").append(finding.remedy()).append('\n');
    }
    if (!finding.fixes().isEmpty()) {
      Fix fix = finding.fixes().get(0);
      Map<String, String> changed = new TreeMap<>(edition);
      changed.put(finding.location().file(), fix.apply(file));
      boolean mended =
          findings(changed).stream().noneMatch(left -> left.severity() == Severity.ERROR);
      report.append(mended ? "  mended by " : "  NOT mended by ").append(fix.title()).append('\n');
    }
    return report.toString();
  }

  private static Map<String, String> edition() {
    Map<String, String> edition = new TreeMap<>();
    for (String file : List.of("letter.xml", "register.xml")) {
      try {
        edition.put(file, Files.readString(FAULTLESS.resolve(file), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return edition;
  }

  private static List<Finding> findings(Map<String, String> edition) {
    return CHECK
        .check(
            edition.entrySet().stream()
                .map(file -> new Check.Input(file.getKey(), () -> file.getValue().getBytes(UTF_8)))
                .toList())
        .findings();
  }
}
