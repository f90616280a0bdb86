package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.letterpress.audit.Audit;
import org.letterpress.audit.PdfReading;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Letter;
import org.letterpress.model.SourceFile;
import org.letterpress.render.pdf.Faces;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;
import org.verapdf.core.VeraPDFException;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Three letters, a register and a header in, one book out, read back page by page. */
class BookRendererTest {

  private static final Xml XML = new Xml();
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

  private static Corpus corpus;
  private static byte[] book;

  /** The text of each page by the number that is printed on it, such as "iii" or "2". */
  private static final Map<String, String> PAGES = new TreeMap<>();

  private static final List<String> ORDER = new ArrayList<>();

  private static String header(String title, String more) {
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ID" xml:lang="en">
          <teiHeader><fileDesc><titleStmt><title>%s</title>%s
        """
        .formatted(title, more);
  }

  private static SourceFile file(String path, String content) {
    byte[] bytes = content.replace("ID", path.replaceFirst(".xml", "")).getBytes(UTF_8);
    Parsed.Tree tree = assertInstanceOf(Parsed.Tree.class, XML.parse(bytes, path));
    return new SourceFile(path, bytes, tree.document());
  }

  private static SourceFile letter(String id, String from, String to, String day, String text) {
    return file(
        id + ".xml",
        header(from + " to " + to, "")
            + """
            </titleStmt><publicationStmt><p>None.</p></publicationStmt>
            <sourceDesc><bibl>Papers of %1$s, box 7.</bibl></sourceDesc></fileDesc>
            <profileDesc><correspDesc>
              <correspAction type="sent"><persName ref="#%1$s">%1$s</persName><date when="%3$s"/></correspAction>
              <correspAction type="received"><persName ref="#%2$s">%2$s</persName></correspAction>
            </correspDesc></profileDesc></teiHeader>
            <text><body>%4$s</body></text></TEI>
            """
                .formatted(from, to, day, text));
  }

  @BeforeAll
  static void print() throws IOException {
    String filler = "<p>" + "Some words that fill a page of the book. ".repeat(90) + "</p>";
    corpus =
        new CorpusReader(XML)
            .read(
                List.of(
                    letter(
                        "l1",
                        "Ada",
                        "Ben",
                        "1900-01-01",
                        "<p>To <persName ref='#Cai'>Cai</persName><note n='3'>Not "
                            + "<persName ref='#Ben'>Ben</persName>.</note>.</p>"
                            + filler
                            + filler),
                    letter(
                        "l2",
                        "Ben",
                        "Ada",
                        "1900-02-01",
                        filler + "<p>Again <persName ref='#Cai'>Cai</persName>.</p>"),
                    letter("l3", "Cai", "Ada", "1900-03-01", "<p>The last.</p>"),
                    file(
                        "edition.xml",
                        header(
                                "Letters",
                                "<title type='sub'>A test</title><editor>Eva</editor>"
                                    + "<respStmt><resp>Index</resp><name>Fritz</name></respStmt>"
                                    + "<funder>The Fund</funder>")
                            + """
                            </titleStmt><publicationStmt><publisher>Press</publisher>
                            <date when="2026"/><idno type="ISBN">978-3-16-148410-0</idno>
                            <availability><licence target="https://example.org/terms">LICENCE</licence></availability></publicationStmt>
                            <sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
                            <text><body><div type="about"><head>Preface</head><p>A word before.</p></div></body></text></TEI>
                            """
                                .replace("LICENCE", "Terms at length. ".repeat(20))),
                    file(
                        "persons.xml",
                        header("Persons", "")
                            + """
                            </titleStmt><publicationStmt><p>None.</p></publicationStmt>
                            <sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
                            <standOff><listPerson>
                            <person xml:id="Ada"><persName>Ada</persName></person>
                            <person xml:id="Ben"><persName>Ben</persName><persName>Young Ben</persName></person>
                            <person xml:id="Cai"><persName>Cai</persName></person>
                            </listPerson></standOff></TEI>
                            """)),
                "Letters");
    Product product = new BookRenderer(XML, corpus, Path.of("."), PrintStyle.DEFAULT, DATE).book();
    assertEquals(List.of(), product.findings());
    book = product.content();
    try (PDDocument document = Loader.loadPDF(book)) {
      String[] labels = document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
      for (int page = 0; page < labels.length; page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        PAGES.put(
            labels[page],
            stripper.getText(document).replaceAll("[\\u00a0\\s]+", " ").replace("\u2060", ""));
        ORDER.add(labels[page]);
      }
    }
  }

  /** The number that a line of the contents or an index ends with. */
  private static String after(String page, String words) {
    Matcher line =
        Pattern.compile(Pattern.quote(words) + "[ .,…]*([0-9ivx]+)").matcher(PAGES.get(page));
    assertTrue(line.find(), () -> words + " is not in: " + PAGES.get(page));
    return line.group(1);
  }

  private static String pageWith(String words) {
    return ORDER.stream().filter(page -> PAGES.get(page).contains(words)).findFirst().orElseThrow();
  }

  @Test
  void frontMatterStandsFirst() {
    assertTrue(PAGES.get("i").contains("Letters"));
    assertEquals("", PAGES.get("ii").strip());
    assertTrue(PAGES.get("iii").contains("A test") && PAGES.get("iii").contains("Press"));
    assertTrue(PAGES.get("iv").contains("ISBN 978-3-16-148410-0"), PAGES.get("iv"));
    assertTrue(PAGES.get("v").startsWith("Contents"), PAGES.get("v"));
    assertTrue(PAGES.get("vi").contains("A word before."), PAGES.get("vi"));
    assertEquals(List.of("i", "ii", "iii", "iv", "v", "vi", "1"), ORDER.subList(0, 7));
    assertTrue(PAGES.get("1").startsWith("Ada to Ben"), PAGES.get("1"));
  }

  @Test
  void theImprintNamesAllWhoMadeTheEditionAndItsTermsOnce() {
    String imprint = PAGES.get("iv");
    assertTrue(
        imprint.contains("Edited by Eva. Press, 2026. Index: Fritz. Funding: The Fund."), imprint);
    assertEquals(2, imprint.split("example.org/\\W?terms", -1).length, imprint);
  }

  @Test
  void contentsLeadToThePagesWhereThingsBegin() {
    assertEquals("vi", after("v", "Preface"));
    assertEquals("1", after("v", "Ada to Ben, 1 January 1900"));
    assertEquals(pageWith("Ben to Ada 1 February 1900"), after("v", "Ben to Ada, 1 February 1900"));
    assertEquals(pageWith("Cai to Ada 1 March 1900"), after("v", "Cai to Ada, 1 March 1900"));
    for (String list : List.of("Letters by correspondents", "Sources", "Signs", "Index")) {
      String page = after("v", list);
      assertTrue(PAGES.get(page).startsWith(list), () -> list + ": " + PAGES.get(page));
    }
  }

  @Test
  void theIndexNamesThePagesOfAllLetters() {
    String index = after("v", "Index");
    String words = PAGES.get(index);
    String again = pageWith("Again Cai");
    assertTrue(words.contains("Cai, 1, " + again), words);
    assertTrue(words.contains("Ben, 1 n. 3"), words);
    assertTrue(words.contains("Young Ben, see Ben"), words);
  }

  @Test
  void sourcesNameThePagesOfTheirLetters() {
    String sources = PAGES.get(after("v", "Sources"));
    assertTrue(sources.contains("Papers of Ada, box 7: 1 "), sources);
  }

  @Test
  void everyWordOfEachLetterIsInTheBook() {
    PdfReading reading = PdfReading.read(book);
    for (Letter letter : corpus.letters()) {
      Audit audit = new Audit(letter);
      assertEquals(List.of(), audit.pdf(reading, letter.id(), "edition.pdf").findings());
    }
    Audit other = new Audit(corpus.letters().get(0));
    assertTrue(!other.pdf(reading, "l2", "edition.pdf").isClean(), "another letter's words");
    assertTrue(!other.pdf(reading, "l4", "edition.pdf").isClean(), "a letter that is not there");
  }

  /** Each letter's lines are counted from its first, and none of the front and back matter. */
  @Test
  void linesAreNumberedByLetter() throws IOException {
    PrintStyle style =
        new PrintStyle(Optional.empty(), Optional.empty(), true, Faces.OWN, Optional.empty());
    Product product = new BookRenderer(XML, corpus, Path.of("."), style, DATE).book();
    assertEquals(List.of(), product.findings());
    PdfReading reading = PdfReading.read(product.content());
    for (Letter letter : corpus.letters()) {
      assertEquals(
          List.of(), new Audit(letter).pdf(reading, letter.id(), "edition.pdf").findings());
    }
    Pattern tenth = Pattern.compile("(?m)^10 [A-Za-z]|[a-z-] 10$");
    List<String> numbered = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(product.content())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = stripper.getText(document).replace('\u00a0', ' ');
        if (tenth.matcher(text).find()) {
          numbered.add(text.lines().findFirst().orElseThrow().strip());
        }
      }
    }
    assertEquals(List.of("Ada to Ben", "Ben to Ada"), numbered);
  }

  @Test
  void thePointsOfTheContentsStandBelowEachOther() throws IOException {
    List<TextPosition> points = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(book)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
              if (text.getUnicode().equals(".")) {
                points.add(text);
              }
            }
          };
      stripper.setStartPage(5);
      stripper.setEndPage(5);
      stripper.getText(document);
    }
    assertTrue(points.size() > 50, points::toString);
    double first = points.get(0).getX();
    for (TextPosition point : points) {
      double steps = (point.getX() - first) / 6;
      assertEquals(Math.rint(steps), steps, 0.01);
    }
  }

  @Test
  void bothStandardsAreKept() throws IOException, VeraPDFException {
    VeraPdf.assertConforms(PDFAFlavour.PDFA_3_A, book);
    VeraPdf.assertConforms(PDFAFlavour.PDFUA_1, book);
  }

  @Test
  void theSameLettersGiveTheSameBytes() {
    byte[] again =
        new BookRenderer(XML, corpus, Path.of("."), PrintStyle.DEFAULT, DATE).book().content();
    assertArrayEquals(book, again);
  }

  @Test
  void structureGoesInTheOrderOfThePages() throws IOException {
    try (PDDocument document = Loader.loadPDF(book)) {
      PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
      PDStructureNode whole = (PDStructureNode) root.getKids().get(0);
      List<Integer> firsts = new ArrayList<>();
      for (Object part : whole.getKids()) {
        firsts.add(firstPage(document, (PDStructureElement) part));
      }
      assertTrue(firsts.size() > 8, firsts::toString);
      assertEquals(firsts.stream().sorted().toList(), firsts);
    }
  }

  private static int firstPage(PDDocument document, PDStructureElement element) {
    if (element.getPage() != null) {
      return document.getPages().indexOf(element.getPage());
    }
    return element.getKids().stream()
        .filter(PDStructureElement.class::isInstance)
        .mapToInt(kid -> firstPage(document, (PDStructureElement) kid))
        .filter(page -> page >= 0)
        .min()
        .orElse(-1);
  }
}
