package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A catalogue alone adds a language: its words, its dates, its plurals, its order. Polish has one
 * for the tests, {@code src/test/resources/org/letterpress/xslt/core/l10n/pl.xml}.
 */
class LanguagesTest {

  private static final List<String> NAMES = List.of("Lis", "Łach", "Malik", "Zych", "Żak", "Lot");

  @TempDir private Path folder;

  /** An edition in a language, with so many letters and 18 persons of each of the names. */
  private Site edition(String lang, int letters) {
    Map<String, String> files = new HashMap<>();
    files.put("edition.xml", tei("edition", lang, "", "<p/>"));
    for (int day = 1; day <= letters; day++) {
      files.put(
          "l" + day + ".xml",
          tei(
              "l" + day,
              lang,
              """
              <profileDesc><correspDesc><correspAction type="sent"><persName ref="#Lis-1">Jan
              Lis</persName><date when="1861-11-%02d"/></correspAction></correspDesc></profileDesc>
              """
                  .formatted(day),
              "<pb n=\"%d\"/><p>Powiedział <q>tak</q>.</p>".formatted(day)));
    }
    StringBuilder persons = new StringBuilder();
    for (String name : NAMES) {
      for (int i = 1; i <= 18; i++) {
        persons.append(
            "<person xml:id=\"%s-%d\"><persName><surname>%s</surname> <forename>%c.</forename>"
                    .formatted(name, i, name, 'A' + i)
                + "</persName></person>");
      }
    }
    files.put("persons.xml", tei("persons", lang, "", "<listPerson>" + persons + "</listPerson>"));
    return Site.of(folder, files);
  }

  private static String tei(String id, String lang, String profile, String body) {
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s" xml:lang="%s"><teiHeader><fileDesc>
        <titleStmt><title>%s</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
        <sourceDesc><p>S</p></sourceDesc></fileDesc>%s</teiHeader><text><body>%s</body></text></TEI>
        """
        .formatted(id, lang, id, profile, body);
  }

  @Test
  void thousandsArePartedAsTheLanguageHasIt() {
    for (String lang : List.of("en", "de")) {
      String named = "<persName ref=\"#lis\">Lis</persName> ".repeat(1234);
      Site site =
          Site.of(
              folder,
              Map.of(
                  "edition.xml", tei("edition", lang, "", "<p/>"),
                  "one.xml", tei("one", lang, "", "<p>" + named + "</p>"),
                  "persons.xml",
                      tei(
                          "persons",
                          lang,
                          "",
                          "<listPerson><person xml:id=\"lis\"><persName>Lis</persName></person></listPerson>")));
      String count = lang.equals("de") ? "1.234 " : "1,234 ";
      Document page = Jsoup.parse(site.files().get("persons/lis.html"));
      assertTrue(page.select("#mentions").text().startsWith(count), page.select("h2").text());
      String group =
          Jsoup.parse(site.files().get("search.html")).select("#search").attr("data-group");
      assertEquals(count.substring(1, 2), group, "The search's script has the same sign");
    }
  }

  private static List<String> heads(Document page) {
    return page.select(".count, h2").eachText();
  }

  @Test
  void wordsDatesAndPluralsAreThoseOfTheCatalogue() {
    Site two = edition("pl", 2);
    Document index = Jsoup.parse(two.files().get("index.html"));
    assertTrue(heads(index).contains("2 listy"), () -> heads(index).toString());
    assertEquals(
        List.of("1. listopada 1861", "2 listopada 1861"), index.select(".when").eachText());
    assertTrue(index.text().contains("Osoby"), index.text());
    assertTrue(index.text().contains("Search"), "What the catalogue lacks is English");
    Document calendar = Jsoup.parse(two.files().get("calendar/1861.html"));
    assertEquals("listopad", calendar.select("caption").eachText().get(10));
    assertEquals(
        List.of("pn", "wt", "śr", "cz", "pt", "so", "nd"),
        calendar.select("table").first().select("th abbr").eachText());

    Document five = Jsoup.parse(edition("pl", 5).files().get("index.html"));
    assertTrue(heads(five).contains("5 listów"), () -> heads(five).toString());
    Document many = Jsoup.parse(edition("pl", 22).files().get("index.html"));
    assertTrue(heads(many).contains("22 listy"), () -> heads(many).toString());
    Document twelve = Jsoup.parse(edition("pl", 12).files().get("index.html"));
    assertTrue(heads(twelve).contains("12 listów"), () -> heads(twelve).toString());
  }

  @Test
  void registersFollowTheEditionsAlphabet() {
    Document polish = Jsoup.parse(edition("pl", 1).files().get("persons.html"));
    assertEquals(List.of("L", "Ł", "M", "Z", "Ż"), polish.select("nav.jump a").eachText());
    assertTrue(polish.text().indexOf("Lot, S") < polish.text().indexOf("Łach, B"));

    Document english = Jsoup.parse(edition("en", 1).files().get("persons.html"));
    assertFalse(english.select("nav.jump a").eachText().contains("Ż"), "an accented Z");
  }
}
