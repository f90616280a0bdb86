package org.letterpress.publish;

import java.io.IOException;
import java.util.List;

/** There is nothing to work on; the key names the sentence that says so to the user. */
public final class NoSources extends IOException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * What is missing.
   *
   * @param key such as {@code sources.none}
   * @param arguments what the sentence speaks of, in order
   */
  public NoSources(String key, Object... arguments) {
    super(key + " " + List.of(arguments));
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
