package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.letterpress.finding.Finding;

/** Names without a tag, and names that are linked to somebody else. */
class NameChecksTest extends SmallEdition {

  @Test
  void aNameInATagWithASlipNeedsNoTagBesides() throws IOException {
    letters(4, "<persName ref=\"#mary\">Mary Somerville</persName> knows");
    replace(
        "letter-2.xml",
        "<persName ref=\"#mary\">Mary Somerville</persName>",
        "<persNme ref=\"#mary\">Mary Somerville</persNme>");
    List<String> told = told(Optional.empty());
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.get(0).endsWith("error element-misspelt"), told::toString);
  }

  @Test
  void aFullNameWithoutATagIsSeenWhereOthersHaveOne() throws IOException {
    letters(4, "<persName ref=\"#mary\">Mary Somerville</persName> knows");
    replace("letter-2.xml", "<persName ref=\"#mary\">Mary Somerville</persName> knows", "");
    replace("letter-2.xml", MONDAY, "on Monday, says Mary Somerville.");
    assertEquals(List.of("letter-2.xml:43:78 warning name-untagged"), told(Optional.empty()));
    Finding finding = findings(Optional.empty()).get(0);
    edition.computeIfPresent("letter-2.xml", (file, text) -> finding.fixes().get(0).apply(text));
    assertTrue(
        edition.get("letter-2.xml").contains("says <persName ref=\"#mary\">Mary Somerville</"));
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void aTagThatIsProposedIsWellFormed() throws IOException {
    String tagged = "<persName type=\"a&amp;&lt;&quot;b\" ref='#mary'>Mary Somerville</persName>";
    letters(4, tagged + " knows");
    replace("letter-2.xml", tagged + " knows", "");
    replace("letter-2.xml", MONDAY, "on Monday, says Mary Somerville.");
    Finding finding = findings(Optional.empty()).get(0);
    assertEquals("name-untagged", finding.code());
    edition.computeIfPresent("letter-2.xml", (file, text) -> finding.fixes().get(0).apply(text));
    String letter = edition.get("letter-2.xml");
    assertTrue(letter.contains("<persName type=\"a&amp;&lt;&quot;b\" ref=\"#mary\">Mary"), letter);
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void aTagThatIsProposedHasThePrefixOfItsFile() throws IOException {
    letters(4, "<persName ref=\"#mary\">Mary Somerville</persName> knows");
    replace("letter-2.xml", "<persName ref=\"#mary\">Mary Somerville</persName> knows", "");
    replace("letter-2.xml", MONDAY, "on Monday, says Mary Somerville.");
    edition.computeIfPresent(
        "letter-2.xml",
        (file, text) ->
            text.replace("xmlns=", "xmlns:tei=").replaceAll("<(/?)([A-Za-z])", "<$1tei:$2"));
    Finding finding = findings(Optional.empty()).get(0);
    assertEquals("name-untagged", finding.code());
    edition.computeIfPresent("letter-2.xml", (file, text) -> finding.fixes().get(0).apply(text));
    String letter = edition.get("letter-2.xml");
    assertTrue(
        letter.contains("says <tei:persName ref=\"#mary\">Mary Somerville</tei:persName>."),
        letter);
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void namesInTitlesQuotationsAndOtherNamesNeedNoTag() throws IOException {
    letters(6, "<persName ref=\"#mary\">Mary Somerville</persName> knows");
    replace("letter-2.xml", MONDAY, "in <title>On Mary Somerville</title>.");
    replace("letter-3.xml", MONDAY, "<quote>Mary Somerville</quote>.");
    replace("letter-4.xml", MONDAY, "in <orgName>the Mary Somerville Club</orgName>.");
    replace("letter-5.xml", MONDAY, "in Mary Somerville Street.");
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void aWordThatIsOftenNoNameNeedsNoTag() throws IOException {
    letters(12, "<placeName ref=\"#london\">Bath</placeName> is far;");
    for (int i = 1; i <= 6; i++) {
      replace("letter-" + i + ".xml", MONDAY, "for a Bath.");
    }
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void aNameThatIsLinkedToSomebodyElseIsSeen() throws IOException {
    letters(5, "<persName ref=\"#mary\">Mary</persName> knows");
    replace("letter-2.xml", "<persName ref=\"#mary\">Mary<", "<persName ref=\"#ada\">Mary<");
    assertEquals(List.of("letter-2.xml:43:27 warning name-ambiguous"), told(Optional.empty()));
    Finding finding = findings(Optional.empty()).get(0);
    edition.computeIfPresent("letter-2.xml", (file, text) -> finding.fixes().get(0).apply(text));
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void theVeryNameThatTheRegisterGivesIsSomebodysName() throws IOException {
    letters(5, "<persName ref=\"#mary\">Mary Somerville</persName> knows");
    replace("letter-2.xml", "<persName ref=\"#mary\">Mary S", "<persName ref=\"#ada\">Mary S");
    assertEquals(List.of("letter-2.xml:43:27 warning name-ambiguous"), told(Optional.empty()));
  }

  @Test
  void aWordThatAnybodyMayBeCalledIsNotSeen() throws IOException {
    letters(5, "<persName ref=\"#mary\">Mother</persName> knows");
    replace("letter-2.xml", "<persName ref=\"#mary\">Mother<", "<persName ref=\"#ada\">Mother<");
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void aNameThatTwoShareIsNotSeen() throws IOException {
    letters(5, "<persName ref=\"#mary\">Mary</persName> knows");
    replace("letter-2.xml", "<persName ref=\"#mary\">Mary<", "<persName ref=\"#ada\">Mary<");
    replace("register.xml", "<persName>Ada Byron<", "<persName>Ada Mary Byron<");
    assertEquals(List.of(), told(Optional.empty()));
  }
}
