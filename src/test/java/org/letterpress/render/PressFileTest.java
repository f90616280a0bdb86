package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.SourceFile;
import org.letterpress.render.pdf.Faces;
import org.letterpress.render.pdf.PressLint;
import org.letterpress.render.pdf.PressProfile;
import org.letterpress.render.pdf.Sheet;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * Files for a printing house: good ones pass its judge, and each fault is named by its own code.
 */
class PressFileTest {

  private static final Xml XML = new Xml();
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");
  private static final double BLEED = 3 * 72 / 25.4;

  @TempDir private static Path folder;

  private static Product product;

  private static Product letter(Sheet.Standard standard, String trim, String figure)
      throws IOException {
    return letter(new Sheet(standard, PressProfile.bytes(), "Test", BLEED), trim, figure);
  }

  private static Product letter(Sheet sheet, String trim, String figure) {
    String tei =
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter" xml:lang="en">
          <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
            <publicationStmt><p>None.</p></publicationStmt>
            <sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
          <text><body><p>Some words<note n="1">A note.</note> and
            <ref target="https://example.org/">a link</ref>.</p>%s</body></text>
        </TEI>
        """
            .formatted(figure);
    Parsed.Tree tree =
        assertInstanceOf(Parsed.Tree.class, XML.parse(tei.getBytes(UTF_8), "letter.xml"));
    Corpus corpus =
        new CorpusReader(XML)
            .read(
                List.of(new SourceFile("letter.xml", tei.getBytes(UTF_8), tree.document())),
                "Letters");
    PrintStyle style =
        new PrintStyle(Optional.of(trim), Optional.empty(), false, Faces.OWN, Optional.of(sheet));
    return new PdfRenderer(XML, corpus, folder, style, DATE).letter(corpus.letters().get(0));
  }

  private static String picture(String name, int width, int type, int... colours)
      throws IOException {
    BufferedImage image = new BufferedImage(width, width, type);
    for (int i = 0; i < width * width; i++) {
      image.setRGB(i % width, i / width, colours[i % width * colours.length / width]);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    Files.write(folder.resolve(name), png.toByteArray());
    return "<figure><graphic url='%s'/><figDesc>Two fields.</figDesc></figure>".formatted(name);
  }

  @BeforeAll
  static void print() throws IOException {
    product = letter(Sheet.Standard.X4, "royal", "");
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).distinct().toList();
  }

  @Test
  void aGoodFileHasNoFault() throws IOException {
    assertEquals("letters/letter.press.pdf", product.path());
    assertEquals(List.of(), product.findings());
    assertEquals(List.of(), letter(Sheet.Standard.X3, "155x230mm", "").findings());
  }

  @Test
  void theSameLetterGivesTheSameBytes() throws IOException {
    assertArrayEquals(product.content(), letter(Sheet.Standard.X4, "royal", "").content());
  }

  @Test
  void theSheetHoldsThePageAndItsBleed() throws IOException {
    for (String trim : List.of("6x9in", "155x230mm", "a5", "demy", "105x148mm", "210x297mm")) {
      try (PDDocument pdf = Loader.loadPDF(letter(Sheet.Standard.X4, trim, "").content())) {
        PDRectangle page = pdf.getPage(0).getTrimBox();
        PDRectangle bleed = pdf.getPage(0).getBleedBox();
        assertEquals(BLEED, page.getLowerLeftX() - bleed.getLowerLeftX(), 0.01);
        assertEquals(BLEED, bleed.getUpperRightY() - page.getUpperRightY(), 0.01);
        assertTrue(pdf.getPage(0).getMediaBox().getWidth() > bleed.getWidth() + 20);
        if (trim.equals("155x230mm")) {
          assertEquals(155 / 25.4 * 72, page.getWidth(), 0.01);
          assertEquals(230 / 25.4 * 72, page.getHeight(), 0.01);
        }
      }
    }
  }

  @Test
  void aSheetSaysWhatItIsInWholeWords() throws IOException {
    byte[] profile = PressProfile.bytes();
    Sheet sheet = new Sheet(Sheet.Standard.X4, profile, "coated paper ".repeat(9).strip(), BLEED);
    try (PDDocument pdf = Loader.loadPDF(letter(sheet, "a5", "").content())) {
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.matches("(?s).*PDF/X-4 · (coated paper )+(coated )?…\\R.*"), text);
    }
  }

  @Test
  void textIsPrintedWithBlackInkAlone() throws IOException, InterruptedException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "gs"))),
        "Ghostscript is not installed");
    Path file = Files.write(folder.resolve("ink.pdf"), product.content());
    Process gs =
        new ProcessBuilder(
                "gs",
                "-q",
                "-dBATCH",
                "-dNOPAUSE",
                "-dUseTrimBox",
                "-sDEVICE=inkcov",
                "-o",
                "-",
                file.toString())
            .redirectErrorStream(true)
            .start();
    List<String> pages = new String(gs.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertEquals(0, gs.waitFor(), pages::toString);
    assertTrue(!pages.isEmpty());
    for (String page : pages) {
      assertTrue(page.strip().matches("0\\.0+ +0\\.0+ +0\\.0+ +0\\.0*[1-9].*"), page);
    }
  }

  @Test
  void picturesBecomeInks() throws IOException {
    String colour = picture("colour.png", 1300, BufferedImage.TYPE_INT_RGB, 0xff0000, 0x0000ff);
    String grey = picture("grey.png", 1300, BufferedImage.TYPE_INT_ARGB, 0xff808080, 0x00ffffff);
    Product printed = letter(Sheet.Standard.X4, "royal", colour + grey);
    assertEquals(List.of(), printed.findings());
    Set<String> spaces = new TreeSet<>();
    try (PDDocument pdf = Loader.loadPDF(printed.content())) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          PDImageXObject image = (PDImageXObject) page.getResources().getXObject(name);
          spaces.add(image.getColorSpace().getName());
          assertEquals(null, image.getSoftMask());
        }
      }
    }
    assertEquals(Set.of("DeviceCMYK", "DeviceGray"), spaces);
  }

  @Test
  void aCoarsePictureIsFound() throws IOException {
    String coarse = picture("coarse.png", 100, BufferedImage.TYPE_INT_RGB, 0, 0xffffff);
    Product printed = letter(Sheet.Standard.X4, "royal", coarse);
    assertEquals(List.of("press-resolution"), codes(printed.findings()));
  }

  /** Its size can be read, but not its colours: FOP hands it on, the press can't change it. */
  @Test
  void aDamagedPictureStopsNothing() throws IOException {
    BufferedImage image = new BufferedImage(1300, 9, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);
    byte[] bytes = jpeg.toByteArray();
    int table = 0;
    while (bytes[table] != (byte) 0xff || bytes[table + 1] != (byte) 0xc4) {
      table++;
    }
    Arrays.fill(bytes, table + 5, table + 21, (byte) 0xff); // how many codes of each length
    Files.write(folder.resolve("damaged.jpg"), bytes);
    Product printed =
        letter(Sheet.Standard.X4, "royal", "<figure><graphic url='damaged.jpg'/></figure>");
    assertEquals(List.of("press-colour"), codes(printed.findings()));
  }

  @Test
  void onlyAPressHasAProfile() {
    byte[] screen =
        java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB).getData();
    assertThrows(
        IllegalArgumentException.class, () -> new Sheet(Sheet.Standard.X4, screen, "sRGB", 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Sheet(Sheet.Standard.X4, new byte[9], "", 0));
  }

  /** Spoils a good file. */
  private interface Damage {
    void on(PDDocument pdf, PDPage page) throws IOException;
  }

  private interface Drawing {
    void on(PDPageContentStream page) throws IOException;
  }

  private static Damage drawn(Drawing drawing) {
    return (pdf, page) -> {
      try (PDPageContentStream out =
          new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
        drawing.on(out);
      }
    };
  }

  private static COSDictionary catalog(PDDocument pdf) {
    return pdf.getDocumentCatalog().getCOSObject();
  }

  private static COSDictionary intent(PDDocument pdf) {
    COSName name = COSName.getPDFName("OutputIntents");
    return (COSDictionary) catalog(pdf).getCOSArray(name).getObject(0);
  }

  private static void image(PDDocument pdf, PDPage page, int type) throws IOException {
    BufferedImage image = new BufferedImage(400, 400, type);
    PDImageXObject object = LosslessFactory.createFromImage(pdf, image);
    drawn(out -> out.drawImage(object, 99, 99, 72, 72)).on(pdf, page);
  }

  private static Map<String, List<Damage>> damages() {
    COSName profile = COSName.getPDFName("DestOutputProfile");
    PDRectangle small = new PDRectangle(200, 200);
    PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
    pale.setNonStrokingAlphaConstant(0.5f);
    Map<String, List<Damage>> damages = new LinkedHashMap<>();
    damages.put(
        "press-version",
        List.of(
            (pdf, page) -> pdf.getDocument().setVersion(1.7f),
            (pdf, page) -> catalog(pdf).removeItem(COSName.METADATA)));
    damages.put("press-title", List.of((pdf, page) -> pdf.getDocumentInformation().setTitle(" ")));
    damages.put(
        "press-trapped",
        List.of(
            (pdf, page) ->
                pdf.getDocumentInformation().getCOSObject().removeItem(COSName.TRAPPED)));
    damages.put(
        "press-intent",
        List.of(
            (pdf, page) -> catalog(pdf).removeItem(COSName.getPDFName("OutputIntents")),
            (pdf, page) -> intent(pdf).setName(COSName.S, "GTS_PDFA1"),
            (pdf, page) -> intent(pdf).removeItem(profile),
            (pdf, page) -> intent(pdf).getCOSStream(profile).setInt(COSName.N, 3),
            (pdf, page) ->
                intent(pdf).removeItem(COSName.getPDFName("OutputConditionIdentifier"))));
    damages.put(
        "press-boxes",
        List.of(
            (pdf, page) -> page.getCOSObject().removeItem(COSName.TRIM_BOX),
            (pdf, page) -> page.setArtBox(small),
            (pdf, page) -> page.setBleedBox(small),
            (pdf, page) -> page.setMediaBox(small)));
    damages.put(
        "press-annotation",
        List.of((pdf, page) -> page.setAnnotations(List.of(new PDAnnotationLink()))));
    damages.put(
        "press-attachment",
        List.of(
            (pdf, page) -> catalog(pdf).setItem(COSName.getPDFName("AF"), new COSDictionary())));
    damages.put(
        "press-colour",
        List.of(
            drawn(out -> out.setNonStrokingColor(1f, 0f, 0f)),
            drawn(out -> out.setStrokingColor(1f, 0f, 0f)),
            (pdf, page) -> image(pdf, page, BufferedImage.TYPE_INT_RGB)));
    damages.put(
        "press-transparency",
        List.of(
            drawn(out -> out.setGraphicsStateParameters(pale)),
            (pdf, page) -> {
              COSDictionary group = new COSDictionary();
              group.setItem(COSName.S, COSName.TRANSPARENCY);
              page.getCOSObject().setItem(COSName.GROUP, group);
            }));
    damages.put(
        "press-font",
        List.of(drawn(out -> out.setFont(new PDType1Font(Standard14Fonts.FontName.COURIER), 10))));
    damages.put(
        "press-resolution",
        List.of(
            (pdf, page) -> {
              BufferedImage image = new BufferedImage(99, 99, BufferedImage.TYPE_BYTE_GRAY);
              PDImageXObject object = LosslessFactory.createFromImage(pdf, image);
              drawn(out -> out.drawImage(object, 99, 99, 72, 72)).on(pdf, page);
            }));
    return damages;
  }

  @Test
  void eachFaultHasItsCodeAndNoOther() throws IOException {
    assertEquals(11, damages().size());
    for (Map.Entry<String, List<Damage>> damage : damages().entrySet()) {
      List<List<String>> found = new ArrayList<>();
      for (Damage one : damage.getValue()) {
        try (PDDocument pdf = Loader.loadPDF(product.content())) {
          one.on(pdf, pdf.getPage(0));
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          pdf.save(out);
          found.add(codes(PressLint.findings(out.toByteArray(), "letter.press.pdf")));
        }
      }
      found.forEach(codes -> assertEquals(List.of(damage.getKey()), codes));
    }
  }
}
