package org.letterpress.render.pdf;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.fop.accessibility.StructureTreeElement;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.LineArea;
import org.apache.fop.area.PageViewport;
import org.apache.fop.area.Trait;
import org.apache.fop.area.inline.FilledArea;
import org.apache.fop.area.inline.InlineArea;
import org.apache.fop.area.inline.InlineParent;
import org.apache.fop.area.inline.TextArea;
import org.apache.fop.fo.Constants;
import org.apache.fop.fonts.Font;
import org.apache.fop.fonts.FontTriplet;
import org.apache.fop.render.intermediate.IFContext;
import org.apache.fop.render.intermediate.IFDocumentHandler;
import org.apache.fop.render.intermediate.IFException;
import org.apache.fop.render.intermediate.IFPainter;
import org.apache.fop.render.intermediate.IFRenderer;
import org.apache.fop.render.intermediate.util.IFDocumentHandlerProxy;

/**
 * Draws the source's page numbers in the outer margin with a stroke in the line, and the numbers of
 * lines in the inner margin, on each page after its text. All are artifacts. XSL-FO itself has
 * nothing that could stand beside a line.
 *
 * <p>All lengths are in thousandths of a point, from the page's upper left corner.
 */
final class MarginHandler extends IFDocumentHandlerProxy {

  private static final int SIZE = 8_000;
  private static final int LEADING = 9_500;

  /** Numbers of lines are smaller than those of pages. */
  private static final int SMALL = 7_500;

  private static final int GAP = 14_000;

  /** From the top of a line without words to its baseline. */
  private static final int BASELINE = 9_400;

  /** How far a stroke reaches above and below the baseline, and how wide it is. */
  private static final int ASCENT = 7_800;

  private static final int DESCENT = 2_400;
  private static final int WIDTH = 350;

  /** Half a space, and half of one that is wide for the stroke in it. */
  private static final int HALF_SPACE = 1_350;

  private static final int HALF_WIDE_SPACE = 2_670;

  private record Mark(SourcePage page, Line line, double x, double y, boolean isFromRight) {

    double baseline() {
      return line.baseline().orElse(y + BASELINE);
    }

    /** How far it has to go on in the line to come to its place. */
    double onward() {
      return isFromRight ? -x : x;
    }
  }

  /** A number that stands beside a line. */
  private record Numbered(int number, Line line) {}

  private final Map<String, SourcePage> pages;
  private final Map<String, String> drawn;
  private final LineNumbers lines;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Numbered> numbers = new ArrayList<>();
  private PlacedPainter painter;
  private Rectangle2D text = new Rectangle2D.Double();
  private Dimension size = new Dimension();
  private int number;

  /**
   * Goes between FOP's renderer and its writer of PDF.
   *
   * @param pages the marks by their ids; may still grow until the page is laid out that shows them
   * @param drawn receives the ids that were found on a page
   * @param lines counts the lines
   */
  MarginHandler(
      IFDocumentHandler delegate,
      Map<String, SourcePage> pages,
      Map<String, String> drawn,
      LineNumbers lines) {
    super(delegate);
    this.pages = pages;
    this.drawn = drawn;
    this.lines = lines;
  }

  /** The renderer that tells this handler where the marks came to stand. */
  IFRenderer renderer(FOUserAgent agent) {
    IFRenderer renderer =
        new IFRenderer(agent) {
          @Override
          public void renderPage(PageViewport page) throws IOException, FOPException {
            number = page.getPageNumber();
            text = page.getPage().getRegionViewport(Constants.FO_REGION_BODY).getViewArea();
            super.renderPage(page);
          }

          @Override
          protected void renderLineArea(LineArea area) {
            Line around = painter.line();
            Line line = new Line();
            painter.in(line);
            super.renderLineArea(area);
            painter.in(around);
            lines.beside(line).ifPresent(n -> numbers.add(new Numbered(n, line)));
          }

          @Override
          protected void renderText(TextArea area) {
            painter.amongLeftward(area.getBidiLevel() > 0);
            super.renderText(area);
          }

          /** The points that lead to a number stand below each other from line to line. */
          @Override
          public void renderInlineParent(InlineParent area) {
            if (area instanceof FilledArea points && area.getBidiLevel() % 2 != 1) {
              int gap = Math.floorMod(-currentIPPosition, points.getUnitWidth());
              currentIPPosition += gap;
              points.setIPD(points.getIPD() - gap);
            }
            super.renderInlineParent(area);
          }

          @Override
          protected void renderInlineArea(InlineArea area) {
            if (area.getTrait(Trait.PROD_ID) instanceof String id && pages.containsKey(id)) {
              boolean isFromRight = area.getBidiLevel() % 2 == 1;
              int y = currentBPPosition + area.getBlockProgressionOffset();
              found(id, currentIPPosition, y, isFromRight);
            }
            super.renderInlineArea(area);
          }
        };
    renderer.setDocumentHandler(this);
    return renderer;
  }

  private void found(String id, int x, int y, boolean isFromRight) {
    if (drawn.putIfAbsent(id, String.valueOf(number)) == null) {
      Point2D at = painter.onPage(x, y);
      marks.add(new Mark(pages.get(id), painter.line(), at.getX(), at.getY(), isFromRight));
    }
  }

  @Override
  public void startPage(int index, String name, String pageMasterName, Dimension size)
      throws IFException {
    this.size = size;
    super.startPage(index, name, pageMasterName, size);
  }

  @Override
  public IFPainter startPageContent() throws IFException {
    painter = new PlacedPainter(super.startPageContent(), getContext());
    return painter;
  }

  @Override
  public void endPageContent() throws IFException {
    draw();
    marks.clear();
    numbers.clear();
    super.endPageContent();
  }

  private void draw() throws IFException {
    IFContext context = getContext();
    StructureTreeElement structure = context.getStructureTreeElement();
    context.resetStructureTreeElement();
    marks.sort(Comparator.comparingDouble(Mark::y).thenComparingDouble(Mark::onward));
    boolean isRight = number % 2 == 1;
    double free = 0;
    for (Mark mark : marks) {
      double y = Math.max(mark.baseline(), free);
      free = y + LEADING;
      label(mark.page().label(), SIZE, isRight, y);
      stroke(mark);
    }
    for (Numbered line : numbers) {
      label(String.valueOf(line.number()), SMALL, !isRight, line.line().baseline().orElseThrow());
    }
    context.setStructureTreeElement(structure);
  }

  /** On the right of the text it begins, on the left it ends, a gap away from it. */
  private void label(String label, int letters, boolean onRight, double y) throws IFException {
    FontTriplet face = new FontTriplet(Faces.FAMILY, "normal", Font.WEIGHT_NORMAL);
    Font font = getFontInfo().getFontInstance(face, letters);
    int width = label.codePoints().map(c -> font.getCharWidth(c)).sum();
    double x = onRight ? text.getMaxX() + GAP : text.getMinX() - GAP - width;
    painter.setFont(Faces.FAMILY, "normal", Font.WEIGHT_NORMAL, "normal", letters, Color.BLACK);
    int within = (int) Math.round(Math.max(0, Math.min(x, size.width - width)));
    painter.drawText(within, (int) Math.round(y), 0, 0, null, label);
  }

  private void stroke(Mark mark) throws IFException {
    int shift =
        switch (mark.page().stroke()) {
          case BEFORE -> HALF_WIDE_SPACE;
          case AFTER -> -HALF_WIDE_SPACE;
          case CLOSE_BEFORE -> HALF_SPACE;
          case CLOSE_AFTER -> -HALF_SPACE;
          case IN, NONE -> 0;
        };
    if (mark.page().stroke() != SourcePage.Stroke.NONE) {
      int x = (int) Math.round(mark.x()) + (mark.isFromRight() ? -shift : shift) - WIDTH / 2;
      int y = (int) Math.round(mark.baseline()) - ASCENT;
      painter.fillRect(new Rectangle(x, y, WIDTH, ASCENT + DESCENT), Color.BLACK);
    }
  }
}
