package org.letterpress.render.pdf;

import java.util.Locale;

/**
 * A page of the source begins here.
 *
 * @param label its number, as the margin shows it
 * @param stroke where the stroke stands in the line
 */
record SourcePage(String label, Stroke stroke) {

  /** The stroke's place: before or after a space, within a word, or none. */
  enum Stroke {
    BEFORE,
    AFTER,
    IN,
    NONE;

    static Stroke of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
