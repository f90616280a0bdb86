package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.List;

/** Elements that an editor is likely to have forgotten round others. */
final class Wrappers {

  private static final List<String> LIKELY =
      List.of(
          "p",
          "opener",
          "closer",
          "list",
          "table",
          "row",
          "item",
          "cell",
          "lg",
          "l",
          "revisionDesc",
          "titleStmt",
          "respStmt",
          "availability",
          "correspDesc",
          "correspAction",
          "langUsage",
          "profileDesc",
          "encodingDesc",
          "editorialDecl",
          "listPerson",
          "listPlace",
          "listOrg",
          "listBibl",
          "listEvent",
          "body",
          "text",
          "div",
          "figure",
          "address",
          "addrLine",
          "bibl");

  private Wrappers() {}

  /** Those that may stand in a state, the likeliest first. */
  static List<Name> in(State state) {
    return LIKELY.stream()
        .flatMap(
            local -> state.elements().stream().filter(name -> name.getLocalName().equals(local)))
        .toList();
  }

  /** The state within such an element, if it needs no attributes. */
  static State inside(State state, Name wrapper) {
    State open = state.open(wrapper);
    return open == null || !open.closesStartTag() ? null : open.recoverStartTag();
  }
}
