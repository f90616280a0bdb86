package org.letterpress.render.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The colours of files that are read and kept: a picture in inks without a profile, such as a
 * scanner for printing houses makes, becomes one in light, for whose colours the file has a profile
 * (PDF/A-3, 6.2.4.3).
 */
final class Light {

  private Light() {}

  static void pictures(PDDocument pdf) throws IOException {
    for (PDPage page : pdf.getPages()) {
      if (page.getResources() == null) {
        continue;
      }
      for (COSName name : page.getResources().getXObjectNames()) {
        PDXObject object = page.getResources().getXObject(name);
        if (object instanceof PDImageXObject picture
            && picture.getColorSpace() instanceof PDDeviceCMYK) {
          picture(picture);
        }
      }
    }
  }

  private static void picture(PDImageXObject picture) throws IOException {
    BufferedImage image = picture.getImage();
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] colours = new byte[width * height * 3];
    int at = 0;
    for (int pixel : image.getRGB(0, 0, width, height, null, 0, width)) {
      colours[at++] = (byte) (pixel >> 16);
      colours[at++] = (byte) (pixel >> 8);
      colours[at++] = (byte) pixel;
    }
    COSStream stream = picture.getCOSObject();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(colours);
    }
    List.of(COSName.DECODE, COSName.DECODE_PARMS, COSName.INTENT).forEach(stream::removeItem);
    stream.setInt(COSName.BITS_PER_COMPONENT, 8);
    stream.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
  }
}
