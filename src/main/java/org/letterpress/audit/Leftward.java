package org.letterpress.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text of a page that is read from the right, in the order of sight, from the left. Numbers, and
 * words of other scripts in it, are read from the left all the same; brackets turn round. Where
 * sight leaves two orders, brackets are taken to come after the word beside them.
 */
final class Leftward {

  private static final Map<String, String> MIRRORED =
      Map.of(
          "(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "«", "»", "»", "«", "<", ">",
          ">", "<");

  /** A letter with its marks, and where it stands in the line. */
  private record Seen(String text, float x) {}

  /** What stands beside a number and is read with it. */
  private static final String AT_NUMBERS = "%$€£°";

  /** What no writer sets between a word and what belongs to it. */
  private static final Pattern APART = Pattern.compile("\\s[,.;:!?)\\]]|[(\\[]\\s");

  private final List<Seen> all = new ArrayList<>();

  boolean isEmpty() {
    return all.isEmpty();
  }

  void add(String character, float x) {
    Seen letter = all.isEmpty() ? null : all.get(all.size() - 1);
    if (letter != null
        && Fold.isMark(character.codePointAt(0))
        && !isLeftward(letter.text())) { // one that is read from the right has its marks already
      all.set(all.size() - 1, new Seen(letter.text() + character, letter.x()));
    } else {
      all.add(new Seen(character, x));
    }
  }

  /** Whether a character belongs to a script that is written from the right. */
  static boolean isLeftward(String character) {
    byte direction = Character.getDirectionality(character.codePointAt(0));
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Whether a language is written from the right. */
  static boolean isLeftwardLanguage(String language) {
    return language.matches("(?i)(ar|arc|ckb|dv|fa|he|iw|ji|ps|sd|syr|ug|ur|yi)(-.*)?")
        && !language.matches("(?i).*-latn.*");
  }

  /**
   * What was added, in the order in which it is read, and nothing is left: words in a line that
   * begins at the left. Each stretch between words of other scripts is turned round by itself, from
   * its first letter to its last.
   */
  String words() {
    List<String> seen = seen();
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from < seen.size()) {
      int to = from;
      while (to < seen.size() && isLetter(seen.get(to)) == isLetter(seen.get(from))) {
        to++;
      }
      text.append(stretch(seen.subList(from, to)));
      from = to;
    }
    return text.toString();
  }

  /** What was added, from the left. */
  private List<String> seen() {
    // Phrases within others are told after them, wherever they stand.
    all.sort(Comparator.comparingDouble(Seen::x));
    List<String> seen = all.stream().map(Seen::text).toList();
    all.clear();
    return seen;
  }

  /**
   * What was added, a line or a phrase that is read from the right, in the order in which it is
   * read, and nothing is left. Numbers and words of other scripts in it are read from the left.
   */
  String line() {
    List<String> seen = seen();
    StringBuilder text = new StringBuilder();
    for (int at = seen.size(); at > 0; ) {
      int start = fromLeft(seen, at - 1);
      if (start < at) {
        text.append(String.join("", seen.subList(start, at)));
      } else {
        start = at - 1;
        text.append(MIRRORED.getOrDefault(seen.get(start), seen.get(start)));
      }
      at = start;
    }
    return text.toString();
  }

  /** Where the stretch begins that ends here and is read from the left; behind its end for none. */
  private static int fromLeft(List<String> seen, int last) {
    if (isClosing(seen.get(last))) {
      return bracketed(seen, last);
    }
    boolean isNumber = isDigit(seen.get(last)) || AT_NUMBERS.contains(seen.get(last));
    if (!isNumber && !isLetter(seen.get(last))) {
      return last + 1;
    }
    int start = isNumber ? number(seen, 0, last) : last;
    for (int at = start - 1; at >= 0 && !isLeftward(seen.get(at)); at--) {
      // A number belongs to the word before it, unless there is more than a gap between them.
      boolean joins = !isNumber || !APART.matcher(String.join("", seen.subList(at, last))).find();
      if ((isLetter(seen.get(at)) && joins) || (isDigit(seen.get(at)) && !isNumber)) {
        start = at;
        isNumber = false;
      }
    }
    return start;
  }

  /** The same of a bracket, which is read with the words of other scripts before its pair. */
  private static int bracketed(List<String> seen, int last) {
    int open = partner(seen, last);
    if (open > 0 && seen.subList(open, last).stream().noneMatch(Leftward::isLeftward)) {
      int before = open - 1;
      while (before > 0 && seen.get(before).isBlank()) {
        before--;
      }
      int start = fromLeft(seen, before);
      if (start <= before
          && seen.subList(start, before + 1).stream().anyMatch(Leftward::isLetter)) {
        return start;
      }
    }
    return last + 1;
  }

  private static boolean isClosing(String character) {
    return Character.getType(character.codePointAt(0)) == Character.END_PUNCTUATION;
  }

  /** Where the bracket stands that opens what this one closes, as it is seen; -1 for none. */
  private static int partner(List<String> seen, int closing) {
    int depth = 0;
    for (int at = closing; at >= 0; at--) {
      if (seen.get(at).equals(seen.get(closing))) {
        depth++;
      } else if (seen.get(at).equals(MIRRORED.get(seen.get(closing)))) {
        depth--;
        if (depth == 0) {
          return at;
        }
      }
    }
    return -1;
  }

  /**
   * From the first letter of a script that is written from the right to the last; and the bracket
   * before it whose pair stands among them.
   */
  private static String stretch(List<String> seen) {
    int from = 0;
    while (from < seen.size() && !isLeftward(seen.get(from))) {
      from++;
    }
    int end = seen.size();
    while (end > from && !isLeftward(seen.get(end - 1))) {
      end--;
    }
    for (int at = from; at < end; at++) {
      if (from > 0 && isClosing(seen.get(at)) && partner(seen, at) == from - 1) {
        from--;
      }
    }
    StringBuilder text = new StringBuilder(String.join("", seen.subList(0, from)));
    for (int at = end; at > from; ) {
      int start = isDigit(seen.get(at - 1)) ? number(seen, from, at - 1) : at - 1;
      for (String one : seen.subList(start, at)) {
        text.append(isDigit(one) ? one : MIRRORED.getOrDefault(one, one));
      }
      at = start;
    }
    text.append(String.join("", seen.subList(end, seen.size())));
    return text.toString();
  }

  /** Where a number begins, with the points in it and the sign before it. */
  private static int number(List<String> seen, int from, int last) {
    int start = last;
    for (int at = last - 1; at >= from; at--) {
      if (isDigit(seen.get(at))) {
        start = at;
      } else if (!".,:/-".contains(seen.get(at))) {
        break;
      }
    }
    return start > from && AT_NUMBERS.contains(seen.get(start - 1)) ? start - 1 : start;
  }

  private static boolean isDigit(String character) {
    return Character.isDigit(character.codePointAt(0));
  }

  /** Whether a character is a letter, or a sign read like one, that is written from the left. */
  static boolean isLetter(String character) {
    return Character.getDirectionality(character.codePointAt(0))
        == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }
}
