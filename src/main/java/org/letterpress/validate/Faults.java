package org.letterpress.validate;

import java.util.List;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Tag;

/**
 * What a grammar has found at fault in a file. What a rule misses there may well be what is at
 * fault, and one slip is told once: a rule is silent on an element if the grammar finds fault with
 * its tag or its children, or, in a header, with anything in it. This holds for the letter schema's
 * rules, which know what its grammar says; other people's rules mean what they say.
 */
final class Faults {

  private final SourceText text;
  private final List<Integer> offsets;

  Faults(SourceText text, List<Finding> findings) {
    this.text = text;
    this.offsets = findings.stream().map(fault -> offset(fault.location())).toList();
  }

  /** The findings of rules that no fault explains. */
  List<Finding> unexplained(List<Finding> rules) {
    return offsets.isEmpty()
        ? rules
        : rules.stream().filter(rule -> !isExplained(rule.location())).toList();
  }

  private boolean isExplained(Location rule) {
    int start = rule.line() == 0 ? -1 : offset(rule);
    if (start < 0 || text.characters().charAt(start) != '<') {
      start = text.characters().lastIndexOf('<', Math.max(0, start));
    }
    int from = start;
    return from >= 0 && offsets.stream().anyMatch(fault -> explains(fault, from));
  }

  private boolean explains(int fault, int element) {
    int depth = fault < element ? -1 : Tag.depth(text, element, fault);
    return depth == 0 || depth == 1 || (depth > 1 && isInHeader(fault));
  }

  private boolean isInHeader(int offset) {
    String all = text.characters();
    return all.lastIndexOf("<teiHeader", offset) > all.lastIndexOf("</teiHeader", offset);
  }

  private int offset(Location location) {
    return text.offset(location.line(), location.column());
  }
}
