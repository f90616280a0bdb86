package org.letterpress.report;

import java.util.List;
import java.util.Optional;
import org.letterpress.finding.Catalogue;

/** What there is to say of a code, for whoever asks. */
public final class Explanation {

  private static final int MEASURE = 80;

  private Explanation() {}

  /** All of a code: what it is, why, an example, how to mend it, where TEI speaks of it. */
  public static String write(String code, Catalogue catalogue) {
    Words words = Words.of(catalogue);
    StringBuilder out = new StringBuilder();
    out.append(code).append(": ").append(catalogue.brief(code)).append('\n');
    catalogue.explanation(code).ifPresent(text -> paragraph(out, text));
    Optional<Catalogue.Example> example = catalogue.example(code);
    if (example.isPresent()) {
      out.append('\n');
      int width = Math.max(words.get("wrong").length(), words.get("right").length());
      example(out, words.get("wrong"), width, example.get().wrong());
      example(out, words.get("right"), width, example.get().right());
    }
    catalogue.remedy(code).ifPresent(text -> paragraph(out, text));
    catalogue
        .guidelines(code)
        .ifPresent(
            chapter -> out.append('\n').append(words.get("guidelines", chapter)).append('\n'));
    return out.toString();
  }

  /** Every code in a line. */
  public static String list(Catalogue catalogue) {
    int width = catalogue.codes().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (String code : catalogue.codes()) {
      List<String> brief =
          TextReport.wrap(catalogue.brief(code), Math.max(40, MEASURE + 10 - width));
      for (int i = 0; i < brief.size(); i++) {
        String left = i == 0 ? code : "";
        out.append(left).append(" ".repeat(width - left.length() + 2)).append(brief.get(i));
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static void paragraph(StringBuilder out, String text) {
    out.append('\n');
    TextReport.wrap(text, MEASURE).forEach(line -> out.append(line).append('\n'));
  }

  private static void example(StringBuilder out, String label, int width, String source) {
    String margin = " ".repeat(width + 4);
    out.append("  ").append(label).append(" ".repeat(width - label.length() + 2));
    out.append(source.replace("\n", "\n" + margin)).append('\n');
  }
}
