package org.letterpress.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Aligns two token lists. Tokens that stand once in both hold the frame, as in a patience diff;
 * what lies between is aligned at the least cost. Near-linear where the lists are alike.
 */
final class Aligner {

  /** The largest table that is filled; larger gaps without a common token are one replacement. */
  private static final long TABLE = 4_000_000;

  private final List<Token> a;
  private final List<Token> b;
  private final String[] aKeys;
  private final String[] bKeys;
  private final int[] aIds;
  private final int[] bIds;
  private final List<Edit> edits = new ArrayList<>();

  private Aligner(List<Token> a, List<Token> b) {
    this.a = a;
    this.b = b;
    aKeys = keys(a, b);
    bKeys = keys(b, a);
    Map<String, Integer> ids = new HashMap<>();
    aIds = ids(aKeys, ids);
    bIds = ids(bKeys, ids);
  }

  /**
   * Aligns.
   *
   * @param expected what ought to be there
   * @param found what is there
   * @return steps that cover both lists, in order
   */
  static List<Edit> align(List<Token> expected, List<Token> found) {
    if (isSame(expected, found)) {
      return new ArrayList<>(
          List.of(new Edit(Edit.Type.SAME, 0, expected.size(), 0, found.size())));
    }
    Aligner aligner = new Aligner(expected, found);
    aligner.range(0, expected.size(), 0, found.size());
    return aligner.edits;
  }

  private static boolean isSame(List<Token> expected, List<Token> found) {
    boolean same = !expected.isEmpty() && expected.size() == found.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = expected.get(i).key().equals(found.get(i).key());
    }
    return same;
  }

  /** A hyphen that may be the line's is dropped where the other side knows the word without it. */
  private static String[] keys(List<Token> tokens, List<Token> others) {
    Set<String> known = null;
    String[] keys = new String[tokens.size()];
    for (int i = 0; i < keys.length; i++) {
      Token token = tokens.get(i);
      keys[i] = token.key();
      if (!token.joined().isEmpty()) {
        if (known == null) {
          known = new HashSet<>();
          for (Token other : others) {
            known.add(other.key());
            known.add(other.joined());
          }
        }
        if (!known.contains(token.key()) && known.contains(token.joined())) {
          keys[i] = token.joined();
        }
      }
    }
    return keys;
  }

  private static int[] ids(String[] keys, Map<String, Integer> ids) {
    int[] numbers = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      numbers[i] = ids.computeIfAbsent(keys[i], key -> ids.size());
    }
    return numbers;
  }

  private void range(int aFrom, int aTo, int bFrom, int bTo) {
    int start = aFrom;
    while (start < aTo
        && start - aFrom < bTo - bFrom
        && aIds[start] == bIds[bFrom + start - aFrom]) {
      start++;
    }
    add(Edit.Type.SAME, aFrom, start, bFrom, bFrom + start - aFrom);
    int bStart = bFrom + start - aFrom;
    int aEnd = aTo;
    int bEnd = bTo;
    while (aEnd > start && bEnd > bStart && aIds[aEnd - 1] == bIds[bEnd - 1]) {
      aEnd--;
      bEnd--;
    }
    middle(start, aEnd, bStart, bEnd);
    add(Edit.Type.SAME, aEnd, aTo, bEnd, bTo);
  }

  private void middle(int aFrom, int aTo, int bFrom, int bTo) {
    if (aFrom == aTo || bFrom == bTo) {
      add(Edit.Type.LOST, aFrom, aTo, bFrom, bFrom);
      add(Edit.Type.ADDED, aTo, aTo, bFrom, bTo);
    } else if ((long) (aTo - aFrom) * (bTo - bFrom) <= TABLE / 100) {
      table(aFrom, aTo, bFrom, bTo);
    } else {
      List<int[]> frame = frame(aFrom, aTo, bFrom, bTo);
      if (!frame.isEmpty()) {
        int aDone = aFrom;
        int bDone = bFrom;
        for (int[] pair : frame) {
          range(aDone, pair[0], bDone, pair[1]);
          add(Edit.Type.SAME, pair[0], pair[0] + 1, pair[1], pair[1] + 1);
          aDone = pair[0] + 1;
          bDone = pair[1] + 1;
        }
        range(aDone, aTo, bDone, bTo);
      } else if ((long) (aTo - aFrom) * (bTo - bFrom) <= TABLE) {
        table(aFrom, aTo, bFrom, bTo);
      } else {
        add(Edit.Type.LOST, aFrom, aTo, bFrom, bFrom);
        add(Edit.Type.ADDED, aTo, aTo, bFrom, bTo);
      }
    }
  }

  /** The longest rising chain of tokens that stand once in each range. */
  private List<int[]> frame(int aFrom, int aTo, int bFrom, int bTo) {
    Map<Integer, Integer> inB = once(bIds, bFrom, bTo);
    Map<Integer, Integer> inA = once(aIds, aFrom, aTo);
    List<int[]> pairs = new ArrayList<>();
    for (int i = aFrom; i < aTo; i++) {
      Integer j = inB.get(aIds[i]);
      if (j != null && j >= 0 && inA.get(aIds[i]) >= 0) {
        pairs.add(new int[] {i, j});
      }
    }
    int[] tails = new int[pairs.size()];
    int[] before = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (pairs.get(tails[mid])[1] < pairs.get(i)[1]) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      before[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    List<int[]> chain = new ArrayList<>();
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
      chain.add(pairs.get(i));
    }
    Collections.reverse(chain);
    return chain;
  }

  /** Where each id stands; -1 where it stands more than once. */
  private static Map<Integer, Integer> once(int[] ids, int from, int to) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = from; i < to; i++) {
      places.merge(ids[i], i, (first, second) -> -1);
    }
    return places;
  }

  /** The cheapest path through the table of both ranges. */
  private void table(int aFrom, int aTo, int bFrom, int bTo) {
    int rows = aTo - aFrom;
    int columns = bTo - bFrom;
    int[][] cost = new int[rows + 1][columns + 1];
    byte[][] steps = new byte[rows + 1][columns + 1];
    for (int[] row : cost) {
      Arrays.fill(row, Integer.MAX_VALUE);
    }
    cost[0][0] = 0;
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        for (int s = 0; s < Step.ALL.length; s++) {
          Step step = Step.ALL[s];
          if (i >= step.a && j >= step.b && cost[i - step.a][j - step.b] < Integer.MAX_VALUE) {
            int price = price(step, aFrom + i - step.a, bFrom + j - step.b);
            if (price >= 0 && cost[i - step.a][j - step.b] + price < cost[i][j]) {
              cost[i][j] = cost[i - step.a][j - step.b] + price;
              steps[i][j] = (byte) s;
            }
          }
        }
      }
    }
    List<Edit> path = new ArrayList<>();
    int i = rows;
    int j = columns;
    while (i > 0 || j > 0) {
      Step step = Step.ALL[steps[i][j]];
      i -= step.a;
      j -= step.b;
      int x = aFrom + i;
      int y = bFrom + j;
      path.add(new Edit(type(step, x, y), x, x + step.a, y, y + step.b));
    }
    for (int k = path.size() - 1; k >= 0; k--) {
      Edit e = path.get(k);
      add(e.type(), e.aFrom(), e.aTo(), e.bFrom(), e.bTo());
    }
  }

  private enum Step {
    PAIR(1, 1),
    LOST(1, 0),
    ADDED(0, 1),
    JOIN2(2, 1),
    SPLIT2(1, 2),
    JOIN3(3, 1),
    SPLIT3(1, 3);

    static final Step[] ALL = values();

    final int a;
    final int b;

    Step(int a, int b) {
      this.a = a;
      this.b = b;
    }
  }

  private Edit.Type type(Step step, int i, int j) {
    return switch (step) {
      case LOST -> Edit.Type.LOST;
      case ADDED -> Edit.Type.ADDED;
      case JOIN2, JOIN3 -> Edit.Type.JOINED;
      case SPLIT2, SPLIT3 -> Edit.Type.SPLIT;
      case PAIR ->
          isSame(i, j) ? Edit.Type.SAME : differsInCase(i, j) ? Edit.Type.CASE : Edit.Type.CHANGED;
    };
  }

  /** The cost of a step; -1 where it can't be taken. */
  private int price(Step step, int i, int j) {
    return switch (step) {
      case LOST, ADDED -> 4;
      case JOIN2, JOIN3 -> isWhole(aKeys, i, step.a, bKeys[j]) ? 3 : -1;
      case SPLIT2, SPLIT3 -> isWhole(bKeys, j, step.b, aKeys[i]) ? 3 : -1;
      case PAIR -> {
        if (isSame(i, j)) {
          yield 0;
        }
        if (a.get(i).isWord() != b.get(j).isWord()) {
          yield -1;
        }
        if (differsInCase(i, j)) {
          yield 2;
        }
        yield !a.get(i).isWord() || isLike(aKeys[i], bKeys[j]) ? 5 : 7;
      }
    };
  }

  /** The same word, or the same but for a hyphen that may be the line's. */
  private boolean isSame(int i, int j) {
    return aIds[i] == bIds[j]
        || a.get(i).joined().equals(b.get(j).key())
        || b.get(j).joined().equals(a.get(i).key());
  }

  private boolean differsInCase(int i, int j) {
    return aKeys[i].length() == bKeys[j].length()
        && aKeys[i].toLowerCase(Locale.ROOT).equals(bKeys[j].toLowerCase(Locale.ROOT));
  }

  /** Whether the letters of several tokens are those of one. */
  private static boolean isWhole(String[] parts, int from, int count, String whole) {
    int length = 0;
    for (int i = from; i < from + count; i++) {
      length += parts[i].length();
    }
    if (Math.abs(length - whole.length()) > 2) {
      return false;
    }
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      joined.append(parts[i]);
    }
    return bare(joined).equals(bare(whole)) && Fold.isWordPart(whole.codePointAt(0));
  }

  private static String bare(CharSequence key) {
    StringBuilder bare = new StringBuilder(key.length());
    key.codePoints()
        .filter(c -> !Fold.isDash(c) && !Fold.isApostrophe(c))
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /** Whether two words begin or end alike. */
  private static boolean isLike(String x, String y) {
    int shorter = Math.min(x.length(), y.length());
    int same = 0;
    while (same < shorter && x.charAt(same) == y.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < shorter - same
        && x.charAt(x.length() - 1 - end) == y.charAt(y.length() - 1 - end)) {
      end++;
    }
    return 2 * (same + end) >= Math.max(x.length(), y.length());
  }

  private void add(Edit.Type type, int aFrom, int aTo, int bFrom, int bTo) {
    if (aFrom == aTo && bFrom == bTo) {
      return;
    }
    boolean runs = type == Edit.Type.SAME || type == Edit.Type.LOST || type == Edit.Type.ADDED;
    if (runs && !edits.isEmpty() && edits.get(edits.size() - 1).type() == type) {
      Edit last = edits.remove(edits.size() - 1);
      edits.add(new Edit(type, last.aFrom(), aTo, last.bFrom(), bTo));
    } else {
      edits.add(new Edit(type, aFrom, aTo, bFrom, bTo));
    }
  }
}
