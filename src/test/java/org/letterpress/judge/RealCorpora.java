package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.letterpress.Run;

/** Editions of letters that others have encoded, each made once for all judges. */
final class RealCorpora {

  private static final Path CORPORA =
      Path.of(System.getProperty("letterpress.shared", "../shared"), "corpora");

  private static final Map<String, Published> MADE = new ConcurrentHashMap<>();

  private RealCorpora() {}

  /** The letters of a corpus; the test is skipped where they are missing. */
  static Path source(String corpus) {
    Path source = CORPORA.resolve(corpus);
    assumeTrue(Files.isDirectory(source), () -> "Skipped: there is no folder " + source);
    return source;
  }

  /**
   * The web site, the e-books and the texts of a corpus; the test is skipped where it is missing.
   */
  static Published edition(String corpus) {
    Path source = source(corpus);
    return MADE.computeIfAbsent(
        corpus,
        name -> {
          Path output = Path.of("target", "real", name);
          Snapshot.delete(output);
          return publish(source, output, "html,epub,text,diplomatic,markdown");
        });
  }

  /** An edition of letters as they are, faults and all. */
  static Published publish(Path source, Path output, String formats) {
    Run run =
        Run.of(
            "publish",
            source.toString(),
            "--schema=habits",
            "--keep-going",
            "--format=" + formats,
            "--output=" + output);
    assertTrue(run.code() <= 1, run::err);
    return new Published(run, output);
  }
}
