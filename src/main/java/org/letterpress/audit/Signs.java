package org.letterpress.audit;

/** How much of the encoding is to be read as text. */
enum Signs {
  /** Words and punctuation alone. */
  NONE,
  /** With the signs that the plain-text edition prints for what it can't show otherwise. */
  PLAIN_TEXT,
  /** With those that its diplomatic reading prints as well. */
  DIPLOMATIC,
  /** With those of plain text, but that Markdown has lists of its own. */
  MARKDOWN,
  /** With anchors for list items and sic, which a transcription may mark. */
  TRANSCRIPTION;

  /** Whether a text prints signs. */
  boolean arePrinted() {
    return this == PLAIN_TEXT || this == DIPLOMATIC || this == MARKDOWN;
  }
}
