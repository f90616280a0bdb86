package org.letterpress.cli;

import java.io.PrintWriter;
import java.util.List;
import org.letterpress.audit.Comparison;
import org.letterpress.audit.Declared;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.report.Words;

/** Says what a comparison found. */
final class Compared {

  private final PrintWriter out;
  private final Catalogue catalogue;
  private final Words words;

  Compared(PrintWriter out, Catalogue catalogue) {
    this.out = out;
    this.catalogue = catalogue;
    this.words = Words.of(Main.class, catalogue);
  }

  void print(Comparison.Report report) {
    line("", words.get("compared.files", report.transcription(), report.encoding()));
    line(
        "",
        words.get(
            "compared.words",
            words.count(report.bodyWords(), "word"),
            words.count(report.noteWords(), "word")));
    line("", "");
    long count = report.declared().values().stream().mapToLong(List::size).sum();
    line("", words.count(count, "compared.declared"));
    report
        .declared()
        .forEach(
            (kind, all) -> {
              line("  ", words.get("compared." + kind.word(), words.number(all.size())));
              all.forEach(one -> line("    ", declared(one)));
            });
    line("", "");
    line("", words.count(report.findings().size(), "compared.undeclared"));
    for (Finding finding : report.findings()) {
      line("  ", finding.location() + ": " + catalogue.message(finding));
    }
  }

  private String declared(Declared one) {
    return one.line() == 0 ? one.what() : words.get("compared.line", one.line(), one.what());
  }

  private void line(String indent, String said) {
    out.print(said.isEmpty() ? "\n" : indent + said + "\n");
  }
}
