package org.letterpress.model;

import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XsltExecutable;
import org.letterpress.xml.Xml;

/**
 * What each letter's edition may know of the rest of the corpus: a corpus document of its own, cut
 * out of the whole by {@code xslt/core/index/slices.xsl}. Safe for use by several threads.
 */
public final class Slices {

  private final XsltExecutable index;
  private final XdmNode corpus;

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param corpus the whole corpus document
   */
  public Slices(Xml xml, XdmNode corpus) {
    this.index = xml.stylesheet(Xml.XSLT + "index.xsl");
    this.corpus = corpus;
  }

  /** The corpus document of one letter. */
  public XdmNode of(Letter letter) {
    try {
      return (XdmNode)
          index
              .load30()
              .callFunction(
                  new QName("urn:letterpress:functions", "slice"),
                  new XdmValue[] {
                    corpus, new XdmAtomicValue(letter.id()), new XdmAtomicValue(letter.named())
                  });
    } catch (SaxonApiException e) {
      throw new IllegalStateException("No slice for " + letter.id(), e);
    }
  }
}
