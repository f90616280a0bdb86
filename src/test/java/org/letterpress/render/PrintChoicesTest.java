package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Finding;
import org.letterpress.render.pdf.Face;
import org.letterpress.render.pdf.Faces;
import org.verapdf.core.VeraPDFException;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What the user may choose of the print beside the page. */
class PrintChoicesTest {

  private static final Path FONTS = Path.of("src/main/resources/org/letterpress/print/fonts");

  private static PrintStyle notes(String place) {
    return new PrintStyle(Optional.empty(), Optional.of(place), false, Faces.OWN, Optional.empty());
  }

  private static PrintStyle fonts(Faces faces) {
    return new PrintStyle(Optional.empty(), Optional.empty(), false, faces, Optional.empty());
  }

  @Test
  void notesStandBehindTheLetter() throws IOException, VeraPDFException {
    String text =
        "<p>First<note>A remark<note>and one on it</note>.</note> words.</p>"
            + "<p>Later<note><p>Another,</p><p>longer.</p></note> words, and last ones.</p>";
    PrintedLetter letter = PrintedLetter.of(text, notes("end"));
    letter.assertWhole();
    String page = letter.text();
    assertTrue(
        page.matches("(?s).*last ones\\.\\s+Notes\\s+1 A remark2\\.\\s+2 and one.*3 Another.*"),
        page);
    VeraPdf.assertConforms(PDFAFlavour.PDFA_3_A, letter.product().content());
    VeraPdf.assertConforms(PDFAFlavour.PDFUA_1, letter.product().content());
  }

  @Test
  void aFontSaysWhatItIs() throws IOException {
    Face face = Face.read(FONTS.resolve("LibertinusSerif_700Bold_Italic.ttf"));
    assertEquals("Libertinus Serif", face.family());
    assertTrue(face.isBold() && face.isItalic());
    assertThrows(IOException.class, () -> Face.read(FONTS.resolve("OFL.txt")));
  }

  @Test
  void aFontOfTheUserIsReadFromItsOwnFolder(@TempDir Path folder) throws IOException {
    Path font = folder.resolve("my & font.ttf");
    Files.copy(FONTS.resolve("LibertinusSerif_400Regular.ttf"), font);
    Face mine = Face.read(font);
    Face face = new Face(mine.file(), mine.name(), "My \"Type\"", false, false, mine.digest());
    PrintedLetter letter =
        PrintedLetter.of("<p>The first office.</p>", fonts(new Faces(List.of(face), List.of())));
    letter.assertWhole();
    PrintedLetter without =
        PrintedLetter.of("<p>\u16A0</p>", fonts(new Faces(List.of(), List.of(face))));
    Finding missing = without.product().findings().get(0);
    assertEquals("pdf-glyph", missing.code());
    assertEquals(
        Map.of("sign", "\u16A0", "code", "U+16A0 RUNIC LETTER FEHU FEOH FE F"),
        missing.arguments());
    assertTrue(missing.remedy().contains("--fallback-font"), missing.remedy());
  }
}
