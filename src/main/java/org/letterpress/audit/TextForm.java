package org.letterpress.audit;

/**
 * How a text was set, as far as the audit has to know.
 *
 * @param kind plain text in one of its readings, or Markdown
 * @param pages whether it marks where pages of the source begin
 * @param italics whether plain text sets italics as {@code _word_}; low lines are then not compared
 */
public record TextForm(Kind kind, boolean pages, boolean italics) {

  /** What kind of text. */
  public enum Kind {
    READING(Signs.PLAIN_TEXT),
    /** Line for line as the source. */
    DIPLOMATIC(Signs.DIPLOMATIC),
    MARKDOWN(Signs.MARKDOWN);

    private final Signs signs;

    Kind(Signs signs) {
      this.signs = signs;
    }
  }

  boolean isDiplomatic() {
    return kind == Kind.DIPLOMATIC;
  }

  boolean hasLowLines() {
    return italics && kind != Kind.MARKDOWN;
  }

  /** How much of the encoding such a text says. */
  Signs signs() {
    return kind.signs;
  }
}
