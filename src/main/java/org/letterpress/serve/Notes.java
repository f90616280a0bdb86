package org.letterpress.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.letterpress.model.Letter;
import org.letterpress.report.HtmlFindings;
import org.letterpress.report.Judgement;
import org.letterpress.report.ReportFormat;
import org.letterpress.report.SourceTexts;
import org.letterpress.report.Words;

/** What the preview says on the edition's pages, beside their own words. */
final class Notes {

  private final Preview preview;
  private final Path root;
  private final Words words;

  Notes(Preview preview, Path root) {
    this.preview = preview;
    this.root = root;
    this.words = Words.of(Notes.class, preview.words());
  }

  /**
   * What is said on a page: why a file that it is about can't be read; what was found in the
   * letter's file; how much in all.
   *
   * @param path the page's
   * @return parts of HTML; empty where there is nothing to say
   */
  String of(State state, String path) {
    Optional<String> file =
        state.site().flatMap(site -> site.letter(path)).map(letter -> letter.file().path());
    List<Finding> broken =
        state.broken().entrySet().stream()
            .filter(one -> file.equals(Optional.of(one.getKey())) || !hasPage(state, one.getKey()))
            .flatMap(one -> one.getValue().stream())
            .sorted()
            .toList();
    StringBuilder html = new StringBuilder();
    if (!broken.isEmpty()) {
      html.append("<details class=\"broken\" open><summary><span role=\"alert\">");
      html.append(text(words.get(hasGood(state, broken) ? "broken.last" : "broken")));
      html.append("</span></summary>");
      html.append(HtmlFindings.sections(judgement(state, broken)));
      html.append("</details>");
    }
    if (!state.findings().isEmpty()) {
      List<Finding> own =
          state.findings().stream()
              .filter(finding -> file.equals(Optional.of(finding.location().file())))
              .filter(finding -> !broken.contains(finding))
              .toList();
      html.append("<div class=\"panel\">");
      if (!own.isEmpty()) {
        html.append("<details class=\"own\"><summary>");
        html.append(text(words.get("own", counts(own)))).append("</summary>");
        html.append(HtmlFindings.sections(judgement(state, own))).append("</details>");
      }
      html.append("<p><a href=\"").append(Server.FINDINGS).append("\">");
      html.append(text(words.get("all", counts(state.findings())))).append("</a></p></div>");
    }
    return html.toString();
  }

  /** All findings as a page. */
  String report(State state) {
    return ReportFormat.HTML.write(judgement(state, state.findings()));
  }

  /**
   * A page in the place of one that isn't there.
   *
   * @param why the key of what is said
   */
  String missing(String why, Object... arguments) {
    String title = text(words.get(why + ".title"));
    return "<!DOCTYPE html>\n<html lang=\""
        + preview.words().lang()
        + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + title
        + "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<link rel=\"stylesheet\" href=\"/assets/fonts.css\">\n"
        + "<link rel=\"stylesheet\" href=\"/assets/letterpress.css\">\n</head>\n<body>\n"
        + "<main>\n<h1>"
        + title
        + "</h1>\n<p>"
        + text(words.get(why, arguments))
        + "</p>\n<p><a href=\"/\">"
        + text(words.get("home"))
        + "</a></p>\n</main>\n</body>\n</html>\n";
  }

  /** Whether the edition shows what was good last of one of the files. */
  private static boolean hasGood(State state, List<Finding> broken) {
    return broken.stream().anyMatch(finding -> hasPage(state, finding.location().file()));
  }

  private static boolean hasPage(State state, String file) {
    return letters(state).anyMatch(letter -> letter.file().path().equals(file));
  }

  private static Stream<Letter> letters(State state) {
    return state.site().stream().flatMap(site -> site.corpus().letters().stream());
  }

  private String counts(List<Finding> findings) {
    return Stream.of(Severity.values())
        .map(
            severity -> {
              long count = findings.stream().filter(one -> one.severity() == severity).count();
              return count == 0 ? "" : words.count(count, severity.word());
            })
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Judgement judgement(State state, List<Finding> findings) {
    return new Judgement(
        root,
        state.files(),
        findings,
        List.of(),
        Optional.empty(),
        Optional.of(Severity.ERROR),
        SourceTexts.in(root),
        preview.words(),
        preview.version());
  }

  private static String text(String text) {
    return HtmlFindings.text(text);
  }
}
