package org.letterpress.audit;

import java.util.Locale;
import java.util.Optional;
import net.sf.saxon.s9api.XdmNode;

/** The signs that {@code xslt/text.xsl} prints for what plain text can't show otherwise. */
final class PlainSigns {

  static final String GAP = "[…]";
  static final String SIC = "[sic]";
  static final String UNCLEAR = "[?]";
  static final String SUPPLIED_FROM = "[";
  static final String SUPPLIED_TO = "]";
  static final String DELETED_FROM = "⟦";
  static final String DELETED_TO = "⟧";

  private PlainSigns() {}

  /** The bullet or number before an item; the rule is that of {@code fp:list-rend}. */
  static Optional<String> item(XdmNode item) {
    XdmNode list = item.getParent();
    int number = 1;
    for (XdmNode child : list.children()) {
      if (TeiReading.name(child).equals("label")) {
        return Optional.empty();
      }
      if (child.getUnderlyingNode().compareOrder(item.getUnderlyingNode()) < 0
          && TeiReading.name(child).equals("item")) {
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
