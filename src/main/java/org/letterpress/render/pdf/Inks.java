package org.letterpress.render.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Turns the light of a screen into the inks of a press. What is grey is printed with black ink
 * alone, so that text stands sharp; the rest goes through the press's profile.
 */
final class Inks {

  /** A camera's grey is not quite grey: as far as its channels may lie apart, of 255. */
  private static final int GREYISH = 6;

  private final ICC_ColorSpace press;

  /**
   * Takes the profile of a press.
   *
   * @param profile an ICC profile in CMYK
   */
  Inks(byte[] profile) {
    this.press = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
  }

  /** Writes a page's content anew, moved inwards by so many points. */
  void page(PDDocument pdf, PDPage page, double margin) throws IOException {
    List<Object> in = new PDFStreamParser(page).parse();
    List<Object> out = new ArrayList<>(in.size());
    List<COSBase> operands = new ArrayList<>();
    out.add(Operator.getOperator(OperatorName.SAVE));
    for (double number : new double[] {1, 0, 0, 1, margin, margin}) {
      out.add(new COSFloat((float) number));
    }
    out.add(Operator.getOperator(OperatorName.CONCAT));
    for (Object token : in) {
      if (token instanceof Operator operator) {
        write(operator, operands, out);
        operands.clear();
      } else {
        operands.add((COSBase) token);
      }
    }
    out.add(Operator.getOperator(OperatorName.RESTORE));
    PDStream content = new PDStream(pdf);
    try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(stream).writeTokens(out);
    }
    page.setContents(content);
  }

  private void write(Operator operator, List<COSBase> operands, List<Object> out) {
    String inks =
        switch (operator.getName()) {
          case OperatorName.NON_STROKING_GRAY, OperatorName.NON_STROKING_RGB ->
              OperatorName.NON_STROKING_CMYK;
          case OperatorName.STROKING_COLOR_GRAY, OperatorName.STROKING_COLOR_RGB ->
              OperatorName.STROKING_COLOR_CMYK;
          default -> null;
        };
    if (inks == null) {
      out.addAll(operands);
      out.add(operator);
    } else {
      for (float ink : inks(operands)) {
        out.add(new COSFloat(ink));
      }
      out.add(Operator.getOperator(inks));
    }
  }

  private float[] inks(List<COSBase> light) {
    float red = ((COSNumber) light.get(0)).floatValue();
    float green = ((COSNumber) light.get(light.size() == 1 ? 0 : 1)).floatValue();
    float blue = ((COSNumber) light.get(light.size() == 1 ? 0 : 2)).floatValue();
    return red == green && green == blue
        ? new float[] {0, 0, 0, 1 - red}
        : press.fromRGB(new float[] {red, green, blue});
  }

  /** Writes a picture anew, on white paper, without anything to shine through. */
  void picture(PDImageXObject picture) throws IOException {
    BufferedImage image = onPaper(picture.getImage());
    boolean grey = isGrey(image);
    COSStream stream = picture.getCOSObject();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(grey ? greys(image) : inks(image));
    }
    for (COSName key :
        List.of(
            COSName.SMASK, COSName.MASK, COSName.DECODE, COSName.DECODE_PARMS, COSName.INTENT)) {
      stream.removeItem(key);
    }
    stream.setInt(COSName.BITS_PER_COMPONENT, 8);
    stream.setItem(COSName.COLORSPACE, grey ? COSName.DEVICEGRAY : COSName.DEVICECMYK);
  }

  private static BufferedImage onPaper(BufferedImage image) {
    BufferedImage paper =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = paper.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return paper;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static boolean isGrey(BufferedImage image) {
    for (int pixel : pixels(image)) {
      int red = pixel >> 16 & 0xff;
      int green = pixel >> 8 & 0xff;
      int blue = pixel & 0xff;
      if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > GREYISH) {
        return false;
      }
    }
    return true;
  }

  /** Green alone tells the light of what has no colour. */
  private static byte[] greys(BufferedImage image) {
    int[] pixels = pixels(image);
    byte[] greys = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      greys[i] = (byte) (pixels[i] >> 8);
    }
    return greys;
  }

  private byte[] inks(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    WritableRaster light =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
    light.setPixels(
        0, 0, width, height, image.getRaster().getPixels(0, 0, width, height, (int[]) null));
    WritableRaster inks =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_sRGB), press, null).filter(light, inks);
    return ((DataBufferByte) inks.getDataBuffer()).getData();
  }
}
