package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmValue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables, references, lists and heads are what programs expect, whatever stands in the letters. */
class DataFilesTest {

  private static final Site SITE = Site.of(Path.of("src/test/cases/data"), Map.of());

  /** The same edition where its header gives no address. */
  private static final Site HOMELESS =
      Site.of(
          Path.of("src/test/cases/data"),
          Map.of("edition.xml", Site.HEADER.replaceFirst("<idno.*</idno>", "")));

  private static String file(String path) {
    String text = SITE.files().get(path);
    assertTrue(text != null, () -> path + " is not in " + SITE.files().keySet());
    return text;
  }

  // ------------------------------------------------------------------------------------- tables

  @ParameterizedTest
  @ValueSource(strings = {"letters", "persons", "places", "organisations", "mentions"})
  void csvAndJsonSayTheSame(String table) {
    List<List<String>> rows = csv(file("data/" + table + ".csv"));
    List<String> names = rows.get(0);
    String json = file("data/" + table + ".json");
    assertEquals(List.of(Integer.toString(rows.size() - 1)), Site.json(json, "array:size($json)"));
    for (int row = 1; row < rows.size(); row++) {
      assertEquals(names.size(), rows.get(row).size());
      List<String> cells =
          Site.json(
              json,
              "for $n in ('"
                  + String.join("','", names)
                  + "'), $v in ($json("
                  + row
                  + ")($n), '')[1] return string-join(if ($v instance of array(*)) then $v?* else"
                  + " string($v), '; ')");
      assertEquals(cells, rows.get(row).stream().map(DataFilesTest::unguarded).toList());
    }
  }

  private static String unguarded(String cell) {
    return cell.replaceFirst("^'(?=[=+@-])", "");
  }

  @Test
  void aTableHasItsRowsInOrderAndItsCellsQuoted() {
    String letters = file("data/letters.csv");
    assertTrue(letters.startsWith("id,title,language,date,when,"));
    assertTrue(letters.endsWith("\r\n"));
    assertEquals(
        List.of("id", "brief-1", "brief-ü", "brief-3"),
        csv(letters).stream().map(row -> row.get(0)).toList());
    assertTrue(letters.contains(",\"Archiv, \"\"Kasten\"\" 1.\","), letters);
    // Who, in three lists that are equally long.
    assertTrue(
        letters.contains(
            ",\"Ada; Amt, Haupt- und Neben-\",ada; amt,\"https://d-nb.info/gnd/118540238; \","),
        letters);
  }

  @Test
  void noCellIsAFormula() {
    for (Map.Entry<String, String> file : SITE.files().entrySet()) {
      if (file.getKey().endsWith(".csv")) {
        for (List<String> row : csv(file.getValue())) {
          for (String cell : row) {
            assertFalse(cell.matches("[=+@\\t\\r].*|-(?![0-9.]+$).*"), cell);
          }
        }
      }
    }
    assertTrue(file("data/mentions.csv").contains(",'=Ben+1,"));
    assertTrue(file("data/mentions.csv").contains(",'-wir,"));
    assertTrue(file("data/mentions.csv").contains(",'@Wien,"));
    assertTrue(file("data/persons.csv").contains(",\"'=HYPERLINK(\"\"x\"\")\","));
    // A number is no formula.
    assertTrue(file("data/places.csv").contains(",48.2,-16.37"));
    assertEquals(
        List.of("true"),
        Site.json(file("data/places.json"), "$json?*[?id = 'wien']?longitude eq -16.37"));
  }

  @Test
  void theDataPackageDescribesEachTable() {
    String json = file("data/datapackage.json");
    for (String path : Site.json(json, "$json?resources?*?path")) {
      assertEquals(
          csv(file("data/" + path)).get(0),
          Site.json(json, "$json?resources?*[?path = '" + path + "']?schema?fields?*?name"));
    }
    assertEquals(
        SITE.files().keySet().stream().filter(file -> file.endsWith(".csv")).count(),
        Site.json(json, "$json?resources?*?path").size());
  }

  @Test
  void thePageOfDataLeadsToEachFileAndNamesEachColumn() {
    Document page = Jsoup.parse(file("data/index.html"));
    List<String> links = page.select("dl.facts a").eachAttr("href");
    Set<String> others = Set.of("_headers", "data/index.html");
    for (String file : SITE.files().keySet()) {
      if (!others.contains(file) && (file.startsWith("data/") || !file.endsWith(".html"))) {
        assertTrue(links.contains("../" + file) || links.contains(file.replace("data/", "")), file);
      }
    }
    List<String> columns = page.select("dl.columns dt").eachText();
    for (String table : List.of("letters", "persons", "places", "mentions")) {
      assertTrue(columns.containsAll(csv(file("data/" + table + ".csv")).get(0)), table);
    }
  }

  // --------------------------------------------------------------------------------- references

  @Test
  void bibtexIsBalancedAndItsSignsAreSafe() {
    String bib = file("data/letters.bib");
    int depth = 0;
    for (int i = 0; i < bib.length(); i++) {
      char c = bib.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      assertTrue(depth >= 0);
    }
    assertEquals(0, depth);
    List<String> keys =
        bib.lines()
            .filter(line -> line.startsWith("@"))
            .map(line -> line.replaceAll("^.*\\{|,$", ""))
            .toList();
    assertEquals(List.of("brief-1", "brief-u:2", "brief-3"), keys);
    assertTrue(
        bib.contains(
            "  title = {{100 \\% \\textbraceleft{}sicher\\textbraceright{} \\textbackslash{}\\&"
                + " \\textbackslash{}\\_teuer\\_ \\textasciitilde{} \\#1 \\textasciicircum{}2 \\$3 </script>, 30. Februar 1850}},"),
        bib);
    assertTrue(bib.contains("  author = {{Ëlster}, {Ada} and {Amt, Haupt- und Neben-}},"), bib);
    assertTrue(bib.contains("  editor = {{Müller}, {Änne} and {Amt für Briefe}},"), bib);
    assertTrue(
        bib.contains("  url = {https://example.org/briefe/letters/brief-%C3%BC.html},"), bib);
  }

  @Test
  void risHasATagALine() {
    String ris = file("data/letters.ris");
    for (String record : ris.split("\r\n\r\n", -1)) {
      List<String> lines = List.of(record.split("\r\n"));
      assertEquals("TY  - CHAP", lines.get(0));
      assertEquals("ER  - ", lines.get(lines.size() - 1));
      lines.forEach(line -> assertTrue(line.matches("[A-Z][A-Z0-9]  - .*"), line));
    }
    assertTrue(ris.contains("AU  - Ëlster, Ada\r\nAU  - Amt, Haupt- und Neben-\r\n"), ris);
  }

  @Test
  void cslIsWhatReferenceManagersRead() {
    String csl = file("data/letters.csl.json");
    assertEquals(
        List.of("1850", "2", "28"), Site.json(csl, "$json?1?original-date?date-parts?1?*"));
    assertEquals(List.of("2025", "3"), Site.json(csl, "$json?1?issued?date-parts?1?*"));
    assertEquals(List.of("Ben"), Site.json(csl, "$json?1?recipient?*?literal"));
  }

  @Test
  void theLettersPageShowsTheSame() {
    Document page = Jsoup.parse(SITE.page("brief-1"));
    List<String> forms =
        page.select("details.cite pre").stream().map(pre -> pre.wholeText()).toList();
    assertEquals(3, forms.size());
    assertTrue(file("data/letters.bib").startsWith(forms.get(0) + "\n"));
    assertTrue(file("data/letters.ris").replace("\r", "").startsWith(forms.get(1)));
    assertEquals(
        Site.json(file("data/letters.csl.json"), "serialize($json?1, map{'method':'json'})"),
        Site.json(forms.get(2), "serialize($json, map{'method':'json'})"));
    assertTrue(page.select("script[src=../assets/cite.js]").hasAttr("defer"));
  }

  // --------------------------------------------------------------------------- the web's own lists

  @Test
  void beaconNamesTheEntriesOfEachAuthorityFile() {
    List<String> lines = file("data/beacon-gnd.txt").lines().toList();
    assertEquals("#FORMAT: BEACON", lines.get(0));
    assertTrue(
        lines.containsAll(
            List.of(
                "#PREFIX: https://d-nb.info/gnd/",
                "#FEED: https://example.org/briefe/data/beacon-gnd.txt",
                "#TIMESTAMP: 2025-04-02",
                "#CONTACT: Änne Müller <aenne@example.org>")));
    assertEquals(
        List.of(
            "118540238|1|https://example.org/briefe/persons/ada.html",
            "4066009-6|1|https://example.org/briefe/places/wien.html"),
        lines.subList(lines.indexOf("") + 1, lines.size()));
    assertTrue(file("data/beacon-wikidata.txt").contains("\nQ7259|1|"));
    assertTrue(file("data/beacon-viaf.txt").contains("\n102333412|1|"));
  }

  @Test
  void theFeedHasWhatAtomAsksFor() {
    String feed = file("feed.xml");
    String instant = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z$";
    assertEquals(
        List.of("true", "true", "true"),
        Site.xpath(
            feed,
            "every $x in (/a:feed, //a:entry) satisfies count($x/a:id) eq 1 and count($x/a:title)"
                + " eq 1 and matches($x/a:updated, '"
                + instant
                + "'),"
                + " exists(/a:feed/a:author/a:name), count(distinct-values(//a:id)) eq count(//a:id)"));
    assertEquals(
        List.of("2025-05-05", "2025-04-01", "2024-01-01"),
        Site.xpath(feed, "//a:entry/a:updated/substring(., 1, 10)"));
    assertEquals(
        List.of("https://example.org/briefe/feed.xml"),
        Site.xpath(feed, "/a:feed/a:link[@rel = 'self']/@href/string()"));
  }

  @Test
  void theSiteMapHasEachPage() {
    List<String> addresses = Site.xpath(file("sitemap.xml"), "/s:urlset/s:url/s:loc/string()");
    List<String> pages = new ArrayList<>(List.of("https://example.org/briefe/"));
    SITE.files().keySet().stream()
        .filter(page -> page.endsWith(".html") && !page.equals("index.html"))
        .filter(page -> !page.equals("404.html"))
        .forEach(page -> pages.add("https://example.org/briefe/" + page));
    assertTrue(addresses.containsAll(pages), addresses::toString);
    assertTrue(SITE.files().containsKey("404.html"), "it is there, and it is not a page to find");
    assertEquals(pages.size() + 3, addresses.size());
    assertTrue(file("robots.txt").contains("\nSitemap: https://example.org/briefe/sitemap.xml\n"));
  }

  @Test
  void aLargeSiteHasSeveralSiteMaps() {
    XdmValue pages =
        new XdmValue(
            IntStream.range(0, 50_000)
                .mapToObj(n -> new XdmAtomicValue(String.format("page-%05d.html", n)))
                .toList());
    XdmMap made =
        (XdmMap)
            new Stylesheet(Site.XML, "html.xsl", SITE.corpus().document(), Map.of())
                .template("files", Map.of("kind", new XdmAtomicValue("web"), "pages", pages))
                .itemAt(0);
    Map<String, String> files = new TreeMap<>();
    made.entrySet().stream()
        .filter(file -> file.getKey().getStringValue().matches("sitemap.*"))
        .forEach(
            file ->
                files.put(
                    file.getKey().getStringValue(), file.getValue().itemAt(0).getStringValue()));
    assertEquals(Set.of("sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"), files.keySet());
    assertEquals(
        List.of(
            "https://example.org/briefe/sitemap-1.xml", "https://example.org/briefe/sitemap-2.xml"),
        Site.xpath(files.get("sitemap.xml"), "/s:sitemapindex/s:sitemap/s:loc/string()"));
    assertEquals(List.of("50000"), Site.xpath(files.get("sitemap-1.xml"), "count(//s:url)"));
    assertEquals(List.of("4"), Site.xpath(files.get("sitemap-2.xml"), "count(//s:url)"));
  }

  @Test
  void withoutAnAddressNothingIsMadeThatNeedsOne() {
    assertAll(
        HOMELESS.files().entrySet().stream()
            .map(
                file ->
                    () -> {
                      assertFalse(
                          file.getKey().matches("feed.*|sitemap.*|robots.*|data/(beacon|cmif).*"),
                          file.getKey());
                      assertFalse(file.getValue().contains("rel=\"canonical\""), file.getKey());
                    }));
    assertEquals(List.of(), HOMELESS.findings());
    assertTrue(HOMELESS.files().get("data/letters.csv").contains(",letters/brief-1.html\r\n"));
  }

  // --------------------------------------------------------------------------------------- heads

  @Test
  void headsTellMachinesWhatThePageIs() {
    Document page = Jsoup.parse(SITE.page("brief-1"));
    assertEquals(
        "https://example.org/briefe/letters/brief-1.html",
        page.select("link[rel=canonical]").attr("href"));
    assertEquals(
        page.select("link[rel=canonical]").attr("href"),
        page.select("meta[property=og:url]").attr("content"));
    assertEquals(
        List.of("Ada", "Amt, Haupt- und Neben-"),
        page.select("meta[name=citation_author]").eachAttr("content"));
    assertEquals("2025/03", page.select("meta[name=citation_publication_date]").attr("content"));
    assertEquals(
        "https://example.org/briefe/letters/brief-1.pdf",
        page.select("meta[name=citation_pdf_url]").attr("content"));
    assertEquals("9783161484100", page.select("meta[name=citation_isbn]").attr("content"));
    String json = page.select("script[type=application/ld+json]").first().data();
    assertEquals(List.of("Message", "Manuscript"), Site.json(json, "$json('@type')?*"));
    assertEquals(List.of("1850-02-28"), Site.json(json, "$json?dateSent"));
    assertEquals(List.of("Person", "Organization"), Site.json(json, "$json?sender?* ! .('@type')"));
    assertEquals(
        List.of("https://d-nb.info/gnd/118540238", "https://www.wikidata.org/entity/Q7259"),
        Site.json(json, "$json?sender?1?sameAs?*"));
    Document first = Jsoup.parse(file("index.html"));
    assertEquals("https://example.org/briefe/", first.select("link[rel=canonical]").attr("href"));
    String edition = first.select("script[type=application/ld+json]").first().data();
    assertEquals(List.of("3"), Site.json(edition, "$json?collectionSize"));
  }

  @Test
  void noTextEndsTheBlockOfData() {
    Document page = Jsoup.parse(SITE.page("brief-ü"));
    assertEquals(1, page.select("script[type=application/ld+json]").size());
    assertEquals(
        List.of("100 % {sicher} \\& \\_teuer_ ~ #1 ^2 $3 </script>, 30. Februar 1850"),
        Site.json(page.select("script[type=application/ld+json]").first().data(), "$json?name"));
  }

  @Test
  void theSameLettersGiveTheSameFiles() {
    assertEquals(SITE.files(), Site.of(Path.of("src/test/cases/data"), Map.of()).files());
  }

  /** RFC 4180, read by the book. */
  private static List<List<String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(text.charAt(++i));
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        assertEquals(0, cell.length(), "a quotation mark within a cell");
        quoted = true;
      } else if (c == ',' || c == '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\r') {
          assertEquals('\n', text.charAt(++i));
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    assertTrue(row.isEmpty() && cell.length() == 0, "the last line is not ended");
    return rows;
  }
}
