package org.letterpress.render.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.letterpress.finding.Sha256;

/**
 * A font of the user's own.
 *
 * @param file where it is: TrueType, for PDF/A takes no other outlines
 * @param name its name among fonts
 * @param family what its family is called
 * @param isItalic whether it is the family's italic
 * @param isBold whether it is the family's bold
 * @param digest of the file's content
 */
public record Face(
    Path file, String name, String family, boolean isItalic, boolean isBold, String digest) {

  static {
    Faces.quiet();
  }

  private static final int BOLD = 1;
  private static final int ITALIC = 2;

  /** The licence forbids to put the font into a file: OpenType, fsType. */
  private static final int RESTRICTED = 2;

  /**
   * Reads what a font says of itself.
   *
   * @throws IOException where it is no TrueType, or its licence doesn't let it be embedded
   */
  public static Face read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try (TrueTypeFont font = parse(content)) {
      boolean isPostScript = font instanceof OpenTypeFont openType && openType.isPostScript();
      boolean isFree =
          font.getOS2Windows() == null || (font.getOS2Windows().getFsType() & RESTRICTED) == 0;
      if (isPostScript || !isFree || font.getNaming() == null || font.getName() == null) {
        throw new IOException("no TrueType font that may be embedded");
      }
      int style = font.getHeader().getMacStyle();
      return new Face(
          file.toAbsolutePath().normalize(),
          font.getName(),
          font.getNaming().getFontFamily(),
          (style & ITALIC) != 0,
          (style & BOLD) != 0,
          Sha256.hex(content));
    }
  }

  /** Whether it is this style: italic, bold. */
  boolean isStyle(List<Boolean> style) {
    return style.equals(List.of(isItalic, isBold));
  }

  /** Whether it is of this family. */
  boolean isOf(String name) {
    return family.equals(name);
  }

  /** How ill it stands for this style: an upright for an italic worse than a light for a bold. */
  int distance(List<Boolean> style) {
    return (isItalic == style.get(0) ? 0 : 2) + (isBold == style.get(1) ? 0 : 1);
  }

  private static TrueTypeFont parse(byte[] content) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(content));
  }

  /**
   * The letters that glyphs are drawn for, as far as their names say it: {@code f_f_i}, {@code
   * a.sc} (Adobe Glyph List Specification).
   */
  Map<Integer, String> letters(Collection<Integer> glyphs) throws IOException {
    Map<Integer, String> letters = new TreeMap<>();
    try (TrueTypeFont font = parse(Files.readAllBytes(file))) {
      for (int glyph : glyphs) {
        String name = font.getPostScript() == null ? null : font.getPostScript().getName(glyph);
        String text = name == null ? null : text(name.replaceFirst("(?<=.)\\..*", ""));
        if (text != null) {
          letters.put(glyph, text);
        }
      }
    }
    return letters;
  }

  private static String text(String name) {
    StringBuilder text = new StringBuilder();
    for (String part : name.split("_", -1)) {
      String letter = GlyphList.getAdobeGlyphList().toUnicode(part);
      if (letter == null) {
        return null;
      }
      text.append(letter);
    }
    return text.toString();
  }
}
