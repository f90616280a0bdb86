package org.letterpress.render.pdf;

import java.util.Locale;

/**
 * A page of the source begins here.
 *
 * @param label its number, as the margin shows it
 * @param stroke where the stroke stands in the line
 */
record SourcePage(String label, Stroke stroke) {

  /** The stroke's place: before or after a wide space or a usual one, within a word, or none. */
  enum Stroke {
    BEFORE,
    AFTER,
    CLOSE_BEFORE,
    CLOSE_AFTER,
    IN,
    NONE;

    static Stroke of(String word) {
      return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
  }
}
