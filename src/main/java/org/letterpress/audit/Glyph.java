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

  /** Whether it combines with a letter. */
  boolean isMark() {
    return Fold.isMark(unicode.codePointAt(0));
  }

  /**
   * Marks that are drawn before their letter, and over it, come after it. Where letters are read
   * from the right all their marks are: letter and marks are one there, and a mark that was drawn
   * elsewhere is none of theirs.
   */
  static List<Glyph> inOrder(List<Glyph> drawn) {
    List<Glyph> glyphs = new ArrayList<>();
    int marks = 0;
    for (Glyph glyph : drawn) {
      int from = glyphs.size() - marks;
      if (marks > 0 && !glyph.isMark() && glyph.bears(glyphs.get(glyphs.size() - 1))) {
        if (Leftward.isLeftward(glyph.unicode)) {
          List<Glyph> own = glyphs.subList(from, glyphs.size());
          StringBuilder text = new StringBuilder(glyph.unicode);
          for (int i = marks - 1; i >= 0; i--) {
            text.append(own.get(i).unicode);
          }
          own.clear();
          glyphs.add(new Glyph(text.toString(), glyph.x, glyph.y, glyph.width, glyph.size));
        } else {
          glyphs.add(from, glyph);
        }
      } else {
        glyphs.add(glyph);
      }
      marks = glyph.isMark() ? marks + 1 : 0;
    }
    return glyphs;
  }

  /** Whether a mark that was drawn before this stands over it or under it. */
  private boolean bears(Glyph mark) {
    boolean begins =
        Leftward.isLeftward(unicode) ? Math.abs(mark.x - x) < width + size / 2 : x < mark.x - NUDGE;
    return begins && Math.abs(y - mark.y) < size;
  }
}
