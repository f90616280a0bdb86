package org.letterpress.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;

/**
 * The signs that {@code xslt/text.xsl} and {@code xslt/markdown.xsl} print for what text alone
 * can't show otherwise.
 */
final class PlainSigns {

  static final String GAP = "[…]";
  static final String UNCLEAR = "[?]";
  static final String SUPPLIED_FROM = "[";
  static final String SUPPLIED_TO = "]";
  static final String DELETED_FROM = "⟦";
  static final String DELETED_TO = "⟧";

  static final String ADDED_FROM = "\\";
  static final String ADDED_TO = "/";
  static final String COLUMN = "‖";

  /** At the end of a line: the word goes on in the next. */
  static final String BROKEN = "¬";

  /** In the order of {@code print.quote} in the catalogues of {@code xslt/core/l10n}. */
  private static final String ENGLISH_QUOTES = "“”‘’";

  private static final String GERMAN_QUOTES = "„“‚‘";

  private static final Set<String> GERMAN = Set.of("de", "deu", "ger");

  /** The mark of a page, in every language that the program prints; its label in group 1. */
  static final Pattern PAGE =
      Pattern.compile("\\[(?:Page|Seite)(?: ([^\\]\\n]+?))?(?:, (?:inferred|erschlossen))?\\]");

  private static final String MARKS = "\"“”„‘’‚«»‹›";

  /** These part the paragraph that they stand in; the rule is that of {@code fp:breaks}. */
  private static final Set<String> BREAKERS =
      Set.of(
          "p",
          "ab",
          "list",
          "listBibl",
          "table",
          "lg",
          "l",
          "floatingText",
          "div",
          "attachment",
          "listPerson",
          "listPlace",
          "listOrg",
          "listEvent",
          "listRelation");

  private static final Set<String> CAPITALS =
      Set.of("smallcaps", "small-caps", "sc", "capitals", "caps", "uppercase");

  private static final Pattern CSS_CAPITALS =
      Pattern.compile("(?i)font-variant[a-z-]*:[^;]*small-caps|text-transform:\\s*uppercase");

  private PlainSigns() {}

  /** Where the source has a gap: with what the editors say of it. */
  static String gap(XdmNode gap) {
    String said = Fold.line(gap.getStringValue());
    return said.isEmpty() ? GAP : GAP.replace("]", " " + said + "]");
  }

  /** After a reading that stands so: with the editors' correction, where they give one. */
  static String sic(XdmNode sic) {
    String correction = beside(sic, Set.of("corr"));
    return correction.isEmpty() ? "[sic]" : "[sic; recte " + correction + "]";
  }

  /** After an original or abbreviated form: what the editors read or expand; empty where not. */
  static String reading(XdmNode form) {
    String reading = beside(form, Set.of("reg", "expan"));
    return reading.isEmpty() ? "" : "[= " + reading + "]";
  }

  /** The texts of the other sides of a choice with one of these names. */
  private static String beside(XdmNode side, Set<String> names) {
    List<String> texts = new ArrayList<>();
    if (Tei.name(side.getParent()).equals("choice")) {
      for (XdmNode other : side.getParent().children()) {
        if (names.contains(Tei.name(other))) {
          texts.add(Fold.line(Tei.wordsWithoutNotes(other)));
        }
      }
    }
    return String.join(" / ", texts);
  }

  /** Where a hand begins. */
  static String hand(XdmNode shift) {
    StringBuilder hand = new StringBuilder();
    for (String name : List.of("new", "scribe", "medium")) {
      for (String said : Tei.value(shift, new QName(name)).split("\\s+", -1)) {
        hand.append(said.isEmpty() ? "" : " " + (said.startsWith("#") ? name(shift, said) : said));
      }
    }
    return "[Hand" + (hand.isEmpty() ? "" : ":") + hand + "]";
  }

  /** The name of a hand that the header describes; else its id. */
  private static String name(XdmNode shift, String pointer) {
    String id = pointer.substring(1);
    return Tei.inHeader(shift, "handNote", id)
        .map(PlainSigns::name)
        .filter(name -> !name.isEmpty())
        .orElse(id);
  }

  private static String name(XdmNode handNote) {
    String scribe = Tei.value(handNote, new QName("scribe")).replace('_', ' ');
    String called =
        handNote
            .select(Steps.child(Predicates.isElement()))
            .filter(e -> Set.of("persName", "name").contains(Tei.name(e)))
            .findFirst()
            .map(e -> Fold.line(e.getStringValue()))
            .orElse("");
    String all = Fold.line(handNote.getStringValue());
    return !scribe.isEmpty() ? scribe : !called.isEmpty() ? called : all.length() <= 60 ? all : "";
  }

  /** For a reference without words of its own: where it leads. */
  static String reference(XdmNode ref) {
    String target = Tei.value(ref, new QName("target"));
    return target.startsWith("#") ? "[→]" : "[→ " + Fold.line(target) + "]";
  }

  /** Whether a text set off by its looks is set in capitals. */
  static boolean isCapitals(XdmNode e) {
    String looks = Tei.value(e, new QName("rend")).toLowerCase(Locale.ROOT);
    String rendition = Tei.value(e, new QName("rendition")).replace("#", "");
    return Stream.of((looks + " " + rendition).split("\\s+")).anyMatch(CAPITALS::contains)
        || CSS_CAPITALS.matcher(Tei.css(e)).find();
  }

  /** Whether a quotation is set as a block, without marks. */
  static boolean isBlock(XdmNode quotation) {
    if (Tei.name(quotation.getParent()).equals("div")) {
      return true;
    }
    for (XdmNode child : quotation.children()) {
      String name = Tei.name(child);
      if ((BREAKERS.contains(name) && !Tei.isRegister(child))
          || (name.equals("figure") && has(child, "graphic"))
          || (Set.of("q", "quote", "cit").contains(name) && isBlock(child))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(XdmNode parent, String child) {
    for (XdmNode node : parent.children()) {
      if (Tei.name(node).equals(child)) {
        return true;
      }
    }
    return false;
  }

  /** The mark before a quotation that has none of its own, or the one after it. */
  static String quote(boolean opens, boolean isInner, String lang) {
    String marks = GERMAN.contains(lang.split("[-_]", 2)[0]) ? GERMAN_QUOTES : ENGLISH_QUOTES;
    return String.valueOf(marks.charAt((isInner ? 2 : 0) + (opens ? 0 : 1)));
  }

  /** Whether a quotation in the line has its marks in the source. */
  static boolean hasMarks(XdmNode quotation) {
    String text = quotation.getStringValue().stripLeading();
    if (!text.isEmpty() && (MARKS + "'").indexOf(text.charAt(0)) >= 0) {
      return true;
    }
    XdmSequenceIterator<XdmNode> before = quotation.axisIterator(Axis.PRECEDING_SIBLING);
    if (before.hasNext()) {
      XdmNode node = before.next();
      String said = node.getStringValue().stripTrailing();
      return node.getNodeKind() == XdmNodeKind.TEXT
          && !said.isEmpty()
          && MARKS.indexOf(said.charAt(said.length() - 1)) >= 0;
    }
    return false;
  }

  /** The bullet or number before an item; the rule is that of {@code fp:list-rend}. */
  static Optional<String> item(XdmNode item) {
    XdmNode list = item.getParent();
    int number = 1;
    for (XdmNode child : list.children()) {
      if (Tei.name(child).equals("label")) {
        return Optional.empty();
      }
      if (child.getUnderlyingNode().compareOrder(item.getUnderlyingNode()) < 0
          && Tei.name(child).equals("item")) {
        number++;
      }
    }
    String said = (list.attribute("rend") + " " + list.attribute("type")).toLowerCase(Locale.ROOT);
    if (said.matches(".*(bullet|unorder|disc).*")) {
      return Optional.of("-");
    }
    return said.matches(".*(number|order|decimal|alpha|roman).*")
        ? Optional.of(number + ".")
        : Optional.empty();
  }
}
