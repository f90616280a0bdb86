package org.letterpress.publish;

import java.io.IOException;
import java.util.List;

/** A run can't go on, for a reason that the user is told; the key names the sentence that does. */
public abstract sealed class ToldFault extends IOException permits NoSources, OutputFault {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * Why.
   *
   * @param cause what the system said; null where nothing failed
   * @param key such as {@code sources.none}
   * @param arguments what the sentence speaks of, in order
   */
  ToldFault(IOException cause, String key, Object... arguments) {
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
