package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
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

/** What the page of a letter takes from the letter's own header. */
class LetterHeaderTest {

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one"><teiHeader><fileDesc>
      <titleStmt><title>Ann to Ben</title><editor>Clara Clerk</editor>
      <respStmt><resp>Transcription</resp><persName>Dora Dean</persName></respStmt>
      <funder>The Fund</funder></titleStmt>
      <publicationStmt><availability>
      <licence target="https://creativecommons.org/licenses/by/4.0/"/>
      </availability></publicationStmt><sourceDesc><msDesc><msIdentifier><repository>Archive</repository>
      <idno>Box 7</idno></msIdentifier><physDesc><objectDesc><supportDesc><extent>
      <measure unit="leaf" quantity="2"/><measure unit="characters" quantity="99"/></extent>
      <support>Torn at the <hi>fold</hi>.</support></supportDesc></objectDesc>
      <handDesc><handNote medium="black-ink" corresp="#rbh"/><handNote scribe="#nobody"/></handDesc>
      <additions><incident><desc><stamp><placeName>Wien</placeName><date>24 9 91</date></stamp></desc>
      </incident><incident><desc>numbered »<quote>1.</quote>«</desc></incident></additions></physDesc>
      </msDesc></sourceDesc></fileDesc></teiHeader>
      <text><body><p>See <ref target="L00919"/>, <persName ref="#rbh">Richard</persName>.</p></body>
      </text></TEI>
      """;

  private static final String PERSONS =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title>Persons</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
      <person xml:id="rbh"><persName>Richard Beer-Hofmann</persName>
      <persName type="sort">Beer-Hofmann, Richard</persName><birth><date when="1866-07-11">x</date>
      <settlement ref="#pmb50"><placeName type="pref">Wien</placeName><location><geo>48 16</geo></location>
      </settlement></birth><death>after 1945 in <placeName>New York</placeName></death></person></listPerson></standOff></TEI>
      """;

  @Test
  void whoMadeItIsSaidWhereTheEditionHasNoHeader(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    Files.writeString(folder.resolve("letters/one.xml"), LETTER, UTF_8);
    String facts = text(Site.of(folder, Map.of()).page("one"), ".facts");
    assertTrue(
        facts.contains("Editors Clara Clerk Transcription Dora Dean Funding The Fund"), facts);
    assertTrue(facts.contains("edited by Clara Clerk"), facts);
    assertTrue(facts.contains("editor = {{Clara Clerk}}"), facts);
    assertTrue(facts.contains("Licence CC BY 4.0"), facts);
  }

  @Test
  void datesAreInTheLanguageOfTheEditionAndTwoCalendarsStayTwo(@TempDir Path folder)
      throws IOException {
    String letter =
        LETTER
            .replace("<text>", "<text xml:lang='fr'>")
            .replace(
                "</fileDesc>",
                "</fileDesc><profileDesc><correspDesc><correspAction type='sent'><persName>Ann</persName>"
                    + "<date when='1859-12-24'>WRITTEN</date></correspAction></correspDesc></profileDesc>");
    String german = Site.HEADER.replace("<TEI ", "<TEI xml:lang='de' ");
    Map<String, String> dates =
        Map.of(
            "1859-12-24", "24. Dezember 1859",
            "24 Dec. 1859", "24. Dezember 1859",
            "24/12/1859", "24. Dezember 1859",
            "12./24. Dezember 1859", "12./24. Dezember 1859",
            "12 Dec / 24 Dec 1859", "12 Dec / 24 Dec 1859",
            "um Weihnachten 1859", "um Weihnachten 1859");
    for (Map.Entry<String, String> date : dates.entrySet()) {
      Site site =
          Site.of(
              folder,
              Map.of("edition.xml", german, "one.xml", letter.replace("WRITTEN", date.getKey())));
      assertEquals(date.getValue(), text(site.page("one"), ".where-when"), date.getKey());
      assertTrue(text(site.files().get("index.html"), ".when").equals(date.getValue()));
    }
  }

  /**
   * The header names no day of sending: that of the dateline, if the letter had not arrived by
   * then.
   */
  @Test
  void aDateThatIsReadFromTheLetterIsTheSameEverywhere(@TempDir Path folder) {
    Map<String, List<String>> dates =
        Map.of(
            "", List.of("22 November 1904", "when=\"1904-11-22\"", "1904-11-22"),
            "<date when='1904-11'/>",
                List.of("22 November 1904", "when=\"1904-11-22\"", "1904-11-22"),
            "<date when='1904-09-22'/>",
                List.of("not after 22 September 1904", "notAfter=\"1904-09-22\"", "1904-09-22"));
    dates.forEach(
        (received, told) -> {
          String letter =
              LETTER
                  .replace(
                      "</fileDesc></teiHeader>",
                      "</fileDesc><profileDesc><correspDesc><correspAction type='sent'><persName>Ann</persName>"
                          + "<date/></correspAction><correspAction type='received'><persName>Ben</persName>"
                          + received
                          + "</correspAction></correspDesc></profileDesc></teiHeader>")
                  .replace(
                      "<body>",
                      "<body><opener><dateline><date when='1904-11-22'/></dateline></opener>");
          Site site = Site.of(folder, Map.of("edition.xml", Site.HEADER, "one.xml", letter));
          assertEquals(told.get(0), text(site.page("one"), ".where-when"));
          String facts = text(site.page("one"), ".facts");
          assertTrue(
              facts.contains(
                  "Sent Ann, " + told.get(0) + " (inferred from the letter itself) Received Ben"),
              facts);
          assertEquals(told.get(0), text(site.files().get("index.html"), ".when"));
          assertEquals(
              List.of(told.get(2)),
              Site.xpath(Site.XML.xml(site.corpus().document()), "//*:letter/string(@sort)"));
          assertTrue(site.files().get("calendar/1904.html").contains("one.html"));
          String cmif = site.files().get("data/cmif.xml");
          assertTrue(cmif.contains("<date " + told.get(1) + " evidence=\"conjecture\"/>"), cmif);
          assertFalse(cmif.contains("<persName evidence"), cmif);
          String csv = site.files().get("data/letters.csv");
          assertTrue(csv.contains(told.get(0)) && csv.contains(",sent date,"), csv);
        });
  }

  @Test
  void theEditionsOwnEditorsStandInTheCitation(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    Files.writeString(folder.resolve("letters/one.xml"), LETTER, UTF_8);
    String facts = text(Site.of(folder, Map.of("edition.xml", Site.HEADER)).page("one"), ".facts");
    assertTrue(facts.contains("Editors Clara Clerk"), facts);
    assertTrue(facts.contains("edited by Ann Tester"), facts);
  }

  @Test
  void aReferenceToNothingHasNoArrowAndANameTurnedRoundIsNoVariant(@TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    Files.writeString(folder.resolve("letters/one.xml"), LETTER, UTF_8);
    Files.writeString(folder.resolve("persons.xml"), PERSONS, UTF_8);
    Site site = Site.of(folder, Map.of());
    assertEquals("See L00919, Richard.", text(site.page("one"), ".text"));
    assertFalse(site.files().get("persons/rbh.html").contains("class=\"variants\""));
  }

  @Test
  void aDayThatAReferenceWithoutWordsLeadsToIsWritten(@TempDir Path folder) {
    String letter =
        LETTER.replace(
            "See <ref target=\"L00919\"/>, <persName ref=\"#rbh\">Richard</persName>.",
            "On <ref target=\"1893-07-14\"/>, see <ref target=\"L00919\"/>, <persName ref=\"#rbh\">Richard</persName>"
                + " came, <ref target=\"1893-07\"/>.");
    Site site =
        Site.of(
            folder, Map.of("edition.xml", Site.HEADER, "one.xml", letter, "persons.xml", PERSONS));
    Document page = Jsoup.parse(site.page("one"));
    assertEquals(
        "On 14 July 1893, see L00919, Richard came, July 1893.", page.select(".text").text());
    String told = "On 14 July 1893, see …, Richard came, July 1893.";
    assertEquals(told, page.select("meta[name=description]").attr("content"));
    String mentions = text(site.files().get("persons/rbh.html"), "main");
    assertTrue(mentions.contains(told), mentions);
  }

  @Test
  void aPageIsDescribedByItsFirstWordsNotByARemark(@TempDir Path folder) {
    Map<String, String> openings =
        Map.of(
            "<p>[Translation.]</p><p>Sir: I have", "Sir: I have",
            "<p>(<hi>Telegram</hi>)</p><p/><p>[We] left", "[We] left",
            "<p>[Illegible.]", "[Illegible.]");
    openings.forEach(
        (body, description) -> {
          String letter =
              LETTER.replaceFirst("<body><p>.*</p></body>", "<body>" + body + "</p></body>");
          Document page =
              Jsoup.parse(
                  Site.of(folder, Map.of("edition.xml", Site.HEADER, "one.xml", letter))
                      .page("one"));
          assertEquals(description, page.select("meta[name=description]").attr("content"));
        });
  }

  @Test
  void whatASheetIsLikeIsToldAndWhereAPersonWasBorn(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    Files.writeString(folder.resolve("letters/one.xml"), LETTER, UTF_8);
    Files.writeString(folder.resolve("persons.xml"), PERSONS, UTF_8);
    Site site = Site.of(folder, Map.of());
    String facts = text(site.page("one"), ".facts");
    assertTrue(
        facts.contains(
            "Sources Archive, Box 7 Described as 2 leaf, Torn at the fold."
                + " Hand Richard Beer-Hofmann: black ink"
                + " Stamps and marks Wien, 24 9 91 numbered »1.« "),
        facts);
    String entry = site.files().get("persons/rbh.html");
    assertEquals("Born 11 July 1866, Wien · Died after 1945 in New York", text(entry, ".life"));
    assertTrue(entry.contains("\"birthDate\":\"1866-07-11\""), entry);
  }

  @Test
  void aSourceToldInProseIsTold(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    String source = "<sourceDesc><p>A copy in\n private hands.</p></sourceDesc>";
    Files.writeString(
        folder.resolve("letters/one.xml"),
        LETTER.replaceFirst("(?s)<sourceDesc>.*</sourceDesc>", source),
        UTF_8);
    String facts = text(Site.of(folder, Map.of()).page("one"), ".facts");
    assertTrue(facts.contains("Sources A copy in private hands."), facts);
  }

  /** Some editions have both parties in one action, or in particDesc alone, told apart by types. */
  @Test
  void anAddresseeIsNoSecondSender(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    String names =
        "<persName type='sender'>Ash, Ada</persName><persName type='addressee'>Bell, Ben</persName>";
    for (String profile :
        List.of(
            "<correspDesc><correspAction type='sent'>" + names + "</correspAction></correspDesc>",
            "<correspDesc><correspAction type='sent'>"
                + names
                + "</correspAction><correspAction type='received'><placeName>Wien</placeName>"
                + "</correspAction></correspDesc>",
            "<particDesc>" + names + "</particDesc>",
            "<particDesc><listPerson><person role='sender'><persName>Ada Ash</persName></person>"
                + "<person role='addressee'><persName>Ben Bell</persName></person></listPerson>"
                + "</particDesc>")) {
      Files.writeString(
          folder.resolve("letters/one.xml"),
          LETTER.replace("</fileDesc>", "</fileDesc><profileDesc>" + profile + "</profileDesc>"),
          UTF_8);
      String facts = text(Site.of(folder, Map.of()).page("one"), ".facts");
      assertTrue(facts.startsWith("Sent Ada Ash Received Ben Bell"), profile + "\n" + facts);
    }
  }

  @Test
  void anEditionWithoutHeaderIsCalledWhatItsLettersSay(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    String action =
        "</fileDesc><profileDesc><correspDesc><correspAction type='sent'>"
            + "<persName ref='#ann'>Ann</persName></correspAction><correspAction type='received'>"
            + "<persName>%s</persName></correspAction></correspDesc></profileDesc>";
    for (String other : List.of("Ben", "Cai")) {
      Files.writeString(
          folder.resolve("letters/" + other + ".xml"),
          LETTER
              .replace("\"one\"", "\"" + other + "\"")
              .replace("</fileDesc>", action.formatted(other)),
          UTF_8);
    }
    assertEquals("The correspondence of Ann", Site.of(folder, Map.of()).corpus().edition().title());
    for (String other : List.of("Ben", "Cai")) {
      Path file = folder.resolve("letters/" + other + ".xml");
      Files.writeString(
          file,
          Files.readString(file, UTF_8)
              .replace("<titleStmt>", "<titleStmt><title level='s'>Ann’s Letters</title>"),
          UTF_8);
    }
    assertEquals("Ann’s Letters", Site.of(folder, Map.of()).corpus().edition().title());
  }

  private static String text(String page, String selector) {
    return Jsoup.parse(page).select(selector).first().text();
  }
}
