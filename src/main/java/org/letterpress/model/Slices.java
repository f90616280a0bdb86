package org.letterpress.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.Xml;

/**
 * What each letter's edition may know of the rest of the corpus: a corpus document of its own, cut
 * out of the whole by {@code xslt/core/index/slices.xsl}. Safe for use by several threads.
 */
public final class Slices {

  private final Index index;
  private final XdmNode corpus;
  private final Soft<Set<String>> ids;

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param corpus the whole corpus document, or its outline
   */
  public Slices(Xml xml, XdmNode corpus) {
    this.index = new Index(xml);
    this.corpus = corpus;
    this.ids = new Soft<>(() -> ids(corpus));
  }

  /** Letters, parts and entries are the root's children. */
  private static Set<String> ids(XdmNode corpus) {
    return corpus
        .select(Steps.child().then(Steps.child()).then(Steps.attribute("id")))
        .map(XdmNode::getStringValue)
        .collect(Collectors.toSet());
  }

  /** The corpus document of one letter. */
  public XdmNode of(Letter letter) {
    return letter.slice(corpus, () -> cut(letter));
  }

  /** The ids of the register entries in a slice. */
  public static List<String> entries(XdmNode slice) {
    return slice
        .select(Steps.descendant("entry").then(Steps.attribute("id")))
        .map(XdmNode::getStringValue)
        .toList();
  }

  private XdmNode cut(Letter letter) {
    // A stylesheet would look up each of very many words.
    String named =
        Stream.of(letter.named().split(" "))
            .filter(ids.get()::contains)
            .collect(Collectors.joining(" "));
    return (XdmNode)
        index.call("slice", corpus, new XdmAtomicValue(letter.id()), new XdmAtomicValue(named));
  }

  /**
   * The outline of a corpus document ({@link Corpus#outline}).
   *
   * @param corpus the whole
   */
  public static Soft<XdmNode> outline(Xml xml, XdmNode corpus) {
    return xml.isLayered()
        ? Soft.kept(corpus)
        : new Soft<>(() -> (XdmNode) new Index(xml).call("outline", corpus));
  }
}
