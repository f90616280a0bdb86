package org.letterpress.publish;

/** There is nothing to work on. */
public final class NoSources extends ToldFault {

  private static final long serialVersionUID = 1L;

  /**
   * What is missing.
   *
   * @param key such as {@code sources.none}
   * @param arguments what the sentence speaks of, in order
   */
  public NoSources(String key, Object... arguments) {
    super(null, key, arguments);
  }
}
