package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
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
      </availability></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
      <text><body><p>See <ref target="L00919"/>, <persName ref="#rbh">Richard</persName>.</p></body>
      </text></TEI>
      """;

  private static final String PERSONS =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title>Persons</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
      <person xml:id="rbh"><persName>Richard Beer-Hofmann</persName>
      <persName type="sort">Beer-Hofmann, Richard</persName></person></listPerson></standOff></TEI>
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

  private static String text(String page, String selector) {
    return Jsoup.parse(page).select(selector).first().text();
  }
}
