package org.letterpress.audit;

/**
 * A place as an editor looks for it.
 *
 * @param page the page's label in the source; empty where none is known
 * @param paragraph the paragraph's number in the letter or note, from 1; 0 before the first
 * @param line the line of the file that was read; 0 where unknown
 */
record Place(String page, int paragraph, int line) {

  /** {@code p. 46, ¶ 7}, as much as is known, in signs that need no translation. */
  String words() {
    String where = "¶ " + paragraph;
    return page.isEmpty() ? where : paragraph > 0 ? "p. " + page + ", " + where : "p. " + page;
  }
}
