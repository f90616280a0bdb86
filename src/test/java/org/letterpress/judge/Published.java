package org.letterpress.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.letterpress.Run;

/**
 * An edition that the program has made.
 *
 * @param run what the program said
 * @param folder what it wrote
 */
record Published(Run run, Path folder) {

  /** Every file but the program's own list, in order, from the edition's folder, with slashes. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.equals(".letterpress"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a kind. */
  List<String> files(String extension) {
    return files().stream().filter(file -> file.endsWith(extension)).toList();
  }

  /** The letters' pages. */
  List<String> letters() {
    return files(".html").stream()
        .filter(file -> file.startsWith("letters/") && !file.equals("letters/index.html"))
        .toList();
  }

  Path path(String file) {
    return folder.resolve(file);
  }

  String text(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page as an HTML5 parser sees it. */
  Document page(String file) {
    return Jsoup.parse(text(file));
  }

  /** The edition's name in reports. */
  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
