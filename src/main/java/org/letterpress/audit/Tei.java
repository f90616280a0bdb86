package org.letterpress.audit;

import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;

/** Small questions to ask of a TEI element. */
final class Tei {

  static final Set<String> REGISTERS =
      Set.of("listPerson", "listPlace", "listOrg", "listEvent", "listRelation");

  static final Set<String> BLOCKS =
      names(
          "ab address addrLine argument attachment back body byline caption cell closer "
              + "dateline div docAuthor docDate docEdition docImprint docTitle epigraph figure "
              + "floatingText front head imprimatur item l label lg list listBibl opener p "
              + "postscript quote q cit row salute signed sp speaker stage table text titlePage "
              + "titlePart trailer div1 div2 div3 div4 div5 div6 div7 group");

  /** Each begins a paragraph, as editors count. */
  static final Set<String> PARAGRAPHS =
      names("ab address byline dateline head item lg p row salute signed trailer");

  /** White space between their children is the encoder's, not the writer's. */
  static final Set<String> NO_TEXT_OF_THEIR_OWN =
      names("choice subst app list table row lg body text div");

  private static final Set<String> SOURCE_SIDE = Set.of("sic", "orig", "abbr", "unclear");

  private static final Set<String> KNOWN_SIDES =
      Set.of("sic", "orig", "abbr", "corr", "reg", "expan");

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private Tei() {}

  /** The names in a text, parted by spaces. */
  static Set<String> names(String text) {
    return Set.of(text.split(" ", -1));
  }

  /** Whether an element is the side of a choice that stands in the source. */
  static boolean isSource(XdmNode side) {
    return SOURCE_SIDE.contains(name(side));
  }

  /** Whether an element is a side of a choice that is the source's or the editors'. */
  static boolean isKnownSide(XdmNode side) {
    return KNOWN_SIDES.contains(name(side));
  }

  /** A note that is part of the running text. */
  static boolean isRunning(XdmNode note) {
    return value(note, new QName("rend")).equals("inline")
        || value(note, new QName("place")).equals("inline");
  }

  /** Whether a list of works is a register, since it has entries to which others can refer. */
  static boolean isRegisterOfWorks(XdmNode list) {
    return name(list).equals("listBibl")
        && name(list.getParent()).equals("back")
        && list.select(Steps.descendant().then(Steps.attribute(XML, "id"))).exists();
  }

  /** Whether a note belongs to a register, and not to the letter. */
  static boolean isInRegister(XdmNode note) {
    for (XdmNode a = note.getParent(); a != null; a = a.getParent()) {
      if (REGISTERS.contains(name(a)) || isRegisterOfWorks(a)) {
        return true;
      }
    }
    return false;
  }

  /** An attribute, empty where there is none. */
  static String value(XdmNode e, QName attribute) {
    String value = e.getAttributeValue(attribute);
    return value == null ? "" : value;
  }

  /** The local name; empty for what has none. */
  static String name(XdmNode node) {
    return node == null || node.getNodeName() == null ? "" : node.getNodeName().getLocalName();
  }
}
