package org.letterpress.publish;

import java.io.IOException;

/** The output folder can't be written or replaced, and is as it was. */
public final class OutputFault extends ToldFault {

  private static final long serialVersionUID = 1L;

  /**
   * What is in the way.
   *
   * @param cause what the system said; null where nothing failed
   * @param key such as {@code output.held}
   * @param arguments what the sentence speaks of, in order
   */
  OutputFault(IOException cause, String key, Object... arguments) {
    super(cause, key, arguments);
  }
}
