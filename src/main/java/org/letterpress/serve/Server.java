package org.letterpress.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Sha256;
import org.letterpress.publish.Sources;
import org.letterpress.report.HtmlFindings;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.StyleFault;
import org.letterpress.xml.Xml;

/**
 * The preview's server, for this machine alone: it listens on the loopback address, and answers
 * only those who call it by that name, so that no page from elsewhere can read the letters.
 */
public final class Server implements AutoCloseable {

  /** The path under which the preview has its own files. */
  static final String OWN = "/_letterpress/";

  /** The path of the page of all findings. */
  static final String FINDINGS = OWN + "findings.html";

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int PORTS = 20;
  private static final int LAST_PORT = 65_535;

  private static final Pattern INLINE = Pattern.compile("(?s)<(script|style)>(.*?)</\\1>");

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool(Server::daemon);
  private final Events events = new Events();
  private final Search search = new Search();
  private final Live live;
  private final Notes notes;
  private final String policy = policy();
  private volatile boolean isOpen = true;

  private Server(Preview preview) throws IOException {
    // Without it every answer waits for the reader's machine to confirm the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.live = new Live(preview, this::shown);
    this.notes = new Notes(preview, Sources.read(preview.source()).root());
    this.http = listen(preview.port());
  }

  /**
   * Reads the edition and begins to serve it.
   *
   * @param turns is told of every change, on a thread of its own
   * @throws org.letterpress.publish.NoSources where there is nothing to read
   * @throws SchemaFault where a schema can't be used
   * @throws StyleFault where a style sheet can't be used
   * @throws BindException where no port can be had
   */
  public static Server start(Preview preview, Consumer<Turn> turns)
      throws IOException, InterruptedException, SchemaFault, StyleFault {
    Server server = new Server(preview);
    try {
      server.live.start();
    } catch (IOException | InterruptedException | SchemaFault | StyleFault | RuntimeException e) {
      server.close();
      throw e;
    }
    server.http.createContext("/", server::answer);
    server.http.setExecutor(server.threads);
    server.http.start();
    server.threads.execute(() -> server.look(turns));
    return server;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "letterpress-serve");
    thread.setDaemon(true);
    return thread;
  }

  private static HttpServer listen(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", LOOPBACK);
    int last = port == 0 ? 0 : Math.min(port + PORTS, LAST_PORT);
    for (int tried = port; ; tried++) {
      try {
        return HttpServer.create(new InetSocketAddress(loopback, tried), 0);
      } catch (BindException e) {
        if (tried >= last) {
          throw e;
        }
      }
    }
  }

  /** Where the edition is to be seen. */
  public String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
  }

  /** How many things were found in the edition that is shown. */
  public int findings() {
    return live.state().findings().size();
  }

  /** Looks at the files again and again, so that looking takes a tenth of a processor at most. */
  private void look(Consumer<Turn> turns) {
    try {
      while (isOpen) {
        long start = System.nanoTime();
        Optional<Turn> turn = Optional.empty();
        try {
          turn = live.turn();
        } catch (IOException e) {
          // The folder is away; it may come back.
        }
        long took = (System.nanoTime() - start) / 1_000_000;
        turn.ifPresent(turns);
        events.beat();
        Thread.sleep(turn.isPresent() ? 100 : Math.max(100, 9 * took));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void shown(State state, Set<String> pages) {
    if (pages.isEmpty()) {
      state.site().ifPresent(search::update);
    }
    events.tell(pages);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean stays = false;
    try {
      String method = exchange.getRequestMethod();
      String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
      String path = exchange.getRequestURI().getPath();
      exchange.getResponseHeaders().set("Content-Security-Policy", policy);
      if (!NAMES.contains(host.replaceFirst(":\\d*$", ""))) {
        send(exchange, 403, text(notes.missing("host")), false);
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, text(""), false);
      } else if (path.equals(OWN + "events") && method.equals("GET")) {
        stays = true;
        events.join(exchange);
      } else if (path.startsWith(OWN)) {
        own(exchange, path.substring(OWN.length()));
      } else {
        page(exchange, path.endsWith("/") ? path + "index.html" : path);
      }
    } catch (RuntimeException e) {
      send(exchange, 500, text(notes.missing("fault", e.toString())), true);
    } finally {
      if (!stays) {
        exchange.close();
      }
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    String name = path.substring(1);
    Optional<Page> page =
        name.startsWith(Search.FOLDER)
            ? search.file(name).map(bytes -> Page.of(name, bytes))
            : live.state().site().flatMap(site -> site.page(name));
    if (page.isPresent()) {
      send(exchange, 200, page.get(), true);
    } else {
      send(exchange, 404, text(notes.missing("missing", path)), true);
    }
  }

  /** The preview's own files. */
  private void own(HttpExchange exchange, String name) throws IOException {
    switch (name) {
      case "live.js", "live.css" ->
          send(
              exchange,
              200,
              Page.of(name, Xml.resource("classpath:/org/letterpress/serve/" + name)),
              false);
      case "report.css" ->
          send(exchange, 200, Page.of(name, HtmlFindings.css().getBytes(UTF_8)), false);
      case "notes" -> {
        String said = String.valueOf(exchange.getRequestURI().getRawQuery());
        String path = URLDecoder.decode(said.replaceFirst("^page=/?", ""), UTF_8);
        String page = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        send(exchange, 200, text(notes.of(live.state(), page)), false);
      }
      case "findings.html" -> {
        Page page = text(notes.report(live.state()));
        exchange.getResponseHeaders().set("Content-Security-Policy", allowing(page));
        send(exchange, 200, page, true);
      }
      default -> send(exchange, 404, text(notes.missing("missing", OWN + name)), false);
    }
  }

  private static Page text(String html) {
    return Page.of(".html", html.getBytes(UTF_8));
  }

  /**
   * Sends an answer.
   *
   * @param isLive whether a page looks after changes
   */
  private static void send(HttpExchange exchange, int status, Page page, boolean isLive)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", page.type());
    headers.set("ETag", '"' + page.tag() + '"');
    headers.set("Cache-Control", "no-cache");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Referrer-Policy", "same-origin");
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (status == 200 && ('"' + page.tag() + '"').equals(known)) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] content = isLive && page.isHtml() ? live(page) : page.content();
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(content.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    if (content.length > 0) {
      exchange.getResponseBody().write(content);
    }
  }

  /** The page with the script that looks after changes, which knows what it has. */
  private static byte[] live(Page page) {
    String html = new String(page.content(), ISO_8859_1); // the bytes stay as they are
    String script =
        "<script src=\"" + OWN + "live.js\" data-tag=\"" + page.tag() + "\" defer></script>";
    int head = html.indexOf("</head>");
    return head < 0
        ? page.content()
        : (html.substring(0, head) + script + html.substring(head)).getBytes(ISO_8859_1);
  }

  /** What a careful host allows, as the edition's own {@code _headers} says it. */
  private static String policy() {
    String name = "Content-Security-Policy:";
    return new String(Xml.resource("classpath:/org/letterpress/web/_headers"), UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  /** The same, with what a page of one file has within itself, named by its hash. */
  private String allowing(Page page) {
    String allowed = policy;
    Matcher inline = INLINE.matcher(new String(page.content(), UTF_8));
    while (inline.find()) {
      String source = inline.group(1) + "-src 'self'";
      allowed = allowed.replace(source, source + " 'sha256-" + hash(inline.group(2)) + "'");
    }
    return allowed;
  }

  private static String hash(String text) {
    return Base64.getEncoder().encodeToString(Sha256.begin().digest(text.getBytes(UTF_8)));
  }

  @Override
  public void close() {
    isOpen = false;
    events.close();
    search.close();
    http.stop(0);
    threads.shutdownNow();
  }
}
