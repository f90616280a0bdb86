package org.letterpress.model;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What earlier runs have found out, so that it need not be found again. Several threads may ask.
 */
public interface Recall {

  /** Remembers nothing. */
  Recall NOTHING =
      new Recall() {
        @Override
        public <T extends Record> Optional<T> known(String name, String key, Class<T> type) {
          return Optional.empty();
        }

        @Override
        public void keep(String name, String key, Record what) {}
      };

  /**
   * What an earlier run has kept under this name, where it would find the same today.
   *
   * @param name of what
   * @param key a digest of all that it comes from
   */
  <T extends Record> Optional<T> known(String name, String key, Class<T> type);

  /** Keeps it for later runs. */
  void keep(String name, String key, Record what);

  /** What is known, else what is found now, which is kept. */
  default <T extends Record> T known(String name, String key, Class<T> type, Supplier<T> find) {
    return known(name, key, type)
        .orElseGet(
            () -> {
              T found = find.get();
              keep(name, key, found);
              return found;
            });
  }
}
