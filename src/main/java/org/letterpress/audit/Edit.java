package org.letterpress.audit;

/**
 * One step from an expected passage to the found one, as ranges of token indexes.
 *
 * @param type what kind of step
 * @param aFrom the first expected token
 * @param aTo past the last expected token
 * @param bFrom the first found token
 * @param bTo past the last found token
 */
record Edit(Type type, int aFrom, int aTo, int bFrom, int bTo) {

  /** The kinds of steps. */
  enum Type {
    SAME,
    LOST,
    ADDED,
    CHANGED,
    CASE,
    /** Several expected tokens are one. */
    JOINED,
    /** One expected token is several. */
    SPLIT
  }
}
