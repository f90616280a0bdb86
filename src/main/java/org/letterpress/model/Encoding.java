package org.letterpress.model;

import java.util.List;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XdmNode;

/**
 * A register entry's own element, as the source has it.
 *
 * @param digest of all that it says
 * @param leadsTo the ids that it refers to, of other entries perhaps
 * @param element the element, in a tree with the others of its file; each time it may be another
 *     tree
 */
public record Encoding(String digest, List<String> leadsTo, Supplier<XdmNode> element) {

  /** Keeps its own copy. */
  public Encoding {
    leadsTo = List.copyOf(leadsTo);
  }
}
