package org.letterpress.report;

import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * Findings as GitHub's workflow commands: {@code ::error file=…,line=…::message}. Escapes are those
 * of the actions toolkit ({@code command.ts}).
 */
final class GithubReport {

  private GithubReport() {}

  static String write(Judgement judgement) {
    Words words = Words.of(judgement.words());
    StringBuilder out = new StringBuilder();
    for (Finding finding : judgement.findings()) {
      Location place = finding.location();
      out.append("::").append(command(finding.severity()));
      out.append(" file=").append(property(judgement.fromHere(place.file())));
      if (place.line() > 0) {
        out.append(",line=").append(place.line()).append(",endLine=").append(place.line());
      }
      if (place.column() > 0) {
        out.append(",col=").append(place.column());
        out.append(",endColumn=").append(place.column() + place.length());
      }
      String title = finding.title().isEmpty() ? "" : " (" + finding.title() + ")";
      out.append(",title=").append(property(finding.code() + title)).append("::");
      StringBuilder message = new StringBuilder(judgement.message(finding));
      String remedy = judgement.remedy(finding);
      if (!remedy.isEmpty()) {
        message.append('\n').append(remedy);
      }
      if (!finding.fixes().isEmpty()) {
        message.append('\n').append(words.get("mend")).append(' ');
        message.append(finding.fixes().get(0).title());
      }
      out.append(data(message.toString())).append('\n');
    }
    return out.toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
