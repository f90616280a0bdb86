package org.letterpress.audit;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/** What is wanted of a character on a page; a book has millions. */
record Glyph(String unicode, float x, float y, float width, float size) {

  /** A glyph that begins so far before the last one stands under it. */
  private static final float NUDGE = 0.3f;

  static Glyph of(TextPosition text) {
    return new Glyph(
        text.getUnicode().intern(),
        text.getXDirAdj(),
        text.getYDirAdj(),
        text.getWidthDirAdj(),
        text.getFontSizeInPt());
  }

  /** A mark that is drawn before its letter, and over it, comes after it. */
  static List<Glyph> inOrder(List<Glyph> drawn) {
    List<Glyph> glyphs = new ArrayList<>(drawn);
    int marks = 0;
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      if (Fold.isMark(glyph.unicode().codePointAt(0))) {
        marks++;
      } else if (marks > 0) {
        if (glyph.x() < glyphs.get(i - 1).x() - NUDGE
            && Math.abs(glyph.y() - glyphs.get(i - 1).y()) < glyph.size()) {
          glyphs.add(i - marks, glyphs.remove(i));
        }
        marks = 0;
      }
    }
    return glyphs;
  }
}
