package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What announces something doesn't end a page, wherever the page ends. */
class KeptTogetherTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><p>Announced</p><head>Heading</head><p>Text.</p></div>",
        "<postscript><label>Announced</label><p>Text.</p></postscript>"
      })
  void aPageEndsWithNothingThatAnnounces(String blocks) throws IOException {
    int turned = 0;
    for (int lines = 17; lines < 31; lines++) {
      PrintedLetter letter =
          PrintedLetter.of("<div><lg>" + "<l>Line.</l>".repeat(lines) + "</lg></div>" + blocks);
      letter.assertWhole();
      int page = page(letter, "Text.");
      assertEquals(page, page(letter, "Announced"), lines + " lines before");
      turned += page - 1;
    }
    assertTrue(turned > 0 && turned < 14, "the place went over a page's end");
  }

  private static int page(PrintedLetter letter, String words) throws IOException {
    try (PDDocument document = Loader.loadPDF(letter.product().content())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        if (stripper.getText(document).contains(words)) {
          return page;
        }
      }
    }
    return 0;
  }
}
