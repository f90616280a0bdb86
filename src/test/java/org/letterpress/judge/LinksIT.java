package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every link leads somewhere, and nothing is fetched from anywhere else. */
@ExtendWith(Editions.Resolver.class)
class LinksIT {

  /** Attributes that hold one URL. */
  private static final Set<String> URLS =
      Set.of("href", "src", "action", "formaction", "poster", "data", "cite", "manifest");

  /** Links that a reader may follow out of the edition, or that only name something outside. */
  private static final Set<String> OUTSIDE = Set.of("http", "https", "mailto", "geo");

  /** What {@code link} may name outside without that a browser fetches it. */
  private static final Set<String> NAMES = Set.of("license", "canonical", "author");

  /** The ids of each page that a link leads into. */
  private static final Map<Path, Set<String>> IDS = new ConcurrentHashMap<>();

  private static final Pattern CSS_URL = Pattern.compile("url\\(\\s*[\"']?([^\"')]*)[\"']?\\s*\\)");

  private final Editions editions;

  LinksIT(Editions editions) {
    this.editions = editions;
  }

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsSomewhere() {
    return editions.eachPage(
        (edition, page) -> {
          assertEquals(List.of(), faults(edition, page));
        });
  }

  /** The links of a page that lead nowhere, or fetch from elsewhere. */
  static List<String> faults(Published edition, String page) {
    List<String> faults = new ArrayList<>();
    int links = 0;
    for (Element element : edition.page(page).getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        if (URLS.contains(attribute.getKey())) {
          links++;
          fault(edition, page, element, attribute.getValue()).ifPresent(faults::add);
        }
      }
    }
    assertTrue(links > 0, "The page has no link");
    return faults;
  }

  private static Optional<String> fault(
      Published edition, String page, Element element, String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return Optional.of(element.cssSelector() + " is no URL: " + url);
    }
    if (uri.isAbsolute() || url.startsWith("//")) {
      boolean follows =
          element.normalName().equals("a") && OUTSIDE.contains(String.valueOf(uri.getScheme()));
      boolean names = element.normalName().equals("link") && NAMES.contains(element.attr("rel"));
      return follows || names
          ? Optional.empty()
          : Optional.of(element.cssSelector() + " fetches from elsewhere: " + url);
    }
    return target(edition, page, uri)
        .filter(target -> !exists(edition, target, uri.getFragment()))
        .map(target -> element.cssSelector() + " leads nowhere: " + url)
        .or(
            () ->
                target(edition, page, uri).isEmpty()
                    ? Optional.of(element.cssSelector() + " leads out of the edition: " + url)
                    : Optional.empty());
  }

  /** The file that a link in a page means, unless it is outside the edition's folder. */
  private static Optional<String> target(Published edition, String page, URI uri) {
    if (uri.getPath().isEmpty()) {
      return Optional.of(page);
    }
    Path folder = edition.path(page).getParent();
    String path = uri.getPath();
    if (page.equals("404.html")) {
      // Read at any depth, so its links begin with the edition's place on its host.
      String sheet = edition.page(page).select("link[rel=stylesheet]").attr("href");
      String place = sheet.substring(0, sheet.indexOf("assets/"));
      if (!path.startsWith("/") || !path.startsWith(place)) {
        return Optional.empty();
      }
      path = path.substring(place.length());
    }
    Path target = folder.resolve(path).normalize();
    return target.startsWith(edition.folder())
        ? Optional.of(edition.folder().relativize(target).toString().replace('\\', '/'))
        : Optional.empty();
  }

  private static boolean exists(Published edition, String target, String fragment) {
    // A folder is no page where the edition is read from the disk.
    if (!Files.isRegularFile(edition.path(target))) {
      return false;
    }
    return fragment == null
        || IDS.computeIfAbsent(
                edition.path(target),
                path -> Set.copyOf(edition.page(target).select("[id]").eachAttr("id")))
            .contains(fragment);
  }

  @Test
  void everyFileIsReachedFromTheFirstPage() {
    for (Published edition : editions.all()) {
      Set<String> reached = new HashSet<>(Set.of("index.html"));
      Deque<String> queue = new ArrayDeque<>(reached);
      while (!queue.isEmpty()) {
        String page = queue.remove();
        for (Element link : edition.page(page).select("a[href]")) {
          URI uri = URI.create(link.attr("href"));
          if (!uri.isAbsolute()) {
            String target = target(edition, page, uri).orElse(page);
            if (reached.add(target) && target.endsWith(".html")) {
              queue.add(target);
            }
          }
        }
      }
      Set<String> lost = new TreeSet<>(edition.files());
      // What the audit found is for the editors, not for readers; _headers is the server's.
      lost.removeIf(file -> file.startsWith("assets/") || file.startsWith("audit/"));
      // A server answers with it where there is no page.
      lost.remove("404.html");
      lost.remove("_headers");
      lost.removeAll(reached);
      assertEquals(Set.of(), lost, () -> "Files of " + edition + " to which no link leads");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsWellBuilt() {
    return editions.eachPage(
        (edition, page) -> {
          Document document = edition.page(page);
          List<String> ids = document.select("[id]").eachAttr("id");
          List<String> twice = new ArrayList<>(ids);
          new HashSet<>(ids).forEach(twice::remove);
          assertAll(
              () -> assertEquals(List.of(), twice, "ids that stand twice"),
              () -> assertEquals(1, document.select("h1").size(), "h1"),
              () -> assertEquals(1, document.select("main").size(), "main"),
              () -> assertFalse(document.title().isBlank(), "title"),
              () -> assertEquals("utf-8", document.select("meta[charset]").attr("charset")),
              () ->
                  assertTrue(
                      document.select("html").attr("lang").matches("[a-z]{2,3}(-[A-Za-z0-9]+)*"),
                      "lang"));
        });
  }

  /** A policy as strict as {@code default-src 'self'} must not break a page. */
  @TestFactory
  Stream<DynamicTest> nothingIsInline() {
    return editions.eachPage(
        (edition, page) -> {
          assertEquals(List.of(), inline(edition.page(page)));
        });
  }

  /** What a strict policy refuses in a page. */
  static List<String> inline(Document document) {
    // Data for machines is no script: browsers don't run it.
    List<String> inline =
        new ArrayList<>(
            document
                .select(
                    "style, [style], script:not([src]):not([type=application/ld+json]),"
                        + " meta[http-equiv], base, iframe, object, embed")
                .eachText());
    document.getAllElements().stream()
        .flatMap(element -> element.attributes().asList().stream())
        .map(Attribute::getKey)
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("on"))
        .forEach(inline::add);
    return inline;
  }

  @TestFactory
  Stream<DynamicTest> everyLetterHasOneText() {
    return editions.eachLetter(
        (edition, page) -> {
          Document document = edition.page(page);
          assertEquals(1, document.select("[data-audit=text]").size(), "[data-audit=text]");
          Element text = document.select("main [data-audit=text]").first();
          assertTrue(text != null && !text.text().isBlank(), "The text is empty");
          for (Element mark : document.select("[data-note]")) {
            Element note = document.getElementById(mark.attr("data-note"));
            assertTrue(
                note != null && note.attr("data-audit").equals("note"),
                () -> mark.outerHtml() + " has no note");
          }
        });
  }

  @Test
  void styleSheetsFetchOnlyWhatIsThere() {
    for (Published edition : editions.all()) {
      List<String> sheets = edition.files(".css");
      assertFalse(sheets.isEmpty());
      for (String sheet : sheets) {
        List<String> urls =
            CSS_URL.matcher(edition.text(sheet)).results().map(found -> found.group(1)).toList();
        List<String> faults =
            urls.stream()
                .filter(
                    url ->
                        URI.create(url).isAbsolute()
                            || url.startsWith("//")
                            || target(edition, sheet, URI.create(url))
                                .filter(target -> exists(edition, target, null))
                                .isEmpty())
                .toList();
        assertEquals(List.of(), faults, sheet);
        assertFalse(edition.text(sheet).contains("@import"), sheet + " imports");
      }
    }
  }

  @Test
  void picturesFetchNothing() {
    for (Published edition : editions.all()) {
      for (String picture : edition.files(".svg")) {
        String outside = edition.text(picture).replaceAll("xmlns(:[a-z]+)?=\"[^\"]*\"", "");
        assertFalse(outside.contains("//") || outside.contains("<script"), picture);
      }
    }
  }
}
