package org.letterpress.render;

import java.util.stream.Stream;
import org.letterpress.model.Letter;

/** Makes one edition of one corpus. Safe for use by several threads. */
public interface Renderer {

  /** Which edition it makes. */
  Format format();

  /** The edition of one letter: a pure function of the letter and the corpus. */
  Product letter(Letter letter);

  /** The files that are no letter's, each made as it is asked for: indexes, style sheets, fonts. */
  default Stream<Product> others() {
    return Stream.empty();
  }
}
