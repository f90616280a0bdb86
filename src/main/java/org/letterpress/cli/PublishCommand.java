package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.letterpress.finding.Severity;
import org.letterpress.publish.Outcome;
import org.letterpress.publish.Plan;
import org.letterpress.publish.Publisher;
import org.letterpress.render.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letterpress publish}. */
@Command(
    name = "publish",
    header = "Make the editions of a folder of letters.",
    mixinStandardHelpOptions = true,
    description = {
      "",
      "Checks every XML file of the folder, then makes a web site, a PDF, an e-book and a plain"
          + " text of each letter and an e-book of them all, reads every word back from what it"
          + " made, and puts the result in place of the last edition. If anything is wrong, the"
          + " last edition stays as it is.",
      "",
      "The folder may hold letters (TEI), registers (listPerson, listPlace, listOrg, listEvent) and"
          + " edition.xml, the edition's own header; none of the three needs any configuration.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  letterpress publish letters",
      "  letterpress publish letters --output site --format html,text",
      "  letterpress publish letters/1961-11-09.xml",
      "",
      "The files carry the date of the edition's header, or of the variable SOURCE_DATE_EPOCH, so"
          + " that the same letters give the same bytes."
    })
final class PublishCommand implements Callable<Integer> {

  /** The folder of letters, unless another is named. */
  static final String SOURCE = "tei";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = SOURCE,
      description = "The folder of letters, or one letter's file (default: ${DEFAULT-VALUE}).")
  private Path source;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      defaultValue = "output",
      description = "Where the editions go (default: ${DEFAULT-VALUE}).")
  private Path output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      split = ",",
      description = "Which editions to make: html, pdf, epub, text (default: all).")
  private List<String> formats = List.of();

  @Option(
      names = "--keep-going",
      description =
          "Publish what can be published although there are errors. The exit code is still 1.")
  private boolean keepGoing;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Plan plan = new Plan(source, output, chosen(), keepGoing, date());
    long start = System.nanoTime();
    Outcome outcome = new Publisher(plan, step -> progress(err, step)).run();
    Duration total = Duration.ofNanos(System.nanoTime() - start);
    Report report = new Report(out);
    report.findings(outcome);
    report.checked(outcome);
    if (outcome.editions().isEmpty()) {
      out.println(
          Files.exists(output)
              ? "Nothing was published; the last edition in " + output + " is as it was."
              : "Nothing was published.");
    } else {
      report.published(outcome, plan);
    }
    report.steps(outcome, total);
    return outcome.count(Severity.ERROR) == 0 ? Main.OK : Main.FINDINGS;
  }

  /** One line a step: enough to see that it lives, and the same in a log. */
  static void progress(PrintWriter err, String step) {
    err.println("… " + step);
  }

  private Set<Format> chosen() {
    if (formats.isEmpty()) {
      return EnumSet.allOf(Format.class);
    }
    Set<Format> chosen = EnumSet.noneOf(Format.class);
    for (String word : formats) {
      chosen.add(
          Format.of(word.strip())
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "There is no format \""
                              + word
                              + "\": choose from html, pdf, epub, text.")));
    }
    return chosen;
  }

  private Optional<Instant> date() {
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    if (epoch == null || epoch.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.strip())));
    } catch (NumberFormatException e) {
      throw new ParameterException(
          spec.commandLine(),
          "SOURCE_DATE_EPOCH is \"" + epoch + "\"; it has to be a number of seconds.",
          e);
    }
  }
}
