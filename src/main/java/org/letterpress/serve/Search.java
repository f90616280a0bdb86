package org.letterpress.serve;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.letterpress.model.Letter;
import org.letterpress.render.Product;

/**
 * The search index of the edition, made in the background, for it needs the page of every letter.
 * While a new one is made the last one is served.
 */
final class Search implements AutoCloseable {

  /** The folder of its files. */
  static final String FOLDER = "assets/search/";

  /** So many milliseconds without a change are quiet. */
  private static final long QUIET = 2_000;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "letterpress-search");
            made.setDaemon(true);
            return made;
          });

  /** The letters whose words have been taken down, for the one thread. */
  private final Map<String, Letter> taken = new HashMap<>();

  private volatile Site wanted;
  private volatile CompletableFuture<Map<String, byte[]>> files = new CompletableFuture<>();

  /** Begins to make the index of another state of the edition. */
  void update(Site site) {
    wanted = site;
    thread.execute(() -> make(site));
  }

  private void make(Site site) {
    if (files.isDone() && !isQuiet(site)) {
      return;
    }
    for (Letter letter : site.corpus().letters()) {
      if (site != wanted) {
        return;
      }
      if (!letter.equals(taken.put(letter.id(), letter))) {
        read(site, letter);
      }
    }
    try {
      Map<String, byte[]> made =
          site.html().index().collect(Collectors.toMap(Product::path, Product::content));
      if (!files.complete(made)) {
        files = CompletableFuture.completedFuture(made);
      }
    } catch (RuntimeException e) {
      files.completeExceptionally(e);
    }
  }

  /** Whether nothing has changed for a while; an index takes long, and changes come in rows. */
  private boolean isQuiet(Site site) {
    try {
      Thread.sleep(QUIET);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return site == wanted;
  }

  /** A letter without a page can't be found; its page says why. */
  private static void read(Site site, Letter letter) {
    try {
      site.html().letter(letter);
    } catch (RuntimeException notRendered) {
      return;
    }
  }

  /** A file of the index; waits for the first. */
  Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.join().get(path));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
