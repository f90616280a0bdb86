package org.letterpress.validate.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Tag;

/** Collects what is said of one file, up to a limit; or only counts it. */
final class Complaints {

  /** Nobody mends more in one sitting. */
  static final int LIMIT = 200;

  private final SourceText text;
  private final boolean counts;
  private final List<Finding> findings = new ArrayList<>();
  private int said;
  private int more;
  private Location last;

  /**
   * Nothing is said yet.
   *
   * @param counts whether nobody will ask for more than the {@link #count}
   */
  Complaints(SourceText text, boolean counts) {
    this.text = text;
    this.counts = counts;
  }

  SourceText text() {
    return text;
  }

  /** Whether enough has been said; then only {@link #more} counts on. */
  boolean isFull() {
    return said >= LIMIT;
  }

  /** Whether what is said next is only counted, so that nobody need find words for it. */
  boolean onlyCounts() {
    return counts || isFull();
  }

  /** How many faults there are, those included of which nothing is said. */
  int count() {
    return said + more;
  }

  /** One more fault, of which nothing is said. */
  void more(int start, int end) {
    more++;
    if (more == 1 && !counts) {
      last = text.location(start, end);
    }
  }

  /**
   * Says something.
   *
   * @param start where the marked text begins
   * @param end where it ends
   * @param arguments name and value in turn
   */
  void add(String code, int start, int end, List<Fix> fixes, String... arguments) {
    if (isFull()) {
      more(start, end);
      return;
    }
    said++;
    if (!counts) {
      findings.add(
          Finding.of(code, Severity.ERROR, text.location(start, end), map(arguments), fixes));
    }
  }

  /** Counts a fault of an element. */
  void count(Item.Element element) {
    add("", element, List.of());
  }

  /** Says something of an element; its start tag's name is marked. */
  void add(String code, Item.Element element, List<Fix> fixes, String... arguments) {
    add(code, element.start, nameEnd(element), fixes, arguments);
  }

  private static int nameEnd(Item.Element element) {
    return element.start + 1 + element.qName.length();
  }

  /** Says something of an attribute. */
  void add(
      String code,
      Item.Element element,
      Item.Value attribute,
      boolean value,
      List<Fix> fixes,
      String... arguments) {
    Tag.Attribute place = element.tag(text).attribute(attribute.qName()).orElse(null);
    if (place == null) {
      add(code, element, fixes, arguments);
    } else if (value && place.valueEnd() > place.valueStart()) {
      add(code, place.valueStart(), place.valueEnd(), fixes, arguments);
    } else {
      int end = value ? place.end() : place.start() + place.name().length();
      add(code, place.start(), end, fixes, arguments);
    }
  }

  private static Map<String, String> map(String... arguments) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      map.put(arguments[i], arguments[i + 1]);
    }
    return map;
  }

  /** All that was said, and how much was not. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>(findings);
    if (more > 0) {
      all.add(
          Finding.of(
              "faults-more",
              Severity.ERROR,
              last,
              map("count", String.valueOf(more), "limit", String.valueOf(LIMIT)),
              List.of()));
    }
    return all;
  }
}
