package org.letterpress.render;

import java.util.List;
import java.util.stream.Stream;
import org.letterpress.model.Letter;

/** Makes one edition of one corpus. Safe for use by several threads. */
public interface Renderer {

  /** Which edition it makes. */
  Format format();

  /** The edition of one letter: a pure function of the letter and the corpus. */
  Product letter(Letter letter);

  /** The files that stand beside a letter's edition and hold its words in other forms. */
  default List<Product> beside(Letter letter) {
    return List.of();
  }

  /**
   * The files that hold letters once more, of those that were made, each made as it is asked for.
   */
  default Stream<Volume> volumes() {
    return Stream.empty();
  }

  /** The files that are no letter's, each made as it is asked for: indexes, style sheets, fonts. */
  default Stream<Product> others() {
    return Stream.empty();
  }
}
