package org.letterpress.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Collects one passage piece by piece, then parts it into tokens. */
final class PassageBuilder {

  /** The edge of an element; control characters stand in no XML text. */
  private static final char EDGE = '\u0001';

  /** A join: the white space round it is not the text's. */
  private static final char JOIN = '\u0002';

  /** Before a sign that opens: a space that follows the sign is put here. */
  private static final char ROOM = '\u0003';

  /** A space beside a sign: there is one on its other side already, and one is enough. */
  private static final char AGAIN = '\u0004';

  /** With the space after it. */
  private static final int LETTERS_OF_A_WORD = 5;

  private record Point(Anchor.Kind kind, String key, int at, int to) {}

  private record From<T>(int at, T value) {}

  private final StringBuilder raw = new StringBuilder();
  private final List<Point> points = new ArrayList<>();
  private final List<From<Place>> places = new ArrayList<>();
  private final List<From<Integer>> supplied = new ArrayList<>();
  private Place place;

  /** All of it, once it is there to be parted. */
  private String whole = "";

  private boolean afterSpace;

  /** Where there is room before the signs that have just been opened; -1 where none have. */
  private int room = -1;

  /** How far back a space may be moved out of what a sign closes. */
  private int fixed;

  /** Begins at a page, which may be empty, and before the first paragraph. */
  PassageBuilder(String page, int line) {
    place = new Place(page, 0, line);
    places.add(new From<>(0, place));
    supplied.add(new From<>(0, 0));
  }

  /** The page that the text has come to. */
  String page() {
    return place.page();
  }

  /** The place that the text has come to. */
  Place place() {
    return place;
  }

  /** Adds text; every run of white space counts as one space. */
  void text(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Fold.isSpace(c)) {
        space();
      } else if (c > AGAIN) {
        raw.append(c);
        afterSpace = false;
        room = -1;
      }
    }
  }

  /**
   * Adds a sign of the program's. Where the text has a space on both sides of it, one is enough, as
   * without the sign.
   */
  void sign(CharSequence sign) {
    if (sign.isEmpty()) {
      return;
    }
    int end = raw.length();
    while (end > 0 && isGap(raw.charAt(end - 1)) && raw.charAt(end - 1) != ' ') {
      end--;
    }
    boolean space = afterSpace || (end > 0 && raw.charAt(end - 1) == ' ');
    text(sign);
    afterSpace = space;
  }

  /** Adds a sign before a passage; a space at the passage's beginning stands before the sign. */
  void open(CharSequence sign) {
    if (sign.isEmpty()) {
      return;
    }
    int before = room;
    if (before < 0) {
      before = raw.length();
      raw.append(ROOM);
    }
    sign(sign);
    room = before;
  }

  /** Adds a sign after a passage; a space at the passage's end stands after the sign. */
  void close(CharSequence sign) {
    if (sign.isEmpty()) {
      return;
    }
    boolean moves = false;
    for (int last = raw.length() - 1; last >= fixed; last--) {
      char c = raw.charAt(last);
      if (c == ' ' || c == AGAIN) {
        raw.setCharAt(last, EDGE);
        moves = true;
      } else if (c != EDGE) {
        break;
      }
    }
    sign(sign);
    if (moves) {
      raw.append(' ');
      afterSpace = true;
    }
  }

  /** Adds a space. */
  void space() {
    if (room >= 0 && !afterSpace) {
      raw.setCharAt(room, ' ');
      afterSpace = true;
    }
    raw.append(afterSpace ? AGAIN : ' ');
  }

  /** Something is seen here that is no text: no space moves over it. */
  void fix() {
    room = -1;
    fixed = raw.length();
  }

  /** Whether a digit stands right before, with nothing seen between. */
  boolean endsInDigit() {
    int end = raw.length();
    return end > fixed && Character.isDigit(raw.codePointBefore(end));
  }

  /** The edge of a block: a space may be seen here or not. */
  void edge() {
    raw.append(EDGE);
  }

  /** What comes next goes on with the word before, whose last hyphen may be the line's. */
  void join() {
    room = -1;
    raw.append(JOIN);
  }

  /** A paragraph begins, in this line of the file. */
  void paragraph(int line) {
    move(new Place(place.page(), place.paragraph() + 1, line));
  }

  /** A line of the file begins. */
  void line(int line) {
    move(new Place(place.page(), place.paragraph(), line));
  }

  /** A page begins. Square brackets in its label are the encoder's. */
  void page(String said) {
    String label = Fold.line(said.replace("[", "").replace("]", ""));
    anchor(Anchor.Kind.PAGE, label);
    move(new Place(label, place.paragraph(), place.line()));
  }

  /** Marks this point. */
  void anchor(Anchor.Kind kind, String key) {
    fix();
    scope(kind, key, raw.length());
  }

  /** How far the text has come, for {@link #scope}. */
  int at() {
    return raw.length();
  }

  /** Marks the scope from a point up to this one. */
  void scope(Anchor.Kind kind, String key, int from) {
    points.add(new Point(kind, key, from, raw.length()));
  }

  /** From here on the text belongs to this supplied passage; 0 ends it. */
  void supplied(int number) {
    supplied.add(new From<>(raw.length(), number));
  }

  private void move(Place to) {
    place = to;
    places.add(new From<>(raw.length(), to));
  }

  /** The passage. */
  Passage build() {
    whole = raw.toString();
    List<Token> tokens = new ArrayList<>(whole.length() / LETTERS_OF_A_WORD);
    int[] ends = new int[whole.length()];
    int[] starts = new int[whole.length()];
    int placeIndex = 0;
    int suppliedIndex = 0;
    Gap gap = Gap.EITHER;
    int at = 0;
    while (at < whole.length()) {
      int c = whole.codePointAt(at);
      if (isGap(c)) {
        int end = gapEnd(at);
        gap = gap == Gap.SPACE ? gap : gapIn(at, end, gap);
        at = end;
      } else if (Fold.isInvisible(c)) {
        at++;
      } else {
        int end = Fold.isWordPart(c) ? wordEnd(at) : markEnd(at);
        placeIndex = upTo(places, placeIndex, at);
        suppliedIndex = upTo(supplied, suppliedIndex, at);
        starts[tokens.size()] = at;
        ends[tokens.size()] = end;
        tokens.add(token(at, end, gap, supplied.get(suppliedIndex).value(), placeIndex));
        gap = Gap.NONE;
        at = end;
      }
    }
    List<Anchor> anchors = new ArrayList<>();
    points.sort(Comparator.comparingInt(Point::at));
    for (Point point : points) {
      int token = after(point.at(), ends, tokens.size());
      boolean within = token < tokens.size() && starts[token] < point.at();
      int offset = within ? lettersTo(point.at(), starts[token]) : 0;
      int to = after(point.to(), ends, tokens.size());
      anchors.add(new Anchor(point.kind(), point.key(), token, offset, to));
    }
    return new Passage(tokens, anchors, places.stream().map(From::value).toList());
  }

  /** How much of a token stands before a point in it; a hyphen there may be the line's. */
  private int lettersTo(int at, int start) {
    String before = Fold.fold(withoutJoins(start, at));
    return before.endsWith("-") ? before.length() - 1 : before.length();
  }

  /** The index of the last entry that begins at an offset or before it. */
  private static <T> int upTo(List<From<T>> entries, int from, int at) {
    int index = from;
    while (index + 1 < entries.size() && entries.get(index + 1).at() <= at) {
      index++;
    }
    return index;
  }

  /** The index of the first token that ends after an offset. */
  private static int after(int offset, int[] ends, int count) {
    int found = Arrays.binarySearch(ends, 0, count, offset + 1);
    return found < 0 ? -found - 1 : found;
  }

  private Token token(int from, int to, Gap gap, int suppliedBy, int placeIndex) {
    String said = withoutJoins(from, to);
    String key = Fold.fold(said);
    String text = said.equals(key) ? key : said.replace("\u00AD", "");
    return new Token(text, key, joined(from, to), gap, suppliedBy, placeIndex);
  }

  /** The key without hyphens beside a join; empty where no dash stands there. */
  private String joined(int from, int to) {
    int dash = from;
    while (dash < to && !Fold.isDash(whole.charAt(dash))) {
      dash++;
    }
    if (dash == to) {
      return "";
    }
    StringBuilder joined = new StringBuilder(to - from);
    boolean atJoin = false;
    for (int i = from; i < to; i++) {
      char c = whole.charAt(i);
      boolean breaks =
          Fold.isDash(c) && (isJoinAhead(i + 1) || (i > from && whole.charAt(i - 1) == JOIN));
      atJoin |= breaks;
      if (!isGap(c) && !(breaks && Fold.isHyphen(c))) {
        joined.append(c);
      }
    }
    return atJoin ? Fold.fold(joined) : "";
  }

  private String withoutJoins(int from, int to) {
    int end = from;
    while (end < to && !isGap(whole.charAt(end))) {
      end++;
    }
    if (end == to) {
      return whole.substring(from, to);
    }
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (!isGap(whole.charAt(i))) {
        text.append(whole.charAt(i));
      }
    }
    return text.toString();
  }

  private static boolean isGap(int c) {
    return c == ' ' || c == EDGE || c == JOIN || c == ROOM || c == AGAIN;
  }

  private int gapEnd(int from) {
    int end = from;
    while (end < whole.length() && isGap(whole.charAt(end))) {
      end++;
    }
    return end;
  }

  private Gap gapIn(int from, int to, Gap before) {
    boolean edge = before == Gap.EITHER;
    boolean space = false;
    for (int i = from; i < to; i++) {
      char c = whole.charAt(i);
      if (c == JOIN) {
        return Gap.EITHER;
      }
      edge |= c == EDGE || c == AGAIN;
      space |= c == ' ';
    }
    return space ? Gap.SPACE : edge ? Gap.EITHER : Gap.NONE;
  }

  /** Whether a join stands next, be it after white space. */
  private boolean isJoinAhead(int from) {
    for (int i = from; i < whole.length() && isGap(whole.charAt(i)); i++) {
      if (whole.charAt(i) == JOIN) {
        return true;
      }
    }
    return false;
  }

  /** Past invisible characters and joins. */
  private int skip(int from) {
    int at = from;
    while (at < whole.length()) {
      if (Fold.isInvisible(whole.charAt(at))) {
        at++;
      } else if (isGap(whole.charAt(at)) && isJoinAhead(at)) {
        at = gapEnd(at);
      } else {
        return at;
      }
    }
    return at;
  }

  /** A word goes on over one hyphen, dash or apostrophe between its letters. */
  private int wordEnd(int from) {
    int end = from;
    while (true) {
      while (isWordAt(end)) {
        end += Character.charCount(whole.codePointAt(end));
      }
      int next = skip(end);
      if (!isWordAt(next)) {
        boolean connected =
            next < whole.length()
                && (Fold.isDash(whole.charAt(next)) || Fold.isApostrophe(whole.charAt(next)));
        next = connected ? skip(next + 1) : next;
        if (!connected || !isWordAt(next)) {
          return end;
        }
      }
      end = next;
    }
  }

  private boolean isWordAt(int at) {
    return at < whole.length() && Fold.isWordPart(whole.codePointAt(at));
  }

  private int markEnd(int from) {
    int end = from + Character.charCount(whole.codePointAt(from));
    while (end < whole.length() && Fold.isMark(whole.codePointAt(end))) {
      end += Character.charCount(whole.codePointAt(end));
    }
    return end;
  }
}
