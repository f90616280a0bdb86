package org.letterpress.model;

import java.util.List;
import net.sf.saxon.s9api.XdmNode;

/**
 * Everything that the editions are made from.
 *
 * @param edition the edition's own header
 * @param letters the letters and the parts of volumes, in reading order
 * @param entries in order of kind and name
 * @param document the same as one document for the stylesheets (docs/architecture.md)
 */
public record Corpus(Edition edition, List<Letter> letters, List<Entry> entries, XdmNode document) {

  /** Keeps its own copies. */
  public Corpus {
    letters = List.copyOf(letters);
    entries = List.copyOf(entries);
  }
}
