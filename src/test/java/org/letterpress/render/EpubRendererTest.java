package org.letterpress.render;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** What is in a finished e-book, beyond what EPUBCheck asks. */
class EpubRendererTest {

  private static final Xml XML = new Xml();
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

  private static final String HEADER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s"><teiHeader><fileDesc><titleStmt>
      <title>%s</title></titleStmt><publicationStmt><publisher>P</publisher>%s</publicationStmt>
      <sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body>""";

  private static Corpus corpus(Map<String, String> files) {
    List<SourceFile> sources = new ArrayList<>();
    files.forEach(
        (path, xml) -> {
          Parsed.Tree parsed = (Parsed.Tree) XML.parse(xml.getBytes(UTF_8), path);
          sources.add(new SourceFile(path, xml.getBytes(UTF_8), parsed.document()));
        });
    return new CorpusReader(XML).read(sources, "Letters");
  }

  private static String letter(String id, String title, String body) {
    return HEADER.formatted(id, title, "") + body + "</body></text></TEI>";
  }

  /** The project's own edition. */
  private static Corpus own() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(Path.of("tei"))) {
      for (Path file : all.filter(path -> path.toString().endsWith(".xml")).sorted().toList()) {
        files.put(file.toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return corpus(files);
  }

  /** The books of all letters, then the edition's. */
  private static List<byte[]> books(Corpus corpus) {
    EpubRenderer renderer = new EpubRenderer(XML, corpus, Path.of(""), DATE);
    List<byte[]> books = new ArrayList<>();
    corpus.letters().forEach(letter -> books.add(renderer.letter(letter).content()));
    books.add(renderer.volumes().findFirst().orElseThrow().product().content());
    return books;
  }

  private static Map<String, byte[]> files(byte[] epub) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static Document xml(byte[] content) {
    return Jsoup.parse(new String(content, UTF_8), Parser.xmlParser());
  }

  private static Document opf(byte[] epub) throws IOException {
    return xml(files(epub).get("EPUB/package.opf"));
  }

  /** Every link within the book that leads nowhere. */
  private static List<String> deadLinks(Map<String, byte[]> files) {
    List<String> dead = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          if (path.endsWith(".xhtml")) {
            for (Element link : xml(content).select("[href], [src]")) {
              URI uri = URI.create(link.hasAttr("href") ? link.attr("href") : link.attr("src"));
              if (!uri.isAbsolute()) {
                URI target = URI.create(path).resolve(uri);
                String file = URLDecoder.decode(target.getPath(), UTF_8);
                if (!files.containsKey(file)
                    || (target.getFragment() != null
                        && xml(files.get(file)).getElementById(target.getFragment()) == null)) {
                  dead.add(path + " → " + uri);
                }
              }
            }
          }
        });
    return dead;
  }

  @Test
  void sameLettersGiveTheSameBytes() throws IOException {
    List<byte[]> once = books(own());
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(new Locale("tr", "TR"));
      List<byte[]> again = books(own());
      for (int i = 0; i < once.size(); i++) {
        assertArrayEquals(once.get(i), again.get(i));
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void firstOfAllStandsWhatItIs() throws IOException {
    byte[] book = books(own()).get(0);
    assertEquals(
        "mimetypeapplication/epub+zip", new String(Arrays.copyOfRange(book, 30, 58), US_ASCII));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (byte[] book : books(own())) {
      assertEquals(List.of(), deadLinks(files(book)));
    }
  }

  @Test
  void coverIsPicture() throws IOException {
    byte[] png = files(books(own()).get(0)).get("EPUB/cover.png");
    BufferedImage cover = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(1200, cover.getWidth());
    assertEquals(1800, cover.getHeight());
    assertEquals(0xFFF4EEE1, cover.getRGB(600, 650), "paper");
    assertEquals(0xFF7A2318, cover.getRGB(600, 475), "wax");
    long ink = 0;
    for (int y = 760; y < 1000; y++) {
      for (int x = 0; x < 1200; x++) {
        ink += cover.getRGB(x, y) == 0xFF22201C ? 1 : 0;
      }
    }
    assertTrue(ink > 5_000 && ink < 60_000, "The title has " + ink + " dots");
  }

  @Test
  void numberIsTheEditionsOwnOrMadeFromItsTitle() throws IOException {
    String made = opf(last(books(own()))).select("dc|identifier").text();
    // uuidgen --sha1 --namespace @url --name $'urn:letterpress:edition:Khrushchev to Kennedy\n…'
    assertTrue(made.matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f-]{16}"));
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "edition.xml",
        HEADER.formatted("edition", "T", "<idno type=\"ISBN\">978-3-16-148410-0</idno>")
            + "<p/></body></text></TEI>");
    files.put("a.xml", letter("a", "A", "<p>A</p>"));
    List<byte[]> books = books(corpus(files));
    assertEquals("urn:isbn:9783161484100", opf(books.get(1)).select("dc|identifier").text());
    assertTrue(opf(books.get(0)).select("dc|identifier").text().startsWith("urn:uuid:"));
  }

  private static byte[] last(List<byte[]> books) {
    return books.get(books.size() - 1);
  }

  @Test
  void pagesAreClaimedOnlyWhereTheyAre() throws IOException {
    String with = opf(last(books(own()))).outerHtml();
    assertTrue(with.contains("pageBreakMarkers") && with.contains("pageBreakSource"), with);
    byte[] book = last(books(corpus(Map.of("a.xml", letter("a", "A", "<p>No pages.</p>")))));
    String without = opf(book).outerHtml();
    assertFalse(without.contains("pageBreak") || without.contains("pageNavigation"), without);
    assertFalse(without.contains(">index<"), without);
    assertFalse(
        new String(files(book).get("EPUB/nav.xhtml"), UTF_8).contains("page-list"), "page list");
  }

  /**
   * A book as those see it who don't see: its pages in reading order, its navigation, its looks.
   */
  private record Access(Document opf, List<Document> pages, Document nav, String css) {

    static Access of(byte[] book) throws IOException {
      Map<String, byte[]> files = files(book);
      Document opf = xml(files.get("EPUB/package.opf"));
      List<Document> pages = new ArrayList<>();
      for (Element itemref : opf.select("itemref")) {
        String href = opf.getElementById(itemref.attr("idref")).attr("href");
        pages.add(xml(files.get("EPUB/" + URLDecoder.decode(href, UTF_8))));
      }
      String nav = opf.select("item[properties=nav]").attr("href");
      return new Access(
          opf, pages, xml(files.get("EPUB/" + nav)), new String(files.get("EPUB/epub.css"), UTF_8));
    }

    List<String> claims(String property) {
      return opf.select("meta[property=" + property + "]").eachText();
    }

    boolean has(String selector) {
      return pages.stream().anyMatch(page -> !page.select(selector).isEmpty());
    }

    /** Every page but that of the cover. */
    boolean allHave(String selector) {
      return pages.stream()
          .filter(page -> page.select("img[src$=cover.png]").isEmpty())
          .noneMatch(page -> page.select(selector).isEmpty());
    }

    boolean navigates(String type) {
      return !nav.select("nav[epub:type=" + type + "] a[href]").isEmpty();
    }
  }

  /** What a feature is, by the book itself. A claim that has no proof here is none. */
  private static final Map<String, Predicate<Access>> PROOFS =
      Map.of(
          "structuralNavigation", book -> book.allHave("h1, h2, h3, h4, h5, h6"),
          "tableOfContents", book -> book.navigates("toc"),
          "readingOrder",
              book ->
                  book.opf().select("itemref[linear=no]").isEmpty()
                      && book.pages().size()
                          == book.opf().select("item[media-type=application/xhtml+xml]").size(),
          "ARIA", book -> book.has("[role^=doc-]"),
          "displayTransformability",
              book ->
                  book.claims("rendition:layout").isEmpty()
                      && !book.css().matches("(?s).*font-size:\\s*[\\d.]+(px|pt).*"),
          "index", book -> book.has(".register .entry"),
          "pageBreakMarkers", book -> book.has("[role=doc-pagebreak]"),
          "pageNavigation", book -> book.navigates("page-list"));

  @Test
  void whatIsClaimedOfAccessIsThereAndNothingElse() throws IOException {
    List<byte[]> books = new ArrayList<>(books(own()));
    books.addAll(books(corpus(Map.of("a.xml", letter("a", "A", "<p>No pages.</p>")))));
    books.addAll(books(corpus(Map.of("a.xml", letter("a", "A", "<p>A <pb n='2'/>page.</p>")))));
    for (byte[] bytes : books) {
      Access book = Access.of(bytes);
      Set<String> claimed = new TreeSet<>(book.claims("schema:accessibilityFeature"));
      Set<String> found = new TreeSet<>();
      PROOFS.forEach(
          (feature, proof) -> found.addAll(proof.test(book) ? Set.of(feature) : Set.of()));
      assertEquals(found, claimed);
      assertEquals(List.of("textual"), book.claims("schema:accessMode"));
      assertEquals(List.of("textual"), book.claims("schema:accessModeSufficient"));
      assertFalse(book.has("img:not([src$=cover.png]), svg, video, audio"), "all is said in words");
      assertEquals(List.of("none"), book.claims("schema:accessibilityHazard"));
      assertFalse(book.has("script, video, audio") || book.css().contains("animation"));
      assertEquals(claimed.contains("pageBreakMarkers"), !book.claims("pageBreakSource").isEmpty());
      assertEquals(1, book.claims("schema:accessibilitySummary").size());
    }
  }

  @Test
  void fontsAreThoseThatTheTextNeeds() throws IOException {
    Map<String, byte[]> latin =
        files(books(corpus(Map.of("a.xml", letter("a", "A", "<p>x</p>")))).get(0));
    Map<String, byte[]> greek =
        files(books(corpus(Map.of("a.xml", letter("a", "A", "<p>λόγος</p>")))).get(0));
    String font = "EPUB/fonts/libertinus-serif-greek-400-normal.woff2";
    assertFalse(latin.containsKey(font));
    assertTrue(greek.containsKey(font));
    assertTrue(new String(greek.get("EPUB/epub.css"), UTF_8).contains("greek-400-normal.woff2"));
  }

  /** A letter's own book has no way to letters that it doesn't hold. */
  @Test
  void linksToOtherLettersAreInTheEditionAlone() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.xml", letter("a", "A", "<p>See <ref target=\"b.xml\">the next</ref>.</p>"));
    files.put("b.xml", letter("b", "B", "<p>B</p>"));
    List<byte[]> books = books(corpus(files));
    String alone = new String(files(books.get(0)).get("EPUB/letters/a.xhtml"), UTF_8);
    assertTrue(alone.contains("the next") && !alone.contains("b.xhtml"), alone);
    String together = new String(files(books.get(2)).get("EPUB/letters/a.xhtml"), UTF_8);
    assertTrue(together.contains("href=\"../letters/b.xhtml\""), together);
  }

  @Test
  void volumeIsPartedAtItsDivisionsAndItsLinksGoOn() throws IOException {
    String words = "word ".repeat(15_000);
    String body =
        "<div><head>One</head><p>"
            + words
            + "<ref target=\"#p3\">on</ref><note>N1</note></p></div><pb n=\"2\"/><div>"
            + "<head>Two</head><p>"
            + words
            + "<ref target=\"#here\">back</ref><note>N2</note></p><p>End.</p></div>";
    String tei =
        letter("a", "A", body.replace("<p>End.", "<p xml:id=\"p3\">End."))
            .replaceFirst("<p>word", "<p xml:id=\"here\">word");
    byte[] book = books(corpus(Map.of("a.xml", tei))).get(0);
    Map<String, byte[]> files = files(book);
    assertEquals(List.of(), deadLinks(files));
    Document first = xml(files.get("EPUB/letters/a.xhtml"));
    Document second = xml(files.get("EPUB/letters/a~2.xhtml"));
    assertEquals("a~2.xhtml", first.select(".ref a").attr("href").replaceAll(".*/|#.*", ""));
    assertEquals("a.xhtml", second.select(".ref a").attr("href").replaceAll(".*/|#.*", ""));
    assertEquals("Two", second.select("h1").text());
    assertEquals("2", second.select("[data-page]").attr("data-page"));
    assertEquals(1, second.select("aside").size());
    assertEquals(
        List.of("A", "Two"),
        xml(files.get("EPUB/nav.xhtml")).select("nav[role=doc-toc] a[href*=letters]").eachText());
  }
}
