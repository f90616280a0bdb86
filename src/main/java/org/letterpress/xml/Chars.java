package org.letterpress.xml;

/** The classes of characters of XML 1.0 (fifth edition), sections 2.2 and 2.3. */
final class Chars {

  private Chars() {}

  /** White space, production 3. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** Whether a UTF-16 unit may stand in a document, production 2; surrogates are let pass. */
  static boolean isLegal(char c) {
    return c >= ' ' ? c < '\uFFFE' : isSpace(c);
  }

  /** Whether a code point may stand in a document, production 2. */
  static boolean isLegal(int point) {
    return point < 0x10000
        ? isLegal((char) point) && !Character.isSurrogate((char) point)
        : point <= 0x10FFFF;
  }

  /** What a name may begin with: letters, {@code _} and {@code :}. */
  static boolean isNameStart(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':'
        : Character.isLetter(c) || Character.isSurrogate(c);
  }

  /** What a name may go on with. */
  static boolean isName(char c) {
    return isNameStart(c)
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '\u00B7'
        || (c > 0x7F && (Character.getType(c) == Character.NON_SPACING_MARK || c == '\u203F'));
  }

  /** A quotation mark of print, which is none in XML. */
  static boolean isTypographicQuote(char c) {
    return "“”„‟«»‘’‚‛′″‹›".indexOf(c) >= 0;
  }

  /** A space that is none in XML, such as the no-break space. */
  static boolean isOddSpace(char c) {
    return c == '\u00A0' || c == '\u202F' || (c >= '\u2000' && c <= '\u200B') || c == '\u3000';
  }

  /** The offset after the white space at an offset. */
  static int skipSpace(String all, int from) {
    int at = from;
    while (at < all.length() && isSpace(all.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The offset after the name at an offset; the same where there is none. */
  static int skipName(String all, int from) {
    if (from >= all.length() || !isNameStart(all.charAt(from))) {
      return from;
    }
    int at = from + 1;
    while (at < all.length() && isName(all.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The offset before the white space before an offset. */
  static int trimmed(String all, int from, int least) {
    int at = from;
    while (at > least && isSpace(all.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
