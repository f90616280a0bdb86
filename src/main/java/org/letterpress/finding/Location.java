package org.letterpress.finding;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file the path as the user knows it, with {@code /} between folders
 * @param line counted from 1; 0 where only the file is known
 * @param column counted from 1 in UTF-16 units, as editors and XML parsers count; 0 where unknown
 * @param length how many UTF-16 units of the line are meant; 0 where only their beginning is known
 */
public record Location(String file, int line, int column, int length)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column)
          .thenComparingInt(Location::length);

  /** The whole of a file. */
  public static Location of(String file) {
    return new Location(file, 0, 0, 0);
  }

  /** A line of a file. */
  public static Location of(String file, int line) {
    return new Location(file, line, 0, 0);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file}, {@code file:line} or {@code file:line:column}, whichever is known. */
  @Override
  public String toString() {
    if (line <= 0) {
      return file;
    }
    return column <= 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
