package org.letterpress.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;

/** Of so many findings nobody reads the last; a hostile file would fill the memory with them. */
final class Enough {

  /** More findings of one file are not told. */
  static final int MOST = 200;

  private Enough() {}

  /**
   * The gravest of a file's findings, those that stand first of equals, and a sentence that says
   * how many more there are; it is as grave as they.
   */
  static List<Finding> of(List<Finding> findings, String file) {
    if (findings.size() <= MOST) {
      return findings;
    }
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::severity).thenComparing(Comparator.naturalOrder()));
    List<Finding> told = new ArrayList<>(sorted.subList(0, MOST));
    told.sort(Comparator.comparing(Finding::location));
    told.add(
        Finding.of(
            "findings-many",
            sorted.get(MOST).severity(),
            Location.of(file),
            Map.of("most", String.valueOf(MOST), "count", String.valueOf(findings.size() - MOST)),
            List.of()));
    return told;
  }
}
