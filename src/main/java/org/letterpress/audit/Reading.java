package org.letterpress.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A letter as it was read from its source or from a product.
 *
 * @param body the letter's own text
 * @param notes each note's text by its key, in the order in which they were met
 */
record Reading(Passage body, Map<String, Passage> notes) {

  /** Copies, and keeps the order. */
  Reading {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /** The words of body and notes. */
  int words() {
    return body.words() + notes.values().stream().mapToInt(Passage::words).sum();
  }
}
