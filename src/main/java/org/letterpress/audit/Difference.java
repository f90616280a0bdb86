package org.letterpress.audit;

import java.util.List;
import java.util.Map;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * One difference between what ought to be there and what is there.
 *
 * @param kind what kind of difference
 * @param note the key of the note that it stands in; empty for the letter's body
 * @param place where, in what ought to be there
 * @param there where, in what is there
 * @param before a few words before it
 * @param expected what ought to be there; empty where nothing
 * @param found what is there; empty where nothing
 * @param after a few words after it
 */
record Difference(
    Kind kind,
    String note,
    Place place,
    Place there,
    String before,
    String expected,
    String found,
    String after) {

  /** The kinds, each with its code. */
  enum Kind {
    LOST("words-lost"),
    ADDED("words-added"),
    CHANGED("words-changed"),
    CASE("case-changed"),
    PUNCTUATION("punctuation-changed"),
    JOINED("words-joined"),
    LINE_END("words-joined"),
    SPLIT("words-split"),
    SPACE("space-changed"),
    DOUBLED("words-doubled"),
    MOVED("words-moved"),
    POINT_LOST("mark-lost"),
    POINT_ADDED("mark-added"),
    POINT_MOVED("mark-moved"),
    NOTE_LOST("note-lost"),
    NOTE_ADDED("note-added");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    boolean isOfWords() {
      return compareTo(POINT_LOST) < 0;
    }
  }

  /**
   * The difference as a finding.
   *
   * @param source the file that says what ought to be there
   * @param other what says otherwise
   */
  Finding finding(String source, String other) {
    return Finding.of(
        kind.code,
        Severity.ERROR,
        Location.of(source, place.line()),
        Map.of(
            "other", other,
            "expected", expected,
            "found", found,
            "where", where(),
            "context", context()),
        List.of());
  }

  /** The words round it, with what ought to be there in brackets. */
  String context() {
    String middle = kind.isOfWords() ? expected : "";
    String line = before + " [" + middle + "] " + after;
    return "… " + line.strip() + " …";
  }

  /** Where it is: {@code p. 46, ¶ 7} or {@code note-2, ¶ 1}. */
  String where() {
    return note.isEmpty() ? place.words() : note + ", " + place.words();
  }
}
