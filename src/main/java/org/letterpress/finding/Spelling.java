package org.letterpress.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody is likely to have meant. */
public final class Spelling {

  /** Nobody writes a longer name by hand, and to compare two takes the square of their length. */
  private static final int LONGEST = 200;

  private Spelling() {}

  /**
   * The candidate nearest in spelling, if one is near enough to be meant: at most a third of its
   * letters wrong. Of two as near the first in alphabetical order.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    record Near(String candidate, int distance) {}
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int most = Math.max(word.length(), 3) / 3;
    return candidates.stream()
        // So many letters at least are to be added or dropped.
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
        .map(candidate -> new Near(candidate, distance(word, candidate)))
        .filter(near -> near.distance() <= most)
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
        .map(Near::candidate);
  }

  /** Letters to add, drop, change or swap with their neighbour (Damerau 1964), case aside. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(java.util.Locale.ROOT);
    String b = right.toLowerCase(java.util.Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
