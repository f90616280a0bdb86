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
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "${bundle:CODE}", descriptionKey = "code")
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
