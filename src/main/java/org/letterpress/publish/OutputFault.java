package org.letterpress.publish;

import java.io.IOException;
import java.util.List;

/**
 * The output folder can't be written or replaced, and is as it was; the key names the sentence that
 * says so to the user.
 */
public final class OutputFault extends IOException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * What is in the way.
   *
   * @param cause what the system said; null where nothing failed
   * @param key such as {@code output.held}
   * @param arguments what the sentence speaks of, in order
   */
  OutputFault(IOException cause, String key, Object... arguments) {
    super(key + " " + List.of(arguments), cause);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** Names the sentence. */
  public String key() {
    return key;
  }

  /** What the sentence speaks of, in order. */
  public Object[] arguments() {
    return arguments.toArray();
  }
}
