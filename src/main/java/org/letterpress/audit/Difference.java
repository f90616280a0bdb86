package org.letterpress.audit;

/**
 * One difference between what ought to be there and what is there.
 *
 * @param kind what kind of difference
 * @param note the key of the note that it stands in; empty for the letter's body
 * @param place where, in what ought to be there
 * @param before a few words before it
 * @param expected what ought to be there; empty where nothing
 * @param found what is there; empty where nothing
 * @param after a few words after it
 */
record Difference(
    Kind kind,
    String note,
    Place place,
    String before,
    String expected,
    String found,
    String after) {

  /** The kinds, each with its code and what it says. */
  enum Kind {
    LOST("words-lost", "%s is lost"),
    ADDED("words-added", "%2$s was added"),
    CHANGED("words-changed", "%s became %s"),
    CASE("case-changed", "%s became %s"),
    PUNCTUATION("punctuation-changed", "%s became %s"),
    JOINED("words-joined", "%s was joined to %s"),
    SPLIT("words-split", "%s was split into %s"),
    SPACE("space-changed", "%s became %s"),
    DOUBLED("words-doubled", "%2$s stands twice"),
    MOVED("words-moved", "%s stands elsewhere"),
    POINT_LOST("mark-lost", "the %s is lost"),
    POINT_ADDED("mark-added", "the %2$s was added"),
    POINT_MOVED("mark-moved", "the %s stands elsewhere"),
    NOTE_LOST("note-lost", "the note %s is lost"),
    NOTE_ADDED("note-added", "the note %2$s has no counterpart");

    private final String code;
    private final String says;

    Kind(String code, String says) {
      this.code = code;
      this.says = says;
    }

    String code() {
      return code;
    }

    boolean isOfWords() {
      return compareTo(POINT_LOST) < 0;
    }
  }

  /** The difference as a clause: {@code “great” became “grand”}. */
  String words() {
    String nothing = "nothing";
    String was = expected.isEmpty() ? nothing : kind.isOfWords() ? quoted(expected) : expected;
    String is = found.isEmpty() ? nothing : kind.isOfWords() ? quoted(found) : found;
    return String.format(kind.says, was, is);
  }

  /** The words round it, with what ought to be there in brackets. */
  String context() {
    String middle = kind.isOfWords() ? expected : "";
    String line = before + " [" + middle + "] " + after;
    return "… " + line.strip() + " …";
  }

  /** Where it is: {@code page 46, paragraph 7} or {@code note-2, paragraph 1}. */
  String where() {
    return note.isEmpty() ? place.words() : note + ", " + place.words();
  }

  private static String quoted(String text) {
    return "“" + text + "”";
  }
}
