package org.letterpress.model;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.Xml;

/**
 * What each letter's edition may know of the rest of the corpus: a corpus document of its own, cut
 * out of the whole by {@code xslt/core/index/slices.xsl}. Safe for use by several threads.
 */
public final class Slices {

  private final XsltExecutable index;
  private final XdmNode corpus;
  private final Set<String> ids;

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param corpus the whole corpus document, or its outline
   */
  public Slices(Xml xml, XdmNode corpus) {
    this.index = xml.stylesheet(Xml.XSLT + "index.xsl");
    this.corpus = corpus;
    // Letters, parts and entries are the root's children.
    this.ids =
        corpus
            .select(Steps.child().then(Steps.child()).then(Steps.attribute("id")))
            .map(XdmNode::getStringValue)
            .collect(Collectors.toSet());
  }

  /** The corpus document of one letter. */
  public XdmNode of(Letter letter) {
    return letter.slice(corpus, () -> cut(letter));
  }

  private XdmNode cut(Letter letter) {
    // A stylesheet would look up each of very many words.
    String named =
        Stream.of(letter.named().split(" ")).filter(ids::contains).collect(Collectors.joining(" "));
    return call(index, "slice", corpus, new XdmAtomicValue(letter.id()), new XdmAtomicValue(named));
  }

  /**
   * The outline of a corpus document ({@link Corpus#outline}).
   *
   * @param corpus the whole
   */
  public static Soft<XdmNode> outline(Xml xml, XdmNode corpus) {
    return xml.isLayered()
        ? Soft.kept(corpus)
        : new Soft<>(() -> call(xml.stylesheet(Xml.XSLT + "index.xsl"), "outline", corpus));
  }

  private static XdmNode call(XsltExecutable index, String function, XdmValue... arguments) {
    try {
      return (XdmNode)
          index.load30().callFunction(new QName("urn:letterpress:functions", function), arguments);
    } catch (SaxonApiException e) {
      throw new IllegalStateException("index.xsl failed in f:" + function, e);
    }
  }
}
