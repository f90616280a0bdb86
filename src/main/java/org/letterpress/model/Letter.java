package org.letterpress.model;

import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;

/**
 * A letter of the edition, or a part of a volume: words of it that belong to no letter.
 *
 * @param id its name in the edition: the stem of its files, the last step of its address
 * @param kind whether it is a letter or a part
 * @param title as its header has it
 * @param lang BCP 47
 * @param file the file that it stands in
 * @param source its element in the file's tree: a TEI element, a text, a division, front or back
 * @param without elements in its source that are letters or parts themselves, and not of its own
 * @param encoding its TEI as a file: the file's own bytes, or, of a volume, this letter alone
 * @param normalised the normalised letter, in {@code lp:letter}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; bytes are handed on, not changed
public record Letter(
    String id,
    Kind kind,
    String title,
    String lang,
    SourceFile file,
    XdmNode source,
    Set<XdmNode> without,
    byte[] encoding,
    XdmNode normalised) {

  /** A letter, or which part of a volume. */
  public enum Kind {
    LETTER,
    FRONT,
    CHAPTER,
    BACK
  }

  /** Keeps its own copy. */
  public Letter {
    without = Set.copyOf(without);
  }

  /** The names of the elements that no rule of normalisation knows, one for each occurrence. */
  public List<String> unknownElements() {
    return normalised
        .select(Steps.descendant(Predicates.attributeEq("type", "unknown")))
        .map(element -> element.attribute("subtype"))
        .toList();
  }
}
