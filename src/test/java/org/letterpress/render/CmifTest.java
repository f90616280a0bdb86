package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.Jing;
import org.letterpress.cli.Main;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.model.Slices;
import org.xml.sax.SAXException;

/** The list for correspSearch: its grammar, its rules, and what both of them let pass. */
class CmifTest {

  private static final Path OWN = Path.of("src/test/cases/data");
  private static final String CMIF = "data/cmif.xml";
  private static final Path SCHEMA = Site.SHARED.resolve("schema/cmif.rng");
  private static final String DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

  @TempDir Path temp;

  /** True of a list that breaks a rule which neither grammar nor Schematron know. */
  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("a title", "not(normalize-space(//titleStmt/title))"),
          Map.entry(
              "an editor with an address",
              "not(//editor[text()[normalize-space()]]/email[contains(., '@')])"),
          Map.entry("a publisher", "not(//publisher[normalize-space()])"),
          Map.entry(
              "its own address",
              "not(//idno[@type = 'url'][matches(., '^https?://.+/data/cmif[.]xml$')])"),
          Map.entry(
              "a date",
              "not(//publicationStmt/date[matches(@when, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')])"),
          Map.entry(
              "an open licence", "not(//licence[matches(@target, '/(by/4[.]0|zero/1[.]0)/')])"),
          Map.entry(
              "a UUID",
              "not(//bibl[matches(@xml:id, '^[a-f][0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')])"),
          Map.entry(
              "absolute addresses of letters", "//correspDesc[not(matches(@ref, '^https?://'))]"),
          Map.entry("the source", "//correspDesc[not(@source = //bibl/@xml:id ! ('#' || .))]"),
          Map.entry(
              "keys, each once",
              "count(distinct-values(//correspDesc/@key)) ne count(//correspDesc)"),
          Map.entry(
              "both actions once",
              "//correspDesc[string-join(correspAction/@type, ' ') ne 'sent received']"),
          Map.entry(
              "a name",
              "//correspAction[not(persName or orgName)] or //(persName | orgName | placeName)[* or not(normalize-space())]"),
          Map.entry(
              "authorities",
              "//correspAction//@ref[not(matches(., '^https://(d-nb[.]info/gnd|viaf[.]org/viaf|www[.]wikidata[.]org/entity|www[.]geonames[.]org)/[0-9QX-]+$'))]"),
          Map.entry(
              "one place, one date", "//correspAction[count(placeName) gt 1 or count(date) gt 1]"),
          Map.entry(
              "dates", "//correspAction/date[not(@when | @from | @to | @notBefore | @notAfter)]"),
          Map.entry(
              "exact dates",
              "//correspAction/date/(@when | @from | @to | @notBefore | @notAfter)[not(matches(., '^"
                  + DATE
                  + "$'))]"),
          Map.entry(
              "degrees of certainty",
              "//correspAction//(@cert[. ne 'low'] | @evidence[. ne 'conjecture'])"),
          Map.entry(
              "mentions",
              "//note/ref[not(matches(@type, '^cmif:(mentions(Person|Place|Org|Bibl)|isAvailableAsTEIfile)$')) or not(matches(@target, '^https?://'))]"),
          Map.entry("a text", "not(/TEI/text/body/p)"));

  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void ofLettersByOthers(String corpus) throws IOException, SAXException {
    judge(Site.shared(corpus));
  }

  @Test
  void ofTheSpecimens() throws IOException, SAXException {
    judge(Site.of(Path.of("src/test/cases/judge/specimen"), Map.of()));
  }

  @Test
  void ofTheFirstLetter() throws IOException, SAXException {
    judge(Site.of(Path.of("tei"), Map.of("edition.xml", Site.HEADER)));
  }

  @Test
  void saysWhatIsKnownAndNoMore() throws IOException, SAXException {
    Site site = Site.of(OWN, Map.of());
    judge(site);
    String list = site.files().get(CMIF);
    assertEquals(
        List.of("https://example.org/briefe/data/cmif.xml", "2025-04-02"),
        Site.xpath(list, "//publicationStmt/(idno | date/@when)/string()"));
    assertEquals(
        List.of(
            "Ada https://d-nb.info/gnd/118540238",
            "Amt, Haupt- und Neben- ",
            "Wien https://www.geonames.org/2761369",
            " 1850-02-28",
            "Ben https://viaf.org/viaf/102333412",
            " 1850-03-01 1850-03-09 low"),
        Site.xpath(
            list,
            "//correspDesc[@key = 'brief-1']/correspAction/*/(. || ' ' || string-join((@ref, @when, @notBefore, @notAfter, @cert), ' '))"));
    // The thirtieth of February is no date, and an address may stand for an entry.
    assertEquals(
        List.of("Unknown ", "M. B. https://viaf.org/viaf/59894734"),
        Site.xpath(list, "//correspDesc[@key = 'brief-ü']/correspAction/*/(. || ' ' || @ref)"));
    assertEquals(
        List.of("https://example.org/briefe/letters/brief-%C3%BC.html"),
        Site.xpath(list, "//correspDesc[@key = 'brief-ü']/@ref/string()"));
    assertEquals(
        List.of("1851 1852-06"),
        Site.xpath(list, "//correspDesc[@key = 'brief-3']//date/(@from || ' ' || @to)"));
  }

  @Test
  void isTheSameEachTimeAndWhateverTheTitle() throws IOException {
    String list = Site.of(OWN, Map.of()).files().get(CMIF);
    assertEquals(list, Site.of(OWN, Map.of()).files().get(CMIF));
    String header =
        Files.readString(OWN.resolve("edition.xml")).replace("<title>Briefe", "<title>Neue Briefe");
    assertEquals(
        Site.xpath(list, "//bibl/@xml:id/string()"),
        Site.xpath(
            Site.of(OWN, Map.of("edition.xml", header)).files().get(CMIF),
            "//bibl/@xml:id/string()"));
  }

  @Test
  void isMadeOnlyWhereTheHeaderSaysAllThatItWants() throws IOException {
    String header = Files.readString(OWN.resolve("edition.xml"));
    Site nameless =
        Site.of(
            OWN,
            Map.of(
                "edition.xml",
                header
                    .replaceFirst("<email>.*</email>", "")
                    .replace("licenses/by/4.0", "licenses/by-nc/4.0")));
    assertFalse(nameless.files().containsKey(CMIF));
    assertEquals(
        List.of("cmif-incomplete"), nameless.findings().stream().map(Finding::code).toList());
    assertTrue(
        nameless
            .findings()
            .get(0)
            .message()
            .contains("titleStmt/editor/email, publicationStmt/availability/licence/@target"));
    assertFalse(nameless.files().get("data/index.html").contains("cmif.xml"));

    Site homeless =
        Site.of(
            OWN, Map.of("edition.xml", header.replaceFirst("<idno type=\"url\">.*</idno>", "")));
    assertFalse(homeless.files().containsKey(CMIF));
    assertEquals(List.of(), homeless.findings());
  }

  @Test
  void whatIsInferredIsCalledConjecture() throws IOException, SAXException {
    Site site = Site.of(OWN, Map.of());
    String corpus =
        Site.XML
            .xml(site.corpus().document())
            .replaceAll("<(lp:agent|lp:place|lp:date) ", "<$1 evidence=\"inferred\" ");
    XdmNode document = Site.tree(corpus);
    HtmlRenderer renderer =
        new HtmlRenderer(
            Site.XML,
            new Corpus(
                site.corpus().edition(),
                List.of(),
                List.of(),
                document,
                Slices.outline(Site.XML, document)),
            Set.of());
    String list =
        renderer
            .listings()
            .flatMap(listing -> listing.make().get())
            .filter(product -> product.path().equals(CMIF))
            .map(product -> new String(product.content(), UTF_8))
            .findFirst()
            .orElseThrow();
    judge(list);
    assertEquals(
        Site.xpath(list, "//*:correspAction/*[not(. = 'Unknown')]/name()"),
        Site.xpath(list, "//*[@evidence = 'conjecture']/name()"));
  }

  private void judge(Site site) throws IOException, SAXException {
    String list = site.files().get(CMIF);
    judge(list);
    // The parts of a volume are no letters.
    long letters =
        site.corpus().letters().stream()
            .filter(letter -> letter.kind() == Letter.Kind.LETTER)
            .count();
    assertEquals(List.of(Long.toString(letters)), Site.xpath(list, "count(//correspDesc)"));
  }

  private void judge(String list) throws IOException, SAXException {
    List<String> broken = new ArrayList<>();
    RULES.forEach(
        (what, test) -> {
          if (Site.xpath(list, "boolean(" + test + ")").equals(List.of("true"))) {
            broken.add(
                what
                    + ": "
                    + Site.xpath(
                        list,
                        "head("
                            + test
                            + ") ! serialize((if (. instance of attribute()) then .. else .)[. instance of node()])"));
          }
        });
    assertEquals(List.of(), broken);
    assumeTrue(Files.exists(SCHEMA), () -> "Skipped: no schema at " + SCHEMA.toAbsolutePath());
    assertEquals(List.of(), new Jing(SCHEMA).faults(list));
    assertFalse(rules(list).contains("[house:"), () -> rules(list));
  }

  @Test
  void theRulesAreAwake() {
    assumeTrue(Files.exists(SCHEMA), () -> "Skipped: no schema at " + SCHEMA.toAbsolutePath());
    String list = Site.of(OWN, Map.of()).files().get(CMIF);
    assertTrue(rules(list.replace("source=\"#", "source=\"#x")).contains("[house:"));
  }

  /** What the program's own validation says by the rules of the format, among other things. */
  private String rules(String list) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    try {
      Path file = Files.writeString(temp.resolve("cmif.xml"), list);
      Path rules = SCHEMA.resolveSibling("cmif.sch");
      Main.run(
          writer, writer, "validate", file.toString(), "--schema=" + SCHEMA, "--schema=" + rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertTrue(out.toString().contains("Checked 1 file"), out.toString());
    return out.toString();
  }
}
