package org.letterpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Input and expected output side by side, found in {@code src/test/cases}. With {@code
 * -Dletterpress.golden=write} the expected files are written anew, to be read in the diff.
 */
public final class Golden {

  private static final Path CASES = Path.of("src/test/cases");
  private static final boolean WRITE = "write".equals(System.getProperty("letterpress.golden"));

  private Golden() {}

  /** What a case does with its folder. */
  @FunctionalInterface
  public interface Case {
    /** The actual output. */
    String run(Path folder) throws IOException;
  }

  /** One test for each folder below {@code src/test/cases/NAME}. */
  public static Stream<DynamicTest> cases(String name, String expected, Case run) {
    List<Path> folders;
    try (Stream<Path> all = Files.list(CASES.resolve(name))) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertEquals(false, folders.isEmpty(), "there are cases in " + name);
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> compare(folder.resolve(expected), run.run(folder))));
  }

  private static void compare(Path expected, String actual) throws IOException {
    if (WRITE) {
      Files.writeString(expected, actual, UTF_8);
    }
    assertEquals(Files.readString(expected, UTF_8), actual, expected.toString());
  }
}
