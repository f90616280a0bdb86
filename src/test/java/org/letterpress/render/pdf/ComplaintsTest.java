package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.letterpress.finding.Finding;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** Whatever FOP says of lost or wrong content is told. */
class ComplaintsTest {

  private static final Xml XML = new Xml();
  private static final Press PRESS = new Press(XML, Path.of("."), Optional.empty(), Faces.OWN);

  private static final String PAGE =
      """
      <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="en" font-family="Libertinus Serif">
        <fo:layout-master-set>
          <fo:simple-page-master master-name="page" page-width="200pt" page-height="200pt">
            <fo:region-body/>
          </fo:simple-page-master>
        </fo:layout-master-set>
        <fo:declarations><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li
            xml:lang="x-default">T</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>
        </fo:declarations>
        <fo:page-sequence master-reference="page"><fo:flow flow-name="xsl-region-body">
          %s
        </fo:flow></fo:page-sequence>
      </fo:root>
      """;

  private static List<Finding> findings(Press press, String flow) {
    byte[] fo = PAGE.formatted(flow).getBytes(UTF_8);
    Parsed.Tree tree = assertInstanceOf(Parsed.Tree.class, XML.parse(fo, "page.fo"));
    return press
        .print(new Press.Job(tree.document(), new byte[0], "page.fo", Instant.EPOCH))
        .findings();
  }

  private static List<String> codes(String flow) {
    return findings(PRESS, flow).stream().map(Finding::code).distinct().toList();
  }

  @Test
  void aGoodPageGivesNone() {
    assertEquals(List.of(), codes("<fo:block>Words.</fo:block>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pdf-glyph    | <fo:block>\u16A0</fo:block>",
        "pdf-layout   | <fo:block font-family='Nowhere'>Words</fo:block>",
        "pdf-layout   | <fo:block color='no-colour'>Words</fo:block>",
        "pdf-layout   | <fo:block role='Nonsense'>Words</fo:block>",
        "pdf-layout   | <fo:block><fo:page-number-citation ref-id='nowhere'/></fo:block>",
        "pdf-overflow | <fo:block wrap-option='no-wrap'>Words that are far too many for one line of it</fo:block>",
        "pdf-picture  | <fo:block><fo:external-graphic src='none.png' xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' fox:alt-text='a'/></fo:block>",
        "pdf-picture  | <fo:block><fo:external-graphic src='http://127.0.0.1:9/x.png' xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' fox:alt-text='a'/></fo:block>",
        "pdf-layout   | <fo:block><fo:external-graphic src='docs/images/letter-print.png' content-width='9pt'/></fo:block>"
      })
  void eachComplaintIsTold(String code, String flow) {
    assertEquals(List.of(code), codes(flow));
  }

  /** FOP says the second half alone, which may be another character's number. */
  @Test
  void aCharacterBeyondTheFirst65536IsNamed() {
    Finding finding = findings(PRESS, "<fo:block>Fraktur \uD835\uDD04.</fo:block>").get(0);
    assertEquals("pdf-glyph", finding.code());
    assertEquals(
        Map.of("sign", "\uD835\uDD04", "code", "U+1D504 MATHEMATICAL FRAKTUR CAPITAL A"),
        finding.arguments());
  }

  @Test
  void whatIsTooLargeIsNamedByItsLongestWord() {
    String flow =
        "<fo:block><fo:block>Unconcerned.</fo:block><fo:block wrap-option='no-wrap'>Words that are"
            + " <fo:inline>unbelievably</fo:inline> many for a line of that breadth</fo:block>"
            + "</fo:block>";
    String message = findings(PRESS, flow).get(0).message();
    assertTrue(
        message.matches(
            "Something is \\d+ mm too large for its place on the page: “unbelievably”."),
        message);
  }

  /** Each is said once, by its name in the folder, and the page is made without it. */
  @ParameterizedTest
  @CsvSource({
    "Bild ü.png, 0, 3, 'only PNG, JPEG, GIF, TIFF and BMP are printed'",
    "no picture.png, 0, 3, 'only PNG, JPEG, GIF, TIFF and BMP are printed'",
    "picture.svg, 0, 99, 'only PNG, JPEG, GIF, TIFF and BMP are printed'",
    "head.png, 0, 20, the file is damaged",
    "half.png, 0, 60, the file is damaged",
    "none.png, 0, 0, 'only PNG, JPEG, GIF, TIFF and BMP are printed'"
  })
  void aPictureThatCantBeReadIsNamed(
      String name, int from, int to, String reason, @TempDir Path temporary) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("Briefe Jünger"));
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    Files.write(folder.resolve(name), Arrays.copyOfRange(png.toByteArray(), from, to));
    Press press = new Press(XML, folder.toRealPath(), Optional.empty(), Faces.OWN);
    String flow =
        "<fo:block>Words <fo:external-graphic src='"
            + name
            + "' fox:alt-text='a' xmlns:fox='http://xmlgraphics.apache.org/fop/extensions'/>"
            + "</fo:block>";
    assertEquals(
        List.of("A picture can't be printed: " + name + " (" + reason + ")."),
        findings(press, flow).stream().map(Finding::message).toList());
  }
}
