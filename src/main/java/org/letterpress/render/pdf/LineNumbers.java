package org.letterpress.render.pdf;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.fop.accessibility.StructureTreeElement;

/**
 * Counts the lines of each letter's running text, over its pages. Headings, tables, captions, notes
 * and the program's words don't count; a line of verse that is turned over counts as printed.
 */
final class LineNumbers {

  private int every;
  private Optional<StructureTreeElement> letter = Optional.empty();
  private int count;

  /** Says that each of so many lines is to be numbered; none where it is 0. */
  void every(int lines) {
    every = lines;
  }

  /**
   * The number that stands beside the line.
   *
   * @param line the next in the order of reading, with all its words
   */
  OptionalInt beside(Line line) {
    Optional<StructureTreeElement> of = every > 0 ? line.letter() : Optional.empty();
    if (of.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!of.equals(letter)) {
      letter = of;
      count = 0;
    }
    count++;
    return count % every == 0 ? OptionalInt.of(count) : OptionalInt.empty();
  }
}
