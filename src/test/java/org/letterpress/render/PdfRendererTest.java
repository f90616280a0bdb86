package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.audit.Audit;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Letter;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;
import org.verapdf.core.VeraPDFException;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** TEI in, finished PDF out, read back by other programs than the one that wrote it. */
class PdfRendererTest {

  private static final Xml XML = new Xml();
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Path SAMPLES = Path.of("src/test/cases/pdf");
  private static final Path EDITION = Path.of("tei");

  @TempDir Path folder;

  private record Run(Corpus corpus, PdfRenderer renderer) {

    Letter letter() {
      return corpus.letters().get(0);
    }

    Product product() {
      return renderer.letter(letter());
    }
  }

  /** An edition of all XML files of a folder. */
  private static Run edition(Path root) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.filter(path -> path.toString().endsWith(".xml")).sorted().toList();
    }
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name = root.relativize(path).toString();
      byte[] content = Files.readAllBytes(path);
      Parsed.Tree tree = assertInstanceOf(Parsed.Tree.class, XML.parse(content, name));
      files.add(new SourceFile(name, content, tree.document()));
    }
    Corpus corpus = new CorpusReader(XML).read(files, "Letters");
    return new Run(corpus, new PdfRenderer(XML, corpus, root, PrintStyle.DEFAULT, DATE));
  }

  /** An edition of one letter with this text, in the test's own folder. */
  private Run letter(String text) throws IOException {
    String tei =
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter" xml:lang="en">
          <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
            <publicationStmt><p>None.</p></publicationStmt>
            <sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
          <text><body><p>Some words.</p>TEXT</body></text>
        </TEI>
        """;
    String register =
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0">
          <teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt>
            <publicationStmt><p>None.</p></publicationStmt>
            <sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
          <standOff><listPerson>
            <person xml:id="herzl"><persName>Herzl, Theodor</persName></person>
            <person xml:id="kafka"><persName>Kafka, Franz</persName></person>
          </listPerson></standOff>
        </TEI>
        """;
    Files.createDirectories(folder.resolve("letters"));
    Files.writeString(folder.resolve("letters/letter.xml"), tei.replace("TEXT", text));
    Files.createDirectories(folder.resolve("registers"));
    Files.writeString(folder.resolve("registers/persons.xml"), register);
    return edition(folder);
  }

  private static List<String> pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replace('\u00a0', ' '));
      }
      return pages;
    }
  }

  private static List<String> codes(Product product) {
    return product.findings().stream().map(Finding::code).toList();
  }

  private static void assertWhole(Run run, Product product) {
    Audit audit = new Audit(run.letter());
    assertEquals(List.of(), audit.pdf(product.content(), product.path()).findings());
  }

  @Test
  void everyWordOfEveryKindOfBlockIsPrinted() throws IOException {
    Run run = edition(SAMPLES);
    Product product = run.product();
    assertEquals(List.of(), product.findings());
    assertWhole(run, product);
  }

  @Test
  void bothStandardsAreKept() throws IOException, VeraPDFException {
    for (Path root : List.of(SAMPLES, EDITION)) {
      byte[] pdf = edition(root).product().content();
      VeraPdf.assertConforms(PDFAFlavour.PDFA_3_A, pdf);
      VeraPdf.assertConforms(PDFAFlavour.PDFUA_1, pdf);
    }
  }

  /** As a scanner for printing houses makes them. */
  @Test
  void aPictureInInksKeepsTheStandards() throws IOException, VeraPDFException {
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 40, 40, 4, null);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
      writer.setOutput(out);
      writer.write(new IIOImage(inks, null, null));
    }
    Files.createDirectories(folder.resolve("letters"));
    Files.write(folder.resolve("letters/inks.jpg"), jpeg.toByteArray());
    Product product = letter("<figure><graphic url='inks.jpg'/></figure>").product();
    assertEquals(List.of(), product.findings());
    VeraPdf.assertConforms(PDFAFlavour.PDFA_3_A, product.content());
  }

  @Test
  void theImprintNamesWhoMadeALetterAndItsTermsOnce() throws IOException {
    letter("");
    Path file = folder.resolve("letters/letter.xml");
    String tei = Files.readString(file);
    Files.writeString(
        file,
        tei.replace(
                "</title></titleStmt>",
                "</title><editor><name>Clerk, Clara</name><name>Dean, Dora</name></editor>"
                    + "<funder><name>The Fund</name><address>1 Road</address></funder></titleStmt>")
            .replace(
                "<p>None.</p></publicationStmt>",
                "<availability><licence target='https://example.org/terms'>"
                    + "Terms at length. ".repeat(20)
                    + "</licence></availability></publicationStmt>"));
    String text = String.join(" ", pages(edition(folder).product().content()));
    assertTrue(text.contains("Edited by Clara Clerk, Dora Dean"), text);
    assertTrue(text.contains("Funding: The Fund."), text);
    assertEquals(2, text.split("https://", -1).length, text);
  }

  @Test
  void theEditionsOwnLetterIsWhole() throws IOException {
    Run run = edition(EDITION);
    Product product = run.product();
    assertEquals(List.of(), product.findings());
    assertWhole(run, product);
  }

  @Test
  void notesStandAtTheFootUnderTheMarkThatTheSourceGives() throws IOException {
    Product product =
        letter("<p>First words<note n='7'>A remark.</note> and last words.</p>").product();
    String page = pages(product.content()).get(0);
    assertTrue(page.contains("First words7 and last words."), page);
    assertTrue(page.indexOf("A remark.") > page.indexOf("last words"), page);
    assertTrue(page.contains("7 A remark.") || page.contains("7\nA remark."), page);
  }

  /** In the order of the page, so that words which overlap or touch are seen. */
  @Test
  void spacedAndCapitalWordsHaveTheirRoom() throws IOException {
    String words =
        "<p>mit <hi rend='spaced'>Wort</hi> und <hi rend='spaced'>zwei Wesen,</hi> da; "
            + "<hi rend='uppercase'>Ada Avery</hi> Vogt</p>";
    try (PDDocument document = Loader.loadPDF(letter(words).product().content())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String page = stripper.getText(document).replace('\u00a0', ' ');
      assertTrue(page.contains("mit Wort und zwei Wesen, da; Ada Avery Vogt"), page);
    }
  }

  @Test
  void markAndNoteLeadToEachOther() throws IOException {
    byte[] pdf = letter("<p>Words<note n='1'>A remark.</note> and more.</p>").product().content();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<PDAnnotation> links = document.getPage(0).getAnnotations();
      assertEquals(
          List.of("Note 1", "Back to the text from note 1"),
          links.stream().map(PDAnnotation::getContents).toList());
    }
  }

  @Test
  void pagesOfTheSourceStandInTheMargin() throws IOException {
    Product product = letter("<p>One <pb n='46'/>two.</p><pb n='47'/><p>Three.</p>").product();
    List<String> lines = pages(product.content()).get(0).lines().map(String::strip).toList();
    assertTrue(lines.contains("One two. 46"), lines.toString());
    assertTrue(lines.contains("Three. 47"), lines.toString());
  }

  @Test
  void theIndexKnowsThePages() throws IOException {
    String filler = "<p>" + "Some words that fill a page of the book. ".repeat(60) + "</p>";
    String herzl = "<p>Here is <persName ref='#herzl'>Xherzl</persName>.</p>";
    String kafka = "<p>Here is <persName ref='#kafka'>Xkafka</persName>.</p>";
    byte[] pdf = letter(herzl + filler + filler + kafka + filler + herzl).product().content();
    List<String> pages = pages(pdf);
    String index = pages.get(pages.size() - 1);
    assertTrue(index.contains("Herzl, Theodor, " + found(pages, "Xherzl")), index);
    assertTrue(index.contains("Kafka, Franz, " + found(pages, "Xkafka")), index);
    assertTrue(found(pages, "Xherzl").contains(", "), "The name has to stand on two pages");
  }

  private static String found(List<String> pages, String word) {
    return IntStream.rangeClosed(1, pages.size())
        .filter(page -> pages.get(page - 1).contains(word))
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    byte[] first = edition(SAMPLES).product().content();
    Run again = edition(SAMPLES);
    List<byte[]> atOnce =
        IntStream.range(0, 4).parallel().mapToObj(i -> again.product().content()).toList();
    atOnce.forEach(content -> assertArrayEquals(first, content));
  }

  @Test
  void theSourceIsAttached() throws IOException {
    Run run = letter("<p>Words.</p>");
    try (PDDocument document = Loader.loadPDF(run.product().content())) {
      PDComplexFileSpecification file =
          document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("letter.xml");
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("letters/letter.xml")),
          file.getEmbeddedFile().toByteArray());
      COSDictionary dictionary = file.getCOSObject();
      assertEquals("Source", dictionary.getNameAsString(COSName.getPDFName("AFRelationship")));
    }
  }

  @Test
  void aMissingSignIsFound() throws IOException {
    Product product = letter("<p>A rune: \u16A0.</p>").product();
    assertEquals(List.of("pdf-glyph"), codes(product));
    assertTrue(product.findings().get(0).message().contains("U+16A0"));
  }

  @Test
  void aPictureOfTheEditionIsPrinted() throws IOException {
    picture(folder.resolve("letters/drawing.png"));
    Product product = letter("<figure><graphic url='drawing.png'/></figure>").product();
    assertEquals(List.of(), product.findings());
    assertEquals(1, pictures(product));
  }

  @Test
  void aPictureFromOutsideIsRefused(@TempDir Path outside) throws IOException {
    picture(outside.resolve("secret.png"));
    String way = folder.resolve("letters").relativize(outside).resolve("secret.png").toString();
    Product product = letter("<figure><graphic url='" + way + "'/></figure>").product();
    assertEquals(List.of("pdf-picture"), codes(product));
    assertEquals(0, pictures(product));
  }

  @Test
  void aLinkThatLeadsOutIsRefused(@TempDir Path outside) throws IOException {
    picture(outside.resolve("secret.png"));
    Files.createDirectories(folder.resolve("letters"));
    Files.createSymbolicLink(folder.resolve("letters/drawing.png"), outside.resolve("secret.png"));
    Product product = letter("<figure><graphic url='drawing.png'/></figure>").product();
    assertEquals(List.of("pdf-picture"), codes(product));
    assertEquals(0, pictures(product));
  }

  @Test
  void entitiesInPicturesAreNotRead() throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    Files.writeString(folder.resolve("secret.txt"), "stolen words");
    String svg =
        """
        <!DOCTYPE svg [<!ENTITY x SYSTEM "../secret.txt">]>
        <svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text y="9">&x;</text></svg>
        """;
    Files.writeString(folder.resolve("letters/drawing.svg"), svg, UTF_8);
    Product product = letter("<figure><graphic url='drawing.svg'/></figure>").product();
    assertEquals(List.of("pdf-picture"), codes(product));
    assertFalse(String.join("", pages(product.content())).contains("stolen"));
  }

  /** A name says nothing of what is in the file. */
  @Test
  void drawingsUnderAnotherNameAreNotRead() throws IOException {
    Files.createDirectories(folder.resolve("letters"));
    Files.writeString(folder.resolve("secret.txt"), "stolen words");
    String svg =
        """
        <!DOCTYPE svg [<!ENTITY x SYSTEM "%s">]>
        <svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text y="9">&x;</text></svg>
        """
            .formatted(folder.resolve("secret.txt").toUri());
    Files.writeString(folder.resolve("letters/drawing.png"), svg, UTF_8);
    Product product = letter("<figure><graphic url='drawing.png'/></figure>").product();
    assertFalse(String.join("", pages(product.content())).contains("stolen"));
    assertEquals(List.of("pdf-picture"), codes(product));
    String data = Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
    Product within =
        letter("<figure><graphic url='data:image/svg+xml;base64," + data + "'/></figure>")
            .product();
    assertFalse(String.join("", pages(within.content())).contains("stolen"));
    assertEquals(0, pictures(within));
  }

  @Test
  void aPictureOnAnotherHostIsSaidInWords() throws IOException {
    Product product =
        letter(
                "<figure><graphic url='https://example.org/x.png'/><figDesc>A bear</figDesc></figure>")
            .product();
    assertEquals(List.of(), product.findings());
    assertTrue(pages(product.content()).get(0).contains("[A bear]"));
  }

  private static void picture(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", png);
    Files.write(path, png.toByteArray());
  }

  private static int pictures(Product product) throws IOException {
    try (PDDocument document = Loader.loadPDF(product.content())) {
      TreeSet<String> names = new TreeSet<>();
      for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
        names.add(name.getName());
      }
      return names.size();
    }
  }
}
