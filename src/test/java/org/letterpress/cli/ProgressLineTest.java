package org.letterpress.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;
import org.letterpress.finding.Catalogue;
import org.letterpress.report.Words;

class ProgressLineTest {

  private final StringWriter said = new StringWriter();

  @Test
  void onATerminalOneLineIsWrittenOver() {
    try (ProgressLine line = line(false, true)) {
      line.step("check");
      line.made(1, 2);
      line.made(2, 2);
    }
    assertFalse(said.toString().contains("\n"));
    assertTrue(said.toString().contains("… check"));
    assertTrue(said.toString().contains("… 2 of 2 made"));
    assertTrue(said.toString().endsWith("\r\u001b[K"), "the line is left empty");
  }

  @Test
  void inALogEachStepIsALine() {
    try (ProgressLine line = line(false, false)) {
      line.step("check");
      line.made(1, 2);
      line.step("html");
    }
    assertEquals("… check\n… html\n", said.toString().replace("\r\n", "\n"));
  }

  @Test
  void stepsAndTimesAreToldInTheUsersLanguage(@TempDir Path folder) {
    String output = folder.resolve("o").toString();
    Run run = Run.of("publish", "tei", "--format=text", "-o", output, "--lang=de", "--timings");
    assertEquals(List.of("… Lesen", "… Prüfen"), run.err().lines().limit(2).toList());
    assertTrue(run.out().matches("(?s).*\\n  Prüfen +\\d+,\\d\\d s\\n.*"), run.out());
  }

  @Test
  void quietSaysNothing() {
    try (ProgressLine line = line(true, true)) {
      line.step("check");
      line.made(2, 2);
    }
    assertEquals("", said.toString());
  }

  @Test
  void aQuietRunThatGoesWellSaysNothing(@TempDir Path folder) {
    Run run =
        Run.of(
            "publish", "tei", "--format", "text", "--output", folder.resolve("o").toString(), "-q");
    assertEquals(new Run(0, "", ""), new Run(run.code(), findingsAlone(run), run.err()));
  }

  /** What was found is said in any case. */
  private static String findingsAlone(Run run) {
    return String.join("\n", run.out().lines().filter(l -> !l.startsWith("Checked")).toList());
  }

  @Test
  void timingsTellOfEachStep(@TempDir Path folder) {
    String output = folder.resolve("o").toString();
    Run run = Run.of("publish", "tei", "--format", "text", "--output", output, "--timings");
    assertTrue(run.out().matches("(?s).*\\n  check +\\d+\\.\\d\\d s\\n.*"), run.out());
    assertTrue(run.out().matches("(?s).*\\n  text +\\d+\\.\\d\\d s\\n.*"), run.out());
  }

  private ProgressLine line(boolean quiet, boolean live) {
    return new ProgressLine(
        new PrintWriter(said, true), Words.of(Main.class, Catalogue.ENGLISH), quiet, live);
  }
}
