package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Elements that an editor is likely to have forgotten round others. */
final class Wrappers {

  /**
   * What goes round what.
   *
   * @param wrapper the element that was forgotten
   * @param within the elements that make one think of it; none where any inline element does
   */
  private record Pair(String wrapper, Set<String> within) {
    private Pair(String wrapper, String... within) {
      this(wrapper, Set.of(within));
    }
  }

  /** The likelier first. */
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("list", "item"),
          new Pair("table", "row"),
          new Pair("row", "cell"),
          new Pair("lg", "l"),
          new Pair("closer", "signed", "salute", "dateline"),
          new Pair("opener", "salute", "dateline"),
          new Pair("item", "p"),
          new Pair("postscript", "p"),
          new Pair("address", "addrLine"),
          new Pair("figure", "figDesc", "graphic"),
          new Pair("revisionDesc", "change"),
          new Pair("titleStmt", "title"),
          new Pair("respStmt", "resp"),
          new Pair("availability", "licence"),
          new Pair("correspDesc", "correspAction"),
          new Pair("langUsage", "language"),
          new Pair("profileDesc", "langUsage", "correspDesc", "textClass", "creation"),
          new Pair("encodingDesc", "editorialDecl", "projectDesc"),
          new Pair("fileDesc", "titleStmt"),
          new Pair("listPerson", "person"),
          new Pair("listPlace", "place"),
          new Pair("listOrg", "org"),
          new Pair("listEvent", "event"),
          new Pair("body", "p", "div", "opener"),
          new Pair("text", "body"));

  /** What goes round words and inline elements. */
  private static final List<String> ROUND_WORDS =
      List.of("p", "item", "cell", "addrLine", "l", "change", "head", "ab");

  /** Elements that a paragraph may hold, but that don't ask for one. */
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "ab",
          "div",
          "item",
          "row",
          "cell",
          "l",
          "lg",
          "list",
          "table",
          "closer",
          "opener",
          "postscript",
          "head",
          "trailer",
          "salute",
          "signed",
          "dateline",
          "listPerson",
          "desc");

  private Wrappers() {}

  /** Those that may stand in a state and make sense round an item, the likeliest first. */
  static List<Name> of(Item item, State state) {
    List<String> wanted = new ArrayList<>();
    String local = item instanceof Item.Element element ? element.local() : "";
    for (Pair pair : PAIRS) {
      if (pair.within().contains(local)) {
        wanted.add(pair.wrapper());
      }
    }
    if (!BLOCKS.contains(local)) {
      wanted.addAll(ROUND_WORDS);
    }
    Set<Name> possible = state.elements();
    return wanted.stream()
        .flatMap(name -> possible.stream().filter(one -> one.getLocalName().equals(name)))
        .toList();
  }

  /** The state within such an element, if it needs no attributes. */
  static State inside(State state, Name wrapper) {
    State open = state.open(wrapper);
    return open == null || !open.closesStartTag() ? null : open.recoverStartTag();
  }
}
