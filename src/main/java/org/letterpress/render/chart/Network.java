package org.letterpress.render.chart;

import java.util.List;

/**
 * Lays out who wrote to whom: those who wrote to each other stand near each other. All begin on a
 * circle in their given order and move by forces (Fruchterman and Reingold 1991) for a fixed number
 * of steps, so that the same letters give the same picture.
 */
final class Network {

  private static final int STEPS = 400;

  /** Two that wrote to each other, by their places in the list. */
  record Tie(int from, int to, int letters) {}

  private final double[] x;
  private final double[] y;

  /**
   * Finds the places.
   *
   * @param parties how many there are
   * @param ties whom letters join
   */
  Network(int parties, List<Tie> ties) {
    this.x = new double[parties];
    this.y = new double[parties];
    for (int i = 0; i < parties; i++) {
      double angle = 2 * Math.PI * i / parties;
      x[i] = StrictMath.cos(angle);
      y[i] = StrictMath.sin(angle);
    }
    double near = 2 / Math.sqrt(Math.max(1, parties));
    for (int step = 0; step < STEPS; step++) {
      move(ties, near, 0.2 * (1 - (double) step / STEPS));
    }
  }

  private void move(List<Tie> ties, double near, double furthest) {
    int count = x.length;
    double[] pushX = new double[count];
    double[] pushY = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double square = Math.max(1e-6, dx * dx + dy * dy);
        pushX[i] += dx * near * near / square;
        pushY[i] += dy * near * near / square;
      }
      // Parts that no letter joins would drift away.
      pushX[i] -= 0.5 * x[i];
      pushY[i] -= 0.5 * y[i];
    }
    for (Tie tie : ties) {
      double dx = x[tie.from] - x[tie.to];
      double dy = y[tie.from] - y[tie.to];
      double pull = Math.sqrt(dx * dx + dy * dy) / near;
      pushX[tie.from] -= dx * pull;
      pushY[tie.from] -= dy * pull;
      pushX[tie.to] += dx * pull;
      pushY[tie.to] += dy * pull;
    }
    for (int i = 0; i < count; i++) {
      double length = Math.sqrt(pushX[i] * pushX[i] + pushY[i] * pushY[i]);
      double part = length > furthest ? furthest / length : 1;
      x[i] += pushX[i] * part;
      y[i] += pushY[i] * part;
    }
  }

  /** Where one stands from left to right, from 0 to 1. */
  double x(int party) {
    return within(x, party);
  }

  /** Where one stands from top to bottom, from 0 to 1. */
  double y(int party) {
    return within(y, party);
  }

  private static double within(double[] all, int one) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (double value : all) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most > least ? (all[one] - least) / (most - least) : 0.5;
  }
}
