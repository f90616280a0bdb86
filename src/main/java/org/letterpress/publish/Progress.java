package org.letterpress.publish;

/** Is told how a run gets on, by several threads at once. */
@FunctionalInterface
public interface Progress {

  /** A step begins: {@code read}, {@code check} and so on, or a format's name. */
  void step(String name);

  /**
   * Letters have been made.
   *
   * @param done how many, each format counted by itself
   * @param all how many there will be
   */
  default void made(int done, int all) {}
}
