package org.letterpress.render.pdf;

import java.util.Stack;
import java.util.function.UnaryOperator;
import org.apache.fop.apps.FOPException;
import org.apache.fop.complexscripts.bidi.DelimitedTextRange;
import org.apache.fop.fo.Constants;
import org.apache.fop.fo.FOElementMapping;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.PropertyList;
import org.apache.fop.fo.flow.Block;
import org.apache.fop.fo.flow.Footnote;
import org.apache.fop.fo.flow.Inline;
import org.apache.fop.fo.properties.Property;
import org.apache.fop.traits.Direction;
import org.apache.fop.traits.WritingMode;
import org.apache.fop.traits.WritingModeTraits;
import org.apache.fop.traits.WritingModeTraitsGetter;
import org.apache.fop.util.CharUtilities;

/**
 * The objects of XSL-FO where FOP goes wrong with scripts that are written from the right: blocks
 * have a {@code writing-mode} of their own and brackets in pairs; inlines with a {@code direction}
 * don't draw the numbers beside them into it; and a footnote doesn't part the paragraph in which it
 * stands into two, of which one would be turned round.
 */
final class Directions extends FOElementMapping {

  /** The right-to-left mark, for which FOP has another character. */
  private static final char RLM = '\u200F';

  @Override
  protected void initialize() {
    super.initialize();
    foObjs.put("block", maker(Paragraph::new));
    foObjs.put("inline", maker(Phrase::new));
    foObjs.put("footnote", maker(Note::new));
    foObjs.put("external-graphic", maker(Picture::new));
  }

  private static Maker maker(UnaryOperator<FONode> make) {
    return new Maker() {
      @Override
      public FONode make(FONode parent) {
        return make.apply(parent);
      }
    };
  }

  /** Its notes are ranges of text by themselves; its own text goes on behind them. */
  static final class Note extends Footnote {

    Note(FONode parent) {
      super(parent);
    }

    @Override
    public boolean isDelimitedTextRangeBoundary(int boundary) {
      return false;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // FOP's own signature
    protected Stack<DelimitedTextRange> collectDelimitedTextRanges(
        Stack<DelimitedTextRange> ranges, DelimitedTextRange current) {
      ranges.addAll(0, getFootnoteBody().collectDelimitedTextRanges(new Stack<>()));
      return getFootnoteCitation().collectDelimitedTextRanges(ranges);
    }
  }

  /** An inline in its own direction; to the text about it it is a word in the paragraph's. */
  static final class Phrase extends Inline {

    private int direction;

    Phrase(FONode parent) {
      super(parent);
    }

    @Override
    public void bind(PropertyList properties) throws FOPException {
      super.bind(properties);
      Property said = properties.getExplicit(Constants.PR_DIRECTION);
      direction = said == null ? 0 : said.getEnum();
    }

    @Override
    @SuppressWarnings("JdkObsolete") // FOP's own signature
    protected Stack<DelimitedTextRange> collectDelimitedTextRanges(
        Stack<DelimitedTextRange> ranges, DelimitedTextRange current) {
      if (direction == 0 || current == null) {
        return super.collectDelimitedTextRanges(ranges, current);
      }
      Direction about =
          WritingModeTraits.getWritingModeTraitsGetter(this).getInlineProgressionDirection();
      char edge = about == Direction.RL ? RLM : CharUtilities.LRM;
      current.append(edge, this);
      current.append(direction == Constants.EN_RTL ? CharUtilities.RLE : CharUtilities.LRE, this);
      super.collectDelimitedTextRanges(ranges, current);
      current.append(CharUtilities.PDF, this);
      current.append(edge, this);
      return ranges;
    }
  }

  /** A block that says from where its lines are read. */
  static final class Paragraph extends Block implements WritingModeTraitsGetter {

    private WritingModeTraits traits = new WritingModeTraits();

    Paragraph(FONode parent) {
      super(parent);
    }

    @Override
    public void bind(PropertyList properties) throws FOPException {
      super.bind(properties);
      int mode = properties.get(Constants.PR_WRITING_MODE).getEnum();
      traits = new WritingModeTraits(WritingMode.valueOf(mode), false);
    }

    /** As FOP does it, but with ranges in which brackets are in their places. */
    @Override
    @SuppressWarnings("JdkObsolete") // FOP's own signature
    public Stack<DelimitedTextRange> collectDelimitedTextRanges(Stack<DelimitedTextRange> ranges) {
      DelimitedTextRange range = ranges.push(new Brackets(this));
      Stack<DelimitedTextRange> all = collectDelimitedTextRanges(ranges, range);
      all.push(new Brackets(this));
      return all;
    }

    @Override
    public Direction getInlineProgressionDirection() {
      return traits.getInlineProgressionDirection();
    }

    @Override
    public Direction getBlockProgressionDirection() {
      return traits.getBlockProgressionDirection();
    }

    @Override
    public Direction getColumnProgressionDirection() {
      return traits.getColumnProgressionDirection();
    }

    @Override
    public Direction getRowProgressionDirection() {
      return traits.getRowProgressionDirection();
    }

    @Override
    public Direction getShiftDirection() {
      return traits.getShiftDirection();
    }

    @Override
    public WritingMode getWritingMode() {
      return traits.getWritingMode();
    }

    @Override
    public boolean getExplicitWritingMode() {
      return traits.getExplicitWritingMode();
    }
  }
}
