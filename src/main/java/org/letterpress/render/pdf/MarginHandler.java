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
import org.apache.fop.area.PageViewport;
import org.apache.fop.area.Trait;
import org.apache.fop.area.inline.InlineArea;
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
 * Draws the source's page numbers in the outer margin, and a stroke in the line, on each page after
 * its text. Both are artifacts. XSL-FO itself has nothing that could stand beside a line.
 *
 * <p>All lengths are in thousandths of a point, from the page's upper left corner.
 */
final class MarginHandler extends IFDocumentHandlerProxy {

  private static final String FAMILY = "Libertinus Serif";
  private static final int SIZE = 8_000;
  private static final int LEADING = 9_500;
  private static final int GAP = 14_000;

  /** How far a stroke reaches above and below the baseline, and how wide it is. */
  private static final int ASCENT = 7_800;

  private static final int DESCENT = 2_400;
  private static final int WIDTH = 350;

  /** Half a space. */
  private static final int HALF_SPACE = 1_350;

  private record Mark(SourcePage page, double x, double y, boolean isFromRight) {

    /** How far it has to go on in the line to come to its place. */
    double onward() {
      return isFromRight ? -x : x;
    }
  }

  private final Map<String, SourcePage> pages;
  private final Map<String, String> drawn;
  private final List<Mark> marks = new ArrayList<>();
  private PlacedPainter painter;
  private Rectangle2D text = new Rectangle2D.Double();
  private Dimension size = new Dimension();
  private int number;

  /**
   * Goes between FOP's renderer and its writer of PDF.
   *
   * @param pages the marks by their ids; may still grow until the page is laid out that shows them
   * @param drawn receives the ids that were found on a page
   */
  MarginHandler(
      IFDocumentHandler delegate, Map<String, SourcePage> pages, Map<String, String> drawn) {
    super(delegate);
    this.pages = pages;
    this.drawn = drawn;
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
          protected void renderText(TextArea area) {
            painter.amongLeftward(area.getBidiLevel() > 0);
            super.renderText(area);
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
      marks.add(new Mark(pages.get(id), at.getX(), at.getY(), isFromRight));
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
    super.endPageContent();
  }

  private void draw() throws IFException {
    IFContext context = getContext();
    StructureTreeElement structure = context.getStructureTreeElement();
    context.resetStructureTreeElement();
    marks.sort(Comparator.comparingDouble(Mark::y).thenComparingDouble(Mark::onward));
    List<Double> baselines = marks.stream().map(mark -> painter.baseline(mark.y())).toList();
    double free = 0;
    for (int i = 0; i < marks.size(); i++) {
      double y = Math.max(baselines.get(i), free);
      free = y + LEADING;
      label(marks.get(i).page().label(), (int) Math.round(y));
      stroke(marks.get(i), baselines.get(i));
    }
    context.setStructureTreeElement(structure);
  }

  /** On right pages the number begins, on left pages it ends, a gap away from the text. */
  private void label(String label, int y) throws IFException {
    Font font =
        getFontInfo().getFontInstance(new FontTriplet(FAMILY, "normal", Font.WEIGHT_NORMAL), SIZE);
    int width = label.codePoints().map(c -> font.getCharWidth(c)).sum();
    double x = number % 2 == 1 ? text.getMaxX() + GAP : text.getMinX() - GAP - width;
    painter.setFont(FAMILY, "normal", Font.WEIGHT_NORMAL, "normal", SIZE, Color.BLACK);
    int within = (int) Math.round(Math.max(0, Math.min(x, size.width - width)));
    painter.drawText(within, y, 0, 0, null, label);
  }

  private void stroke(Mark mark, double baseline) throws IFException {
    int shift =
        switch (mark.page().stroke()) {
          case BEFORE -> HALF_SPACE;
          case AFTER -> -HALF_SPACE;
          case IN, NONE -> 0;
        };
    if (mark.page().stroke() != SourcePage.Stroke.NONE) {
      int x = (int) Math.round(mark.x()) + (mark.isFromRight() ? -shift : shift) - WIDTH / 2;
      int y = (int) Math.round(baseline) - ASCENT;
      painter.fillRect(new Rectangle(x, y, WIDTH, ASCENT + DESCENT), Color.BLACK);
    }
  }
}
