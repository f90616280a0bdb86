package org.letterpress.xml;

import java.util.Arrays;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;

/**
 * The characters of an XML file, and its lines. Offsets count UTF-16 units from 0, without a byte
 * order mark; lines and columns count from 1, and a line ends as XML 1.0 section 2.11 has it.
 */
public final class SourceText {

  /** The file can't be turned into characters; the finding says why. */
  public static final class Undecodable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    Undecodable(Finding finding) {
      super(finding.message());
      this.finding = finding;
    }

    /** Why, and where. */
    public Finding finding() {
      return finding;
    }
  }

  private final String file;
  private final String characters;
  private final int[] lines;

  private SourceText(String file, String characters) {
    this.file = file;
    this.characters = characters;
    this.lines = lines(characters);
  }

  /**
   * Decodes a file by its byte order mark, else by the encoding that it declares, else as UTF-8
   * (XML 1.0, appendix F).
   *
   * @param file its name in findings
   * @throws Undecodable where its bytes are not of that encoding, or it is one that is not read
   */
  public static SourceText of(String file, byte[] bytes) throws Undecodable {
    return new SourceText(file, Encoding.decode(file, bytes));
  }

  /** A file's text that is in memory already, such as one that was changed. */
  public static SourceText of(String file, String characters) {
    return new SourceText(file, characters);
  }

  private static int[] lines(String text) {
    int[] starts = new int[64];
    int count = 1;
    int feed = text.indexOf('\n');
    int carriage = text.indexOf('\r'); // there is seldom any
    while (feed >= 0 || carriage >= 0) {
      boolean isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
      int end = isFeed ? feed : carriage;
      if (isFeed) {
        feed = text.indexOf('\n', end + 1);
      } else {
        carriage = text.indexOf('\r', end + 1);
        if (feed == end + 1) {
          continue; // the line ends behind both
        }
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The file's name in findings. */
  public String file() {
    return file;
  }

  /** All of it. */
  public String characters() {
    return characters;
  }

  /** The offset at which each line begins; a copy. */
  public int[] lineStarts() {
    return lines.clone();
  }

  /** How many lines it has. */
  public int lineCount() {
    return lines.length;
  }

  /** The line of an offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lines, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The offset at which a line begins. */
  public int lineStart(int line) {
    return lines[line - 1];
  }

  /** The column of an offset. */
  public int column(int offset) {
    return offset - lines[line(offset) - 1] + 1;
  }

  /** The offset of a line and column, moved into the text where they lie outside it. */
  public int offset(int line, int column) {
    int row = Math.max(1, Math.min(line, lines.length));
    int offset = lines[row - 1] + Math.max(0, column - 1);
    return Math.min(offset, lineEnd(row));
  }

  /** The characters of a line, without its end. */
  public String lineText(int line) {
    return characters.substring(lines[line - 1], lineEnd(line));
  }

  /** The offset at which a line ends, before the characters that end it. */
  int lineEnd(int line) {
    int end = line == lines.length ? characters.length() : lines[line] - 1;
    return end > lines[line - 1] && characters.charAt(end - 1) == '\r' && line < lines.length
        ? end - 1
        : end;
  }

  /** The place of a stretch of text; of one of several lines, its part in the first. */
  public Location location(int start, int end) {
    int line = line(start);
    int column = start - lines[line - 1] + 1;
    return new Location(file, line, column, Math.max(0, Math.min(end, lineEnd(line)) - start));
  }
}
