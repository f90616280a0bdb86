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
 * @param outlined makes the outline of that
 */
public record Corpus(
    Edition edition,
    List<Letter> letters,
    List<Entry> entries,
    XdmNode document,
    Soft<XdmNode> outlined) {

  /** Keeps its own copies. */
  public Corpus {
    letters = List.copyOf(letters);
    entries = List.copyOf(entries);
  }

  /**
   * The document without what is shown of register entries on their own pages alone, and without
   * the words about mentions: what is made of it stands when these change. Where a stylesheet of
   * the user's may show anything anywhere, the whole document.
   */
  public XdmNode outline() {
    return outlined.get();
  }
}
