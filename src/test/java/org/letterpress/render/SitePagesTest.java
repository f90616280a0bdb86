package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of the edition as a whole say of letters that aren't dated by the day. */
class SitePagesTest {

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ID"><teiHeader><fileDesc>
      <titleStmt><title>Ann to Ben</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc>
      <correspAction type="sent"><persName>ID</persName>DATE</correspAction>
      <correspAction type="received"><persName>Ben</persName><date when="1843-05-09"/></correspAction>
      </correspDesc></profileDesc></teiHeader>
      <text><body><pb n="1v"/><p>For <placeName ref="#ulm">Ulm</placeName>.</p></body></text></TEI>
      """;

  private static final String PLACES =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title>Places</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listPlace>
      <place xml:id="ulm"><placeName>Ulm</placeName></place></listPlace></standOff></TEI>
      """;

  private static Site site;

  @BeforeAll
  static void make(@TempDir Path folder) throws IOException {
    Map<String, String> dates =
        Map.of(
            "exact", "<date when=\"1843-05-03\"/>",
            "between", "<date notBefore=\"1843-05-05\" notAfter=\"1843-05-31\">[Mai 1843]</date>",
            "month", "<date when=\"1843-05\"/>",
            "unsaid", "");
    for (Map.Entry<String, String> date : dates.entrySet()) {
      String letter = LETTER.replace("ID", date.getKey()).replace("DATE", date.getValue());
      Files.writeString(folder.resolve(date.getKey() + ".xml"), letter, UTF_8);
    }
    Files.writeString(folder.resolve("places.xml"), PLACES, UTF_8);
    site = Site.of(folder, Map.of("edition.xml", Site.HEADER));
  }

  private static Document page(String path) {
    return Jsoup.parse(site.files().get(path));
  }

  @Test
  void theCalendarMarksOnlyDaysOnWhichALetterWasWritten() {
    Document calendar = page("calendar/1843.html");
    assertEquals(List.of("3"), calendar.select(".month a").eachText());
    assertEquals(1, calendar.select("[aria-labelledby=by-day] li").size());
    assertTrue(
        calendar.select("[aria-labelledby=no-day] li").text().contains("[Mai 1843] between to Ben"),
        calendar::text);
  }

  @Test
  void theEditionIsCitedWithItsAddress() {
    Document about = page("about.html");
    assertEquals(
        "https://example.org/",
        about.select("h2:contains(How to cite) + p a").attr("href"),
        about::text);
  }

  @Test
  void aLeafIsNoPage() {
    assertEquals("fol. 1v", page("places/ulm.html").select(".contexts .count").first().text());
    assertEquals("leaf 1v", Jsoup.parse(site.page("exact")).select(".text .pb").text());
  }

  @Test
  void aDivisionOfTheEditionsProseHasItsLanguage(@TempDir Path folder) {
    String header =
        Site.HEADER.replace(
            "<body><p/></body>",
            "<body><div type=\"about\" xml:lang=\"he\"><p>שלום</p><p xml:lang=\"la\">Pax</p></div>"
                + "<div><p>Peace</p></div></body>");
    Document about =
        Jsoup.parse(
            Site.of(folder, Map.of("edition.xml", header, "a.xml", LETTER.replace("DATE", "")))
                .files()
                .get("about.html"));
    assertEquals(
        List.of("he rtl", "la "),
        about.select(".about p[lang]").stream()
            .map(p -> p.attr("lang") + " " + p.attr("dir"))
            .toList(),
        about::html);
  }
}
