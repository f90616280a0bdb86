package org.letterpress.audit;

import java.text.Normalizer;

/**
 * What counts as the same text: composed and decomposed letters, hyphens that break and those that
 * do not, long and round s, ligatures, the forms of Hebrew and Arabic letters, and characters that
 * are never seen. Every other dash, and every quotation mark, is a mark of its own.
 */
final class Fold {

  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

  /** No mark stands before this in Unicode; most characters do. */
  private static final int FIRST_MARK = 0x300;

  private Fold() {}

  /** Letters, marks that combine with them, and digits. */
  static boolean isWordPart(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z')
        || Character.isLetterOrDigit(codePoint)
        || isMark(codePoint);
  }

  static boolean isMark(int codePoint) {
    if (codePoint < FIRST_MARK) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Soft hyphen, zero-width space, word joiner, byte order mark. */
  static boolean isInvisible(int codePoint) {
    return codePoint == 0xAD || codePoint == 0x200B || codePoint == 0x2060 || codePoint == 0xFEFF;
  }

  /** Hyphens, dashes and the minus sign. */
  static boolean isDash(int codePoint) {
    return codePoint == '-' || (codePoint >= 0x2010 && codePoint <= 0x2015) || codePoint == 0x2212;
  }

  /** Dashes that part the syllables of a word, or its halves. */
  static boolean isHyphen(int codePoint) {
    return codePoint == '-' || codePoint == 0x2010 || codePoint == 0x2011;
  }

  /** Apostrophes and single quotation marks. */
  static boolean isApostrophe(int codePoint) {
    return switch (codePoint) {
      case '\'', 0x2018, 0x2019, 0x201A, 0x201B, 0x2BC, 0x2032, 0x2039, 0x203A -> true;
      default -> false;
    };
  }

  /** Every space, also those that do not break. */
  static boolean isSpace(int codePoint) {
    return codePoint == ' '
        || ((codePoint < ' ' || codePoint > '~')
            && (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)));
  }

  /** The form in which texts are compared. Case stays. */
  static String fold(CharSequence text) {
    if (isAscii(text)) {
      return text.toString();
    }
    StringBuilder folded = new StringBuilder(text.length());
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        folded.append(c);
      } else if (isHyphen(c)) {
        folded.append('-');
      } else if (c == 'ſ') {
        folded.append('s');
      } else if (c >= 0xFB00 && c <= 0xFB06) {
        folded.append(LIGATURES[c - 0xFB00]);
      } else if (isForm(c)) {
        folded.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
        ascii = false;
      } else if (!isInvisible(c)) {
        folded.append(c);
        ascii = false;
      }
    }
    return ascii ? folded.toString() : Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** Hebrew and Arabic letters in a form of their own, as fonts have them for what is beside. */
  private static boolean isForm(int codePoint) {
    return (codePoint >= 0xFB1D && codePoint <= 0xFDFF)
        || (codePoint >= 0xFE80 && codePoint <= 0xFEFC);
  }

  private static boolean isAscii(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** A text on one line, each run of white space one space. */
  static String line(CharSequence text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = line.length() > 0;
      } else {
        line.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return line.toString();
  }
}
