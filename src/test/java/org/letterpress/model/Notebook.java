package org.letterpress.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers in memory what a run keeps, as bytes. */
public final class Notebook implements Recall {

  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private final AtomicInteger found = new AtomicInteger();

  @Override
  public <T extends Record> Optional<T> known(String name, String key, Class<T> type) {
    Optional<byte[]> bytes = Optional.ofNullable(known.get(name + " " + key));
    bytes.ifPresent(some -> found.incrementAndGet());
    return bytes.map(some -> assertDoesNotThrow(() -> Records.read(type, some)));
  }

  @Override
  public void keep(String name, String key, Record what) {
    known.put(name + " " + key, Records.write(what));
  }

  /** How many things were asked for and known. */
  public int found() {
    return found.get();
  }
}
