package org.letterpress.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Severity;

/**
 * Finds characters whose bytes in UTF-8 were taken for windows-1252 and turned into UTF-8 again:
 * {@code Ã¼} for ü. Only what such letters and signs come to is looked for, so that {@code Spaß“}
 * or {@code Ä“} are what they are.
 */
public final class TwiceEncoded {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** More places are not mended in one go. */
  private static final int MOST = 1000;

  /**
   * Letters and signs of Western Europe by the first character of two; quotation marks of three.
   */
  private static final String WESTERN = "ÂÃ";

  private static final String QUOTATION = "»«“”‘’›‹";

  private static final char PUNCTUATION = 'â';

  /** A place, and what probably stood there. */
  private record Slip(int start, int end, String meant) {}

  private TwiceEncoded() {}

  /** A warning at the first place of a file. */
  public static Optional<Finding> in(SourceText text) {
    List<Slip> slips = slips(text.characters());
    if (slips.isEmpty()) {
      return Optional.empty();
    }
    Slip first = slips.get(0);
    List<Fix.Edit> edits =
        slips.stream().map(slip -> new Fix.Edit(slip.start, slip.end, slip.meant)).toList();
    return Optional.of(
        Finding.of(
            "text-encoded-twice",
            Severity.WARNING,
            text.location(first.start, first.end),
            Map.of(
                "text",
                text.characters().substring(first.start, first.end),
                "meant",
                first.meant,
                "times",
                slips.size() == 1 ? "" : " (" + slips.size() + "×)"),
            slips.size() > MOST ? List.of() : List.of(new Fix(first.meant, edits))));
  }

  private static List<Slip> slips(String all) {
    List<Slip> slips = new ArrayList<>();
    for (int at = 0; at < all.length(); at++) {
      char c = all.charAt(at);
      int length = WESTERN.indexOf(c) >= 0 ? 2 : c == PUNCTUATION ? 3 : 0;
      if (length > 0 && at + length <= all.length()) {
        String meant = decoded(all.substring(at, at + length));
        if (!meant.isEmpty() && !isQuoted(all, at, at + length)) {
          slips.add(new Slip(at, at + length, meant));
          at += length - 1;
        }
      }
    }
    return slips;
  }

  /** {@code «Ã»}: the second character closes a quotation, since no word goes on round the two. */
  private static boolean isQuoted(String all, int start, int end) {
    boolean isWithin =
        (start > 0 && Character.isLowerCase(all.charAt(start - 1)))
            || (end < all.length() && Character.isLetter(all.charAt(end)));
    return QUOTATION.indexOf(all.charAt(end - 1)) >= 0 && end - start == 2 && !isWithin;
  }

  /** What the bytes of some characters are in UTF-8; empty where it is nothing, or unlikely. */
  private static String decoded(String written) {
    byte[] bytes = new byte[written.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = written.charAt(i);
      byte[] one = WINDOWS.encode(String.valueOf(c)).array();
      // The five bytes that windows-1252 lacks stay control characters.
      bytes[i] = c < 0x100 ? (byte) c : one[0];
      if (c < 0x80 || (c >= 0x100 && one[0] == '?')) {
        return "";
      }
    }
    try {
      String meant = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return meant.chars().allMatch(TwiceEncoded::isLikely) ? meant : "";
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  /** Letters and signs of Western Europe, quotation marks and dashes, € and ™. */
  private static boolean isLikely(int c) {
    return (c >= 0xA0 && c <= 0xFF) || (c >= 0x2010 && c <= 0x203A) || c == '€' || c == '™';
  }
}
