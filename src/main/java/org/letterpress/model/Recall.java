package org.letterpress.model;

import java.util.function.Supplier;

/** What earlier runs have read, so that it need not be read again. Several threads may ask. */
@FunctionalInterface
public interface Recall {

  /** Remembers nothing. */
  Recall NOTHING = (name, key, read) -> read.get();

  /**
   * What an earlier run has read under this name, where it would read the same today; else what is
   * read now.
   *
   * @param name of what
   * @param key a digest of all that it is read from
   * @param read reads it
   */
  String said(String name, String key, Supplier<String> read);
}
