package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders, byte for byte. */
final class Snapshot {

  private Snapshot() {}

  /** Every file and folder below a folder, hidden ones too, with the SHA-256 of each file. */
  static SortedMap<String, String> of(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.isRegularFile(path) ? sum(path) : "folder");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String sum(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Fails, naming the files, where two snapshots are not the same. */
  static void assertSame(SortedMap<String, String> expected, SortedMap<String, String> actual) {
    List<String> differences = new ArrayList<>();
    for (String name : expected.keySet()) {
      if (!actual.containsKey(name)) {
        differences.add(name + " is missing");
      } else if (!actual.get(name).equals(expected.get(name))) {
        differences.add(name + " is another");
      }
    }
    actual.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .forEach(name -> differences.add(name + " is new"));
    assertEquals(List.of(), differences);
  }

  /** Copies a folder. */
  static Path copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }

  /** Deletes a folder where there is one. */
  static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
