package org.letterpress.xml;

import net.sf.saxon.s9api.XdmNode;
import org.letterpress.finding.Finding;

/** What came of reading a file: a tree, or the reason why there is none. */
public sealed interface Parsed {

  /**
   * The file is well-formed.
   *
   * @param document the tree, with line numbers
   */
  record Tree(XdmNode document) implements Parsed {}

  /**
   * The file could not be read as XML.
   *
   * @param finding why, and where
   */
  record Broken(Finding finding) implements Parsed {}
}
