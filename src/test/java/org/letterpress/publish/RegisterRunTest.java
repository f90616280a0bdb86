package org.letterpress.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a changed register makes anew: what shows the change, and no more. */
class RegisterRunTest extends Rerun {

  @Test
  void aChangedEntryChangesTheLettersThatNameIt() throws IOException {
    publish();
    assertTrue(read("letters/specimen-1.xml").contains("#flood"));
    assertFalse(read("letters/specimen-3.xml").contains("#flood"));
    edit("registers.xml", "The flood", "The great flood");
    Set<String> made = made();
    assertTrue(made.contains("letters/specimen-1.html"), made.toString());
    assertFalse(made.contains("letters/specimen-3.html"), made.toString());
  }

  @Test
  void whatIsShownOfAnEntryOnItsPagesAloneChangesNoOthers() throws IOException {
    publish();
    edit("registers.xml", "Lived with", "Stayed with");
    Set<String> made = made();
    assertTrue(made.contains("persons/dohle.html"), made.toString());
    assertTrue(made.contains("persons.html"), made.toString());
    assertTrue(made.contains("data/persons.csv"), made.toString());
    assertTrue(made.contains("edition.epub"), made.toString());
    assertFalse(made.contains("persons/amsel.html"), made.toString());
    assertFalse(made.contains("places.html"), made.toString());
    assertFalse(made.contains("index.html"), made.toString());
    assertFalse(made.contains("calendar/1871.html"), made.toString());
    assertFalse(made.contains("edition.txt"), made.toString());
    assertTrue(made.contains("letters/specimen-1.html"), made.toString());
    assertFalse(made.contains("letters/specimen-1.txt"), made.toString());
    assertFalse(made.contains("letters/specimen-3.html"), made.toString());
  }

  @Test
  void aNameChangesThePagesAndListsThatShowIt() throws IOException {
    publish();
    edit("registers.xml", "Guild of Printers", "Guild of Binders");
    Set<String> made = made();
    for (String page : List.of("organisations/guild.html", "organisations.html")) {
      assertTrue(made.contains(page), page);
    }
    for (String other :
        List.of("persons/amsel.html", "places.html", "persons.html", "index.html", "about.html")) {
      assertFalse(made.contains(other), other);
    }
    // A work tells who wrote it, a person what she wrote.
    edit("registers.xml", "Jette</forename>", "Henriette</forename>");
    made = made();
    for (String page :
        List.of("persons/amsel.html", "persons.html", "works/primer.html", "works.html")) {
      assertTrue(made.contains(page), page);
    }
    for (String other : List.of("places/ulm.html", "places.html", "events.html")) {
      assertFalse(made.contains(other), other);
    }
    edit("registers.xml", "A Primer", "The Primer");
    made = made();
    for (String page : List.of("persons/amsel.html", "works/primer.html", "works.html")) {
      assertTrue(made.contains(page), page);
    }
    assertFalse(made.contains("persons.html"), made.toString());
  }

  @Test
  void aCorrespondentsNameChangesTheirCorrespondencesAndNoOthers() throws IOException {
    String letter = read("letters/specimen-3.xml");
    for (String other : List.of("one", "two")) {
      Files.writeString(
          source.resolve("letters/" + other + ".xml"),
          letter
              .replace("xml:id=\"specimen-3\"", "xml:id=\"" + other + "\"")
              .replace(
                  "</langUsage>",
                  "</langUsage><correspDesc><correspAction type=\"sent\"><persName"
                      + " ref=\"#amsel\">Amsel</persName></correspAction>"
                      + "<correspAction type=\"received\"><persName ref=\"#"
                      + other
                      + "\"/></correspAction></correspDesc>"));
    }
    edit(
        "registers.xml",
        "</listPerson>",
        "<person xml:id=\"one\"><persName>One Person</persName></person>"
            + "<person xml:id=\"two\"><persName>Two Persons</persName></person></listPerson>");
    publish();
    edit("registers.xml", "One Person", "Another Person");
    Set<String> made = made();
    List<String> pages =
        made.stream().filter(file -> file.matches("correspondences/.*\\.html")).toList();
    assertEquals(2, pages.size(), pages.toString());
    assertTrue(pages.contains("correspondences/index.html"), pages.toString());
    assertTrue(made.contains("network.html"), made.toString());
    assertFalse(made.contains("persons/two.html"), made.toString());
  }

  @Test
  void registersWithinLettersAreRemembered() throws IOException {
    edit(
        "letters/specimen-3.xml",
        "</text>",
        "</text><standOff><listPlace><place xml:id=\"swabia\"><placeName>Swabia</placeName>"
            + "<place xml:id=\"blaubeuren\"><placeName>Blaubeuren</placeName>"
            + "<note>Beside <placeName ref=\"#ulm\">Ulm</placeName>.</note></place></place>"
            + "<place xml:id=\"ulm\"><placeName>Ulm, once more</placeName></place>"
            + "</listPlace></standOff>");
    edit("letters/specimen-2.xml", "ref=\"#ulm\"", "ref=\"#blaubeuren\"");
    publish();
    edit("letters/specimen-1.xml", "</p>", " indeed</p>");
    Set<String> made = made();
    assertFalse(made.contains("places/blaubeuren.html"), made.toString());
    edit("letters/specimen-3.xml", "Beside", "Near");
    made = made();
    assertTrue(made.contains("places/blaubeuren.html"), made.toString());
    assertTrue(made.contains("letters/specimen-2.standoff.xml"), made.toString());
  }

  @Test
  void anEntryThatComesOrGoesChangesItsRegister() throws IOException {
    publish();
    String entry = "<place xml:id=\"essen\"><placeName>Essen</placeName></place>";
    edit("registers.xml", "</listPlace>", entry + "</listPlace>");
    Set<String> made = made();
    assertTrue(made.containsAll(List.of("places.html", "places/essen.html")), made.toString());
    for (String other : List.of("places/ulm.html", "persons.html", "index.html", "edition.txt")) {
      assertFalse(made.contains(other), other);
    }
    edit("registers.xml", entry, "");
    made = made();
    assertTrue(made.contains("places.html"), made.toString());
    assertFalse(made.contains("places/ulm.html"), made.toString());
  }

  @Test
  void anEntryThatAnotherLeadsToChangesTheTeiThatHoldsIt() throws IOException {
    edit("letters/specimen-2.xml", " ref=\"#ulm\"", "");
    publish();
    edit("registers.xml", "48.4", "48.5");
    Set<String> made = made();
    assertTrue(made.contains("letters/specimen-2.standoff.xml"), made.toString());
    assertFalse(made.contains("letters/specimen-2.epub"), made.toString());
    assertFalse(made.contains("letters/specimen-2.txt"), made.toString());
  }

  @Test
  void aLookOfTheUsersMayShowEntriesAnywhere() throws IOException {
    String style =
        "--style="
            + Files.writeString(
                temporary.resolve("notes.xsl"),
                """
                <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                    xmlns:lp="urn:letterpress:model"
                    xmlns:tp="urn:letterpress:templates:private">
                  <xsl:import href="letterpress:html.xsl"/>
                  <xsl:template name="tp:blurb">
                    <p><xsl:value-of select="$corpus//lp:entry/lp:note"/></p>
                  </xsl:template>
                </xsl:stylesheet>
                """);
    publish(style);
    edit("registers.xml", "Lived with", "Stayed with");
    assertTrue(made(style).contains("index.html"));
    assertTrue(Files.readString(output.resolve("index.html")).contains("Stayed with"));
  }

  /** What of an entry is shown where is decided in a stylesheet; here each part is tried. */
  @Test
  void whateverChangesInARegisterTheBytesAreThoseOfACleanRun() throws IOException {
    publish();
    for (String part :
        List.of(
            "Jette</forename>",
            "יטע",
            "1840-02-29",
            "accounts",
            "118642154",
            "Binder</occupation>",
            "48.4",
            "2820256",
            "Ulm</placeName></location>",
            "1871-02",
            "Amsel, Jette</author>",
            "A Primer",
            "Ulf Binder")) {
      String to = part.matches(".*[1-9].*") ? part.replaceFirst("8", "7") : "Neu " + part;
      edit("registers.xml", part, to);
      made();
    }
  }
}
