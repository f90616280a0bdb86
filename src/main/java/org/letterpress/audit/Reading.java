package org.letterpress.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A letter as it was read from its source or from a product.
 *
 * @param body the letter's own text
 * @param notes each note's text by its key, in the order in which they were met
 * @param declared what the source's encoding was read by, and how often: supplied passages, sides
 *     of choices and the like; empty for a product
 */
record Reading(Passage body, Map<String, Passage> notes, Map<String, Integer> declared) {

  /** Of a letter that isn't there. */
  static final Reading NOTHING = new Reading(new PassageBuilder("", 0).build(), Map.of());

  /** Copies, and keeps the order. */
  Reading {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    declared = Collections.unmodifiableMap(new TreeMap<>(declared));
  }

  Reading(Passage body, Map<String, Passage> notes) {
    this(body, notes, Map.of());
  }

  /** The words of body and notes. */
  int words() {
    return body.words() + notes.values().stream().mapToInt(Passage::words).sum();
  }

  /** Letters and digits alone, without lines, spaces and punctuation, by which a text is known. */
  String letters() {
    StringBuilder letters = new StringBuilder();
    append(body, letters);
    notes.values().forEach(note -> append(note, letters));
    return letters.toString();
  }

  private static void append(Passage passage, StringBuilder letters) {
    for (Token token : passage.tokens()) {
      token.key().codePoints().filter(Fold::isWordPart).forEach(letters::appendCodePoint);
    }
  }
}
