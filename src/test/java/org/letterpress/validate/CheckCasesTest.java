package org.letterpress.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.Golden;
import org.letterpress.xml.Xml;

/**
 * Each folder is an edition with one fault, or none ({@code -valid}); expected are the findings, a
 * line each, and no other.
 */
class CheckCasesTest {

  private static final Check CHECK = new Check(new Xml());

  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("validate", "expected.txt", CheckCasesTest::findings);
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
      return CHECK.check(inputs).findings().stream()
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
