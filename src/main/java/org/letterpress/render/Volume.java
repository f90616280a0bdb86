package org.letterpress.render;

import java.util.List;
import java.util.function.Supplier;
import org.letterpress.model.Letter;

/**
 * A file that holds letters which have products of their own as well.
 *
 * @param path where it goes, as a product's
 * @param letters the letters that it holds, in order
 * @param entries the ids of the register entries that it shows beside those that its letters name
 * @param make makes it; it is a pure function of the renderer's manner, those entries, the letters,
 *     and all but entries in the corpus document's outline ({@code model.Slices})
 */
public record Volume(
    String path, List<Letter> letters, List<String> entries, Supplier<byte[]> make) {

  /** Keeps its own copies. */
  public Volume {
    letters = List.copyOf(letters);
    entries = List.copyOf(entries);
  }

  /** Makes it. */
  public Product product() {
    return new Product(path, make.get(), List.of());
  }
}
