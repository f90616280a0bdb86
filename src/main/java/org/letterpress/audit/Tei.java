package org.letterpress.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.Xml;

/** Small questions to ask of a TEI element. */
final class Tei {

  static final QName LANG = new QName("xml", "http://www.w3.org/XML/1998/namespace", "lang");

  private static final Set<String> LISTS =
      Set.of("listPerson", "listPlace", "listOrg", "listEvent", "listRelation");

  /** What such lists hold: nothing of it runs together. */
  static final Set<String> ENTRIES = names("person personGrp place org event relation");

  /** Those that the edition's registers show, where they have an id. */
  private static final Set<String> REGISTERED = names("person place org event bibl biblStruct");

  static final Set<String> BLOCKS =
      names(
          "ab address addrLine argument attachment back body byline caption cell closer "
              + "dateline div docAuthor docDate docEdition docImprint docTitle epigraph figure "
              + "floatingText front head imprimatur item l label lg list listBibl opener p "
              + "postscript quote q cit row salute signed sp speaker stage table text titlePage "
              + "titlePart trailer div1 div2 div3 div4 div5 div6 div7 group listPerson listPlace "
              + "listOrg listEvent listRelation");

  /** Each begins a paragraph, as editors count. */
  static final Set<String> PARAGRAPHS =
      names("ab address byline dateline head item lg p row salute signed trailer");

  /** White space between their children is the encoder's, not the writer's. */
  static final Set<String> NO_TEXT_OF_THEIR_OWN =
      names(
          "choice subst app list table row lg body text div listPerson listPlace listOrg "
              + "listEvent listRelation person personGrp place org event relation");

  private static final Set<String> SILENT =
      names("pb cb gb lb anchor milestone handShift damageSpan");

  private static final Set<String> MAY_BE_SILENT = names("addSpan delSpan space");

  private static final Pattern ALIGNED = Pattern.compile("\\b(left|right|center)\\b");

  private static final Set<String> SOURCE_SIDE = Set.of("sic", "orig", "abbr", "unclear");

  private static final Set<String> KNOWN_SIDES =
      Set.of("sic", "orig", "abbr", "corr", "reg", "expan");

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

  /** A note that is part of the running text, or of an entry in a list. */
  static boolean isRunning(XdmNode note) {
    String parent = name(note.getParent());
    return value(note, new QName("rend")).equals("inline")
        || value(note, new QName("place")).equals("inline")
        || LISTS.contains(parent)
        || ENTRIES.contains(parent);
  }

  /**
   * Whether a list is a register or stands in one: each of its words belongs to an entry with an
   * id, so that the edition's registers have it. The rule is that of {@code f:is-register}.
   */
  static boolean isRegister(XdmNode list) {
    if (!LISTS.contains(name(list)) && !name(list).equals("listBibl")) {
      return false;
    }
    XdmNode outermost = null;
    for (XdmNode a = list; a != null; a = a.getParent()) {
      if (LISTS.contains(name(a))
          || (name(a).equals("listBibl") && name(a.getParent()).equals("back"))) {
        outermost = a;
      }
    }
    return outermost != null
        && !outermost
            .select(
                Steps.descendant(Predicates.isText())
                    .where(text -> !text.getStringValue().isBlank() && !isRegistered(text)))
            .exists();
  }

  private static boolean isRegistered(XdmNode node) {
    return node.select(
            Steps.ancestor(Predicates.isElement())
                .where(a -> REGISTERED.contains(name(a)) && !value(a, Xml.ID).isEmpty()))
        .exists();
  }

  /**
   * The readings of an apparatus entry, or of a choice of which no side is the source's or the
   * editors', the chosen one first.
   */
  static List<XdmNode> readings(XdmNode entry) {
    boolean isChoice = name(entry).equals("choice");
    List<XdmNode> readings = new ArrayList<>();
    for (XdmNode child : elements(entry)) {
      if (name(child).equals("rdgGrp")) {
        elements(child).stream().filter(Tei::isReading).forEach(readings::add);
      } else if (isChoice || isReading(child)) {
        readings.add(child);
      }
    }
    readings.stream()
        .filter(reading -> isChoice ? isSource(reading) : name(reading).equals("lem"))
        .findFirst()
        .ifPresent(
            chosen -> {
              readings.remove(chosen);
              readings.add(0, chosen);
            });
    return readings;
  }

  private static boolean isReading(XdmNode e) {
    return name(e).equals("lem") || name(e).equals("rdg");
  }

  /** The witnesses that have a reading, by their ids, and what stands round them. */
  static String witnesses(XdmNode reading, String before, String after) {
    String ids = Fold.line(value(reading, new QName("wit")).replaceAll("\\S*#", ""));
    return ids.isEmpty() ? "" : before + ids + after;
  }

  /** The outermost texts of a document or a TEI element; a letter's division is its own text. */
  static List<XdmNode> texts(XdmNode letter) {
    List<XdmNode> texts = new ArrayList<>();
    if (!name(letter).equals("text")) {
      find(letter, texts);
    }
    return texts.isEmpty() ? List.of(letter) : texts;
  }

  private static void find(XdmNode node, List<XdmNode> texts) {
    for (XdmNode child : elements(node)) {
      if (name(child).equals("text")) {
        texts.add(child);
      } else {
        find(child, texts);
      }
    }
  }

  /** The elements in a node. */
  static List<XdmNode> elements(XdmNode parent) {
    return parent.select(Steps.child(Predicates.isElement())).asList();
  }

  /** Whether a segment stands in lines of its own. */
  static boolean isSetApart(XdmNode seg) {
    return value(seg, new QName("type")).equals("letterhead")
        || ALIGNED.matcher(value(seg, new QName("rend"))).find();
  }

  /**
   * Whether a node is more than white space and breaks; the rule is that of {@code
   * fp:says-something}.
   */
  static boolean saysSomething(XdmNode node) {
    return switch (node.getNodeKind()) {
      case TEXT -> !node.getStringValue().isBlank();
      case ELEMENT ->
          !(SILENT.contains(name(node))
              || (MAY_BE_SILENT.contains(name(node)) && isEmpty(node))
              || isRegister(node));
      default -> false;
    };
  }

  /** Whether an element holds neither words nor other elements. */
  static boolean isEmpty(XdmNode e) {
    return e.getStringValue().isBlank() && elements(e).isEmpty();
  }

  /** Whether a word goes on over a break. */
  static boolean isWithinWord(XdmNode e) {
    return value(e, new QName("break")).equals("no");
  }

  /** The notes in an element, without those in them. */
  static Stream<XdmNode> notes(XdmNode e) {
    return elements(e).stream()
        .flatMap(child -> name(child).equals("note") ? Stream.of(child) : notes(child));
  }

  /** The words of a node but for those of the notes in it. */
  static String wordsWithoutNotes(XdmNode node) {
    if (node.getNodeKind() == XdmNodeKind.TEXT) {
      return node.getStringValue();
    }
    StringBuilder words = new StringBuilder();
    for (XdmNode child : node.children()) {
      words.append(name(child).equals("note") ? "" : wordsWithoutNotes(child));
    }
    return words.toString();
  }

  /** Whether a node stands before another in the document. */
  static boolean isBefore(XdmNode one, XdmNode other) {
    return one.getUnderlyingNode().compareOrder(other.getUnderlyingNode()) < 0;
  }

  /** The sign that an element c without words stands for, which its rendition names. */
  static String sign(XdmNode c) {
    if (c.children().iterator().hasNext()) {
      return "";
    }
    String name = value(c, new QName("rendition")).replaceFirst("^#", "");
    String count = value(c, new QName("n"));
    return switch (name) {
      case "kaufmannsund" -> "&";
      case "geschwungene-klammer-auf" -> "{";
      case "geschwungene-klammer-zu" -> "}";
      case "dots" -> ".".repeat(count.matches("\\d{1,3}") ? Integer.parseInt(count) : 3);
      default -> "";
    };
  }

  /** What an element's renditions and its style say of its looks, in the words of CSS. */
  static String css(XdmNode e) {
    String css = value(e, new QName("style"));
    for (String ref : value(e, new QName("rendition")).split("\\s+", -1)) {
      css +=
          inHeader(e, "rendition", ref.replaceFirst("^.*#", ""))
              .map(said -> ";" + said.getStringValue())
              .orElse("");
    }
    return css;
  }

  /** What the headers of a letter and its volume have under an id. */
  static Optional<XdmNode> inHeader(XdmNode e, String name, String id) {
    return id.isEmpty()
        ? Optional.empty()
        : e.select(
                Steps.ancestor(ancestor -> Set.of("TEI", "teiCorpus").contains(name(ancestor)))
                    .then(Steps.child("teiHeader"))
                    .then(Steps.descendant(name))
                    .where(found -> id.equals(value(found, Xml.ID))))
            .findFirst();
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
