package org.letterpress.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;

/** Findings by what they are and where. */
final class Summary {

  /** More findings of one code than these in one file say nothing new. */
  static final int PER_CODE = 20;

  /**
   * The findings of one code and severity.
   *
   * @param count how many
   * @param files in how many files
   */
  record Row(String code, Severity severity, int count, int files) {}

  /**
   * The findings of one file.
   *
   * @param shown those to show, in order
   * @param folded how many more there are of a code, where there are too many to show
   */
  record File(
      String file, List<Finding> findings, List<Finding> shown, Map<String, Integer> folded) {

    int count(Severity severity) {
      return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** The letter, where all findings that know their letter are in one; else empty. */
    String title() {
      Set<String> titles = new HashSet<>();
      findings.stream().map(Finding::title).filter(title -> !title.isEmpty()).forEach(titles::add);
      return titles.size() == 1 ? titles.iterator().next() : "";
    }
  }

  private Summary() {}

  /** By code: the graver first, then the more frequent. */
  static List<Row> byCode(List<Finding> findings) {
    record Key(String code, Severity severity) {}
    Map<Key, Integer> counts = new HashMap<>();
    Map<Key, Set<String>> files = new HashMap<>();
    for (Finding finding : findings) {
      Key key = new Key(finding.code(), finding.severity());
      counts.merge(key, 1, Integer::sum);
      files.computeIfAbsent(key, k -> new HashSet<>()).add(finding.location().file());
    }
    return counts.entrySet().stream()
        .map(
            entry ->
                new Row(
                    entry.getKey().code(),
                    entry.getKey().severity(),
                    entry.getValue(),
                    files.get(entry.getKey()).size()))
        .sorted(
            Comparator.comparing(Row::severity)
                .thenComparing(Row::count, Comparator.reverseOrder())
                .thenComparing(Row::code))
        .toList();
  }

  /** By file, in the order of the findings. */
  static List<File> byFile(List<Finding> findings) {
    Map<String, List<Finding>> files = new LinkedHashMap<>();
    for (Finding finding : findings) {
      files.computeIfAbsent(finding.location().file(), file -> new ArrayList<>()).add(finding);
    }
    return files.entrySet().stream().map(e -> folded(e.getKey(), e.getValue())).toList();
  }

  private static File folded(String file, List<Finding> findings) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> folded = new LinkedHashMap<>();
    List<Finding> shown = new ArrayList<>();
    for (Finding finding : findings) {
      if (counts.merge(finding.code(), 1, Integer::sum) <= PER_CODE) {
        shown.add(finding);
      } else {
        folded.merge(finding.code(), 1, Integer::sum);
      }
    }
    return new File(file, findings, shown, folded);
  }
}
