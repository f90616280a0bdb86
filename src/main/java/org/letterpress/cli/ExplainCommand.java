package org.letterpress.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.letterpress.finding.Catalogue;
import org.letterpress.report.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letterpress explain}. */
@Command(
    name = "explain",
    header = "Tell more about the code of a finding.",
    mixinStandardHelpOptions = true,
    description = {
      "",
      "What the finding means, an example where there is one, how to mend it, and where the TEI"
          + " Guidelines speak of it. Without a code, lists all codes.",
      ""
    },
    footer = {"", "Example:", "  letterpress explain ref-dangling"})
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = "The word in brackets at the end of a finding.")
  private String code;

  @Mixin private LangOption lang;

  @Override
  public Integer call() {
    Catalogue words = lang.words(spec);
    if (code != null && code.startsWith(Catalogue.HOUSE)) {
      throw Speech.wrong(spec, "house-code", code);
    }
    if (code != null && !Catalogue.ENGLISH.codes().contains(code)) {
      throw ReportOptions.noCode(spec, code);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(code == null ? Explanation.list(words) : Explanation.write(code, words));
    out.flush();
    return Main.OK;
  }
}
