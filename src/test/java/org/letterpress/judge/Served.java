package org.letterpress.judge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A site as a careful host serves it: every page with a policy that allows nothing from elsewhere
 * and nothing inline.
 */
record Served(HttpServer server, ExecutorService threads) implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none'";

  /** Serves a folder on a free port of this machine alone. */
  static Served start(Path site) throws IOException {
    return start(site, "/");
  }

  /**
   * Serves a folder on a free port of this machine alone.
   *
   * @param at its path on the server, with slashes at both ends
   */
  static Served start(Path site, String at) throws IOException {
    // Without it every answer waits for the reader's machine to confirm the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    server.createContext(at, exchange -> answer(exchange, site, at));
    server.setExecutor(threads);
    server.start();
    return new Served(server, threads);
  }

  private static void answer(HttpExchange exchange, Path site, String at) throws IOException {
    try (exchange) {
      Path file = site.resolve(exchange.getRequestURI().getPath().substring(at.length()));
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] content = Files.readAllBytes(file);
      exchange.getResponseHeaders().add("Content-Type", type(file.getFileName().toString()));
      exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
      exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html";
      case "js" -> "text/javascript";
      case "css" -> "text/css";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }

  String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  String page() {
    return root() + "search.html";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
