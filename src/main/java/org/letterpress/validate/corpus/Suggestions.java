package org.letterpress.validate.corpus;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Spelling;

/** What may have been meant by an id that is not there, in few words. */
final class Suggestions {

  private static final int LONGEST = 40;

  /** More comparisons are not made: where so much leads nowhere no spelling is at fault. */
  private static final long MOST = 20_000_000;

  private final Spelling spelling;
  private final int size;
  private final Map<String, Optional<String>> found = new HashMap<>();

  /** Takes down the ids that there are. */
  Suggestions(Collection<String> ids) {
    this.spelling = new Spelling(ids);
    this.size = ids.size();
  }

  /** The beginning of a long text. */
  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /**
   * The id nearest in spelling, if it is near. Ids that differ in their digits alone are numbers:
   * that one is near to another says nothing.
   */
  Optional<String> nearest(String id) {
    Optional<String> known = found.get(id);
    if (known == null) {
      known =
          (long) size * found.size() > MOST
              ? Optional.empty()
              : spelling.nearest(id, other -> !areNumbers(id, other));
      found.put(id, known);
    }
    return known;
  }

  /** Whether two ids differ in nothing but their digits. */
  private static boolean areNumbers(String one, String other) {
    int i = 0;
    int j = 0;
    while (true) {
      i = skipDigits(one, i);
      j = skipDigits(other, j);
      if (i == one.length() || j == other.length()) {
        return i == one.length() && j == other.length();
      }
      if (one.charAt(i++) != other.charAt(j++)) {
        return false;
      }
    }
  }

  private static int skipDigits(String id, int from) {
    int at = from;
    while (at < id.length() && id.charAt(at) >= '0' && id.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /** Puts another value in the place of a token. */
  static Fix replace(String attribute, Facts.Token token, String value) {
    return new Fix(
        attribute + "=\"" + value + '"', List.of(new Fix.Edit(token.start(), token.end(), value)));
  }
}
