package org.letterpress.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Catalogue;
import org.letterpress.publish.NoSources;

/** The preview as a browser meets it, over a copy of the project's own letter. */
@Timeout(180)
final class ServerTest {

  private static final String ID = "khrushchev-kennedy-1961-11-09";
  private static final String PAGE = "letters/" + ID + ".html";
  private static final String NOTES = "_letterpress/notes?page=";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;

  private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
  private Path letter;
  private Server server;

  @BeforeEach
  void start() throws Exception {
    copy(Path.of("tei"), folder.resolve("tei"));
    letter = folder.resolve("tei/letters/" + ID + ".xml");
    server = Server.start(preview(Catalogue.ENGLISH, List.of()), turns::add);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Preview preview(Catalogue words, List<Path> styles) {
    return new Preview(folder.resolve("tei"), List.of(), styles, 0, words, "1");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path copy = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(one, copy);
        }
      }
    }
  }

  private HttpResponse<byte[]> ask(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return CLIENT.send(request, BodyHandlers.ofByteArray());
  }

  private String text(String path) throws Exception {
    return new String(ask(path).body(), UTF_8);
  }

  /** By which a page knows whether it has to be loaded anew. */
  private String tag(String path) throws Exception {
    return ask(path).headers().firstValue("ETag").orElseThrow();
  }

  private Turn turn() throws InterruptedException {
    Turn turn = turns.poll(60, TimeUnit.SECONDS);
    assertTrue(turn != null, "no change was noticed");
    assertTrue(turn.trouble().isEmpty(), turn.trouble()::toString);
    return turn;
  }

  private Turn change(String from, String to) throws Exception {
    String before = Files.readString(letter);
    assertTrue(before.contains(from), from);
    return write(letter, before.replaceFirst(from, to));
  }

  /** Puts a file there in one step, so that nobody sees half of it. */
  private Turn write(Path file, String content) throws Exception {
    Path draft = Files.writeString(folder.resolve("draft"), content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return turn();
  }

  /** What the server answers to lines as they are. */
  private String raw(String lines) throws IOException {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write((lines + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Test
  void servesEveryFileOfTheEdition() throws Exception {
    assertTrue(text(PAGE).contains("great attention"));
    assertTrue(text("").contains("Khrushchev"));
    assertTrue(text("persons.html").contains("Khrushchev"));
    assertTrue(text("assets/letterpress.css").contains("{"));
    assertTrue(text("search.html").contains("search.js"));
    assertTrue(text("assets/search/index.js").contains("\"letters\":1"));
    assertTrue(text("data/letters.csv").contains(ID));
    assertTrue(text("letters/" + ID + ".txt").contains("great attention"));
    assertTrue(text("letters/" + ID + ".standoff.xml").contains("standOff"));
    assertTrue(text("edition.md").contains("great attention"));
    HttpResponse<byte[]> pdf = ask("letters/" + ID + ".pdf");
    assertTrue(new String(pdf.body(), ISO_8859_1).startsWith("%PDF-"));
    assertEquals("application/pdf", pdf.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(new String(ask("edition.epub").body(), ISO_8859_1).startsWith("PK"));
  }

  @Test
  void pagesKeepTheStrictPolicyAndLookAfterChanges() throws Exception {
    HttpResponse<byte[]> page = ask(PAGE);
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    String tag = page.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    String script =
        "<script src=\"/_letterpress/live.js\" data-tag=\"" + tag + "\" defer></script>";
    assertTrue(new String(page.body(), UTF_8).contains(script + "</head>"));
  }

  @Test
  void aChangeIsToldAndShown() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "_letterpress/events")).build();
    HttpResponse<java.io.InputStream> stream = CLIENT.send(request, BodyHandlers.ofInputStream());
    try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
      assertEquals("*", data(events));
      String tag = ask(PAGE).headers().firstValue("ETag").orElseThrow();
      change("great attention", "great delight");
      assertEquals(PAGE, data(events));
      assertEquals("*", data(events));
      assertTrue(text(PAGE).contains("great delight"));
      assertNotEquals(tag, ask(PAGE).headers().firstValue("ETag").orElseThrow());
    }
  }

  private static String data(BufferedReader events) throws IOException {
    String line = events.readLine();
    while (!line.startsWith("data: ")) {
      line = events.readLine();
    }
    return line.substring("data: ".length());
  }

  @Test
  void brokenXmlKeepsTheLastGoodPageUntilItIsMended() throws Exception {
    change("great attention", "great delight");
    String good = text(PAGE);
    Turn broken = change("great delight", "great <hi>delight");
    assertFalse(broken.findings().isEmpty());
    assertEquals(good, text(PAGE));
    String notes = text(NOTES + PAGE);
    int line = broken.findings().get(0).location().line();
    assertTrue(notes.contains("<details class=\"broken\" open>"), notes);
    assertTrue(notes.contains("letters/" + ID + ".xml"), notes);
    assertTrue(notes.contains("line " + line), notes);
    assertTrue(notes.contains("class=\"remedy\""), notes);
    assertTrue(notes.contains("shows what was good last"), notes);
    assertFalse(text(NOTES).contains("class=\"broken\""), "another page has nothing to do with it");
    assertTrue(text("_letterpress/findings.html").contains(broken.findings().get(0).code()));
    change("great <hi>delight", "great hope");
    assertEquals("", text(NOTES + PAGE));
    assertTrue(text(PAGE).contains("great hope"));
  }

  @Test
  void aBrokenRegisterIsToldOnEveryPage() throws Exception {
    Path persons = folder.resolve("tei/registers/persons.xml");
    String before = Files.readString(persons);
    write(persons, before.replaceFirst("</person>", ""));
    for (String page : List.of("", "index.html", PAGE, "persons.html", "nowhere.html")) {
      assertTrue(text(NOTES + page).contains("registers/persons.xml"), page);
    }
    assertTrue(text("persons.html").contains("Khrushchev"), "what was good last is shown");
  }

  @Test
  void whatIsInvalidIsShownWithItsFindings() throws Exception {
    change("great attention", "great <nonsense>delight</nonsense>");
    assertTrue(text(PAGE).contains("delight"));
    String notes = text(NOTES + PAGE);
    assertTrue(notes.contains("1 error in this letter"), notes);
    assertFalse(notes.contains("class=\"broken\""), notes);
    assertTrue(text(NOTES).contains("All findings: 1 error"));
  }

  @Test
  void lettersComeAndGo() throws Exception {
    String other = Files.readString(letter).replace("xml:id=\"" + ID + "\"", "xml:id=\"second\"");
    Path second = letter.resolveSibling("second.xml");
    assertEquals(List.of("letters/second.xml"), write(second, other).changed());
    assertTrue(text("letters/second.html").contains("great attention"));
    assertEquals(200, ask("edition.pdf").statusCode(), "two letters make a book");
    Files.delete(second);
    turn();
    HttpResponse<byte[]> gone = ask("letters/second.html");
    assertEquals(404, gone.statusCode());
    assertTrue(new String(gone.body(), UTF_8).contains("/_letterpress/live.js"));
  }

  @Test
  void aStyleSheetOfTheUsersIsLookedAtToo() throws Exception {
    Path css = Files.writeString(folder.resolve("my.css"), "p { color: teal }");
    server.close();
    server = Server.start(preview(Catalogue.ENGLISH, List.of(css)), turns::add);
    assertTrue(text("assets/custom.css").contains("teal"));
    String before = tag(PAGE);
    write(css, "p { color: maroon }");
    assertTrue(text("assets/custom.css").contains("maroon"));
    assertTrue(text(PAGE).contains("great attention"));
    assertNotEquals(before, tag(PAGE), "a page that looks different is loaded anew");
  }

  @Test
  void aPictureIsLookedAtToo() throws Exception {
    change("<div type=\"letter\"", "<pb facs=\"scan.gif\"/><div type=\"letter\"");
    assertEquals(404, ask("pictures/letters/scan.gif").statusCode());
    Path picture = letter.resolveSibling("scan.gif");
    write(picture, "GIF89a first");
    assertTrue(text(PAGE).contains("pictures/letters/scan.gif"));
    assertTrue(text("pictures/letters/scan.gif").contains("first"));
    String before = tag(PAGE);
    write(picture, "GIF89a second");
    assertTrue(text("pictures/letters/scan.gif").contains("second"));
    assertNotEquals(before, tag(PAGE), "a page that looks different is loaded anew");
    String after = tag(PAGE);
    assertEquals(after, tag(PAGE));
  }

  @Test
  void answersThisMachineAlone() throws Exception {
    assertTrue(raw("GET / HTTP/1.1\r\nHost: localhost\r\n").startsWith("HTTP/1.1 200"));
    assertTrue(raw("GET / HTTP/1.1\r\nHost: [::1]:80\r\n").startsWith("HTTP/1.1 200"));
    assertTrue(raw("GET / HTTP/1.1\r\nHost: letters.example\r\n").startsWith("HTTP/1.1 403"));
    assertTrue(raw("GET / HTTP/1.1\r\n").startsWith("HTTP/1.1 403"));
    assertTrue(raw("POST / HTTP/1.1\r\nHost: localhost\r\n").startsWith("HTTP/1.1 405"));
    String up = "GET /../../../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n";
    assertTrue(raw(up).startsWith("HTTP/1.1 404"));
    int port = URI.create(server.address()).getPort();
    for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(one.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          try (Socket socket = new Socket()) {
            InetSocketAddress there = new InetSocketAddress(address, port);
            assertThrows(IOException.class, () -> socket.connect(there, 1000), there::toString);
          }
        }
      }
    }
  }

  @Test
  void takesTheNextFreePort() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      Path source = folder.resolve("tei");
      int port = taken.getLocalPort();
      Preview preview = new Preview(source, List.of(), List.of(), port, Catalogue.ENGLISH, "1");
      try (Server other = Server.start(preview, turn -> {})) {
        assertTrue(URI.create(other.address()).getPort() > port);
      }
    }
  }

  @Test
  void aFolderWithoutLettersIsRefused() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Preview preview = new Preview(empty, List.of(), List.of(), 0, Catalogue.ENGLISH, "1");
    NoSources none = assertThrows(NoSources.class, () -> Server.start(preview, turn -> {}));
    assertEquals("sources.no-xml", none.key());
  }

  @Test
  void speaksGerman() throws Exception {
    server.close();
    server = Server.start(preview(Catalogue.of("de").orElseThrow(), List.of()), turns::add);
    change("great attention", "great <hi>delight");
    assertTrue(text(NOTES + PAGE).contains("zeigt den letzten guten Stand"));
  }

  @Test
  void endsWithItsConnections() throws Exception {
    String address = server.address();
    server.close();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
    assertThrows(ConnectException.class, () -> CLIENT.send(request, BodyHandlers.ofString()));
  }
}
