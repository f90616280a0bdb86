package org.letterpress.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText.Undecodable;

/** Turns bytes into characters, strictly, or says why they can't be. */
final class Encoding {

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  /**
   * The encodings that are read. Each byte of theirs means the same wherever it stands, and tags
   * are written as in ASCII, so that no tag hides from whoever looks at the bytes. UTF-7, EBCDIC
   * and the ISO 2022 family are not such.
   */
  private static final Pattern READ =
      Pattern.compile(
          "UTF-8|UTF-16(?:[BL]E)?|US-ASCII|ISO-8859-\\d+|windows-125\\d|KOI8-[RU]|x-MacRoman"
              + "|IBM(?:437|850|852|858|866)");

  /** An XML declaration is never longer. */
  private static final int DECLARATION = 512;

  /** How many characters round the wrong byte show where it is. */
  private static final int AROUND = 12;

  /** What other formats begin with. */
  private static final Map<String, String> FORMATS =
      Map.of(
          "PK\u0003\u0004", "ZIP (DOCX, ODT)",
          "%PDF-", "PDF",
          "{\\rtf", "RTF",
          "\u00D0\u00CF\u0011\u00E0", "DOC",
          "\u001F\u008B", "GZIP",
          "\u0089PNG", "PNG",
          "\u00FF\u00D8\u00FF", "JPEG");

  private Encoding() {}

  static String decode(String file, byte[] bytes) throws Undecodable {
    String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION), ISO_8859_1);
    refuseOtherFormats(file, head);
    Charset marked = marked(head);
    boolean mark =
        head.startsWith("\u00EF\u00BB\u00BF")
            || head.startsWith("\u00FE\u00FF")
            || head.startsWith("\u00FF\u00FE");
    int skip = !mark ? 0 : UTF_8.equals(marked) ? 3 : 2;
    String start =
        marked == null
            ? head
            : new String(bytes, skip, Math.min(bytes.length - skip, 2 * DECLARATION), marked);
    Matcher declaration = DECLARED.matcher(start);
    String declared = declaration.find() ? declaration.group(1) : "";
    Charset named = declared.isEmpty() ? UTF_8 : named(file, declared);
    if (marked != null && !declared.isEmpty() && !isOf(named, marked)) {
      throw contradiction(file, start, declaration, marked);
    }
    boolean wide = named.name().startsWith("UTF-16");
    if (marked == null && wide) {
      throw contradiction(file, start, declaration, UTF_8);
    }
    boolean bytewise = !named.equals(US_ASCII) && named.newEncoder().maxBytesPerChar() == 1;
    if (marked == null && bytewise && isUtf8(bytes)) {
      throw contradiction(file, start, declaration, UTF_8);
    }
    return decode(file, bytes, skip, marked == null ? named : marked);
  }

  /**
   * Whether bytes are beyond doubt UTF-8: some are not ASCII, and all are well-formed. Text in an
   * encoding of one byte a character never is, but every byte of UTF-8 is a character in such an
   * encoding: without this "Grüße" would be read as "GrÃ¼Ã\u009Fe" and nobody told.
   */
  private static boolean isUtf8(byte[] bytes) {
    boolean ascii = true;
    for (byte one : bytes) {
      ascii &= one >= 0;
    }
    try {
      return !ascii && UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasRemaining();
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static void refuseOtherFormats(String file, String head) throws Undecodable {
    for (Map.Entry<String, String> format : FORMATS.entrySet()) {
      if (head.startsWith(format.getKey())) {
        throw undecodable("not-xml-format", Location.of(file), Map.of("format", format.getValue()));
      }
    }
    boolean utf32 =
        head.startsWith("\u0000\u0000\u00FE\u00FF")
            || head.startsWith("\u00FF\u00FE\u0000\u0000")
            || head.startsWith("\u0000\u0000\u0000<")
            || head.startsWith("<\u0000\u0000\u0000");
    boolean ebcdic = head.startsWith("Lo\u00A7\u0094");
    if (utf32 || ebcdic) {
      throw undecodable(
          "encoding-unsupported",
          Location.of(file),
          Map.of("encoding", utf32 ? "UTF-32" : "EBCDIC"));
    }
  }

  /** What the first bytes tell: a byte order mark, or a {@code <} of two bytes. */
  private static Charset marked(String head) {
    if (head.startsWith("\u00EF\u00BB\u00BF")) {
      return UTF_8;
    }
    if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u0000<")) {
      return UTF_16BE;
    }
    return head.startsWith("\u00FF\u00FE") || head.startsWith("<\u0000") ? UTF_16LE : null;
  }

  private static boolean isOf(Charset named, Charset marked) {
    return named.equals(marked)
        || (named.name().equals("UTF-16") && marked.name().startsWith("UTF-16"));
  }

  private static Charset named(String file, String declared) throws Undecodable {
    Location location = Location.of(file, 1);
    Map<String, String> arguments = Map.of("encoding", declared);
    boolean known;
    try {
      known = Charset.isSupported(declared);
    } catch (IllegalCharsetNameException e) {
      known = false;
    }
    boolean stateful = declared.toUpperCase(Locale.ROOT).matches("UTF-?7|.*EBCDIC.*");
    if (!known && !stateful) {
      throw undecodable("encoding-unknown", location, arguments);
    }
    if (stateful || !READ.matcher(Charset.forName(declared).name()).matches()) {
      throw undecodable("encoding-unsupported", location, arguments);
    }
    return Charset.forName(declared);
  }

  private static Undecodable contradiction(
      String file, String start, Matcher declaration, Charset marked) {
    Location location =
        SourceText.of(file, start).location(declaration.start(1), declaration.end(1));
    return undecodable(
        "encoding-contradiction",
        location,
        Map.of(
            "encoding", marked.name().replaceFirst("(?<=16)[BL]E", ""),
            "declared", declaration.group(1)));
  }

  private static String decode(String file, byte[] bytes, int skip, Charset charset)
      throws Undecodable {
    if (charset.equals(UTF_8)) {
      // The quick way, which puts U+FFFD in the place of wrong bytes.
      String characters = new String(bytes, skip, bytes.length - skip, UTF_8);
      if (characters.indexOf('\uFFFD') < 0) {
        return characters;
      }
    }
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
      throw wrong(SourceText.of(file, characters), bytes, in.position(), charset);
    }
    return characters;
  }

  /** Says where the first wrong byte is, and what the words would be in a likelier encoding. */
  private static Undecodable wrong(SourceText before, byte[] bytes, int at, Charset charset) {
    int offset = before.characters().length();
    Location place = before.location(offset, offset);
    String likely = likely(bytes, at, charset);
    Location location =
        new Location(place.file(), place.line(), place.column(), likely.isEmpty() ? 0 : 1);
    if (likely.isEmpty()) {
      return undecodable("encoding-wrong", location, Map.of("encoding", charset.name()));
    }
    String line = before.characters().substring(before.offset(place.line(), 1), offset);
    String words = line.substring(Math.max(0, line.length() - AROUND));
    int end = at;
    while (end < bytes.length && end < at + AROUND && bytes[end] >= 0 == bytes[end] > ' ') {
      end++;
    }
    String rest = new String(bytes, at, end - at, Charset.forName(likely));
    return undecodable(
        "encoding-likely",
        location,
        Map.of(
            "encoding",
            charset.name(),
            "text",
            Fault.quoted(words.substring(words.lastIndexOf(' ') + 1) + rest),
            "likely",
            likely));
  }

  /** Letters of one byte among those of ASCII are Windows-1252, or ISO 8859-1, its subset. */
  private static String likely(byte[] bytes, int at, Charset charset) {
    int b = bytes[at] & 0xFF;
    boolean utf8 = charset.equals(UTF_8) || charset.name().equals("US-ASCII");
    boolean lead = at + 1 < bytes.length && (bytes[at + 1] & 0xC0) == 0x80;
    if (charset.name().equals("US-ASCII") && b >= 0xC2 && lead) {
      return "UTF-8";
    }
    if (!utf8 || lead) {
      return "";
    }
    return b >= 0xA0
        ? "ISO-8859-1"
        : b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D ? "" : "windows-1252";
  }

  private static Undecodable undecodable(
      String code, Location location, Map<String, String> arguments) {
    return new Undecodable(Finding.of(code, Severity.ERROR, location, arguments, List.of()));
  }
}
