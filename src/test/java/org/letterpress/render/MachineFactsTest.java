package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.model.Letter;

/** What pages and lists say to machines is whole, and says the same everywhere. */
class MachineFactsTest {

  @Test
  void theSiteMapHasThePartsOfAVolume() {
    Site volume =
        Site.of(Path.of("src/test/cases/volume/documents"), Map.of("edition.xml", Site.HEADER));
    assertEquals(
        volume.corpus().letters().stream()
            .map(letter -> "https://example.org/letters/" + letter.id() + ".html")
            .sorted()
            .toList(),
        Site.xpath(volume.files().get("sitemap.xml"), "//s:loc/string()").stream()
            .filter(page -> page.matches(".*/letters/(?!index).*"))
            .sorted()
            .toList());
  }

  @Test
  void aPersonHasTheSameAddressEverywhereAndPlacesArePlaces(@TempDir Path folder) {
    Site site =
        Site.of(
            folder,
            Map.of(
                "edition.xml",
                Site.HEADER,
                "one.xml",
                tei(
                    """
                    <sourceDesc><bibl>Archive, Box 7</bibl><bibl>Letters, 1912</bibl>
                    </sourceDesc></fileDesc><profileDesc><correspDesc>
                    <correspAction type="sent"><persName ref="#ann">Ann</persName>
                    <date notBefore="1911-08" notAfter="1912"/></correspAction>
                    </correspDesc></profileDesc>""",
                    "<p>Text.</p>"),
                "persons.xml",
                tei(
                    "<sourceDesc><p/></sourceDesc></fileDesc>",
                    """
                    <listPerson><person xml:id="ann"><persName>Ann</persName>
                    <idno type="URL">http://d-nb.info/gnd/118609807/</idno>
                    <idno type="URL">https://example.com/ann/</idno>
                    <birth><date when="1862">1862</date><placeName>Wien</placeName></birth>
                    <death><date when="1931">1931</date></death>
                    </person></listPerson>""")));
    String gnd = "https://d-nb.info/gnd/118609807";
    String person = json(site.files().get("persons/ann.html"));
    assertEquals(List.of(gnd, "https://example.com/ann/"), Site.json(person, "$json?sameAs?*"));
    assertEquals(List.of("Place", "Wien"), Site.json(person, "$json?birthPlace?('@type', 'name')"));
    assertEquals(List.of("0"), Site.json(person, "count($json?deathPlace)"));
    Document page = Jsoup.parse(site.page("one"));
    assertEquals(List.of(gnd), Site.json(json(page.html()), "$json?sender?sameAs?*[1]"));
    assertEquals(
        List.of("Archive, Box 7", "Letters, 1912"),
        page.select("meta[name=dcterms.source]").eachAttr("content"));
    assertEquals(
        gnd, Site.json(site.files().get("data/letters.json"), "$json?1?sender_uri?*").get(0));
  }

  @Test
  void theMentionsOfPartsAreListedToo() throws IOException {
    Path folder = Path.of("src/test/cases/volume/documents");
    String volume =
        Files.readString(folder.resolve("volume.xml"))
            .replace(
                "Until 1899.", "Until 1899, with <persName corresp='#p_GT1'>Green</persName>.");
    Site site = Site.of(folder, Map.of("volume.xml", volume));
    Map<String, String> files = site.files();
    List<String> listed = Site.json(files.get("data/mentions.json"), "$json?*?entry");
    for (String id : List.of("p_BA1", "p_GT1")) {
      String count = Long.toString(listed.stream().filter(id::equals).count());
      assertEquals(
          List.of(count),
          Site.json(
              files.get("data/persons.json"),
              "$json?*[?id = '" + id + "'] ! string(xs:integer(?mentions))"));
      assertEquals(
          count,
          Jsoup.parse(files.get("persons/" + id + ".html"))
              .select("#mentions")
              .text()
              .replaceAll("\\D", ""));
    }
    List<String> where = Site.json(files.get("data/mentions.json"), "$json?*?letter");
    assertTrue(
        site.corpus().letters().stream()
            .filter(letter -> letter.kind() != Letter.Kind.LETTER)
            .anyMatch(part -> where.contains(part.id())));
  }

  @Test
  void aPartOfAVolumeIsNoLetter() {
    Site volume = Site.of(Path.of("src/test/cases/volume/documents"), Map.of());
    for (Letter letter : volume.corpus().letters()) {
      Document page = Jsoup.parse(volume.page(letter.id()));
      assertEquals(
          letter.kind() != Letter.Kind.LETTER ? "Chapter" : "Message",
          Site.json(
                  json(page.html()),
                  "$json('@type') ! (if (. instance of array(*)) then ?1 else .)")
              .get(0),
          letter.id());
      assertEquals(
          letter.kind() == Letter.Kind.LETTER,
          page.select("figure pre").text().contains("\"genre\""),
          letter.id());
    }
  }

  @Test
  void whatIsInferredIsSaidToBe() {
    Site volume = Site.of(Path.of("src/test/cases/volume/documents"), Map.of());
    List<String> inferred =
        Site.json(
            volume.files().get("data/letters.json"),
            "$json?*[?inferred[. instance of array(*)] ! (?* = 'sent')] ! string(?id)");
    for (Letter letter : volume.corpus().letters()) {
      Document page = Jsoup.parse(volume.page(letter.id()));
      assertEquals(
          inferred.contains(letter.id()),
          page.select("dt:contains(Sent) + dd:contains((inferred from the letter itself))").size()
              == 1,
          letter.id());
    }
    assertFalse(inferred.isEmpty());
  }

  private static String tei(String header, String body) {
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one"><teiHeader><fileDesc><titleStmt>
        <title>One</title></titleStmt><publicationStmt><p/></publicationStmt>%s</teiHeader>
        <text><body>%s</body></text></TEI>
        """
        .formatted(header, body);
  }

  private static String json(String page) {
    return Jsoup.parse(page).selectFirst("script[type=application/ld+json]").data();
  }
}
