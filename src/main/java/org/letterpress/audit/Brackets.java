package org.letterpress.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells marks in brackets from brackets that are the letter's own: {@code [1]} and {@code [Page 7]}
 * may be either. What ought to be there says which comes next, and after which words. Where it says
 * nothing, they are marks.
 */
final class Brackets {

  private static final int CONTEXT = 12;

  /** The mark of a page, or what may be that of a note, in group 2. */
  static final Pattern MARK =
      Pattern.compile(PlainSigns.PAGE.pattern() + "|\\[([^\\[\\]\\s]{1,20})\\]");

  private record Bracketed(int token, int offset, boolean isLiteral, String name, String before) {}

  private final List<Bracketed> wanted = new ArrayList<>();
  private final StringBuilder read = new StringBuilder();
  private int next;

  /**
   * Looks through a passage as it ought to be.
   *
   * @param expected null where nothing is known of it
   * @param marks the mark of each note, by its key
   */
  Brackets(Passage expected, Map<String, String> marks) {
    if (expected == null) {
      return;
    }
    StringBuilder text = new StringBuilder();
    StringBuilder letters = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    List<Integer> known = new ArrayList<>();
    for (Token token : expected.tokens()) {
      text.append(token.before() == Gap.SPACE ? " " : "");
      starts.add(text.length());
      known.add(letters.length());
      text.append(token.text());
      append(letters, token.text());
    }
    known.add(letters.length());
    for (Anchor anchor : expected.anchors()) {
      String name =
          anchor.kind() == Anchor.Kind.PAGE ? page(anchor.key()) : note(marks.get(anchor.key()));
      int to = Math.min(known.get(anchor.token()) + anchor.offset(), letters.length());
      wanted.add(new Bracketed(anchor.token(), anchor.offset(), false, name, tail(letters, to)));
    }
    for (Matcher found = MARK.matcher(text); found.find(); ) {
      int token = starts.indexOf(found.start());
      if (token >= 0) {
        String name = found.group(2) == null ? page(found.group(1)) : note(found.group(2));
        wanted.add(new Bracketed(token, 0, true, name, tail(letters, known.get(token))));
      }
    }
    wanted.sort(
        Comparator.comparingInt(Bracketed::token)
            .thenComparingInt(Bracketed::offset)
            .thenComparing(Bracketed::isLiteral));
  }

  /** Takes note of text that has been read. */
  void after(String text) {
    append(read, text);
  }

  /** Whether the mark of a page, read here, is the letter's own text. */
  boolean isLiteralPage(String label) {
    return isLiteral(page(label));
  }

  /** Whether what might be the mark of a note, read here, is the letter's own text. */
  boolean isLiteralNote(String mark) {
    return isLiteral(note(mark));
  }

  private boolean isLiteral(String name) {
    String before = tail(read, read.length());
    int first = -1;
    for (int i = next; i < wanted.size(); i++) {
      if (wanted.get(i).name().equals(name)) {
        first = first < 0 ? i : first;
        if (wanted.get(i).before().equals(before)) {
          first = i;
          break;
        }
      }
    }
    if (first < 0) {
      return false;
    }
    next = first + 1;
    return wanted.get(first).isLiteral();
  }

  private static String page(String label) {
    return "page " + (label == null ? "" : Fold.line(label));
  }

  private static String note(String mark) {
    return "note " + mark;
  }

  private static void append(StringBuilder letters, String text) {
    Fold.fold(text).codePoints().filter(Fold::isWordPart).forEach(letters::appendCodePoint);
  }

  private static String tail(StringBuilder letters, int to) {
    return letters.substring(Math.max(0, to - CONTEXT), to);
  }
}
