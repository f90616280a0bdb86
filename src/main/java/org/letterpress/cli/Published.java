package org.letterpress.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.letterpress.publish.Outcome;
import org.letterpress.publish.Plan;

/** Says what was published. */
final class Published {

  private final PrintWriter out;

  Published(PrintWriter out) {
    this.out = out;
  }

  /** Prints what was written where, and how long each step took. */
  void editions(Outcome outcome, Plan plan) {
    for (Outcome.Edition edition : outcome.editions()) {
      String where =
          switch (edition.format()) {
            case HTML -> "index.html";
            case EPUB -> "edition.epub";
            case BOOK -> "edition.pdf";
            case PDF, TEXT, DIPLOMATIC, MARKDOWN -> "letters/*." + edition.format().extension();
          };
      out.printf(
          Locale.ROOT,
          "  %-10s %s (%s), %s%n",
          edition.format().word(),
          plan.output().resolve(where),
          count(edition.files(), "file"),
          plan.audited() ? audited(edition) : "not audited");
    }
    declared(outcome);
  }

  private static String audited(Outcome.Edition edition) {
    return count(edition.words(), "word")
        + ": "
        + (edition.differences() == 0
            ? "all found again"
            : count(edition.differences(), "difference") + " from the source");
  }

  /** The rules by which the encodings were read: those of the edition that has most of them. */
  private void declared(Outcome outcome) {
    Map<String, Integer> declared = new TreeMap<>();
    for (Outcome.Edition edition : outcome.editions()) {
      edition.declared().forEach((what, times) -> declared.merge(what, times, Math::max));
    }
    if (!declared.isEmpty()) {
      out.printf(
          "  Read by rule: %s.%n",
          declared.entrySet().stream()
              .map(rule -> String.format(Locale.ROOT, "%,d %s", rule.getValue(), rule.getKey()))
              .collect(Collectors.joining(", ")));
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
