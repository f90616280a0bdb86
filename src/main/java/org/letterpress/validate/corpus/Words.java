package org.letterpress.validate.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Words as numbers, so that the running text of thousands of letters is small; and names and
 * references that many files repeat, each kept once. One for a run, for all threads.
 */
public final class Words {

  /** A number and the place of its word share 64 bits; this many are the place's. */
  static final int PLACE_BITS = 25;

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private final ConcurrentMap<String, String> kept = new ConcurrentHashMap<>();

  /** Keeps nothing yet. */
  public Words() {}

  /** The first of all equal strings, so that the others need not be kept. */
  String first(String text) {
    String first = kept.get(text); // mostly so, and without a lock
    if (first == null) {
      first = kept.putIfAbsent(text, text);
    }
    return first == null ? text : first;
  }

  /**
   * The number of the word between two offsets of a text, 38 bits made of its letters, never 0. Two
   * words have the same by one chance in a hundred thousand million.
   */
  static long number(String text, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      number = (number ^ text.charAt(i)) * PRIME;
      number ^= number >>> 29;
    }
    return number >>> (PLACE_BITS + 1) | 1;
  }

  /** A text with one space where it has white space, and none at its edges. */
  static String spaced(CharSequence words) {
    StringBuilder normalised = new StringBuilder(words.length());
    boolean space = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        space = !normalised.isEmpty();
      } else {
        if (space) {
          normalised.append(' ');
          space = false;
        }
        normalised.append(c);
      }
    }
    return normalised.toString().strip();
  }

  /** The words of a name. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = end(text, at, text.length());
      if (end > at) {
        words.add(text.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return words;
  }

  /** Where the word that begins at an offset ends; the offset itself where none begins. */
  static int end(String text, int start, int limit) {
    int at = start;
    while (at < limit) {
      char c = text.charAt(at);
      boolean joins =
          at > start
              && (c == '-' || c == '\'' || c == '’')
              && at + 1 < limit
              && Character.isLetter(text.charAt(at + 1));
      if (!(joins || Character.isLetter(c) || (at > start && isPart(c)))) {
        break;
      }
      at++;
    }
    return at;
  }

  private static boolean isPart(char c) {
    return Character.isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  static boolean isCapital(String word) {
    return Character.isUpperCase(word.charAt(0));
  }
}
