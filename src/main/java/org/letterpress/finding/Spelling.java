package org.letterpress.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds what somebody is likely to have meant, among words that are put in order once. */
public final class Spelling {

  /** Nobody writes a longer name by hand, and to compare two takes the square of their length. */
  private static final int LONGEST = 200;

  private static final int LATIN = 26;
  private static final int SIGNS = 38;

  /**
   * A word that may be meant.
   *
   * @param lower the same in small letters
   * @param letters which letters it has, whatever their number
   */
  private record Candidate(String word, String lower, long letters) {
    private Candidate(String word) {
      this(word, word.toLowerCase(Locale.ROOT));
    }

    private Candidate(String word, String lower) {
      this(word, lower, lettersOf(lower));
    }
  }

  private final NavigableMap<Integer, List<Candidate>> byLength = new TreeMap<>();

  /** Takes down the words among which others are to be looked for. */
  public Spelling(Collection<String> words) {
    for (String word : words) {
      byLength.computeIfAbsent(word.length(), length -> new ArrayList<>()).add(new Candidate(word));
    }
  }

  /** The one of some words that is nearest to another; see {@link #nearest(String, Predicate)}. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    return new Spelling(candidates).nearest(word, candidate -> true);
  }

  /**
   * The word nearest in spelling, if one is near enough to be meant: at most a third of its letters
   * wrong. Of two as near the one with the very same letters, which were only swapped; else the
   * first in alphabetical order.
   *
   * @param may whether a word may be meant at all
   */
  public Optional<String> nearest(String word, Predicate<String> may) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    Candidate wanted = new Candidate(word);
    Candidate nearest = null;
    int most = Math.max(word.length(), 3) / 3;
    // So many letters at least are to be added or dropped.
    for (List<Candidate> candidates :
        byLength.subMap(word.length() - most, true, word.length() + most, true).values()) {
      for (Candidate candidate : candidates) {
        boolean goesBefore = nearest == null || goesBefore(candidate, nearest, wanted);
        int allowed = goesBefore ? most : most - 1;
        if (others(wanted, candidate) > allowed || !may.test(candidate.word)) {
          continue;
        }
        int distance = distance(wanted.lower, candidate.lower, allowed);
        if (distance <= allowed) {
          nearest = candidate;
          most = distance;
        }
      }
    }
    return Optional.ofNullable(nearest).map(Candidate::word);
  }

  private static boolean goesBefore(Candidate one, Candidate other, Candidate wanted) {
    boolean isSame = one.letters == wanted.letters;
    return isSame == (other.letters == wanted.letters)
        ? one.word.compareTo(other.word) < 0
        : isSame;
  }

  /** How many letters at least one of the words has that the other has not. */
  private static int others(Candidate one, Candidate other) {
    return Math.max(
        Long.bitCount(one.letters & ~other.letters), Long.bitCount(other.letters & ~one.letters));
  }

  /** A bit for each letter; of signs that are rare several share one. */
  private static long lettersOf(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      letters |= 1L << (c >= 'a' && c <= 'z' ? c - 'a' : LATIN + c % SIGNS);
    }
    return letters;
  }

  /**
   * Letters to add, drop, change or swap with their neighbour (Damerau 1964), each at most once.
   *
   * @param most so many are of interest; where there are more the result is only more than these
   */
  private static int distance(String a, String b, int most) {
    int from = 0;
    int aEnd = a.length();
    int bEnd = b.length();
    while (from < Math.min(aEnd, bEnd) && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    while (Math.min(aEnd, bEnd) > from && a.charAt(aEnd - 1) == b.charAt(bEnd - 1)) {
      aEnd--;
      bEnd--;
    }
    int width = bEnd - from;
    int[] before = new int[width + 1];
    int[] last = new int[width + 1];
    int[] row = new int[width + 1];
    Arrays.setAll(row, j -> j);
    for (int i = from; i < aEnd; i++) {
      int[] free = before;
      before = last;
      last = row;
      row = free;
      row[0] = i - from + 1;
      int least = row[0];
      for (int j = from; j < bEnd; j++) {
        int at = j - from + 1;
        int change = a.charAt(i) == b.charAt(j) ? 0 : 1;
        row[at] = Math.min(last[at - 1] + change, 1 + Math.min(last[at], row[at - 1]));
        if (i > from
            && j > from
            && a.charAt(i) == b.charAt(j - 1)
            && a.charAt(i - 1) == b.charAt(j)) {
          row[at] = Math.min(row[at], before[at - 2] + 1);
        }
        least = Math.min(least, row[at]);
      }
      if (least > most) {
        return least;
      }
    }
    return row[width];
  }
}
