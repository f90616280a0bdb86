package org.letterpress.render.epub;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.letterpress.xml.Xml;

/**
 * Draws covers: the back of an envelope, sealed, with the title below the flap. A picture of
 * letters' outlines, because many reading systems show no cover but a picture of pixels. Safe for
 * use by several threads.
 */
public final class Cover {

  /** Where the cover is in a book. */
  public static final String PATH = "cover.png";

  private static final int WIDTH = 1200;
  private static final int HEIGHT = 1800;
  private static final int MEASURE = 920;
  private static final int FLAP = 480;
  private static final int TITLE = 840;

  private static final int PAPER = 0xF4EEE1;
  private static final int INK = 0x22201C;
  private static final int WAX = 0x7A2318;

  /** Colours from paper to ink, then from paper to wax: a pixel is the one or the other. */
  private static final int SHADES = 8;

  private static final String FONTS = "classpath:/org/letterpress/print/fonts/LibertinusSerif_";

  private static final byte[] ENVELOPE = envelope();

  private final Face regular = new Face(FONTS + "400Regular.ttf");
  private final Face italic = new Face(FONTS + "400Regular_Italic.ttf");

  /**
   * What stands on a cover; each may be empty.
   *
   * @param title the book's title
   * @param subtitle a line below it
   * @param editors who made it, or what it is a part of
   * @param publisher the foot
   */
  public record Words(String title, String subtitle, String editors, String publisher) {}

  /** Draws a cover as PNG. */
  public byte[] draw(Words words) {
    Raster ink = new Raster(WIDTH, HEIGHT);
    double y = TITLE;
    double size = regular.fit(words.title(), 104, 52, 4);
    y = set(ink, regular, words.title(), size, y);
    y = set(ink, italic, words.subtitle(), 52, y + 40);
    set(ink, regular, words.editors(), 38, y + 70);
    List<String> foot = regular.lines(words.publisher(), 34);
    set(ink, regular, words.publisher(), 34, HEIGHT - 110 - (foot.size() - 1) * 34 * 1.25);
    byte[] pixels = ENVELOPE.clone();
    ink.shade(pixels, 0, SHADES - 1);
    return Png.write(pixels, WIDTH, HEIGHT, palette());
  }

  /** What is the same on every cover. */
  private static byte[] envelope() {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    Raster ink = new Raster(WIDTH, HEIGHT);
    ink.add(stroke(0, 0, WIDTH / 2.0, FLAP));
    ink.add(stroke(WIDTH / 2.0, FLAP, WIDTH, 0));
    ink.shade(pixels, 0, SHADES - 1);
    Raster wax = new Raster(WIDTH, HEIGHT);
    wax.add(new Ellipse2D.Double(WIDTH / 2.0 - 58, FLAP - 64, 116, 116));
    wax.shade(pixels, SHADES, 2 * SHADES - 1);
    return pixels;
  }

  /** Sets lines in the middle and says where the next baseline would be. */
  private static double set(Raster ink, Face face, String text, double size, double baseline) {
    double y = baseline;
    for (String line : face.lines(text, size)) {
      ink.add(face.outline(line, size, (WIDTH - face.width(line, size)) / 2, y));
      y += size * 1.25;
    }
    return y;
  }

  private static Shape stroke(double x0, double y0, double x1, double y1) {
    Path2D path = new Path2D.Double();
    path.moveTo(x0, y0 - 1.5);
    path.lineTo(x1, y1 - 1.5);
    path.lineTo(x1, y1 + 1.5);
    path.lineTo(x0, y0 + 1.5);
    path.closePath();
    return path;
  }

  private static int[] palette() {
    int[] palette = new int[2 * SHADES];
    for (int i = 0; i < SHADES; i++) {
      palette[i] = mix(INK, i);
      palette[SHADES + i] = mix(WAX, i);
    }
    return palette;
  }

  private static int mix(int colour, int shade) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = PAPER >> shift & 0xFF;
      int to = colour >> shift & 0xFF;
      mixed |= (from + Math.round((to - from) * (float) shade / (SHADES - 1))) << shift;
    }
    return mixed;
  }

  /** A typeface. */
  private static final class Face {

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unit;

    Face(String resource) {
      try {
        font = new TTFParser().parse(new RandomAccessReadBuffer(Xml.resource(resource)));
        glyphs = font.getUnicodeCmapLookup();
        unit = font.getUnitsPerEm();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The largest size that sets the text in so many lines. */
    double fit(String text, double largest, double smallest, int lines) {
      double size = largest;
      while (size > smallest && lines(text, size).size() > lines) {
        size -= 4;
      }
      return size;
    }

    /**
     * The text in lines of nearly one length; none for what this face and this simple setting can't
     * set, such as a script written from right to left.
     */
    List<String> lines(String text, double size) {
      if (text.isBlank()
          || text.codePoints().anyMatch(c -> glyphs.getGlyphId(c) == 0)
          || !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isLeftToRight()) {
        return List.of();
      }
      List<String> best = broken(text, size, MEASURE);
      for (double measure = MEASURE; measure > MEASURE / 3.0; measure -= 20) {
        List<String> narrower = broken(text, size, measure);
        if (narrower.size() > best.size()) {
          break;
        }
        best = narrower;
      }
      return best;
    }

    private List<String> broken(String text, double size, double measure) {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (String word : text.strip().split("\\s+", -1)) {
        if (line.length() > 0 && width(line + " " + word, size) > measure) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.length() == 0 ? "" : " ").append(word);
      }
      lines.add(line.toString());
      return lines;
    }

    synchronized double width(String text, double size) {
      try {
        double width = 0;
        for (int c : text.codePoints().toArray()) {
          width += font.getAdvanceWidth(glyphs.getGlyphId(c));
        }
        return width * size / unit;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    synchronized Shape outline(String text, double size, double left, double baseline) {
      try {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = left;
        for (int c : text.codePoints().toArray()) {
          int glyph = glyphs.getGlyphId(c);
          GeneralPath path = font.getGlyph().getGlyph(glyph).getPath();
          double scale = size / unit;
          outline.append(
              path.getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, baseline)), false);
          x += font.getAdvanceWidth(glyph) * scale;
        }
        return outline;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
