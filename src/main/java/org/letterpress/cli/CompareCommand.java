package org.letterpress.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.letterpress.audit.Comparison;
import org.letterpress.publish.Comparing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letterpress compare}. */
@Command(
    name = "compare",
    header = "Prove word by word that an encoding says what its transcription says.",
    mixinStandardHelpOptions = true,
    description = {
      "",
      "Compares the plain text of a transcription with its TEI: every word, every mark of"
          + " punctuation, every page break and note. Differences that the transcription's"
          + " conventions declare are listed; any other fails with its page, its paragraph and the"
          + " words around it. Nothing is written.",
      "",
      "The conventions (how the transcription marks pages, notes and lists) are read from the file"
          + " beside it that has the same name and ends in .conventions.",
      ""
    },
    footer = {"", "Example:", "  letterpress compare sources/letter.txt letters/letter.xml"})
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TRANSCRIPTION", description = "The plain text.")
  private Path transcription;

  @Parameters(index = "1", paramLabel = "LETTER", description = "Its encoding in TEI.")
  private Path letter;

  @Option(
      names = "--conventions",
      paramLabel = "FILE",
      description = "Other conventions than those beside the transcription.")
  private Path conventions;

  @Option(names = "--json", description = "Report as JSON, for programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (isXml(transcription) && !isXml(letter)) {
      throw Speech.wrong(spec, "order", letter, transcription);
    }
    Comparison.Report report =
        Comparing.compare(transcription, letter, Optional.ofNullable(conventions));
    spec.commandLine().getOut().print(json ? report.json() : report.text());
    spec.commandLine().getOut().flush();
    return report.isClean() ? Main.OK : Main.FINDINGS;
  }

  private static boolean isXml(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
  }
}
