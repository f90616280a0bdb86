package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.Jing;
import org.letterpress.model.Letter;
import org.xml.sax.SAXException;

/** A letter's TEI with the register entries that it refers to. */
class StandoffTest {

  private static final Path TEI_ALL = Site.SHARED.resolve("schema/tei_all.rng");

  private static String standoff(Site site, Letter letter) {
    Product product = site.renderer().beside(letter).get(0);
    assertEquals("letters/" + letter.id() + ".standoff.xml", product.path());
    return new String(product.content(), UTF_8);
  }

  @Test
  void bringsTheEntriesThatAreMeantAndThoseThatTheyMean() {
    Site site = Site.of(Path.of("src/test/cases/data"), Map.of());
    String tei = standoff(site, site.letter("brief-1"));
    assertEquals(
        List.of("listPerson ada ben cleo", "listPlace weit wien", "listOrg amt"),
        Site.xpath(tei, "/TEI/standOff/*/string-join((name(), */@xml:id), ' ')"));
    assertEquals(List.of("#ben", "#ada #cleo", "#wien"), Site.xpath(tei, "//text//@ref/string()"));
    assertEquals(List.of("#weit"), Site.xpath(tei, "//standOff//@ref/string()"));
    assertEquals(
        List.of(), Site.xpath(standoff(site, site.letter("brief-3")), "//standOff/string()"));
  }

  @Test
  void ofTheFirstLetterIsTei() throws IOException, SAXException {
    Site site = Site.of(Path.of("tei"), Map.of());
    String tei = standoff(site, site.corpus().letters().get(0));
    assertWhole(site.corpus().letters().get(0), tei);
    assertEquals(
        List.of(),
        Site.xpath(
            tei, "//text//@ref[not(tokenize(.) = //standOff//@xml:id ! ('#' || .))]/string()"));
    assumeTrue(Files.exists(TEI_ALL), () -> "Skipped: no grammar at " + TEI_ALL.toAbsolutePath());
    assertEquals(List.of(), new Jing(TEI_ALL).faults(tei));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void leavesTheTextsOfOthersAsTheyAre(String corpus) throws IOException, SAXException {
    Site site = Site.shared(corpus);
    assumeTrue(Files.exists(TEI_ALL), () -> "Skipped: no grammar at " + TEI_ALL.toAbsolutePath());
    Jing jing = new Jing(TEI_ALL);
    List<Letter> letters =
        site.corpus().letters().stream().filter(l -> l.file().content().length < 20_000).toList();
    for (Letter letter : letters.subList(0, Math.min(15, letters.size()))) {
      for (Product product : site.renderer().beside(letter)) {
        String tei = new String(product.content(), UTF_8);
        assertWhole(letter, tei);
        String source = new String(letter.file().content(), UTF_8);
        assertTrue(jing.faults(tei).size() <= jing.faults(source).size(), letter.id());
      }
    }
  }

  private static void assertWhole(Letter letter, String tei) {
    String words = "/*/text[last()]/string()";
    assertEquals(
        Site.xpath(new String(letter.file().content(), UTF_8), words), Site.xpath(tei, words));
    assertEquals(
        List.of("true"),
        Site.xpath(tei, "count(//@xml:id) eq count(distinct-values(//@xml:id))"),
        letter.id());
  }
}
