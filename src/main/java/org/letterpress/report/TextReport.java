package org.letterpress.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;

/**
 * Findings for people, in a terminal or a log. The first line of each is {@code file:line:column:
 * severity: message [code]}, which terminals and editors make a link of.
 */
public final class TextReport {

  /** Lines of prose are not longer than this. */
  private static final int MEASURE = 92;

  /** The edge of a terminal, for the table. */
  private static final int PAGE = 100;

  private static final String EDGE = "│ ";
  private static final String INDENT = "      ";

  /** How things look where there is colour (ECMA-48, select graphic rendition). */
  private enum Look {
    STRONG("1"),
    SOFT("2"),
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;34"),
    GOOD("32");

    private final String code;

    Look(String code) {
      this.code = code;
    }

    private static Look of(Severity severity) {
      return switch (severity) {
        case ERROR -> ERROR;
        case WARNING -> WARNING;
        case INFO -> INFO;
      };
    }
  }

  private final Judgement judgement;
  private final Words words;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  /** The codes whose chapter of the Guidelines has been named: once is enough. */
  private final Set<String> told = new HashSet<>();

  private TextReport(Judgement judgement, boolean colour) {
    this.judgement = judgement;
    this.words = Words.of(judgement.words());
    this.colour = colour;
  }

  /**
   * The report.
   *
   * @param colour whether it goes to a terminal that shows colours
   */
  public static String write(Judgement judgement, boolean colour) {
    TextReport report = new TextReport(judgement, colour);
    Summary.byFile(judgement.findings()).forEach(report::file);
    if (!judgement.findings().isEmpty()) {
      report.table();
    }
    report.totals();
    return report.out.toString();
  }

  private String look(Look look, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + look.code + "m" + text + "\u001b[0m" : text;
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  private void file(Summary.File file) {
    String shown = Visible.of(judgement.shown(file.file()));
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (file.count(severity) > 0) {
        counts.add(words.count(file.count(severity), severity.word()));
      }
    }
    line(look(Look.STRONG, shown) + look(Look.SOFT, "  " + String.join(", ", counts)));
    String letter = "";
    for (Finding finding : file.shown()) {
      if (!finding.title().isEmpty() && !finding.title().equals(letter)) {
        letter = finding.title();
        line(Visible.of(letter));
      }
      line("");
      finding(finding);
    }
    file.folded()
        .forEach(
            (code, count) -> {
              line("");
              line(shown + ": " + words.get("folded", words.number(count), code));
            });
    line("");
    line("");
  }

  private void finding(Finding finding) {
    Severity severity = finding.severity();
    line(
        look(Look.STRONG, Visible.of(judgement.shown(finding.location())) + ":")
            + " "
            + look(Look.of(severity), words.get("severity." + severity.word()) + ":")
            + " "
            + Visible.of(judgement.message(finding))
            + " "
            + look(Look.SOFT, "[" + finding.code() + "]"));
    boolean placed = finding.location().line() > 0;
    Optional<SourceText> text =
        placed ? judgement.texts().of(finding.location().file()) : Optional.empty();
    text.map(source -> Excerpt.of(source, finding)).stream()
        .flatMap(List::stream)
        .forEach(excerpt -> excerpt(excerpt, Look.of(severity), '^'));
    prose(judgement.remedy(finding));
    if (!finding.fixes().isEmpty()) {
      Fix fix = finding.fixes().get(0);
      line(INDENT + look(Look.GOOD, words.get("mend")) + " " + Visible.of(fix.title()));
      Excerpt.mended(text, finding).forEach(excerpt -> excerpt(excerpt, Look.GOOD, '+'));
    }
    if (told.add(finding.code())) {
      judgement
          .words()
          .guidelines(finding.code())
          .ifPresent(chapter -> line(INDENT + look(Look.SOFT, words.get("guidelines", chapter))));
    }
  }

  private void excerpt(Excerpt excerpt, Look look, char sign) {
    StringBuilder marked = new StringBuilder();
    for (Excerpt.Part part : excerpt.parts()) {
      marked.append(part.marked() ? look(look, part.text()) : part.text());
    }
    String number = String.format(Locale.ROOT, "%5d ", excerpt.line());
    line(look(Look.SOFT, number + EDGE) + marked);
    String under = excerpt.underline(sign);
    if (!under.isEmpty()) {
      line(look(Look.SOFT, INDENT + EDGE) + look(look, under));
    }
  }

  /** A sentence, broken into lines and set in. */
  private void prose(String text) {
    wrap(Visible.of(text), MEASURE).forEach(part -> line(INDENT + part));
  }

  /** The lines of a text; a word that is too long has its own. */
  static List<String> wrap(String text, int measure) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && Visible.columns(line + " " + word) > measure) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  private void table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.get("table.code"),
            words.get("table.severity"),
            words.get("table.count"),
            words.get("table.files"),
            words.get("table.brief")));
    List<Summary.Row> summary = Summary.byCode(judgement.findings());
    for (Summary.Row row : summary) {
      rows.add(
          List.of(
              row.code(),
              words.get("severity." + row.severity().word()),
              words.number(row.count()),
              words.number(row.files()),
              brief(row.code())));
    }
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Visible.columns(row.get(i)));
      }
    }
    int used = widths[0] + widths[1] + widths[2] + widths[3] + 4 * 2;
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      String severity = pad(row.get(1), widths[1], false);
      String code = pad(row.get(0), widths[0], false);
      String numbers = pad(row.get(2), widths[2], true) + "  " + pad(row.get(3), widths[3], true);
      String brief = cut(row.get(4), Math.max(24, PAGE - used));
      line(
          r == 0
              ? look(Look.SOFT, code + "  " + severity + "  " + numbers + "  " + brief)
              : look(Look.STRONG, code)
                  + "  "
                  + look(Look.of(summary.get(r - 1).severity()), severity)
                  + "  "
                  + numbers
                  + "  "
                  + brief);
    }
    line("");
  }

  /** A code of a rule of the user's own has no words beside its name. */
  private String brief(String code) {
    String brief = judgement.words().brief(code);
    return brief.equals(code) ? "" : brief;
  }

  private static String pad(String text, int width, boolean right) {
    String space = " ".repeat(Math.max(0, width - Visible.columns(text)));
    return right ? space + text : text + space;
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1).stripTrailing() + "…";
  }

  private void totals() {
    String counts =
        words.count(judgement.count(Severity.ERROR), "error")
            + ", "
            + words.count(judgement.count(Severity.WARNING), "warning");
    if (judgement.count(Severity.INFO) > 0) {
      counts += ", " + words.count(judgement.count(Severity.INFO), "info");
    }
    line(words.get("checked", words.count(judgement.files().size(), "file"), counts));
    if (!judgement.only().isEmpty()) {
      line(words.get("only", String.join(", ", judgement.only())));
    }
    judgement
        .known()
        .ifPresent(
            known -> {
              line(words.get("known", words.number(known.count()), known.file()));
              if (known.mended() > 0) {
                line(words.get("mended", words.number(known.mended()), known.file()));
              }
            });
    if (!judgement.findings().isEmpty()) {
      line(words.get("more"));
    }
  }
}
