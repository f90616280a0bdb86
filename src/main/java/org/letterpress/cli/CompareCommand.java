package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.letterpress.audit.Comparison;
import org.letterpress.finding.Catalogue;
import org.letterpress.publish.Comparing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letterpress compare}. */
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "${bundle:TRANSCRIPTION}", descriptionKey = "transcription")
  private Path transcription;

  @Parameters(index = "1", paramLabel = "${bundle:LETTER}", descriptionKey = "letter")
  private Path letter;

  @Option(names = "--conventions", paramLabel = "${bundle:FILE}")
  private Path conventions;

  @Option(names = "--json")
  private boolean json;

  @Mixin private LangOption lang;

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = lang.words(spec);
    if (isXml(transcription) && !isXml(letter)) {
      throw Speech.wrong(spec, "order", letter, transcription);
    }
    Comparison.Report report =
        Comparing.compare(transcription, letter, Optional.ofNullable(conventions));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(report.json());
    } else {
      new Compared(out, catalogue).print(report);
    }
    out.flush();
    return report.isClean() ? Main.OK : Main.FINDINGS;
  }

  private static boolean isXml(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
  }
}
