package org.letterpress.model;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/**
 * Something large that is kept while there is memory for it, and made again when it is asked for
 * after that. Safe for use by several threads, which may each make it once.
 *
 * @param <T> what it is; each time it is made it must say the same
 */
public final class Soft<T> implements Supplier<T> {

  private final Supplier<T> again;
  private volatile SoftReference<T> kept;

  /**
   * Something that is there already.
   *
   * @param again makes another, and must hold on to none
   */
  public Soft(T first, Supplier<T> again) {
    this.again = again;
    this.kept = new SoftReference<>(first);
  }

  /** Something that is made when it is first asked for. */
  public Soft(Supplier<T> make) {
    this(null, make);
  }

  /** Something that is never let go. */
  public static <T> Soft<T> kept(T value) {
    return new Soft<>(value, () -> value);
  }

  @Override
  public T get() {
    T value = kept.get();
    if (value == null) {
      value = again.get();
      kept = new SoftReference<>(value);
    }
    return value;
  }
}
