package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** A picture stands between the words before and after it, and close to them. */
class PicturePlacesTest {

  /** Two lines and the half lines about a picture. */
  private static final double CLOSE = 40;

  /** Heights on the page, from its foot. */
  private static final class Page extends PDFTextStripper {

    private final List<Double> baselines = new ArrayList<>();
    private double top;
    private double bottom;

    @Override
    protected void processTextPosition(TextPosition sign) {
      baselines.add((double) sign.getPageHeight() - sign.getYDirAdj());
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (operator.getName().equals("Do")
          && operands.get(0) instanceof COSName name
          && getResources().getXObject(name) instanceof PDImageXObject) {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        bottom = Math.min(place.getTranslateY(), place.getTranslateY() + place.getScalingFactorY());
        top = bottom + Math.abs(place.getScalingFactorY());
      }
      super.processOperator(operator, operands);
    }
  }

  @Test
  void wordsStandAboveAndBelowIt() throws IOException {
    PrintedLetter letter =
        PrintedLetter.of(
            "<p>Before.</p><figure><graphic url='docs/images/letter-page.png'/>"
                + "<head>Caption</head></figure><p>After.</p>");
    letter.assertWhole();
    Page page = new Page();
    try (PDDocument document = Loader.loadPDF(letter.product().content())) {
      assertEquals(1, document.getNumberOfPages());
      page.getText(document);
    }
    assertTrue(page.top - page.bottom > 100, "there is a picture");
    double above = page.baselines.stream().filter(y -> y > page.bottom).min(Double::compare).get();
    double below = page.baselines.stream().filter(y -> y <= page.bottom).max(Double::compare).get();
    assertTrue(above > page.top && above < page.top + CLOSE, above + " above " + page.top);
    assertTrue(below > page.bottom - CLOSE, below + " below " + page.bottom);
  }
}
