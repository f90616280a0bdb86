package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.fop.fonts.CIDSet;
import org.apache.fop.fonts.FontInfo;
import org.apache.fop.fonts.LazyFont;
import org.apache.fop.fonts.MultiByteFont;
import org.apache.fop.fonts.Typeface;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Says which letters ligatures are. Those that are no characters of their own have a private one in
 * FOP's file, and whoever copies or hears "first" gets "rst"; their letters are in their names.
 */
final class Ligatures {

  private static final int PRIVATE = 0xE000;
  private static final int PRIVATE_END = 0xF8FF;
  private static final int CODES = 0x10000;

  /** A block of a character map has no more entries (Adobe Technical Note 5014). */
  private static final int BLOCK = 100;

  /** By the font's name: FOP's private characters, and what they stand for. */
  private final Map<String, Map<String, String>> letters = new TreeMap<>();

  /**
   * By the font's name: what each of its codes stands for. Behind a character beyond U+FFFF, which
   * it takes for two, FOP's own map is one too far.
   */
  private final Map<String, Map<Integer, String>> codes = new TreeMap<>();

  /** Learns what FOP has made of the user's fonts in a run that has ended. */
  Ligatures(FontInfo fonts, List<Face> faces) throws IOException {
    for (Typeface used : fonts.getUsedFonts().values()) {
      Typeface real = used instanceof LazyFont lazy ? lazy.getRealFont() : used;
      if (real instanceof MultiByteFont font) {
        codes(font.getEmbedFontName(), font.getCIDSet());
      }
      for (Face face : faces) {
        if (real instanceof MultiByteFont font && face.name().equals(font.getEmbedFontName())) {
          learn(font, face);
        }
      }
    }
  }

  private void codes(String name, CIDSet glyphs) {
    Map<Integer, String> read = new TreeMap<>();
    for (int code = 0; code < glyphs.getNumberOfGlyphs(); code++) {
      int character = glyphs.getUnicode(code);
      if (Character.isValidCodePoint(character) && character != Character.MAX_VALUE) {
        read.put(code, Character.toString(character));
      }
    }
    if (read.values().stream().anyMatch(text -> text.length() > 1)) {
      codes.put(name, read);
    }
  }

  private void learn(MultiByteFont font, Face face) throws IOException {
    Map<Integer, String> glyphs = new LinkedHashMap<>();
    for (int c = PRIVATE; c <= PRIVATE_END && font.hasCodePoint(c); c++) {
      glyphs.put(font.findGlyphIndex(c), Character.toString(c));
    }
    Map<String, String> read = new TreeMap<>();
    face.letters(glyphs.keySet()).forEach((glyph, text) -> read.put(glyphs.get(glyph), text));
    letters.put(face.name(), read);
  }

  /** Puts the letters in the place of the private characters. */
  void write(PDDocument pdf) throws IOException {
    if (letters.values().stream().allMatch(Map::isEmpty) && codes.isEmpty()) {
      return;
    }
    List<COSObjectKey> keys = new ArrayList<>(pdf.getDocument().getXrefTable().keySet());
    for (COSObjectKey key : keys) {
      if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary font
          && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map
          && font.getNameAsString(COSName.BASE_FONT) != null) {
        String subset = font.getNameAsString(COSName.BASE_FONT);
        String name = subset.substring(subset.indexOf('+') + 1);
        Map<String, String> read = letters.getOrDefault(name, Map.of());
        Map<Integer, String> right = codes.getOrDefault(name, Map.of());
        if (!read.isEmpty() || !right.isEmpty()) {
          rewrite(map, read, right);
        }
      }
    }
  }

  private static void rewrite(
      COSStream stream, Map<String, String> read, Map<Integer, String> right) throws IOException {
    CMap map;
    try (InputStream in = stream.createInputStream()) {
      map = new CMapParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    }
    List<String> entries = new ArrayList<>();
    for (int code = 0; code < CODES; code++) {
      String text =
          right.getOrDefault(
              code, map.toUnicode(new byte[] {(byte) (code >> Byte.SIZE), (byte) code}));
      if (text != null) {
        String hex = HexFormat.of().formatHex(read.getOrDefault(text, text).getBytes(UTF_16BE));
        entries.add("<%04x> <%s>\n".formatted(code, hex));
      }
    }
    StringBuilder out =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <ffff>
            endcodespacerange
            """);
    for (int from = 0; from < entries.size(); from += BLOCK) {
      List<String> block = entries.subList(from, Math.min(entries.size(), from + BLOCK));
      out.append(block.size()).append(" beginbfchar\n");
      block.forEach(out::append);
      out.append("endbfchar\n");
    }
    out.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    try (OutputStream to = stream.createOutputStream(COSName.FLATE_DECODE)) {
      to.write(out.toString().getBytes(US_ASCII));
    }
  }
}
