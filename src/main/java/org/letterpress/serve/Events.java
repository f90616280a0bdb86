package org.letterpress.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pages that are open somewhere and want to hear of changes (server-sent events). */
final class Events implements AutoCloseable {

  private static final String ALL = "*";

  /** After so many milliseconds of silence a word is said, to see who is still there. */
  private static final long SILENCE = 15_000;

  private final List<HttpExchange> open = new CopyOnWriteArrayList<>();
  private long last = System.nanoTime();

  /** Begins to tell a page of changes. What has changed while it was not there it must ask. */
  synchronized void join(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    try {
      exchange.sendResponseHeaders(200, 0);
      open.add(exchange);
      say(exchange, "retry: 500\ndata: " + ALL + "\n\n");
    } catch (IOException gone) {
      exchange.close();
    }
  }

  /**
   * Tells of a change.
   *
   * @param pages the paths of the pages that it is about; none for all
   */
  synchronized void tell(Collection<String> pages) {
    String paths = pages.isEmpty() ? ALL : String.join("\t", new TreeSet<>(pages));
    sayAll("data: " + paths + "\n\n");
  }

  /** Lets go of those who are no longer there. */
  synchronized void beat() {
    if ((System.nanoTime() - last) / 1_000_000 > SILENCE) {
      sayAll(":\n\n");
    }
  }

  private void sayAll(String words) {
    last = System.nanoTime();
    open.forEach(exchange -> say(exchange, words));
  }

  private void say(HttpExchange exchange, String words) {
    try {
      exchange.getResponseBody().write(words.getBytes(UTF_8));
      exchange.getResponseBody().flush();
    } catch (IOException gone) {
      open.remove(exchange);
      exchange.close();
    }
  }

  @Override
  public synchronized void close() {
    open.forEach(HttpExchange::close);
    open.clear();
  }
}
