package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;

/** An edition's own text, with all that may stand in it: in the book and on the page about it. */
class FrontMatterTest {

  private static final String FRONT =
      """
      <div type="about"><head>Preface<note>At the head.</note></head>
      <p>On <persName ref="#Ann">Ann</persName>.<note>First.<note>Within it.</note></note></p>
      <note>Between blocks.</note>
      <list><item>An item.<note>Its note.</note><list><item>An inner one.</item></list></item></list>
      <table><row><cell>Cell<note>In a cell.</note></cell><cell>Other</cell></row></table>
      <lg><l>A verse,<note>On verse.</note></l><l>and another.</l></lg>
      <quote><p>Quoted words.<note><p>One.</p><p>Two.</p></note></p></quote>
      <p>An <choice><sic>eror</sic><corr>error</corr></choice>, <ref target="#Ann">a reference</ref>.</p>
      <div><head>Below</head><p>On <persName ref="#Ann">her</persName> again.</p></div></div>
      <div type="policy"><head>Policy</head><p>Kept.</p><list><item>Signs.<note>Last.</note></item></list></div>
      """;

  private static String letter(String id) {
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ID" xml:lang="en"><teiHeader><fileDesc>
        <titleStmt><title>Letter</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>
        <sourceDesc><p>None.</p></sourceDesc></fileDesc>
        <encodingDesc><editorialDecl><p>Own.<note>Own note.</note></p><p>More.<note>Second.</note></p></editorialDecl></encodingDesc>
        <profileDesc><correspDesc>
        <correspAction type="sent"><persName ref="#Ann">Ann</persName><date when="1843-05-03"/></correspAction>
        <correspAction type="received"><persName>Ben</persName></correspAction>
        </correspDesc></profileDesc>
        <revisionDesc><change when="2026-01-01">Made.</change></revisionDesc></teiHeader>
        <text><body><p>Words of ID.</p></body></text></TEI>
        """
        .replace("ID", id);
  }

  private static final String REGISTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
      <titleStmt><title>Persons</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>
      <sourceDesc><p>None.</p></sourceDesc></fileDesc>
      <revisionDesc><change when="2026-01-01">Made.</change></revisionDesc></teiHeader><standOff><listPerson>
      <person xml:id="Ann"><persName>Ann</persName></person></listPerson></standOff></TEI>
      """;

  private static Run run;
  private static Document about;

  /** The text of each page by the number that is printed on it. */
  private static final Map<String, String> PAGES = new TreeMap<>();

  @BeforeAll
  static void publish(@TempDir Path folder) throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("one.xml"), letter("one"), UTF_8);
    Files.writeString(source.resolve("two.xml"), letter("two"), UTF_8);
    Files.writeString(source.resolve("persons.xml"), REGISTER, UTF_8);
    String edition =
        REGISTER.replaceFirst("(?s)<standOff>.*</standOff>", "<text><body>FRONT</body></text>");
    Files.writeString(source.resolve("edition.xml"), edition.replace("FRONT", FRONT), UTF_8);
    Path output = folder.resolve("output");
    run = Run.of("publish", source.toString(), "--output=" + output, "--format=html,book,epub");
    assertEquals(0, run.code(), run::toString);
    about = Jsoup.parse(Files.readString(output.resolve("about.html"), UTF_8));
    try (PDDocument book = Loader.loadPDF(output.resolve("edition.pdf").toFile())) {
      String[] labels = book.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
      for (int page = 0; page < labels.length; page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        PAGES.put(labels[page], stripper.getText(book).replaceAll("[\\u00a0\\s]+", " "));
      }
    }
  }

  @Test
  void everyLetterIsFoundInEveryEdition() {
    assertEquals(3, run.out().split("all found again", -1).length - 1, run::toString);
  }

  @Test
  void theBookHasItsTextAndNotes() {
    String preface = PAGES.get("vi") + PAGES.get("vii");
    for (String words :
        List.of(
            "Preface1",
            "1 At the head.",
            "Ann.2",
            "2 First.3",
            "3 Within it.",
            "4 Between blocks.",
            "An item.5",
            "An inner one.",
            "5 Its note.",
            "Cell6",
            "A verse,7",
            "Quoted words.8",
            "8 One. Two.",
            "eror [sic: error], a reference.",
            "Below",
            "again.")) {
      assertTrue(preface.contains(words), () -> words + " is not in " + preface);
    }
    assertTrue(PAGES.values().stream().anyMatch(page -> page.contains("Signs.9")), PAGES::toString);
  }

  @Test
  void theIndexHasItsNames() {
    boolean found = PAGES.values().stream().anyMatch(page -> page.matches("(?s).*\\bAnn, vi\\b.*"));
    assertTrue(found, PAGES::toString);
  }

  @Test
  void eachMarkOfThePageLeadsToANoteOfItsOwn() {
    List<String> ids = about.select("[id]").eachAttr("id");
    assertEquals(ids.stream().distinct().toList(), ids);
    assertEquals(11, about.select("a.mark").size(), about::html);
    for (Element link : about.select("a.mark, a.back")) {
      Element aim = about.getElementById(link.attr("href").substring(1));
      assertTrue(aim != null && aim.text().contains(link.ownText().strip()), link::outerHtml);
    }
  }
}
