package org.letterpress.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a transcription writes otherwise than its encoding, by its conventions.
 *
 * @param kind by which of them
 * @param line the line of the transcription; 0 where it has none
 * @param what the thing itself, in signs and words of the letter's that need no translation
 */
public record Declared(Kind kind, int line, String what) {

  /** The kinds, in the order in which they are told. */
  public enum Kind {
    FIRST_PAGE,
    PAGE,
    BULLET,
    SIC,
    DELETION,
    MARK,
    NOTE,
    RENUMBERED,
    SUPPLIED,
    DELETED,
    SPACE,
    LINE_END,
    ALIKE;

    /** Its name in reports and catalogues. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static String quoted(String text) {
    return "“" + text + "”";
  }

  static String pair(String written, String meant) {
    return quoted(written) + " = " + quoted(meant);
  }

  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("line", line);
    object.put("what", what);
    return object;
  }
}
