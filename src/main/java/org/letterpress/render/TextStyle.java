package org.letterpress.render;

/**
 * How plain text and Markdown are set.
 *
 * @param width the longest line of the reading text, in characters
 * @param pages whether marks such as {@code [Page 46]} say where a page of the source begins
 * @param italics whether plain text sets italics as {@code _word_}
 */
public record TextStyle(int width, boolean pages, boolean italics) {

  /** As it is unless something else is said. */
  public static final TextStyle DEFAULT = new TextStyle(72, true, false);
}
