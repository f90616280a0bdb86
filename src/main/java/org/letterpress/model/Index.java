package org.letterpress.model;

import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XsltExecutable;
import org.letterpress.xml.Xml;

/** The functions of {@code xslt/index.xsl}. Safe for use by several threads. */
final class Index {

  private final XsltExecutable stylesheet;

  /** Compiles the stylesheet if this run has not yet done so. */
  Index(Xml xml) {
    this.stylesheet = xml.stylesheet(Xml.XSLT + "index.xsl");
  }

  /**
   * What a function gives.
   *
   * @param function its name in the namespace of public functions
   */
  XdmValue call(String function, XdmValue... arguments) {
    try {
      return stylesheet
          .load30()
          .callFunction(new QName("urn:letterpress:functions", function), arguments);
    } catch (SaxonApiException e) {
      throw new IllegalStateException("index.xsl failed in f:" + function, e);
    }
  }
}
