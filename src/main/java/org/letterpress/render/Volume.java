package org.letterpress.render;

import java.util.List;
import java.util.function.Supplier;
import org.letterpress.model.Letter;

/**
 * A file that holds letters which have products of their own as well.
 *
 * @param path where it goes, as a product's
 * @param letters the letters that it holds, in order
 * @param make makes it; it is a pure function of the renderer's manner, the corpus document without
 *     the words about mentions, and the letters
 */
public record Volume(String path, List<Letter> letters, Supplier<byte[]> make) {

  /** Keeps its own copy. */
  public Volume {
    letters = List.copyOf(letters);
  }

  /** Makes it. */
  public Product product() {
    return new Product(path, make.get(), List.of());
  }
}
