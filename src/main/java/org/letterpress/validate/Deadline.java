package org.letterpress.validate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work of somebody else's that may find no end. */
final class Deadline {

  private Deadline() {}

  /**
   * What the work gives; empty where it takes too long. It is then left alone, in a thread that
   * keeps no program from ending, since nothing can stop it from outside.
   */
  static <T> Optional<T> within(Duration most, Callable<T> work) throws ExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "rules");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(task.get(most.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      task.cancel(true);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      task.cancel(true);
      return Optional.empty();
    }
  }
}
