package org.letterpress.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;

/**
 * Findings as one HTML page that needs nothing beside it and can be sent round. Everything can be
 * read without its script, which only hides what the reader has not asked for.
 */
final class HtmlReport {

  private final Judgement judgement;
  private final Catalogue catalogue;
  private final Words words;
  private final List<Summary.Row> codes;
  private final List<Summary.File> files;
  private final Map<String, Integer> fileNumbers = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(Judgement judgement) {
    this.judgement = judgement;
    this.catalogue = judgement.words();
    this.words = Words.of(catalogue);
    this.codes = Summary.byCode(judgement.findings());
    this.files = Summary.byFile(judgement.findings());
    files.forEach(file -> fileNumbers.put(file.file(), fileNumbers.size() + 1));
  }

  static String write(Judgement judgement) {
    return new HtmlReport(judgement).write();
  }

  /** The findings alone, file by file, as parts of a page of somebody else's. */
  static String parts(Judgement judgement) {
    HtmlReport report = new HtmlReport(judgement);
    report.files.forEach(report::file);
    return report.out.toString();
  }

  private String write() {
    String folder = text(Judgement.slashed(judgement.folder()));
    line("<!DOCTYPE html>");
    line("<html lang=\"" + catalogue.lang() + "\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line("<title>" + word("html.title") + " · " + folder + "</title>");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<meta name=\"color-scheme\" content=\"light dark\">");
    line("<meta name=\"generator\" content=\"Letterpress " + text(judgement.version()) + "\">");
    line("<style>\n" + resource("report.css") + "</style>");
    line("</head>");
    line("<body>");
    line("<header class=\"top\">");
    line("<h1>" + word("html.title") + " <span class=\"folder\">" + folder + "</span></h1>");
    verdict();
    line("</header>");
    if (files.isEmpty()) {
      line("<main class=\"clean\"><p>" + word("html.clean") + "</p></main>");
    } else {
      line("<div class=\"page\">");
      line("<div class=\"side\">");
      filter();
      byCode();
      byFile();
      line("</div>");
      line("<main>");
      line("<p class=\"none\" hidden>" + word("html.none") + "</p>");
      files.forEach(this::file);
      line("</main>");
      line("</div>");
    }
    line("<footer>" + text(words.get("html.made", judgement.version())) + "</footer>");
    if (!files.isEmpty()) {
      line("<script>\n" + resource("report.js") + "</script>");
    }
    line("</body>");
    line("</html>");
    return out.toString();
  }

  private void line(String html) {
    out.append(html).append('\n');
  }

  private static String text(String text) {
    return Markup.text(Visible.of(text));
  }

  private String word(String key) {
    return Markup.text(words.get(key));
  }

  static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program has no " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void verdict() {
    out.append("<p class=\"verdict\">");
    for (Severity severity : Severity.values()) {
      int count = judgement.count(severity);
      if (count > 0 || severity != Severity.INFO) {
        String look = count == 0 ? "zero" : severity.word();
        out.append("<span class=\"").append(look).append("\">");
        out.append(text(words.count(count, severity.word()))).append("</span> ");
      }
    }
    String all = words.count(judgement.files().size(), "file");
    out.append("<span>").append(text(words.get("html.in", words.number(files.size()), all)));
    line("</span></p>");
    if (!judgement.only().isEmpty()) {
      line("<p class=\"known\">" + text(words.get("only", String.join(", ", judgement.only()))));
      line("</p>");
    }
    judgement
        .known()
        .ifPresent(
            known -> {
              out.append("<p class=\"known\">");
              out.append(text(words.get("html.known", words.number(known.count()), known.file())));
              if (known.mended() > 0) {
                out.append(' ');
                out.append(text(words.get("html.mended", words.number(known.mended()))));
              }
              line("</p>");
            });
  }

  /** The script shows the form; without it there is nothing to choose. */
  private void filter() {
    line("<form class=\"filter\" hidden>");
    line("<fieldset><legend>" + word("html.severity") + "</legend>");
    for (Severity severity : Severity.values()) {
      if (judgement.count(severity) > 0) {
        String count = words.count(judgement.count(severity), severity.word());
        out.append("<label class=\"").append(severity.word()).append("\">");
        out.append("<input type=\"checkbox\" name=\"severity\" value=\"");
        line(severity.word() + "\" checked> " + text(count) + "</label>");
      }
    }
    line("</fieldset>");
    line("<label>" + word("html.code") + " <select name=\"code\">");
    line("<option value=\"\">" + word("html.all") + "</option>");
    codes.stream()
        .map(Summary.Row::code)
        .distinct()
        .sorted()
        .forEach(code -> line("<option>" + text(code) + "</option>"));
    line("</select></label>");
    line("<label>" + word("html.file") + " <select name=\"file\">");
    line("<option value=\"\">" + word("html.all") + "</option>");
    for (Summary.File file : files) {
      int number = fileNumbers.get(file.file());
      line("<option value=\"file-" + number + "\">" + text(file.file()) + "</option>");
    }
    line("</select></label>");
    out.append("<p role=\"status\" data-shown=\"");
    line(Markup.attribute(words.get("html.shown")) + "\"></p>");
    line("</form>");
  }

  private void byCode() {
    line("<section class=\"codes\">");
    line("<details open><summary><h2>" + word("html.codes") + "</h2></summary>");
    line("<ul>");
    for (Summary.Row row : codes) {
      String first =
          judgement.findings().stream()
              .filter(f -> f.code().equals(row.code()) && f.severity() == row.severity())
              .findFirst()
              .map(f -> "file-" + fileNumbers.get(f.location().file()) + "-" + f.code())
              .orElseThrow();
      out.append("<li class=\"").append(row.severity().word()).append("\">");
      out.append("<a href=\"#").append(Markup.attribute(first)).append("\">");
      out.append("<span class=\"code\">").append(text(row.code())).append("</span></a> ");
      out.append("<span class=\"count\">").append(words.number(row.count())).append("</span>");
      out.append("<span class=\"brief\">").append(word("severity." + row.severity().word()));
      line(": " + text(catalogue.brief(row.code())) + "</span></li>");
    }
    line("</ul></details>");
    line("</section>");
  }

  private void byFile() {
    line("<section class=\"files\">");
    line("<details open><summary><h2>" + word("html.files") + "</h2></summary>");
    line("<ul>");
    for (Summary.File file : files) {
      out.append("<li><a href=\"#file-").append(fileNumbers.get(file.file())).append("\">");
      out.append(text(file.file())).append("</a> ");
      line("<span class=\"count\">" + words.number(file.findings().size()) + "</span></li>");
    }
    line("</ul></details>");
    line("</section>");
  }

  private void file(Summary.File file) {
    String id = "file-" + fileNumbers.get(file.file());
    line("<section class=\"file\" id=\"" + id + "\">");
    out.append("<h2><span class=\"path\">").append(text(file.file())).append("</span>");
    String title = file.title();
    if (!title.isEmpty()) {
      out.append(" <span class=\"letter\">").append(text(title)).append("</span>");
    }
    line("</h2>");
    Map<String, Boolean> seen = new HashMap<>();
    for (Finding finding : file.shown()) {
      boolean first = seen.put(finding.code(), true) == null;
      finding(finding, first ? id + "-" + finding.code() : "", title.isEmpty());
    }
    file.folded().forEach((code, count) -> folded(file, code, count));
    line("</section>");
  }

  private void finding(Finding finding, String id, boolean withTitle) {
    String severity = finding.severity().word();
    out.append("<article class=\"finding ").append(severity).append('"');
    if (!id.isEmpty()) {
      out.append(" id=\"").append(Markup.attribute(id)).append('"');
    }
    out.append(" data-severity=\"").append(severity).append("\" data-code=\"");
    line(Markup.attribute(finding.code()) + "\">");
    out.append("<p class=\"label\"><span class=\"severity\">");
    out.append(word("severity." + severity)).append("</span> ");
    out.append("<span class=\"code\">").append(text(finding.code())).append("</span> ");
    out.append("<span class=\"place\">").append(place(finding.location())).append("</span>");
    if (withTitle && !finding.title().isEmpty()) {
      out.append(" <span class=\"letter\">").append(text(finding.title())).append("</span>");
    }
    line("</p>");
    line("<h3>" + text(judgement.message(finding)) + "</h3>");
    Location place = finding.location();
    Optional<SourceText> source =
        place.line() > 0 ? judgement.texts().of(place.file()) : Optional.empty();
    List<Excerpt> lines = source.map(known -> Excerpt.of(known, finding)).orElse(List.of());
    if (!lines.isEmpty()) {
      excerpts("source", lines, "mark");
    }
    String remedy = judgement.remedy(finding);
    if (!remedy.isEmpty()) {
      line("<p class=\"remedy\">" + text(remedy) + "</p>");
    }
    if (!finding.fixes().isEmpty()) {
      String title = text(finding.fixes().get(0).title());
      line("<p class=\"mend\">" + word("mend") + " <code>" + title + "</code></p>");
      List<Excerpt> mended = Excerpt.mended(source, finding);
      if (!mended.isEmpty()) {
        excerpts("source mended", mended, "ins");
      }
    }
    explanation(finding.code());
    line("</article>");
  }

  private String place(Location place) {
    if (place.line() <= 0) {
      return "";
    }
    String column = place.column() > 0 ? ":" + place.column() : "";
    return text(words.get("html.line", place.line() + column));
  }

  private void excerpts(String look, List<Excerpt> excerpts, String mark) {
    out.append("<pre class=\"").append(look).append("\" dir=\"ltr\" translate=\"no\">");
    for (Excerpt excerpt : excerpts) {
      out.append("<span class=\"row\"><span class=\"number\">").append(excerpt.line());
      out.append("</span><code>");
      for (Excerpt.Part part : excerpt.parts()) {
        String safe = Markup.text(part.text());
        out.append(part.marked() ? "<" + mark + ">" + safe + "</" + mark + ">" : safe);
      }
      out.append("</code></span>");
    }
    line("</pre>");
  }

  private void explanation(String code) {
    Optional<String> explanation = catalogue.explanation(code);
    Optional<Catalogue.Example> example = catalogue.example(code);
    Optional<String> chapter = catalogue.guidelines(code);
    if (explanation.isEmpty() && example.isEmpty() && chapter.isEmpty()) {
      return;
    }
    line("<details><summary>" + word("html.why") + "</summary>");
    explanation.ifPresent(why -> line("<p>" + text(why) + "</p>"));
    example.ifPresent(
        pair -> {
          line("<dl class=\"example\">");
          pair(words.get("wrong"), pair.wrong());
          pair(words.get("right"), pair.right());
          line("</dl>");
        });
    chapter.ifPresent(it -> line("<p class=\"tei\">" + text(words.get("guidelines", it)) + "</p>"));
    line("</details>");
  }

  private void pair(String label, String source) {
    line("<dt>" + text(label) + "</dt><dd><code>" + Markup.text(source) + "</code></dd>");
  }

  private void folded(Summary.File file, String code, int count) {
    List<Finding> more =
        file.findings().stream()
            .filter(finding -> finding.code().equals(code))
            .skip(Summary.PER_CODE)
            .toList();
    String severity = more.get(0).severity().word();
    out.append("<details class=\"folded ").append(severity).append("\" data-severity=\"");
    line(severity + "\" data-code=\"" + Markup.attribute(code) + "\">");
    line("<summary>" + text(words.get("html.folded", words.number(count), code)) + "</summary>");
    line("<ul>");
    for (Finding finding : more) {
      out.append("<li><span class=\"place\">").append(place(finding.location()));
      line("</span> " + text(judgement.message(finding)) + "</li>");
    }
    line("</ul>");
    line("</details>");
  }
}
