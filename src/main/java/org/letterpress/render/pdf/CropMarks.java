package org.letterpress.render.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;

/**
 * What is printed round a page and cut off: at the corners where to cut, in the middle of each side
 * a cross by which the inks are laid on each other, at the foot what the sheet is. All of it stands
 * outside the bleed.
 */
final class CropMarks {

  /** How far the marks reach beyond the bleed, with some paper round them. */
  static final double DEPTH = 8 * Sheet.MM;

  private static final String FONT = "/org/letterpress/print/fonts/LibertinusSerif_400Regular.ttf";

  private static final float HAIR = 0.25f;
  private static final float GAP = (float) (1.5 * Sheet.MM);
  private static final float LENGTH = (float) (5 * Sheet.MM);
  private static final float RADIUS = (float) (1.2 * Sheet.MM);

  /** A circle's quarter as a Bézier curve. */
  private static final float ROUND = 0.5523f * RADIUS;

  private static final float SIZE = 5.5f;

  private final PDDocument pdf;
  private final PDFont font;
  private final PDColor registration;

  CropMarks(PDDocument pdf) throws IOException {
    this.pdf = pdf;
    try (InputStream in = CropMarks.class.getResourceAsStream(FONT)) {
      this.font = PDType0Font.load(pdf, in, true);
    }
    this.registration = new PDColor(new float[] {1}, PDColorSpace.create(allInks()));
  }

  /** Ink on every plate, whichever there are. */
  private static COSArray allInks() {
    COSDictionary tint = new COSDictionary();
    tint.setInt(COSName.FUNCTION_TYPE, 2);
    tint.setItem(COSName.DOMAIN, numbers(0, 1));
    tint.setItem(COSName.C0, numbers(0, 0, 0, 0));
    tint.setItem(COSName.C1, numbers(1, 1, 1, 1));
    tint.setInt(COSName.N, 1);
    return new COSArray(
        List.of(COSName.SEPARATION, COSName.getPDFName("All"), COSName.DEVICECMYK, tint));
  }

  private static COSArray numbers(int... values) {
    COSArray array = new COSArray();
    for (int value : values) {
      array.add(COSInteger.get(value));
    }
    return array;
  }

  /**
   * Draws them.
   *
   * @param page with its boxes
   * @param slug what the sheet is
   */
  void draw(PDPage page, String slug) throws IOException {
    PDRectangle trim = page.getTrimBox();
    PDRectangle bleed = page.getBleedBox();
    try (PDPageContentStream out =
        new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
      out.beginMarkedContent(COSName.ARTIFACT);
      out.setStrokingColor(registration);
      out.setLineWidth(HAIR);
      float left = bleed.getLowerLeftX() - GAP;
      float right = bleed.getUpperRightX() + GAP;
      float below = bleed.getLowerLeftY() - GAP;
      float above = bleed.getUpperRightY() + GAP;
      for (float x : new float[] {trim.getLowerLeftX(), trim.getUpperRightX()}) {
        line(out, x, below, x, below - LENGTH);
        line(out, x, above, x, above + LENGTH);
      }
      for (float y : new float[] {trim.getLowerLeftY(), trim.getUpperRightY()}) {
        line(out, left, y, left - LENGTH, y);
        line(out, right, y, right + LENGTH, y);
      }
      float middle = (trim.getLowerLeftX() + trim.getUpperRightX()) / 2;
      float half = (trim.getLowerLeftY() + trim.getUpperRightY()) / 2;
      cross(out, middle, below - LENGTH / 2);
      cross(out, middle, above + LENGTH / 2);
      cross(out, left - LENGTH / 2, half);
      cross(out, right + LENGTH / 2, half);
      out.beginText();
      out.setNonStrokingColor(0f, 0f, 0f, 1f);
      out.setFont(font, SIZE);
      out.newLineAtOffset(trim.getLowerLeftX() + GAP, below - LENGTH / 2 - SIZE / 3);
      out.showText(within(slug, middle - trim.getLowerLeftX() - 2 * GAP - LENGTH / 2));
      out.endText();
      out.endMarkedContent();
    }
  }

  /** As many of its words as there is room for, in characters that the font has. */
  private String within(String slug, float room) throws IOException {
    StringBuilder known = new StringBuilder();
    for (int c : slug.codePoints().toArray()) {
      known.append(has(c) ? Character.toString(c) : " ");
    }
    String fitting = known.toString();
    int space = fitting.length();
    while (width(fitting) > room && space > 0) {
      space = known.lastIndexOf(" ", space - 1);
      fitting = known.substring(0, Math.max(space, 0)).strip() + " …";
    }
    return fitting;
  }

  private float width(String text) throws IOException {
    return font.getStringWidth(text) * SIZE / 1000;
  }

  private boolean has(int codePoint) throws IOException {
    try {
      return font.encode(Character.toString(codePoint)).length > 0;
    } catch (IllegalArgumentException noGlyph) {
      return false;
    }
  }

  private static void line(PDPageContentStream out, float x1, float y1, float x2, float y2)
      throws IOException {
    out.moveTo(x1, y1);
    out.lineTo(x2, y2);
    out.stroke();
  }

  private static void cross(PDPageContentStream out, float x, float y) throws IOException {
    line(out, x - LENGTH / 2, y, x + LENGTH / 2, y);
    line(out, x, y - LENGTH / 2, x, y + LENGTH / 2);
    out.moveTo(x + RADIUS, y);
    out.curveTo(x + RADIUS, y + ROUND, x + ROUND, y + RADIUS, x, y + RADIUS);
    out.curveTo(x - ROUND, y + RADIUS, x - RADIUS, y + ROUND, x - RADIUS, y);
    out.curveTo(x - RADIUS, y - ROUND, x - ROUND, y - RADIUS, x, y - RADIUS);
    out.curveTo(x + ROUND, y - RADIUS, x + RADIUS, y - ROUND, x + RADIUS, y);
    out.stroke();
  }
}
