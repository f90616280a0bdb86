package org.letterpress.render.chart;

import java.util.Collection;

/**
 * A part of the earth on paper, in Mercator's projection: angles stay true, so that coasts look as
 * readers know them.
 *
 * @param left the western edge, in degrees
 * @param top the northern edge as {@link #mercator} has it
 * @param scale units of the drawing a degree of longitude
 * @param width of the drawing
 * @param height of the drawing
 */
record View(double left, double top, double scale, int width, int height) {

  /** What the drawings are wide. */
  static final int WIDTH = 960;

  /** No closer than this many degrees across: the coast lines would be coarse. */
  private static final double NARROWEST = 5;

  /** Nothing but ice lies beyond, and the projection never ends. */
  private static final double POLAR = 78;

  private static final double FLATTEST = 0.45;
  private static final double TALLEST = 0.8;

  /** The smallest view with room around all the points. */
  static View around(Collection<Place> places) {
    double west = places.stream().mapToDouble(Place::longitude).min().orElse(-180);
    double east = places.stream().mapToDouble(Place::longitude).max().orElse(180);
    double south = places.stream().mapToDouble(p -> mercator(p.latitude())).min().orElse(-60);
    double north = places.stream().mapToDouble(p -> mercator(p.latitude())).max().orElse(75);
    double across = Math.min(360, Math.max(NARROWEST, (east - west) * 1.16));
    double down = Math.max((north - south) * 1.2, across * FLATTEST);
    across = Math.min(360, Math.max(across, down / TALLEST));
    double left = Math.max(-180, Math.min(180 - across, (west + east - across) / 2));
    double highest = mercator(POLAR);
    double top = Math.min(highest, (south + north + down) / 2);
    down = Math.min(down, top + highest);
    double scale = WIDTH / across;
    return new View(left, top, scale, WIDTH, (int) Math.round(down * scale));
  }

  /** Latitude in the units of longitude. */
  static double mercator(double latitude) {
    double angle = Math.max(-POLAR, Math.min(POLAR, latitude)) * Math.PI / 180;
    return StrictMath.log(StrictMath.tan(Math.PI / 4 + angle / 2)) * 180 / Math.PI;
  }

  double x(double longitude) {
    return (longitude - left) * scale;
  }

  double y(double latitude) {
    return (top - mercator(latitude)) * scale;
  }

  /** Whether a place lies in it. */
  boolean shows(Place place) {
    double x = x(place.longitude());
    double y = y(place.latitude());
    return x >= 0 && x <= width && y >= 0 && y <= height;
  }
}
