package org.letterpress.validate.corpus;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Spelling;

/** What may have been meant by an id that is not there, in few words. */
final class Suggestions {

  private static final int LONGEST = 40;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private Suggestions() {}

  /** The beginning of a long text. */
  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /**
   * The id nearest in spelling, if it is near. Ids that differ in their digits alone are numbers:
   * that one is near to another says nothing.
   */
  static Optional<String> nearest(String id, Collection<String> ids) {
    int most = Math.max(id.length(), 3) / 3;
    String own = letters(id);
    return Spelling.nearest(
        id,
        ids.stream()
            .filter(other -> Math.abs(other.length() - id.length()) <= most)
            .filter(other -> !letters(other).equals(own))
            .toList());
  }

  private static String letters(String id) {
    return DIGITS.matcher(id).replaceAll("");
  }

  /** Puts another value in the place of a token. */
  static Fix replace(String attribute, Facts.Token token, String value) {
    return new Fix(
        attribute + "=\"" + value + '"', List.of(new Fix.Edit(token.start(), token.end(), value)));
  }
}
