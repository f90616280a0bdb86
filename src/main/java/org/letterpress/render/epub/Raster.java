package org.letterpress.render.epub;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/**
 * How much of each pixel a shape covers, exactly: each edge adds its signed area to the pixels that
 * it crosses, and the sum from the left is the coverage. The arithmetic is Java's alone, so every
 * platform draws the same.
 */
final class Raster {

  private static final double FLATNESS = 0.05;

  private final int width;

  /** The areas of each row; none where no edge crosses it, as on most of a page. */
  private final float[][] areas;

  Raster(int width, int height) {
    this.width = width;
    this.areas = new float[height][];
  }

  /** Adds a closed shape, in pixels. */
  void add(Shape shape) {
    PathIterator path = shape.getPathIterator(null, FLATNESS);
    double[] to = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> {
          line(x, y, startX, startY);
          startX = to[0];
          startY = to[1];
          x = startX;
          y = startY;
        }
        case PathIterator.SEG_LINETO -> {
          line(x, y, to[0], to[1]);
          x = to[0];
          y = to[1];
        }
        default -> {
          line(x, y, startX, startY);
          x = startX;
          y = startY;
        }
      }
    }
    line(x, y, startX, startY);
  }

  private void line(double x0, double y0, double x1, double y1) {
    if (y0 == y1) {
      return;
    }
    double sign = y0 < y1 ? 1 : -1;
    double top = Math.min(y0, y1);
    double bottom = Math.max(y0, y1);
    double slope = (x1 - x0) / (y1 - y0);
    for (int row = Math.max(0, (int) top); row < areas.length && row < bottom; row++) {
      double from = Math.max(top, row);
      double to = Math.min(bottom, row + 1);
      double a = x0 + (from - y0) * slope;
      double b = x0 + (to - y0) * slope;
      span(row, Math.min(a, b), Math.max(a, b), sign * (to - from));
    }
  }

  /** An edge of this height within one row, from the one x to the other. */
  private void span(int row, double left, double right, double height) {
    if (areas[row] == null) {
      areas[row] = new float[this.width + 2];
    }
    float[] area = areas[row];
    int first = clamp((int) Math.floor(left));
    int last = clamp((int) Math.floor(right));
    double width = right - left;
    double before = 0;
    for (int pixel = first; pixel <= last; pixel++) {
      // The share of the edge up to this pixel's right side, and the area to the right of it.
      double l = Math.max(left, pixel);
      double r = Math.min(right, pixel + 1.0);
      double share = width == 0 ? 1 : Math.max(0, (r - l) / width);
      double covered = share * height * (pixel + 1 - (l + r) / 2);
      area[pixel] += (float) (covered + before);
      before = share * height - covered;
    }
    area[last + 1] += (float) before;
  }

  private int clamp(int x) {
    return Math.max(0, Math.min(width, x));
  }

  /**
   * Puts the shapes into a picture.
   *
   * @param pixels a byte each, row by row; those that are not covered stay
   * @param first the number of the shade of nothing
   * @param last the number of the shade of a pixel that is covered altogether
   */
  void shade(byte[] pixels, int first, int last) {
    for (int row = 0; row < areas.length; row++) {
      float[] area = areas[row];
      float sum = 0;
      for (int x = 0; area != null && x < width; x++) {
        sum += area[x];
        int shade = Math.round(Math.min(1, Math.abs(sum)) * (last - first));
        if (shade > 0) {
          pixels[row * width + x] = (byte) (first + shade);
        }
      }
    }
  }
}
