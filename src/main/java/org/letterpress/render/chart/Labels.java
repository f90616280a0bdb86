package org.letterpress.render.chart;

import java.util.ArrayList;
import java.util.List;

/** Finds room for names beside their marks: no two overlap, none covers a mark. */
final class Labels {

  /** Where a name stands, seen from its mark; {@code NONE} where there is no room. */
  enum Side {
    RIGHT,
    LEFT,
    ABOVE,
    BELOW,
    NONE
  }

  private static final double SIZE = 13;

  /** How wide a letter is on average; rather too much than too little. */
  private static final double ADVANCE = 0.52 * SIZE;

  private static final double GAP = 3;

  private record Box(double left, double top, double right, double bottom) {

    boolean holds(double x, double y) {
      return left <= x && x <= right && top <= y && y <= bottom;
    }

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final double width;
  private final double height;
  private final List<Box> marks = new ArrayList<>();
  private final List<Box> taken = new ArrayList<>();

  Labels(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Keeps the room of a mark free. All marks come before the first name. */
  void mark(double x, double y, double radius) {
    marks.add(new Box(x - radius, y - radius, x + radius, y + radius));
  }

  /** How far from its mark's centre a name begins: outside of all marks that lie on that point. */
  double away(double x, double y) {
    return GAP
        + marks.stream()
            .filter(mark -> mark.holds(x, y))
            .mapToDouble(mark -> Math.max(mark.right - x, mark.bottom - y))
            .max()
            .orElse(0);
  }

  /** Takes the first free side for a name. The more important come first. */
  Side place(String name, double x, double y) {
    double length = name.codePointCount(0, name.length()) * ADVANCE;
    double away = away(x, y);
    for (Side side : List.of(Side.RIGHT, Side.LEFT, Side.ABOVE, Side.BELOW)) {
      Box box =
          switch (side) {
            case RIGHT -> new Box(x + away, y - SIZE / 2, x + away + length, y + SIZE / 2);
            case LEFT -> new Box(x - away - length, y - SIZE / 2, x - away, y + SIZE / 2);
            case ABOVE -> new Box(x - length / 2, y - away - SIZE, x + length / 2, y - away);
            default -> new Box(x - length / 2, y + away, x + length / 2, y + away + SIZE);
          };
      boolean within = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
      if (within && marks.stream().noneMatch(box::meets) && taken.stream().noneMatch(box::meets)) {
        taken.add(box);
        return side;
      }
    }
    return Side.NONE;
  }
}
