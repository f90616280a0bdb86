package org.letterpress.render.chart;

import java.util.List;
import java.util.Locale;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;

/** What both charts need: reading the corpus document, and writing marks for a stylesheet. */
final class Marks {

  private static final String MODEL = "urn:letterpress:model";

  private Marks() {}

  /** The corpus document's elements of a name, below another. */
  static List<XdmNode> all(XdmNode from, String name) {
    return from.select(Steps.descendant(MODEL, name)).asListOfNodes();
  }

  /** An attribute, empty where there is none. */
  static String value(XdmNode element, String attribute) {
    String value = element.attribute(attribute);
    return value == null ? "" : value;
  }

  /** The size of a mark: its area grows with what it stands for. */
  static double radius(int weight, int most) {
    return 2.5 + 9 * Math.sqrt((double) weight / most);
  }

  /** A mark with its name. */
  static XdmMap mark(
      String id, String label, double x, double y, double r, Labels.Side side, double away) {
    return new XdmMap()
        .put(key("id"), new XdmAtomicValue(id))
        .put(key("label"), new XdmAtomicValue(label))
        .put(key("x"), number(x))
        .put(key("y"), number(y))
        .put(key("r"), number(r))
        .put(key("away"), number(away))
        .put(key("side"), new XdmAtomicValue(side.name().toLowerCase(Locale.ROOT)));
  }

  static XdmAtomicValue key(String name) {
    return new XdmAtomicValue(name);
  }

  /** As SVG has it, to a tenth. */
  static XdmAtomicValue number(double value) {
    long tenths = Math.round(value * 10);
    return new XdmAtomicValue(
        tenths % 10 == 0
            ? String.valueOf(tenths / 10)
            : String.format(Locale.ROOT, "%.1f", tenths / 10.0));
  }
}
