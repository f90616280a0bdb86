package org.letterpress.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;

/**
 * The characters of an XML file, and its lines. Offsets count UTF-16 units from 0, without a byte
 * order mark; lines and columns count from 1, and a line ends as XML 1.0 section 2.11 has it.
 */
public final class SourceText {

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  /** An XML declaration is never longer. */
  private static final int DECLARATION = 512;

  /** The file can't be turned into characters; the finding says why. */
  public static final class Undecodable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    private Undecodable(Finding finding) {
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
   * @throws Undecodable where its bytes are not of that encoding
   */
  public static SourceText of(String file, byte[] bytes) throws Undecodable {
    Charset marked = marked(bytes);
    int skip = marked == null ? 0 : marked.equals(UTF_8) ? 3 : 2;
    Charset charset = marked == null ? declared(file, bytes) : marked;
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()));
    CoderResult result = decoder.decode(in, out, true);
    String characters = out.flip().toString();
    if (result.isError()) {
      SourceText before = new SourceText(file, characters);
      throw new Undecodable(
          Finding.error(
              "encoding-wrong",
              before.location(characters.length(), characters.length()),
              "The file is read as "
                  + charset.name()
                  + ", but its bytes are of another encoding from here on.",
              "Save the file in UTF-8 and declare encoding=\"UTF-8\" in its first line."));
    }
    return new SourceText(file, characters);
  }

  /** A file's text that is in memory already, such as one that was changed. */
  public static SourceText of(String file, String characters) {
    return new SourceText(file, characters);
  }

  private static Charset marked(byte[] bytes) {
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      return UTF_8;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return UTF_16BE;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return UTF_16LE;
    }
    return null;
  }

  private static Charset declared(String file, byte[] bytes) throws Undecodable {
    if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] == '<') {
      return UTF_16BE;
    }
    if (bytes.length >= 4 && bytes[0] == '<' && bytes[1] == 0) {
      return UTF_16LE;
    }
    String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION), ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    if (!declared.find()) {
      return UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Undecodable(
          Finding.error(
              "encoding-unknown",
              Location.of(file, 1),
              "The file declares the encoding \"" + declared.group(1) + "\", which is none.",
              "Save the file in UTF-8 and declare encoding=\"UTF-8\" in its first line."));
    }
  }

  private static int[] lines(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (!ends) {
        continue;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
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

  /** How many lines it has. */
  public int lineCount() {
    return lines.length;
  }

  /** The line of an offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lines, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an offset. */
  public int column(int offset) {
    return offset - lines[line(offset) - 1] + 1;
  }

  /** The offset of a line and column, moved into the text where they lie outside it. */
  public int offset(int line, int column) {
    int row = Math.max(1, Math.min(line, lines.length));
    int offset = lines[row - 1] + Math.max(0, column - 1);
    return Math.min(offset, end(row));
  }

  /** The characters of a line, without its end. */
  public String lineText(int line) {
    return characters.substring(lines[line - 1], end(line));
  }

  private int end(int line) {
    int end = line == lines.length ? characters.length() : lines[line] - 1;
    return end > lines[line - 1] && characters.charAt(end - 1) == '\r' && line < lines.length
        ? end - 1
        : end;
  }

  /** The place of a stretch of text; of one of several lines, its part in the first. */
  public Location location(int start, int end) {
    int line = line(start);
    return new Location(file, line, column(start), Math.max(0, Math.min(end, end(line)) - start));
  }
}
