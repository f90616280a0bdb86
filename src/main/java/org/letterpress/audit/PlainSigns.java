package org.letterpress.audit;

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

  static final String QUOTE = "\"";

  /** The mark of a page, in every language that the program prints; its label in group 1. */
  static final Pattern PAGE =
      Pattern.compile("\\[(?:Page|Seite)(?: ([^\\]\\n]+?))?(?:, (?:inferred|erschlossen))?\\]");

  private static final String MARKS = "\"“”„‘’‚«»‹›";

  /** These part the paragraph that they stand in; the rule is that of {@code fp:breaks}. */
  private static final Set<String> BREAKERS =
      Set.of(
          "p", "ab", "list", "listBibl", "table", "lg", "l", "floatingText", "div", "attachment");

  private static final Set<String> CAPITALS =
      Set.of("smallcaps", "small-caps", "sc", "capitals", "caps", "uppercase");

  private PlainSigns() {}

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

  /** The text of the first other side of a choice with one of these names. */
  private static String beside(XdmNode side, Set<String> names) {
    if (Tei.name(side.getParent()).equals("choice")) {
      for (XdmNode other : side.getParent().children()) {
        if (names.contains(Tei.name(other))) {
          return Fold.line(other.getStringValue());
        }
      }
    }
    return "";
  }

  /** Where a hand begins. */
  static String hand(XdmNode shift) {
    StringBuilder hand = new StringBuilder();
    for (String name : List.of("new", "scribe", "medium")) {
      for (String said : Tei.value(shift, new QName(name)).split("\\s+", -1)) {
        hand.append(said.isEmpty() ? "" : " " + said.replaceFirst("^#", ""));
      }
    }
    return "[Hand" + (hand.isEmpty() ? "" : ":") + hand + "]";
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
    return Stream.of((looks + " " + rendition).split("\\s+")).anyMatch(CAPITALS::contains);
  }

  /** Whether a quotation is set as a block, without marks. */
  static boolean isBlock(XdmNode quotation) {
    if (Tei.name(quotation.getParent()).equals("div")) {
      return true;
    }
    for (XdmNode child : quotation.children()) {
      String name = Tei.name(child);
      if (BREAKERS.contains(name)
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
