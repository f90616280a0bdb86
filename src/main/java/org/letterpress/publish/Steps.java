package org.letterpress.publish;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How long each step of a run took. Threads may report at once. */
final class Steps {

  /** A step that may fail as {@code E}. */
  @FunctionalInterface
  interface Step<T, E extends Exception> {
    T run() throws E;
  }

  private final Map<String, Duration> durations =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private final Progress progress;
  private final AtomicInteger made = new AtomicInteger();
  private volatile int all;

  /**
   * Begins to count.
   *
   * @param progress is told the name of each step as it begins
   */
  Steps(Progress progress) {
    this.progress = progress;
  }

  /** Runs a step and remembers how long it took; the same name again adds up. */
  <T, E extends Exception> T time(String name, Step<T, E> step) throws E {
    if (begun.add(name)) {
      progress.step(name);
    }
    long start = System.nanoTime();
    try {
      return step.run();
    } finally {
      took(name, start);
    }
  }

  /**
   * Remembers how long a step took that is not worth a word of progress.
   *
   * @param start what {@link System#nanoTime} said when it began
   */
  void took(String name, long start) {
    durations.merge(name, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
  }

  /** So many letters are going to be made, each format counted by itself. */
  void expect(int letters) {
    all = letters;
  }

  /** One of them is made. */
  void made() {
    progress.made(made.incrementAndGet(), all);
  }

  Map<String, Duration> durations() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(durations));
  }
}
