package org.letterpress.render.pdf;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.Area;
import org.apache.fop.area.inline.InlineArea;
import org.apache.fop.area.inline.TextArea;
import org.apache.fop.area.inline.WordArea;
import org.apache.fop.fo.FOText;
import org.apache.fop.layoutmgr.AbstractLayoutManager;
import org.apache.fop.layoutmgr.LayoutContext;
import org.apache.fop.layoutmgr.LayoutManager;
import org.apache.fop.layoutmgr.PositionIterator;
import org.apache.fop.layoutmgr.inline.LineLayoutManager;
import org.apache.fop.layoutmgr.inline.TextLayoutManager;

/**
 * Text whose last word keeps the space at which the line ends, for those who read the file by its
 * structure, and has none where it had none. FOP keeps it within a text alone, not where another
 * one begins behind it or at it, as at the edges of an inline; and takes spaces without width for
 * spaces.
 */
class SpacedText extends TextLayoutManager {

  /** What is known of the texts of a document beside each other. */
  static final class Neighbours {

    /** Whether the last text that was read ends in a space. */
    private boolean endsInSpace;

    /** The texts that a space parts from the one before. */
    private final Set<FOText> parted = Collections.newSetFromMap(new WeakHashMap<>());

    /** The last area of each paragraph that is being laid out. */
    private final Map<LayoutManager, Last> last = new WeakHashMap<>();

    private record Last(SpacedText owner, TextArea area) {}

    /** Takes the texts in the order of the document. */
    void read(FOText text) {
      if (text.length() > 0) {
        if (endsInSpace || Character.isWhitespace(text.charAt(0))) {
          parted.add(text);
        }
        endsInSpace = Character.isWhitespace(text.charAt(text.length() - 1));
      }
    }
  }

  private final Neighbours neighbours;
  private final boolean isParted;

  /** Whether it has no spaces but those without width, at which addresses may break. */
  private final boolean isOneWord;

  /**
   * For a text that is not empty.
   *
   * @param neighbours the texts of the same document
   */
  SpacedText(FOText text, FOUserAgent agent, Neighbours neighbours) {
    super(text, agent);
    this.neighbours = neighbours;
    this.isParted = neighbours.parted.contains(text);
    this.isOneWord = text.chars().noneMatch(Character::isWhitespace);
  }

  @Override
  public void addAreas(PositionIterator positions, LayoutContext context) {
    LayoutManager parent = parentLayoutManager;
    parentLayoutManager =
        new AbstractLayoutManager() {
          @Override
          public void addChildArea(Area area) {
            if (area instanceof TextArea text) {
              follow(text, parent);
            }
            parent.addChildArea(area);
          }
        };
    super.addAreas(positions, context);
    parentLayoutManager = parent;
  }

  private void follow(TextArea text, LayoutManager parent) {
    LayoutManager paragraph = parent;
    while (paragraph != null && !(paragraph instanceof LineLayoutManager)) {
      paragraph = paragraph.getParent();
    }
    if (isOneWord) {
      end(text, false);
    }
    Neighbours.Last before = neighbours.last.put(paragraph, new Neighbours.Last(this, text));
    // Two words in a row, although there is a space between: a line ended there. FOP has drawn it
    // already where the page ended as well.
    if (isParted && before != null && before.owner() != this && isWord(text, 0)) {
      end(before.area(), true);
    }
  }

  private static boolean isWord(TextArea text, int at) {
    List<InlineArea> parts = text.getChildAreas();
    return at < parts.size() && at >= 0 && parts.get(at) instanceof WordArea;
  }

  private static void end(TextArea text, boolean inSpace) {
    int end = text.getChildAreas().size() - 1;
    if (isWord(text, end)) {
      WordArea word = (WordArea) text.getChildAreas().remove(end);
      text.addWord(
          word.getWord(),
          word.getIPD(),
          word.getLetterAdjustArray(),
          word.getBidiLevels(),
          word.getGlyphPositionAdjustments(),
          word.getBlockProgressionOffset(),
          inSpace);
    }
  }
}
