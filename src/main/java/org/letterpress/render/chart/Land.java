package org.letterpress.render.chart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import org.letterpress.xml.Xml;

/** The land of the earth: {@code src/build/land/ORIGIN.md} says whose. */
final class Land {

  /** Steps that are shorter on paper than this are left out. */
  private static final double FINEST = 0.7;

  /** So far outside the drawing its edges are cut, so that no stroke shows there. */
  private static final double MARGIN = 4;

  private final List<List<double[]>> rings;

  /** Reads the coast lines. */
  Land() {
    this.rings =
        new String(Xml.resource("classpath:/org/letterpress/map/land.txt"), US_ASCII)
            .lines()
            .map(Land::ring)
            .toList();
  }

  /** A ring that goes on past 180° where the source begins again at -180°. */
  private static List<double[]> ring(String line) {
    String[] numbers = line.split(" ", -1);
    List<double[]> ring = new ArrayList<>(numbers.length / 2 + 2);
    double turn = 0;
    double last = Double.NaN;
    for (int i = 0; i < numbers.length; i += 2) {
      double longitude = Integer.parseInt(numbers[i]) / 100.0;
      if (Math.abs(longitude - last) > 180) {
        turn += longitude < last ? 360 : -360;
      }
      last = longitude;
      ring.add(new double[] {longitude + turn, Integer.parseInt(numbers[i + 1]) / 100.0});
    }
    if (turn != 0) {
      // The land round a pole: it is closed along the edge of the projection.
      double pole = ring.get(0)[1] < 0 ? -90 : 90;
      double[] first = ring.get(0);
      double[] end = ring.get(ring.size() - 1);
      ring.add(new double[] {end[0], pole});
      ring.add(new double[] {first[0], pole});
    }
    return ring;
  }

  /**
   * The land in a view as data of an SVG path, in tenths of the drawing's units, to be filled by
   * the rule "evenodd".
   */
  String path(View view) {
    StringBuilder path = new StringBuilder();
    for (List<double[]> ring : rings) {
      for (int turn = -360; turn <= 360; turn += 360) {
        List<double[]> points = new ArrayList<>(ring.size());
        for (double[] point : ring) {
          points.add(new double[] {view.x(point[0] + turn), view.y(point[1])});
        }
        draw(thinned(clipped(points, view)), path);
      }
    }
    return path.toString();
  }

  /** What of a polygon lies in the view: cut by one edge after the other (Sutherland, Hodgman). */
  private static List<double[]> clipped(List<double[]> polygon, View view) {
    List<double[]> inside = cut(polygon, 0, 1, -MARGIN);
    inside = cut(inside, 0, -1, -view.width() - MARGIN);
    inside = cut(inside, 1, 1, -MARGIN);
    return cut(inside, 1, -1, -view.height() - MARGIN);
  }

  /** Keeps what has {@code side × coordinate ≥ limit}. */
  private static List<double[]> cut(List<double[]> polygon, int axis, int side, double limit) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < polygon.size(); i++) {
      double[] from = polygon.get(i == 0 ? polygon.size() - 1 : i - 1);
      double[] to = polygon.get(i);
      double before = side * from[axis] - limit;
      double after = side * to[axis] - limit;
      if (before >= 0 != after >= 0) {
        double part = before / (before - after);
        kept.add(
            new double[] {from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])});
      }
      if (after >= 0) {
        kept.add(to);
      }
    }
    return kept;
  }

  private static List<double[]> thinned(List<double[]> points) {
    List<double[]> kept = new ArrayList<>();
    double[] last = null;
    for (double[] point : points) {
      if (last == null
          || Math.abs(point[0] - last[0]) >= FINEST
          || Math.abs(point[1] - last[1]) >= FINEST) {
        kept.add(point);
        last = point;
      }
    }
    return kept;
  }

  /** Appends a closed line: where it begins, then the steps from point to point. */
  private static void draw(List<double[]> points, StringBuilder path) {
    if (points.size() < 3) {
      return;
    }
    long x = Math.round(points.get(0)[0] * 10);
    long y = Math.round(points.get(0)[1] * 10);
    path.append('M').append(x).append(' ').append(y).append('l');
    for (double[] point : points.subList(1, points.size())) {
      long toX = Math.round(point[0] * 10);
      long toY = Math.round(point[1] * 10);
      path.append(toX - x).append(' ').append(toY - y).append(' ');
      x = toX;
      y = toY;
    }
    path.setCharAt(path.length() - 1, 'z');
  }
}
