package org.letterpress.render.pdf;

import java.util.List;
import java.util.Stack;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.inline.InlineArea;
import org.apache.fop.complexscripts.bidi.InlineRun;
import org.apache.fop.fo.Constants;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.fo.flow.Block;
import org.apache.fop.fo.flow.Wrapper;
import org.apache.fop.layoutmgr.BlockLayoutManager;
import org.apache.fop.layoutmgr.LayoutContext;
import org.apache.fop.layoutmgr.LayoutManager;
import org.apache.fop.layoutmgr.LayoutManagerMapping;
import org.apache.fop.layoutmgr.ListElement;
import org.apache.fop.layoutmgr.Position;
import org.apache.fop.layoutmgr.TraitSetter;
import org.apache.fop.layoutmgr.inline.HyphContext;
import org.apache.fop.layoutmgr.inline.WrapperLayoutManager;

/**
 * What FOP's layout lacks: {@code hyphenate="false"} on inlines, which it knows on blocks alone, a
 * place for the marks of {@code fo:wrapper} in lines that turn their direction, and the spaces at
 * which lines end.
 */
final class Layout extends LayoutManagerMapping {

  private final Complaints complaints;
  private final SpacedText.Neighbours neighbours;

  /**
   * For one run.
   *
   * @param complaints learns which block is laid out
   * @param neighbours knows the texts that are read
   */
  Layout(FOUserAgent agent, Complaints complaints, SpacedText.Neighbours neighbours) {
    super(agent);
    this.complaints = complaints;
    this.neighbours = neighbours;
  }

  @Override
  protected void initialize() {
    super.initialize();
    registerMaker(
        Directions.Paragraph.class,
        new BlockLayoutManagerMaker() {
          @Override
          @SuppressWarnings({"rawtypes", "unchecked"}) // FOP's own signature
          public void make(FONode node, List lms, FOUserAgent agent) {
            lms.add(new Watched((Block) node, complaints));
          }
        });
    registerMaker(Directions.Phrase.class, new InlineLayoutManagerMaker());
    registerMaker(Directions.Note.class, new FootnoteLayoutManagerMaker());
    registerMaker(Picture.class, new ExternalGraphicLayoutManagerMaker());
    registerMaker(
        FOText.class,
        new FOTextLayoutManagerMaker() {
          @Override
          @SuppressWarnings({"rawtypes", "unchecked"}) // FOP's own signature
          public void make(FONode node, List lms, FOUserAgent agent) {
            FOText text = (FOText) node;
            level(text);
            if (text.length() > 0) {
              lms.add(
                  hyphenates(text)
                      ? new SpacedText(text, agent, neighbours)
                      : new Unbroken(text, agent, neighbours));
            }
          }
        });
    registerMaker(
        Wrapper.class,
        new WrapperLayoutManagerMaker() {
          @Override
          @SuppressWarnings({"rawtypes", "unchecked"}) // FOP's own signature
          public void make(FONode node, List lms, FOUserAgent agent) {
            int at = lms.size();
            super.make(node, lms, agent);
            lms.set(at, new Placed((Wrapper) node));
          }
        });
  }

  /** Both halves of a character beyond U+FFFF have its direction. */
  private static void level(FOText text) {
    for (int at = 1; at < text.length(); at++) {
      if (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))
          && text.bidiLevelAt(at) != text.bidiLevelAt(at - 1)) {
        text.setBidiLevel(text.bidiLevelAt(at - 1), at, at + 1);
      }
    }
  }

  /** In paragraphs of several directions FOP would not know which one the hyphen has. */
  private static boolean hyphenates(FOText text) {
    return text.bidiLevelAt(0) < 0
        && text.getCommonHyphenation().hyphenate.getEnum() == Constants.EN_TRUE;
  }

  /** Says which block is laid out: those who lay out its lines don't know. */
  private static final class Watched extends BlockLayoutManager {

    private final Block block;
    private final Complaints complaints;

    Watched(Block block, Complaints complaints) {
      super(block);
      this.block = block;
      this.complaints = complaints;
    }

    @Override
    @SuppressWarnings({"rawtypes", "JdkObsolete"}) // FOP's own signature
    public List<ListElement> getNextKnuthElements(
        LayoutContext context, int alignment, Stack stack, Position restart, LayoutManager at) {
      FONode outer = complaints.in(block);
      List<ListElement> elements =
          super.getNextKnuthElements(context, alignment, stack, restart, at);
      complaints.in(outer);
      return elements;
    }
  }

  private static final class Unbroken extends SpacedText {

    Unbroken(FOText text, FOUserAgent agent, Neighbours neighbours) {
      super(text, agent, neighbours);
    }

    @Override
    public String getWordChars(Position position) {
      return "";
    }

    @Override
    public void hyphenate(Position position, HyphContext context) {
      // No letter of this text is in the context's word.
    }
  }

  private static final class Placed extends WrapperLayoutManager {

    private final String id;

    Placed(Wrapper wrapper) {
      super(wrapper);
      this.id = wrapper.getId();
    }

    @Override
    public InlineArea get(LayoutContext context) {
      InlineArea area = new Mark();
      if (id != null) {
        TraitSetter.setProducerID(area, id);
      }
      return area;
    }
  }

  /**
   * A mark without words, and so without a direction of its own. It stays with what stands before
   * it: FOP would take the lack of one for a level, and turn the whole line round.
   */
  private static final class Mark extends InlineArea {

    private static final long serialVersionUID = 1;

    @Override
    @SuppressWarnings("rawtypes") // FOP's own signature
    public List collectInlineRuns(List runs) {
      setBidiLevel(
          runs.isEmpty() ? 0 : Math.max(0, ((InlineRun) runs.get(runs.size() - 1)).getMinLevel()));
      return super.collectInlineRuns(runs);
    }
  }
}
