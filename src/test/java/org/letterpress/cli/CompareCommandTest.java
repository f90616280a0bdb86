package org.letterpress.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.Golden;
import org.letterpress.Run;

/** What the comparison of a transcription with its encoding says, in each language. */
class CompareCommandTest {

  @TestFactory
  Stream<DynamicTest> reportsInEnglish() {
    return Golden.cases("compare", "expected.txt", folder -> report(folder, "en"));
  }

  @TestFactory
  Stream<DynamicTest> reportsInGerman() {
    return Golden.cases("compare", "expected.de.txt", folder -> report(folder, "de"));
  }

  @TestFactory
  Stream<DynamicTest> reportsForPrograms() {
    return Golden.cases("compare", "expected.json", folder -> report(folder, "en", "--json"));
  }

  private static String report(Path folder, String lang, String... more) {
    String transcription = slashed(folder.resolve("letter.txt"));
    String letter = slashed(folder.resolve("letter.xml"));
    Stream<String> arguments = Stream.of("compare", transcription, letter, "--lang=" + lang);
    Run run = Run.of(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    assertEquals(
        folder.toString().endsWith("-error") ? Main.FINDINGS : Main.OK, run.code(), run.out());
    return run.out();
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
