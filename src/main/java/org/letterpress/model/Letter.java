package org.letterpress.model;

import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;

/**
 * A letter of the edition.
 *
 * @param id its name in the edition: the stem of its files, the last step of its address
 * @param title as its header has it
 * @param lang BCP 47
 * @param file the file that it stands in
 * @param normalised the normalised letter, in {@code lp:letter}
 */
public record Letter(String id, String title, String lang, SourceFile file, XdmNode normalised) {

  /** The names of the elements that no rule of normalisation knows, one for each occurrence. */
  public List<String> unknownElements() {
    return normalised
        .select(Steps.descendant(Predicates.attributeEq("type", "unknown")))
        .map(element -> element.attribute("subtype"))
        .toList();
  }
}
