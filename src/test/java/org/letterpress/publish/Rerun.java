package org.letterpress.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;

/** An edition of the tests' own that is published, edited and published again. */
abstract class Rerun {

  private static final Path SPECIMEN = Path.of("src/test/cases/judge/specimen");
  private static final String FORMATS = "html,epub,text";

  @TempDir Path temporary;

  Path source;
  Path output;

  @BeforeEach
  void copy() throws IOException {
    source = temporary.resolve("source");
    output = temporary.resolve("output");
    try (Stream<Path> files = Files.walk(SPECIMEN)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = source.resolve(SPECIMEN.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  void edit(String file, String from, String to) throws IOException {
    String text = read(file);
    assertNotEquals(-1, text.indexOf(from), file);
    Files.writeString(source.resolve(file), text.replace(from, to));
  }

  String read(String file) throws IOException {
    return Files.readString(source.resolve(file));
  }

  Run publish(String... more) {
    return publish(output, more);
  }

  Run publish(Path to, String... more) {
    return publish(to, FORMATS, List.of(more));
  }

  Run as(String formats, String... more) {
    return publish(output, formats, List.of(more));
  }

  Run publish(Path to, String formats, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "publish",
                source.toString(),
                "--output",
                to.toString(),
                "--format",
                formats,
                "--keep-going"));
    arguments.addAll(more);
    return Run.of(arguments.toArray(String[]::new));
  }

  static List<String> told(Run run) {
    return run.out()
        .lines()
        .filter(line -> !line.startsWith("Took"))
        .map(line -> line.replaceFirst(", \\d+ of them made anew", ""))
        .toList();
  }

  /** Publishes again; the bytes are a clean run's. Which files were made anew. */
  Set<String> made(String... more) throws IOException {
    Map<String, FileTime> before = times();
    assertFalse(before.isEmpty());
    Run run = publish(more);
    assertTrue(run.code() < 2, run.err());
    assertEquals(told(run).size(), told(publish(temporary.resolve("clean"), with(more))).size());
    Map<String, byte[]> clean = files(temporary.resolve("clean"));
    Map<String, byte[]> now = files(output);
    assertEquals(clean.keySet(), now.keySet());
    clean.forEach((file, content) -> assertArrayEquals(content, now.get(file), file));
    Set<String> made = new TreeSet<>();
    times()
        .forEach(
            (file, time) -> {
              if (!time.equals(before.get(file))) {
                made.add(file);
              }
            });
    made.removeIf(file -> file.startsWith("audit/") || file.equals(OutputFolder.MANIFEST));
    return made;
  }

  static String[] with(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    if (!all.contains("--clean")) {
      all.add("--clean");
    }
    return all.toArray(String[]::new);
  }

  Map<String, FileTime> times() throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    for (String file : files(output).keySet()) {
      times.put(file, Files.getLastModifiedTime(output.resolve(file)));
    }
    return times;
  }

  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
