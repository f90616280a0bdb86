package org.letterpress.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import net.sf.saxon.s9api.streams.XdmStream;
import org.letterpress.xml.Xml;

/**
 * Where the notes belong that stand apart from their marks: to the first mark that points to them,
 * or to the anchor, phrase or paragraph at which they point. The rules are those of {@code
 * xslt/core/normalise/places.xsl}.
 */
final class Placement {

  private static final QName TARGET = new QName("target");

  private static final Set<String> PARAGRAPHS =
      Tei.names("p ab head salute signed dateline l item cell");

  private static final Set<String> PHRASES =
      Tei.names(
          "seg hi persName placeName orgName name rs term title date foreign q quote w anchor");

  /** Hold blocks: a span of words neither begins nor ends in them. */
  private static final Set<String> NO_PHRASES =
      Tei.names(
          "text front body back group div div1 div2 div3 div4 div5 div6 div7 floatingText titlePage"
              + " docTitle attachment opener closer postscript argument epigraph trailer sp spGrp"
              + " noteGrp list table row lg choice app subst");

  private static final Set<String> SPANS = Set.of("delSpan", "addSpan");

  /** Hold notes that stand apart, as divisions do. */
  private static final Set<String> GROUPS =
      Set.of("back", "body", "noteGrp", "standOff", "listAnnotation");

  private static final Set<String> HIDING = Tei.names("note choice gap space figDesc formula");

  /** May stand between the parts of a word that a running head interrupts. */
  private static final Set<String> POINTS = Tei.names("lb pb cb gb milestone anchor fw");

  private static final Pattern WORD_END = Pattern.compile("[\\p{L}\\p{M}‐-]\\s*$");

  private static final Pattern WORD_START = Pattern.compile("\\s*[\\p{L}\\p{M}]");

  private final Map<XdmNode, XdmNode> spans = new LinkedHashMap<>();
  private final Map<XdmNode, List<XdmNode>> places = new HashMap<>();
  private final Set<XdmNode> moved = new HashSet<>();

  private Placement() {}

  /** Looks through a letter, unless others stand in it: then notes stay where they are. */
  static Placement of(XdmNode letter, Set<XdmNode> without) {
    Placement placement = new Placement();
    List<XdmNode> apart =
        without.isEmpty()
            ? letter.select(Steps.descendant("note").where(Placement::standsApart)).asList()
            : List.of();
    if (!apart.isEmpty()) {
      placement.find(letter, apart);
    }
    if (without.isEmpty()) {
      placement.findSpans(letter);
    }
    return placement;
  }

  /** The notes whose place is at an element, in it or after it. */
  List<XdmNode> at(XdmNode element) {
    return moved.isEmpty() ? List.of() : places.getOrDefault(element, List.of());
  }

  /** Whether a note is read elsewhere. */
  boolean isElsewhere(XdmNode note) {
    return moved.contains(note);
  }

  /** Whether the notes of an element stand in it, at its end; else they stand after it. */
  static boolean isWithin(XdmNode element) {
    return PARAGRAPHS.contains(Tei.name(element));
  }

  /** Whether an element is no more than a note's mark, if a note has its place at it. */
  static boolean isPointer(XdmNode element) {
    return Set.of("ref", "ptr").contains(Tei.name(element));
  }

  /** A mark without brackets. */
  static String mark(String said) {
    return said.replaceAll("[\\[\\]().\\s]", "");
  }

  /** The deletions and additions that are encoded by their two ends. */
  List<XdmNode> spans() {
    return List.copyOf(spans.keySet());
  }

  /** Whether a node stands between the ends of one of them with all that it holds. */
  boolean isSpanned(XdmNode node, XdmNode start) {
    XdmNode end = spans.get(start);
    return Tei.isBefore(start, node)
        && Tei.isBefore(node, end)
        && !PlainSigns.breaks(node)
        && !end.select(Steps.ancestor(a -> a.equals(node))).exists();
  }

  /** Whether spans are no content of an element's own, but of the phrases in it. */
  static boolean holdsBlocks(XdmNode element) {
    return NO_PHRASES.contains(Tei.name(element));
  }

  /**
   * Whether a running head interrupts a word: letters go on behind it at once, or by a break that
   * says so. Breaks and other running heads may stand between.
   */
  static boolean interrupts(XdmNode furniture) {
    List<XdmNode> between = new ArrayList<>();
    String before =
        beside(furniture.select(Steps.precedingSibling()), between)
            .map(XdmNode::getStringValue)
            .orElse("");
    String after =
        beside(furniture.select(Steps.followingSibling()), between)
            .filter(node -> node.getNodeKind() == XdmNodeKind.TEXT)
            .map(XdmNode::getStringValue)
            .orElse("");
    boolean goesOn =
        between.isEmpty()
            ? before.equals(before.stripTrailing()) && after.equals(after.stripLeading())
            : between.stream().anyMatch(Tei::isWithinWord);
    return goesOn && WORD_END.matcher(before).find() && WORD_START.matcher(after).lookingAt();
  }

  /**
   * The first sibling that is no point; those passed over, but for other running heads, are kept.
   */
  private static Optional<XdmNode> beside(XdmStream<XdmNode> siblings, List<XdmNode> between) {
    for (XdmNode sibling : siblings.asList()) {
      boolean isPoint =
          switch (sibling.getNodeKind()) {
            case ELEMENT -> POINTS.contains(Tei.name(sibling));
            case TEXT -> sibling.getStringValue().isBlank();
            default -> true;
          };
      if (!isPoint) {
        return Optional.of(sibling);
      }
      if (!Tei.name(sibling).equals("fw")) {
        between.add(sibling);
      }
    }
    return Optional.empty();
  }

  private static String id(XdmNode element) {
    return Tei.value(element, Xml.ID);
  }

  private static boolean standsApart(XdmNode note) {
    String parent = Tei.name(note.getParent());
    return (GROUPS.contains(parent) || parent.startsWith("div"))
        && (isInText(note) || note.select(Steps.ancestor("standOff")).exists())
        && !(id(note).isEmpty() && Tei.value(note, TARGET).isEmpty())
        && !Tei.isRunning(note);
  }

  private static boolean isInText(XdmNode node) {
    return node.select(Steps.ancestor("text")).exists();
  }

  /** Whether an element stands in the text and every edition shows it there. */
  private static boolean isSeen(XdmNode element) {
    return isInText(element)
        && !element
            .select(
                Steps.ancestor(Predicates.isElement())
                    .where(a -> HIDING.contains(Tei.name(a)) || Tei.isRegister(a)))
            .exists();
  }

  private void findSpans(XdmNode letter) {
    for (XdmNode start :
        letter
            .select(
                Steps.descendant(e -> SPANS.contains(Tei.name(e)) && e.getStringValue().isBlank()))
            .asList()) {
      String to = Tei.value(start, new QName("spanTo"));
      start
          .select(Steps.root().then(Steps.descendant(e -> to.equals("#" + Tei.value(e, Xml.ID)))))
          .filter(end -> Tei.isBefore(start, end))
          .findFirst()
          .ifPresent(end -> spans.put(start, end));
    }
  }

  private void find(XdmNode letter, List<XdmNode> apart) {
    Map<String, XdmNode> byId = new HashMap<>();
    Set<String> aims = new HashSet<>();
    for (XdmNode note : apart) {
      if (!id(note).isEmpty()) {
        byId.putIfAbsent("#" + id(note), note);
      }
      aims.add(aim(note));
    }
    aims.remove("");
    Map<XdmNode, XdmNode> marks = new HashMap<>();
    Map<String, XdmNode> anchors = new HashMap<>();
    for (XdmNode e : letter.select(Steps.descendant(Predicates.isElement())).asList()) {
      XdmNode note = isPointer(e) ? byId.get(Tei.value(e, TARGET)) : null;
      if (note != null && isSeen(e) && isMark(e, note)) {
        marks.putIfAbsent(note, e);
      }
      if (aims.contains(id(e)) && isSeen(e) && takesNotes(e)) {
        anchors.putIfAbsent(id(e), e);
      }
    }
    for (XdmNode note : apart) {
      XdmNode place = marks.getOrDefault(note, anchors.get(aim(note)));
      if (place != null) {
        places.computeIfAbsent(place, p -> new ArrayList<>()).add(note);
        moved.add(note);
      }
    }
  }

  /** The id of what a note is on; of a passage from one point to another, the end. */
  private static String aim(XdmNode note) {
    String end = Tei.value(note, new QName("targetEnd"));
    String[] said = (end.isEmpty() ? Tei.value(note, TARGET) : end).strip().split("\\s+", -1);
    String last = said[said.length - 1];
    return last.startsWith("#") ? last.substring(1) : "";
  }

  private static boolean isMark(XdmNode ref, XdmNode note) {
    String words = mark(ref.getStringValue());
    String mark = mark(Tei.value(note, new QName("n")));
    return words.isEmpty()
        || (mark.isEmpty() ? words.matches("\\d{1,4}|[a-z]|[*†‡§¶]+") : words.equals(mark));
  }

  private static boolean takesNotes(XdmNode element) {
    String name = Tei.name(element);
    return PARAGRAPHS.contains(name)
        || (PHRASES.contains(name)
            && !(name.equals("anchor")
                && Set.of("app", "subst").contains(Tei.name(element.getParent()))));
  }
}
