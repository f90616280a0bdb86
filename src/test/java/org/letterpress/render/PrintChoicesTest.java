package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** A musical repeat, which the program's own font has: two characters to FOP. */
  @Test
  void charactersBeyondTheFirst65536AreSet() throws IOException {
    PrintedLetter letter =
        PrintedLetter.of(
            "<p>Play \uD834\uDD06 and \uD834\uDD06a\uD834\uDD07b<note>\uD834\uDD07 again</note>.</p>"
                + "<p xml:lang='he'>\u05D0\u05D1 \uD834\uDD06 \u05D2 \uD834\uDD06\uD834\uDD07 \u05D3</p>");
    letter.assertWhole();
    assertTrue(letter.text().contains("\uD834\uDD06a\uD834\uDD07b"), letter.text());
  }

  /** What the family lacks is said once for the run, and is no fault of the page. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400Regular                                  | Italic, Bold, Bold Italic",
        "400Regular,400Regular_Italic                | Bold, Bold Italic",
        "400Regular_Italic                           | Regular, Bold, Bold Italic",
        "400Regular,400Regular_Italic,700Bold,700Bold_Italic |"
      })
  void aFamilyMayLackStyles(String files, String lacking) throws IOException {
    List<Face> family = new ArrayList<>();
    for (String name : List.of(files.split(",", -1))) {
      Face face = Face.read(FONTS.resolve("LibertinusSerif_" + name + ".ttf"));
      family.add(new Face(face.file(), face.name(), "Mine", face.isItalic(), face.isBold(), name));
    }
    Faces faces = new Faces(family, List.of());
    PrintedLetter.of(
            "<p>Some <hi rend='italic'>or <hi rend='bold'>all</hi></hi> of <hi rend='bold'>it</hi>.</p>",
            fonts(faces))
        .assertWhole();
    assertEquals(
        lacking == null ? List.of() : List.of(lacking),
        faces.lacking().stream().map(one -> one.arguments().get("styles")).toList());
  }

  /** Those that have no catalogue of words have their quotation marks all the same. */
  @ParameterizedTest
  @CsvSource({
    "fr, « Je “suis” là »",
    "fr-CA, « Je “suis” là »",
    "ru, «Je „suis“ là»",
    "nl, ‘Je “suis” là’",
    "de, „Je ‚suis‘ là“",
    "la, “Je ‘suis’ là”"
  })
  void quotationsHaveTheMarksOfTheirLanguage(String lang, String printed) throws IOException {
    PrintedLetter letter =
        PrintedLetter.of(
            "<p xml:lang='%s'>Dit: <quote>Je <q>suis</q> là</quote>, oui.</p>".formatted(lang));
    letter.assertWhole();
    String text = letter.text().replace('\u202f', ' ');
    assertTrue(text.contains("Dit: " + printed + ", oui."), text);
  }
}
