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
