package org.letterpress.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.letterpress.publish.Outcome;
import org.letterpress.publish.Plan;
import org.letterpress.report.Visible;
import org.letterpress.report.Words;

/** Says what was published. */
final class Published {

  private final PrintWriter out;
  private final Words words;

  Published(PrintWriter out, Words words) {
    this.out = out;
    this.words = words;
  }

  /** Prints what was written where, and how long each step took. */
  void editions(Outcome outcome, Plan plan) {
    for (Outcome.Edition edition : outcome.editions()) {
      String where =
          switch (edition.format()) {
            case HTML -> "index.html";
            case EPUB -> "edition.epub";
            case BOOK -> "edition.pdf";
            case PRESS -> outcome.letters() > 1 ? "edition.press.pdf" : "letters/*.press.pdf";
            case PDF, TEXT, DIPLOMATIC, MARKDOWN -> "letters/*." + edition.format().extension();
          };
      out.printf(
          Locale.ROOT,
          "  %-10s %s%n",
          edition.format().word(),
          edition.files() == 0
              ? words.get("no-edition", plan.output().resolve(where), unmade(edition))
              : words.get(
                  "edition",
                  plan.output().resolve(where),
                  words.count(edition.files(), "file")
                      + (edition.anew() < edition.files()
                          ? words.get("anew", words.number(edition.anew()))
                          : ""),
                  (plan.audited() ? audited(edition) : words.get("not-audited"))
                      + (edition.unmade().files() > 0 ? "; " + unmade(edition) : "")));
    }
    if (!outcome.unread().isEmpty()) {
      out.println("  " + words.get("unread", unread(outcome)));
    }
    declared(outcome);
  }

  private static String unread(Outcome outcome) {
    return outcome.unread().stream()
        .map(path -> Visible.of(outcome.root().resolve(path).toString()))
        .collect(Collectors.joining(", "));
  }

  /** How many files it lacks, and whether older ones stand in their place. */
  private String unmade(Outcome.Edition edition) {
    String files = words.count(edition.unmade().files(), "file");
    return edition.unmade().old() == 0
        ? words.get("unmade", files)
        : words.get("unmade.old", files, words.number(edition.unmade().old()));
  }

  private String audited(Outcome.Edition edition) {
    String all = words.count(edition.words(), "word");
    return edition.differences() == 0
        ? words.get("found", all)
        : words.get("differs", all, words.count(edition.differences(), "difference"));
  }

  /** The rules by which the encodings were read: those of the edition that has most of them. */
  private void declared(Outcome outcome) {
    Map<String, Integer> declared = new TreeMap<>();
    for (Outcome.Edition edition : outcome.editions()) {
      edition.declared().forEach((what, times) -> declared.merge(what, times, Math::max));
    }
    if (!declared.isEmpty()) {
      String rules =
          declared.entrySet().stream()
              .map(rule -> words.get("rule." + rule.getKey()) + " " + words.number(rule.getValue()))
              .collect(Collectors.joining(", "));
      out.println("  " + words.get("by-rule", rules));
    }
  }

  /** Prints how long it took. */
  void took(Duration total) {
    out.println(words.get("took", seconds(total)));
  }

  /**
   * Prints how long each step took.
   *
   * @param start from the start of Java to the first of them
   */
  void steps(Outcome outcome, Duration start) {
    step("start", start);
    outcome.steps().forEach(this::step);
    out.println(words.get("timings"));
  }

  private void step(String step, Duration time) {
    out.printf(Locale.ROOT, "  %-10s %9s%n", ProgressLine.name(words, step), seconds(time));
  }

  private String seconds(Duration duration) {
    return words.number(duration.toNanos() / 1e9, 2) + " s";
  }
}
