package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** How the source sets words off, in print. */
class PrintedLooksTest {

  @Test
  void linesAreDrawnThroughAndUnderWords() throws IOException {
    int none = lines("<p>a b</p>");
    for (String look :
        List.of(
            "rend='strikethrough'",
            "rend='doubleunderline'",
            "style='text-decoration: line-through'")) {
      assertEquals(none + 1, lines("<p>a <hi " + look + ">b</hi></p>"), look);
    }
    assertEquals(none + 2, lines("<p>a <hi rend='underline strike'>b</hi></p>"));
  }

  @Test
  void spacedWordsAreItalic() throws IOException {
    PrintedLetter letter = PrintedLetter.of("<p>a <hi rend='gesperrt'>z</hi></p>");
    letter.assertWhole();
    assertTrue(letter.places("z").get(0).getFont().getName().endsWith("Italic"));
    assertFalse(letter.places("a").get(0).getFont().getName().endsWith("Italic"));
  }

  /** Points are drawn before their letter, from where it begins; some are one sign with it. */
  @Test
  void pointsStandAtTheirLetters() throws IOException {
    PrintedLetter letter =
        PrintedLetter.of("<p xml:lang='he'>\u05DC\u05D0 \u05E9\u05B8\u05C1\u05D1\u05B0</p>");
    letter.assertWhole();
    TextPosition shin = letter.places("\uFB2A").get(0);
    assertPlace(0.099f, letter.places("\u05B8").get(0), shin);
    assertPlace(0.076f, letter.places("\u05B0").get(0), letter.places("\u05D1").get(0));
  }

  /** How far behind its letter a mark begins, in the font's own measure. */
  private static void assertPlace(float place, TextPosition mark, TextPosition letter) {
    float found = (mark.getX() - letter.getX()) / letter.getFontSizeInPt();
    assertEquals(place, found, 0.002f, mark.getUnicode());
  }

  /** How many lines and bars the first page has. */
  private static int lines(String text) throws IOException {
    PrintedLetter letter = PrintedLetter.of(text);
    letter.assertWhole();
    try (PDDocument document = Loader.loadPDF(letter.product().content())) {
      List<String> drawn = new ArrayList<>();
      for (Object token : new PDFStreamParser(document.getPage(0)).parse()) {
        if (token instanceof Operator operator
            && List.of("S", "f", "re").contains(operator.getName())) {
          drawn.add(operator.getName());
        }
      }
      return (int) drawn.stream().filter(name -> !name.equals("re")).count();
    }
  }
}
