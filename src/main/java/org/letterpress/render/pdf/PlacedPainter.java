package org.letterpress.render.pdf;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Paint;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.fop.ResourceEventProducer;
import org.apache.fop.render.intermediate.IFContext;
import org.apache.fop.render.intermediate.IFException;
import org.apache.fop.render.intermediate.IFPainter;
import org.apache.fop.traits.BorderProps;
import org.apache.fop.traits.RuleStyle;
import org.w3c.dom.Document;

/** Paints as told, and knows where on the page it is. Lengths are thousandths of a point. */
final class PlacedPainter implements IFPainter {

  private final IFPainter painter;
  private final IFContext context;
  private final Deque<AffineTransform> places = new ArrayDeque<>();
  private Line line = new Line();
  private int fontSize;
  private boolean amongLeftward;

  /** Starts at the page's upper left corner. */
  PlacedPainter(IFPainter painter, IFContext context) {
    this.painter = painter;
    this.context = context;
    places.push(new AffineTransform());
  }

  /** Where a point of the present viewport is on the page. */
  Point2D onPage(int x, int y) {
    return places.element().transform(new Point2D.Double(x, y), null);
  }

  /** The line in which the next words are painted. */
  Line line() {
    return line;
  }

  /** Another line begins, or one goes on. */
  void in(Line line) {
    this.line = line;
  }

  /** Says whether what is painted next stands among words that are read from the right. */
  void amongLeftward(boolean is) {
    amongLeftward = is;
  }

  private void note(int x, int y) {
    line.words(onPage(x, y).getY(), fontSize, context.getStructureTreeElement());
  }

  private void enter(AffineTransform... transforms) {
    AffineTransform place = new AffineTransform(places.element());
    for (AffineTransform transform : transforms) {
      place.concatenate(transform);
    }
    places.push(place);
  }

  @Override
  public void startViewport(AffineTransform transform, Dimension size, Rectangle clip)
      throws IFException {
    enter(transform);
    painter.startViewport(transform, size, clip);
  }

  @Override
  public void startViewport(AffineTransform[] transforms, Dimension size, Rectangle clip)
      throws IFException {
    enter(transforms);
    painter.startViewport(transforms, size, clip);
  }

  @Override
  public void endViewport() throws IFException {
    places.pop();
    painter.endViewport();
  }

  @Override
  public void startGroup(AffineTransform[] transforms, String layer) throws IFException {
    enter(transforms);
    painter.startGroup(transforms, layer);
  }

  @Override
  public void startGroup(AffineTransform transform, String layer) throws IFException {
    enter(transform);
    painter.startGroup(transform, layer);
  }

  @Override
  public void endGroup() throws IFException {
    places.pop();
    painter.endGroup();
  }

  @Override
  public void setFont(
      String family, String style, Integer weight, String variant, Integer size, Color color)
      throws IFException {
    fontSize = size;
    painter.setFont(family, style, weight, variant, size, color);
  }

  @Override
  public void drawText(
      int x, int y, int letterSpacing, int wordSpacing, int[][] adjustments, String text)
      throws IFException {
    note(x, y);
    painter.drawText(x, y, letterSpacing, wordSpacing, adjustments, text);
  }

  @Override
  public void drawText(
      int x,
      int y,
      int letterSpacing,
      int wordSpacing,
      int[][] adjustments,
      String text,
      boolean nextIsSpace)
      throws IFException {
    note(x, y);
    // The painter takes the last character off a hyphenated word: it must be the hyphen. The space
    // that follows it sets at the right, before a word that is read from there.
    boolean space = nextIsSpace && !context.isHyphenated() && !amongLeftward;
    painter.drawText(x, y, letterSpacing, wordSpacing, adjustments, text, space);
  }

  @Override
  public void clipRect(Rectangle rect) throws IFException {
    painter.clipRect(rect);
  }

  @Override
  public void clipBackground(
      Rectangle rect, BorderProps before, BorderProps after, BorderProps start, BorderProps end)
      throws IFException {
    painter.clipBackground(rect, before, after, start, end);
  }

  @Override
  public boolean isBackgroundRequired(
      BorderProps before, BorderProps after, BorderProps start, BorderProps end) {
    return painter.isBackgroundRequired(before, after, start, end);
  }

  @Override
  public void fillRect(Rectangle rect, Paint fill) throws IFException {
    painter.fillRect(rect, fill);
  }

  @Override
  public void drawBorderRect(
      Rectangle rect,
      BorderProps top,
      BorderProps bottom,
      BorderProps left,
      BorderProps right,
      Color background)
      throws IFException {
    painter.drawBorderRect(rect, top, bottom, left, right, background);
  }

  @Override
  public void drawLine(Point start, Point end, int width, Color color, RuleStyle style)
      throws IFException {
    painter.drawLine(start, end, width, color, style);
  }

  /** A damaged picture can make the libraries that read it fail anyhow; the others are printed. */
  @Override
  public void drawImage(String uri, Rectangle rect) throws IFException {
    try {
      painter.drawImage(uri, rect);
    } catch (RuntimeException e) {
      ResourceEventProducer.Provider.get(context.getUserAgent().getEventBroadcaster())
          .imageIOError(this, uri, new IOException(Picture.DAMAGED, e), null);
    }
  }

  @Override
  public void drawImage(Document document, Rectangle rect) throws IFException {
    painter.drawImage(document, rect);
  }
}
