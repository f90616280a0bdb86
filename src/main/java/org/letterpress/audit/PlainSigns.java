package org.letterpress.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;

/** The signs that {@code xslt/text.xsl} prints for what plain text can't show otherwise. */
final class PlainSigns {

  static final String GAP = "[…]";
  static final String SIC = "[sic]";
  static final String UNCLEAR = "[?]";
  static final String SUPPLIED_FROM = "[";
  static final String SUPPLIED_TO = "]";
  static final String DELETED_FROM = "⟦";
  static final String DELETED_TO = "⟧";

  static final String QUOTE = "\"";

  private static final String MARKS = "\"“”„‘’‚«»‹›";

  /** These part the paragraph that they stand in; the rule is that of {@code fp:breaks}. */
  private static final Set<String> BREAKERS =
      Set.of(
          "p", "ab", "list", "listBibl", "table", "lg", "l", "floatingText", "div", "attachment");

  private PlainSigns() {}

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
