package org.letterpress.validate.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Words as numbers, so that the running text of thousands of letters is small. One for a run, for
 * all threads; which number a word has is chance, that equal words have equal numbers is not.
 */
public final class Words {

  private static final int SLOTS = 1 << 14;

  private record Known(String word, int number) {}

  private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger(1);

  /** The words met of late, each in the slot of its hash. Threads may overwrite what others put. */
  private final Known[] recent = new Known[SLOTS];

  /** Names and references that many files repeat, each kept once. */
  private final ConcurrentMap<String, String> kept = new ConcurrentHashMap<>();

  /** Knows no word yet. */
  public Words() {}

  /** The first of all equal strings, so that the others need not be kept. */
  String first(String text) {
    String first = kept.putIfAbsent(text, text);
    return first == null ? text : first;
  }

  /** A word's number; never 0. */
  int number(String word) {
    Integer known = numbers.get(word); // mostly so, and without a lock
    return known == null ? numbers.computeIfAbsent(word, unseen -> next.getAndIncrement()) : known;
  }

  /** The number of the word between two offsets of a text, mostly without making a string. */
  int number(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    Known known = recent[slot];
    int length = end - start;
    if (known == null
        || known.word.length() != length
        || !text.regionMatches(start, known.word, 0, length)) {
      String word = text.substring(start, end);
      known = new Known(word, number(word));
      recent[slot] = known;
    }
    return known.number;
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
