package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of register entries tell, in the ways that registers have of telling it. */
class EntryPagesTest {

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one"><teiHeader><fileDesc>
      <titleStmt><title>Ann to Ben</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc>
      <correspAction type="sent"><persName>Ann</persName><placeName ref="#vienna">Wien</placeName>
      <date when="1893-07-20"/></correspAction>
      <correspAction type="received"><persName>Ben</persName></correspAction>
      </correspDesc></profileDesc></teiHeader>
      <text xml:lang="ru"><body><p><rs type="org" ref="#paper">Frankfurter Zeitung<lb/>und<lb/>Handels<lb
      break="no"/>blatt</rs><lb/>Redaktion</p><p>See <rs type="work" ref="#faust">F.</rs></p></body></text></TEI>
      """;

  private static final String REGISTERS =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title>Registers</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff>
      <listPerson><person xml:id="goethe"><persName><forename>Johann</forename><surname>Goethe</surname></persName>
      <birth when="1749-08-28">Frankfurt</birth><occupation>Minister</occupation><occupation>Poet</occupation>
      <note>The author of <title ref="#faust">Faust</title>,
      and <persName ref="#nobody">nobody’s</persName> friend.</note></person>
      <person xml:id="late"><persName>Late</persName><birth when="1799"/><death notAfter="1870"/></person>
      <person xml:id="early"><persName>Early</persName><birth>um 1700</birth><death notBefore="1770-01" notAfter="1770-03"/></person>
      <person xml:id="alive"><persName>Alive</persName><birth from="1801" to="1802"/></person></listPerson>
      <listPlace><place xml:id="austria"><placeName>Austria</placeName>
      <place xml:id="vienna"><placeName>Vienna</placeName><desc type="entity_type_id">1412</desc>
      <idno type="URL" subtype="gnd">https://d-nb.info/gnd/4066009-6</idno>
      <idno type="URL" subtype="tagebuch">https://example.org/tagebuch/vienna</idno>
      <idno type="URL">https://www.example.com/v</idno></place></place></listPlace>
      <listOrg><org xml:id="paper"><orgName>The Paper</orgName>
      <location><placeName ref="#vienna">Wien</placeName></location></org></listOrg>
      <listEvent><event xml:id="premiere" notBefore="1893-07-14" notAfter="1893-08"><eventName>First night</eventName>
      <listPlace><place><placeName ref="#vienna">Wien</placeName></place></listPlace></event></listEvent>
      <listBibl><bibl xml:id="faust"><title>Faust</title><author ref="#goethe"/><date when="1808"/>
      <editor>Ed, Ann</editor><author role="hat-ubersetzt">Ben Tran</author></bibl></listBibl>
      </standOff></TEI>
      """;

  private static Site site;

  @BeforeAll
  static void make(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("one.xml"), LETTER, UTF_8);
    Files.writeString(folder.resolve("registers.xml"), REGISTERS, UTF_8);
    site = Site.of(folder, Map.of("edition.xml", Site.HEADER));
  }

  private static Document page(String path) {
    return Jsoup.parse(site.files().get(path));
  }

  private static String text(String path, String selector) {
    return page(path).select(selector).text();
  }

  @Test
  void aWorkHasItsAuthorAndTheAuthorTheWork() {
    assertEquals("Johann Goethe, 1808", text("works/faust.html", ".where-when"));
    assertEquals(
        List.of("../persons/goethe.html"),
        page("works/faust.html").select(".where-when a").eachAttr("href"));
    assertEquals("Translated by Ben Tran · Edited by Ann Ed", text("works/faust.html", ".life"));
    assertEquals("Works Faust 1808", text("persons/goethe.html", "[aria-labelledby=work]"));
    assertEquals("Johann Goethe, 1808", text("works.html", ".dates"));
    String head = site.files().get("works/faust.html");
    assertTrue(head.contains("\"author\":{\"@type\":\"Person\",\"name\":\"Johann Goethe\"}"), head);
  }

  @Test
  void dataAndSearchNameTheAuthorToo() {
    assertEquals(
        List.of("Johann Goethe", "goethe", ""),
        Site.json(
            site.files().get("data/works.json"),
            "$json?1 ! (?author?1, ?author_id?1, ?author_uri?1)"));
    assertTrue(
        site.renderer()
            .index()
            .anyMatch(
                file -> new String(file.content(), UTF_8).contains("Johann Goethe, 1808, Works")));
  }

  @Test
  void anEventHasItsDayAndItsPlace() {
    assertEquals(
        "Vienna, 14 July 1893 to August 1893", text("events/premiere.html", ".where-when"));
    assertEquals("14 July 1893 to August 1893", text("events.html", ".dates"));
    assertEquals(
        "Events First night 14 July 1893 to August 1893",
        text("places/vienna.html", "[aria-labelledby=event]"));
  }

  @Test
  void aPersonHasWhatTheyDidAndNamesInADescriptionLead() {
    assertEquals(
        List.of("Minister, Poet", "Born 28 August 1749, Frankfurt"),
        page("persons/goethe.html").select(".life").eachText());
    assertEquals(
        "The author of <a href=\"../works/faust.html\">Faust</a>, and nobody’s friend.",
        page("persons/goethe.html").select(".entry-page > .what").html());
  }

  /** "1799–1870" would make up a year that nobody knows. */
  @Test
  void aLimitIsNoYearOfDeath() {
    assertEquals("Died not after 1870", text("persons/late.html", ".life"));
    assertEquals(
        "Born um 1700 · Died January 1770 to March 1770", text("persons/early.html", ".life"));
    assertEquals("Born 1801 to 1802", text("persons/alive.html", ".life"));
    for (Map.Entry<String, String> life :
        Map.of("Late", "1799–?", "Early", "?–1770", "Alive", "").entrySet()) {
      String person = life.getKey().toLowerCase(Locale.ROOT);
      String csv =
          site.files()
              .get("data/persons.csv")
              .lines()
              .filter(line -> line.startsWith(person + ","))
              .findFirst()
              .orElseThrow();
      assertTrue(csv.contains("," + life.getValue() + ","), csv);
      String page = site.files().get("persons/" + person + ".html");
      assertFalse(page.contains("Date\":\"1870"), page);
    }
  }

  @Test
  void aPlaceHasWhatItIsInAndItsLettersButNoNumbersOfADatabase() {
    assertEquals("In Austria", text("places/vienna.html", ".life"));
    assertEquals("In Vienna", text("organisations/paper.html", ".life"));
    assertEquals("", text("places/vienna.html", ".what"));
    assertEquals(
        "Letters written here 20 July 1893 Ann to Ben Wien",
        text("places/vienna.html", "[aria-labelledby=written]"));
  }

  @Test
  void identifiersAreNumbersOfFilesOrNamesOfSites() {
    assertEquals(
        List.of("GND 4066009-6", "tagebuch", "example.com"),
        page("places/vienna.html").select(".identifiers li").eachText());
  }

  @Test
  void aBreakPartsWordsInAContext() {
    assertEquals(
        "Frankfurter Zeitung und Handelsblatt Redaktion",
        text("organisations/paper.html", ".contexts"));
  }
}
