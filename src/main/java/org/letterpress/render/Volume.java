package org.letterpress.render;

import java.util.List;
import org.letterpress.model.Letter;

/**
 * A product that holds letters which have products of their own as well.
 *
 * @param product the finished file
 * @param letters the letters that it holds, in order
 */
public record Volume(Product product, List<Letter> letters) {

  /** Keeps its own copy. */
  public Volume {
    letters = List.copyOf(letters);
  }
}
