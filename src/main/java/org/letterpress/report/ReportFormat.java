package org.letterpress.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms that a report can take. The same findings give the same text. */
public enum ReportFormat {
  /** For people, in a terminal or a log. */
  TEXT,
  /** For programs; {@code docs/findings.schema.json} describes it. */
  JSON,
  /** SARIF 2.1.0 (OASIS), for code hosts and editors. */
  SARIF,
  /** The XML that JUnit's Ant task has made a custom of, for build servers. */
  JUNIT,
  /** Workflow commands that GitHub shows as annotations beside the changed lines. */
  GITHUB,
  /** For people: one page that needs nothing beside it. */
  HTML;

  /** The format of a name, in any case. */
  public static Optional<ReportFormat> of(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The name that users say. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The report, with lines that end in {@code \n}. */
  public String write(Judgement judgement) {
    return switch (this) {
      case TEXT -> TextReport.write(judgement, false);
      case JSON -> JsonReport.write(judgement);
      case SARIF -> SarifReport.write(judgement);
      case JUNIT -> JunitReport.write(judgement);
      case GITHUB -> GithubReport.write(judgement);
      case HTML -> HtmlReport.write(judgement);
    };
  }
}
