package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.letterpress.report.Judgement;
import org.letterpress.report.ReportFormat;
import org.letterpress.report.SourceTexts;
import org.letterpress.xml.Xml;

/** The report does not depend on how many threads there are. */
final class ThreadsTest {

  /** Real letters with faults where they are here, else the project's own cases. */
  private static final Path CORPUS = Samples.SHARED.resolve("corpora").resolve("tillich");

  @Test
  void oneThreadAndTwoGiveTheSameReport() throws Exception {
    Check check = new Check(new Xml());
    Path folder = Files.isDirectory(CORPUS) ? CORPUS : Path.of("src", "test", "cases");
    List<Check.Input> inputs = inputs(folder);

    List<Finding> one = findings(check, inputs, 1);
    List<Finding> two = findings(check, inputs, 2);

    assertFalse(one.isEmpty());
    assertEquals(one, two);
    assertEquals(one, findings(check, inputs, 2));
    for (ReportFormat format : ReportFormat.values()) {
      assertArrayEquals(
          report(format, folder, inputs, one), report(format, folder, inputs, two), format.word());
    }
  }

  /** The second check fails first where there are two threads. */
  @Test
  void failingChecksAreToldInTheirOrder() throws Exception {
    List<Supplier<List<Finding>>> checks =
        List.of(
            () -> {
              LockSupport.parkNanos(50_000_000);
              throw new IllegalStateException("first");
            },
            () -> {
              throw new IllegalArgumentException("second");
            });

    List<Finding> one = on(1, () -> Check.findings(checks));
    List<Finding> two = on(2, () -> Check.findings(checks));

    assertEquals(2, one.size());
    assertEquals(one, two);
    assertEquals(
        List.of("java.lang.IllegalStateException", "java.lang.IllegalArgumentException"),
        one.stream().map(fault -> fault.arguments().get("exception")).toList());
  }

  private static byte[] report(
      ReportFormat format, Path folder, List<Check.Input> inputs, List<Finding> findings) {
    Judgement judgement =
        new Judgement(
            folder,
            inputs.stream().map(Check.Input::path).toList(),
            findings,
            List.of(),
            Optional.empty(),
            Optional.of(Severity.ERROR),
            SourceTexts.in(folder),
            Catalogue.ENGLISH,
            "test");
    return format.write(judgement).getBytes(UTF_8);
  }

  private static List<Finding> findings(Check check, List<Check.Input> inputs, int threads)
      throws Exception {
    return on(threads, () -> check.check(inputs).findings());
  }

  private static <T> T on(int threads, Callable<T> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  private static List<Check.Input> inputs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .sorted()
          .map(
              file ->
                  new Check.Input(
                      folder.relativize(file).toString(), () -> Files.readAllBytes(file)))
          .toList();
    }
  }
}
