package org.letterpress.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.publish.Outcome;
import org.letterpress.publish.Plan;

/** Prints findings and summaries. */
final class Report {

  /** More findings of one code than these in one file say nothing new. */
  private static final int PER_CODE = 20;

  private final PrintWriter out;

  Report(PrintWriter out) {
    this.out = out;
  }

  /** Prints findings, each with its file as the user can open it from here. */
  void findings(Outcome outcome) {
    List<Finding> findings = outcome.findings();
    Path folder = outcome.root();
    Map<String, Long> counts =
        findings.stream().collect(Collectors.groupingBy(Report::group, Collectors.counting()));
    Map<String, Integer> printed = new java.util.HashMap<>();
    for (Finding finding : findings) {
      String group = group(finding);
      int number = printed.merge(group, 1, Integer::sum);
      if (number <= PER_CODE) {
        print(finding, folder);
      } else if (number == PER_CODE + 1) {
        out.printf(
            "%s: %s: %d more of [%s] in this file%n",
            place(Location.of(finding.location().file()), folder),
            finding.severity().word(),
            counts.get(group) - PER_CODE,
            finding.code());
      }
    }
  }

  private static String group(Finding finding) {
    return finding.code() + " " + finding.location().file();
  }

  private void print(Finding finding, Path folder) {
    out.printf(
        "%s: %s: %s%s [%s]%n",
        place(finding.location(), folder),
        finding.severity().word(),
        finding.message(),
        finding.remedy().isEmpty() ? "" : " " + finding.remedy(),
        finding.code());
  }

  private static String place(Location location, Path folder) {
    String file = folder.resolve(location.file()).toString();
    return new Location(file, location.line(), location.column(), 0).toString();
  }

  /** Prints what was checked, and what it came to. */
  void checked(Outcome outcome) {
    out.printf(
        Locale.ROOT,
        "Checked %s: %s, %s.%n",
        count(outcome.files(), "file"),
        count(outcome.count(Severity.ERROR), "error"),
        count(outcome.count(Severity.WARNING), "warning"));
  }

  /** Prints what was written where, and how long each step took. */
  void published(Outcome outcome, Plan plan) {
    for (Outcome.Edition edition : outcome.editions()) {
      String where =
          switch (edition.format()) {
            case HTML -> "index.html";
            case EPUB -> "edition.epub";
            case PDF, TEXT -> "letters/*." + edition.format().extension();
          };
      out.printf(
          Locale.ROOT,
          "  %-5s %s (%s), %s: %s%n",
          edition.format().word(),
          plan.output().resolve(where),
          count(edition.files(), "file"),
          count(edition.words(), "word"),
          edition.differences() == 0
              ? "all found again"
              : count(edition.differences(), "difference") + " from the source");
    }
  }

  /** Prints how long each step took. */
  void steps(Outcome outcome, Duration total) {
    String steps =
        outcome.steps().entrySet().stream()
            .map(step -> step.getKey() + " " + seconds(step.getValue()))
            .collect(Collectors.joining(", "));
    out.printf("Took %s: %s.%n", seconds(total), steps);
  }

  private static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
  }
}
