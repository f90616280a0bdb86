package org.letterpress.audit;

import java.util.List;

/**
 * A letter as a transcription is compared with it.
 *
 * @param reading notes are keyed by their {@code n}, and list items and sic are marked
 * @param supplied what the editors supplied, and what is deleted, in order; tokens point to it from
 *     1 on
 */
record Encoded(Reading reading, List<Supplied> supplied) {

  /**
   * A passage that the editors supplied, or that is deleted.
   *
   * @param isDeletion whether it is deleted in the source
   * @param text its words
   * @param source what {@code supplied} says of its source; empty where it says nothing
   * @param place where it stands
   */
  record Supplied(boolean isDeletion, String text, String source, Place place) {}
}
