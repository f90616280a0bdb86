package org.letterpress.render;

import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;

/**
 * What two wrote to each other.
 *
 * @param id its id, and the name of its files
 * @param letters in reading order
 */
record Correspondence(String id, List<Letter> letters) {

  /** Where its volumes go, without the ending. */
  String path() {
    return "correspondences/" + id;
  }

  /** Those that have volumes of their own: none where all letters belong to one. */
  static List<Correspondence> of(Corpus corpus) {
    List<XdmNode> all = corpus.document().select(Steps.path("*", "correspondence")).asListOfNodes();
    return all.size() < 2 ? List.of() : all.stream().map(one -> of(one, corpus)).toList();
  }

  private static Correspondence of(XdmNode one, Corpus corpus) {
    Set<String> ids = Set.of(one.attribute("letters").split(" "));
    return new Correspondence(
        one.attribute("id"),
        corpus.letters().stream().filter(letter -> ids.contains(letter.id())).toList());
  }
}
