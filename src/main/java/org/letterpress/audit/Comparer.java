package org.letterpress.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.audit.Difference.Kind;

/** Compares two readings: words, punctuation, spaces, page breaks, note marks, notes. */
final class Comparer {

  /** How far apart a lost and an added run may lie to be one that moved. */
  private static final int NEAR = 40;

  private final String note;
  private final Passage expected;
  private final Passage found;
  private final Set<Anchor.Kind> points;
  private final List<Difference> differences = new ArrayList<>();

  private Comparer(String note, Passage expected, Passage found, Set<Anchor.Kind> points) {
    this.note = note;
    this.expected = expected;
    this.found = found;
    this.points = points;
  }

  /**
   * Compares.
   *
   * @param expected what ought to be there
   * @param found what is there
   * @param points which kinds of points both sides mark
   * @return the differences, the body's first, in order
   */
  static List<Difference> compare(Reading expected, Reading found, Set<Anchor.Kind> points) {
    List<Difference> all =
        new ArrayList<>(new Comparer("", expected.body(), found.body(), points).run());
    for (Map.Entry<String, Passage> entry : expected.notes().entrySet()) {
      String key = entry.getKey();
      Passage there = found.notes().get(key);
      if (there != null) {
        all.addAll(new Comparer(key, entry.getValue(), there, points).run());
      } else {
        all.add(whole(Kind.NOTE_LOST, key, entry.getValue()));
      }
    }
    found
        .notes()
        .forEach(
            (key, passage) -> {
              if (!expected.notes().containsKey(key)) {
                all.add(whole(Kind.NOTE_ADDED, key, passage));
              }
            });
    return all;
  }

  private static Difference whole(Kind kind, String key, Passage note) {
    Place place = note.place(0);
    Place none = new Place(place.page(), place.paragraph(), 0);
    boolean isLost = kind == Kind.NOTE_LOST;
    return new Difference(
        kind, key, isLost ? place : none, isLost ? none : place, "", key, key, note.after(0));
  }

  private List<Difference> run() {
    List<Edit> edits = Aligner.align(expected.tokens(), found.tokens());
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      if (edit.type() == Edit.Type.SAME) {
        spaces(edit);
      } else {
        i = words(edits, i);
      }
    }
    new Points().compare(edits);
    return differences;
  }

  /** Reports the step at an index and, with it, one that belongs to it. Returns the last index. */
  private int words(List<Edit> edits, int at) {
    Edit edit = edits.get(at);
    switch (edit.type()) {
      case LOST, ADDED -> {
        for (int next = at + 1; next < edits.size(); next++) {
          Edit other = edits.get(next);
          if (other.aFrom() - edit.aTo() > NEAR || other.bFrom() - edit.bTo() > NEAR) {
            break;
          }
          if (other.type() != edit.type() && isMove(edit, other)) {
            boolean lostFirst = edit.type() == Edit.Type.LOST;
            Edit lost = lostFirst ? edit : other;
            Edit added = lostFirst ? other : edit;
            report(Kind.MOVED, lost.aFrom(), lost.aTo(), added.bFrom(), added.bTo());
            edits.set(next, new Edit(Edit.Type.SAME, 0, 0, 0, 0));
            return at;
          }
        }
        Kind kind =
            edit.type() == Edit.Type.LOST ? Kind.LOST : isDoubled(edit) ? Kind.DOUBLED : Kind.ADDED;
        report(orPunctuation(kind, edit), edit.aFrom(), edit.aTo(), edit.bFrom(), edit.bTo());
      }
      case CHANGED ->
          report(
              orPunctuation(Kind.CHANGED, edit),
              edit.aFrom(),
              edit.aTo(),
              edit.bFrom(),
              edit.bTo());
      case CASE -> report(Kind.CASE, edit.aFrom(), edit.aTo(), edit.bFrom(), edit.bTo());
      case JOINED -> {
        if (isLineEnd(edit)) {
          report(Kind.LINE_END, edit.aFrom(), edit.aTo(), edit.bFrom(), edit.bTo());
        } else if (!isUnseenSpace(edit)) {
          report(Kind.JOINED, edit.aFrom(), edit.aTo(), edit.bFrom(), edit.bTo());
        }
      }
      case SPLIT -> report(Kind.SPLIT, edit.aFrom(), edit.aTo(), edit.bFrom(), edit.bTo());
      case SAME -> throw new AssertionError(edit);
    }
    return at;
  }

  /** Whether a line ends at a hyphen in whose place the found word has a break and nothing else. */
  private boolean isLineEnd(Edit joined) {
    List<Token> parts = expected.tokens().subList(joined.aFrom(), joined.aTo());
    if (parts.size() != 3
        || !parts.get(1).key().equals("-")
        || parts.get(1).before() != Gap.NONE
        || expected.place(joined.aFrom()).line() == expected.place(joined.aTo() - 1).line()) {
      return false;
    }
    String begin = parts.get(0).key();
    return key(joined.bFrom()).equals(begin + parts.get(2).key())
        && found.anchors().stream()
            .anyMatch(
                point ->
                    point.kind() == Anchor.Kind.BREAK
                        && point.token() == joined.bFrom()
                        && point.offset() == begin.length());
  }

  /** Whether a line breaks at a dash in the found word: a space there can't be seen. */
  private boolean isUnseenSpace(Edit joined) {
    List<Token> parts = expected.tokens().subList(joined.aFrom(), joined.aTo());
    StringBuilder keys = new StringBuilder();
    for (Token part : parts) {
      boolean atDash =
          keys.isEmpty()
              || Fold.isDash(part.key().charAt(0))
              || Fold.isDash(keys.charAt(keys.length() - 1));
      if (part.before() == Gap.SPACE && !atDash) {
        return false;
      }
      keys.append(part.key());
    }
    Token word = found.tokens().get(joined.bFrom());
    return !word.joined().isEmpty() && word.key().contentEquals(keys);
  }

  private boolean isMove(Edit one, Edit other) {
    boolean lostFirst = one.type() == Edit.Type.LOST;
    Edit lost = lostFirst ? one : other;
    Edit added = lostFirst ? other : one;
    if (lost.type() != Edit.Type.LOST
        || added.type() != Edit.Type.ADDED
        || lost.aTo() - lost.aFrom() != added.bTo() - added.bFrom()) {
      return false;
    }
    for (int i = 0; i < lost.aTo() - lost.aFrom(); i++) {
      if (!expected.tokens().get(lost.aFrom() + i).key().equals(key(added.bFrom() + i))) {
        return false;
      }
    }
    return true;
  }

  private String key(int foundAt) {
    return found.tokens().get(foundAt).key();
  }

  private boolean isDoubled(Edit added) {
    int length = added.bTo() - added.bFrom();
    return repeats(added.bFrom() - length, added.bFrom(), length)
        || repeats(added.bFrom(), added.bTo(), length);
  }

  private boolean repeats(int first, int second, int length) {
    if (first < 0 || second + length > found.tokens().size()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!key(first + i).equals(key(second + i))) {
        return false;
      }
    }
    return true;
  }

  /** Punctuation that has become other; what is lost or added is told as such. */
  private Kind orPunctuation(Kind kind, Edit edit) {
    if (kind != Kind.CHANGED) {
      return kind;
    }
    boolean words =
        expected.tokens().subList(edit.aFrom(), edit.aTo()).stream().anyMatch(Token::isWord)
            || found.tokens().subList(edit.bFrom(), edit.bTo()).stream().anyMatch(Token::isWord);
    return words ? kind : Kind.PUNCTUATION;
  }

  /** Spaces within a run of the same tokens; at its edges other differences speak. */
  private void spaces(Edit same) {
    for (int i = 1; i < same.aTo() - same.aFrom(); i++) {
      int a = same.aFrom() + i;
      int b = same.bFrom() + i;
      if (!expected.tokens().get(a).before().agrees(found.tokens().get(b).before())) {
        report(Kind.SPACE, a - 1, a + 1, b - 1, b + 1);
      }
    }
  }

  private void report(Kind kind, int aFrom, int aTo, int bFrom, int bTo) {
    differences.add(
        new Difference(
            kind,
            note,
            expected.place(aFrom),
            found.place(bFrom),
            expected.before(aFrom),
            expected.text(aFrom, aTo),
            found.text(bFrom, bTo),
            expected.after(aTo)));
  }

  /** Page breaks, note marks and the like. */
  private final class Points {

    /** For each expected token the found one; -1 where there is none. */
    private final int[] partner = new int[expected.tokens().size()];

    void compare(List<Edit> edits) {
      Arrays.fill(partner, -1);
      for (Edit e : edits) {
        if (e.aTo() - e.aFrom() == e.bTo() - e.bFrom()) {
          for (int i = e.aFrom(); i < e.aTo(); i++) {
            partner[i] = e.bFrom() + i - e.aFrom();
          }
        }
      }
      List<Anchor> there = new ArrayList<>(found.anchors());
      there.removeIf(anchor -> !points.contains(anchor.kind()));
      for (Anchor anchor : expected.anchors()) {
        if (points.contains(anchor.kind())) {
          one(anchor, there);
        }
      }
      for (Anchor extra : there) {
        String name = extra.name();
        differences.add(
            new Difference(
                Kind.POINT_ADDED,
                note,
                expected.place(foundToExpected(extra.token())),
                found.place(extra.token()),
                found.before(extra.token()),
                "",
                name,
                found.after(extra.token())));
      }
    }

    private void one(Anchor anchor, List<Anchor> there) {
      int first = -1;
      for (int i = 0; i < there.size(); i++) {
        if (there.get(i).kind() == anchor.kind() && there.get(i).key().equals(anchor.key())) {
          if (stands(anchor, there.get(i))) {
            there.remove(i);
            return;
          }
          first = first < 0 ? i : first;
        }
      }
      Kind kind = first < 0 ? Kind.POINT_LOST : Kind.POINT_MOVED;
      int elsewhere = first >= 0 ? there.remove(first).token() : expectedToFound(anchor.token());
      differences.add(
          new Difference(
              kind,
              note,
              expected.place(anchor.token()),
              found.place(elsewhere),
              expected.before(anchor.token()),
              anchor.name(),
              "",
              expected.after(anchor.token())));
    }

    private int expectedToFound(int token) {
      return token < partner.length ? Math.max(0, partner[token]) : found.tokens().size();
    }

    /**
     * The expected token that goes with a found one or, where none does, with the next that has
     * one.
     */
    private int foundToExpected(int token) {
      int at = partner.length;
      for (int i = partner.length - 1; i >= 0; i--) {
        at = partner[i] >= token ? i : at;
      }
      return at;
    }

    /** Whether a point stands where it ought, by the token after it or the one before it. */
    private boolean stands(Anchor wanted, Anchor seen) {
      int next = wanted.token() < partner.length ? partner[wanted.token()] : -1;
      if (wanted.offset() > 0 || seen.offset() > 0) {
        return next < 0 || (next == seen.token() && wanted.offset() == seen.offset());
      }
      int last = wanted.token() > 0 ? partner[wanted.token() - 1] : -1;
      if (seen.to() > seen.token()) {
        return next >= seen.token() && next <= seen.to();
      }
      boolean atEnd = wanted.token() == partner.length && seen.token() == found.tokens().size();
      boolean atStart = wanted.token() == 0 && seen.token() == 0;
      return atStart
          || atEnd
          || next == seen.token()
          || (last >= 0 && last + 1 == seen.token())
          || (next < 0 && last < 0);
    }
  }
}
