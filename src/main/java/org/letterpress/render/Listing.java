package org.letterpress.render;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Files that tell of the edition and not of one letter: a list, a register, an entry's page.
 *
 * @param name which of the renderer's listings it is
 * @param entries the ids of the register entries of which it says more than the corpus document's
 *     outline ({@code model.Slices}) does
 * @param quotes whether it shows the words about the mentions of these too
 * @param make makes the files, each as the stream comes to it; they are a pure function of the
 *     renderer's manner, the outline, and those entries and words
 */
public record Listing(
    String name, List<String> entries, boolean quotes, Supplier<Stream<Product>> make) {

  /** Keeps its own copy. */
  public Listing {
    entries = List.copyOf(entries);
  }
}
