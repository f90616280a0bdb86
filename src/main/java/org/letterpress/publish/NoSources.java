package org.letterpress.publish;

/** There is nothing to work on; the message says so in a sentence for the user. */
public final class NoSources extends Exception {

  private static final long serialVersionUID = 1L;

  NoSources(String message) {
    super(message);
  }
}
