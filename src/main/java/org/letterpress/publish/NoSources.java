package org.letterpress.publish;

import java.io.IOException;

/** There is nothing to work on; the message says so in a sentence for the user. */
public final class NoSources extends IOException {

  private static final long serialVersionUID = 1L;

  NoSources(String message) {
    super(message);
  }
}
