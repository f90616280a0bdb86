package org.letterpress.audit;

import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;

/** Small questions to ask of a TEI element. */
final class Tei {

  static final Set<String> REGISTERS =
      Set.of("listPerson", "listPlace", "listOrg", "listEvent", "listRelation");

  private static final Set<String> SOURCE_SIDE = Set.of("sic", "orig", "abbr", "unclear");

  private Tei() {}

  /** The names in a text, parted by spaces. */
  static Set<String> names(String text) {
    return Set.of(text.split(" ", -1));
  }

  /** Whether an element is the side of a choice that stands in the source. */
  static boolean isSource(XdmNode side) {
    return SOURCE_SIDE.contains(name(side));
  }

  /** A note that is part of the running text. */
  static boolean isRunning(XdmNode note) {
    return value(note, new QName("rend")).equals("inline")
        || value(note, new QName("place")).equals("inline");
  }

  /** Whether a note belongs to a register, and not to the letter. */
  static boolean isInRegister(XdmNode note) {
    for (XdmNode a = note.getParent(); a != null; a = a.getParent()) {
      if (REGISTERS.contains(name(a))
          || (name(a).equals("listBibl") && name(a.getParent()).equals("back"))) {
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
