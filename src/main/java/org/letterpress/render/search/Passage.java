package org.letterpress.render.search;

import java.util.List;

/**
 * A piece of a letter that a reader can be led to.
 *
 * @param anchor the {@code id} of its block in the letter's page, or empty
 * @param text its words; blocks within it are parted by line feeds
 * @param turns where its language changes, in order; the first is at its beginning
 */
record Passage(String anchor, String text, List<Turn> turns) {

  /**
   * From here on the text is in a language.
   *
   * @param start the place of the first character
   * @param lang BCP 47
   */
  record Turn(int start, String lang) {}

  /** A passage in one language, of no place of its own. */
  static Passage of(String text, String lang) {
    return new Passage("", text, List.of(new Turn(0, lang)));
  }
}
