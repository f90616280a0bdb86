package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;

/**
 * A letter's edition and each page of the site are the same, whether they know their own part of
 * the corpus alone or the whole.
 */
class SlicesTest {

  private static final Path SPECIMEN = Path.of("src/test/cases/judge/specimen");

  @Test
  void ourEditionIsTheSame() {
    same(Site.of(Path.of("tei"), Map.of()));
  }

  @Test
  void anEditionIsTheSameWhoseProseNamesEntriesAndLetters() throws IOException {
    String edition =
        Files.readString(SPECIMEN.resolve("edition.xml"))
            .replace(
                "Nobody wrote",
                "<persName ref=\"registers.xml#amsel\">Amsel</persName> in <placeName"
                    + " ref=\"#ulm\">Ulm</placeName>, <ref target=\"#primer\"/>, <ref"
                    + " target=\"works/primer.html\">the primer</ref>, <ref"
                    + " target=\"specimen-1.xml\"/>. Nobody wrote");
    Site site = Site.of(SPECIMEN, Map.of("edition.xml", edition));
    assertTrue(site.files().get("about.html").contains("href=\"persons/amsel.html\""));
    assertTrue(site.files().get("about.html").contains("href=\"works/primer.html\""));
    same(site);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void editionsOfOthersAreTheSame(String corpus) {
    same(Site.shared(corpus));
  }

  /** Only the letters tell of days, so that only the whole knows that there is a feed. */
  @Test
  void anEditionIsTheSameWhoseLettersAloneAreDated() throws IOException {
    String edition =
        Files.readString(SPECIMEN.resolve("edition.xml"))
            .replaceAll("(?s)<revisionDesc>.*?</revisionDesc>|<date [^>]*>[^<]*</date>", "")
            .replaceFirst(
                "</publisher>",
                "</publisher><idno type=\"url\">https://example.org/letters/</idno>");
    Site site = Site.of(SPECIMEN, Map.of("edition.xml", edition));
    assertTrue(site.files().get("places.html").contains("feed.xml"));
    same(site);
  }

  private static void same(Site site) {
    Map<String, Supplier<Product>> pages = site.renderer().pages();
    assertFalse(pages.isEmpty());
    pages.forEach(
        (path, page) ->
            assertEquals(new String(page.get().content(), UTF_8), site.files().get(path), path));
    Corpus corpus = site.corpus();
    assertFalse(corpus.letters().isEmpty());
    for (Stylesheet sheet :
        List.of(
            sheet("html.xsl", corpus, Map.of()),
            sheet("fo.xsl", corpus, PrintStyle.DEFAULT.parameters()),
            sheet("epub.xsl", corpus, Map.of()),
            sheet("text.xsl", corpus, Map.of("diplomatic", new XdmAtomicValue(true))))) {
      int step = 1 + corpus.letters().size() / 40;
      for (int i = 0; i < corpus.letters().size(); i += step) {
        Letter letter = corpus.letters().get(i);
        assertArrayEquals(
            sheet.apply("letter", letter).value().toString().lines().toArray(),
            sheet.letter(letter).value().toString().lines().toArray(),
            letter.id());
      }
    }
  }

  private static Stylesheet sheet(String name, Corpus corpus, Map<String, XdmValue> parameters) {
    return new Stylesheet(Site.XML, name, corpus.document(), parameters);
  }
}
