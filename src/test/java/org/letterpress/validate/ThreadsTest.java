package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.letterpress.finding.Finding;
import org.letterpress.xml.Xml;

/** The report does not depend on how many threads there are. */
final class ThreadsTest {

  /** Real letters with faults where they are here, else the project's own cases. */
  private static final Path CORPUS = Samples.SHARED.resolve("corpora").resolve("tillich");

  @Test
  void oneThreadAndTwoGiveTheSameReport() throws Exception {
    Check check = new Check(new Xml());
    List<Check.Input> inputs =
        inputs(Files.isDirectory(CORPUS) ? CORPUS : Path.of("src", "test", "cases"));

    List<Finding> one = findings(check, inputs, 1);

    assertFalse(one.isEmpty());
    assertEquals(one, findings(check, inputs, 2));
    assertEquals(one, findings(check, inputs, 2));
  }

  private static List<Finding> findings(Check check, List<Check.Input> inputs, int threads)
      throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> check.check(inputs).findings()).get();
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
