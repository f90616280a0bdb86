package org.letterpress.render;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;

/**
 * Files that tell of the edition and not of one letter: the lists, a register, an entry's page.
 *
 * @param name which of the renderer's listings it is
 * @param part what of the corpus document they are made of; all but the words about mentions if
 *     nothing is said
 * @param make makes the files, each as the stream comes to it; they are a pure function of the
 *     renderer's manner and that
 */
public record Listing(String name, Optional<Part> part, Supplier<Stream<Product>> make) {

  /**
   * A part of the corpus document.
   *
   * @param mentioned the ids of the register entries about whose mentions it has the words
   * @param document makes it; a pure function of the renderer's manner, of those words and of all
   *     else in the corpus document
   */
  public record Part(List<String> mentioned, Supplier<XdmNode> document) {

    /** Keeps its own copy. */
    public Part {
      mentioned = List.copyOf(mentioned);
    }
  }
}
