package org.letterpress.validate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work of somebody else's that may find no end. */
final class Deadline {

  private final Duration most;

  /** What a grammar has learnt is its thread's, so that threads are kept for the next file. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "schema");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A limit.
   *
   * @param most how long a piece of work may take
   */
  Deadline(Duration most) {
    this.most = most;
  }

  /** The limit, as messages tell it. */
  String seconds() {
    return String.valueOf(most.toSeconds());
  }

  /**
   * What the work gives; empty where it takes too long. It is then left alone, in a thread that
   * keeps no program from ending, since nothing can stop it from outside. Whoever interrupts the
   * wait changes nothing of that: the work isn't the slower for it.
   */
  <T> Optional<T> within(Callable<T> work) throws ExecutionException {
    Future<T> task = threads.submit(work);
    long end = System.nanoTime() + most.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return Optional.of(task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      task.cancel(true);
      return Optional.empty();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What the work, which throws nothing that is checked, has thrown. */
  static RuntimeException fault(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return (RuntimeException) e.getCause();
  }
}
