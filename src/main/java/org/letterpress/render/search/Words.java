package org.letterpress.render.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a word is, and which spellings are one. {@code web/js/search/index.js} does the same to what
 * a reader types; the two change together.
 */
final class Words {

  /**
   * A word of a text: a letter or digit, and the letters, marks and digits that follow.
   *
   * @param text as it stands
   * @param start the place of its first character
   * @param position its number in the text; a line feed is counted like a word, so that no phrase
   *     goes across it
   */
  record Word(String text, int start, int position) {}

  private Words() {}

  /** The words of a text, in order. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int position = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int start = at;
      at += Character.charCount(c);
      if (c == '\n') {
        position++;
      } else if (begins(c)) {
        while (at < text.length() && goesOn(text.codePointAt(at))) {
          at += Character.charCount(text.codePointAt(at));
        }
        words.add(new Word(text.substring(start, at), start, position++));
      }
    }
    return words;
  }

  /** A word without what a reader may leave out: case, accents, old and joined letters. */
  static String fold(String word) {
    String parts = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(parts.length());
    parts.codePoints().filter(Words::begins).forEach(c -> append(folded, c));
    return folded.toString();
  }

  private static void append(StringBuilder folded, int c) {
    switch (c) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'đ', 'ð' -> folded.append('d');
      case 'þ' -> folded.append("th");
      case 'ł' -> folded.append('l');
      case 'ı' -> folded.append('i');
      case 'ς' -> folded.append('σ');
      default -> folded.appendCodePoint(c);
    }
  }

  private static boolean begins(int c) {
    return Character.isLetter(c)
        || switch (Character.getType(c)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  private static boolean goesOn(int c) {
    return begins(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }
}
