package org.letterpress.audit;

/** What stands between a token and the one before it. */
enum Gap {
  /** Nothing: the two touch. */
  NONE,
  /** White space or the break of a line or block. */
  SPACE,
  /** The edge of an element at which either may be seen. */
  EITHER;

  /** Whether both could be the same text. */
  boolean agrees(Gap other) {
    return this == other || this == EITHER || other == EITHER;
  }
}
