package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.publish.Outcome;
import org.letterpress.publish.Plan;
import org.letterpress.publish.Publisher;
import org.letterpress.render.Format;
import org.letterpress.render.TextStyle;
import org.letterpress.report.Words;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.StyleFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letterpress publish}. */
@Command(
    name = "publish",
    header = "Make the editions of a folder of letters.",
    mixinStandardHelpOptions = true,
    description = {
      "",
      "Checks every XML file of the folder, then makes a web site, a PDF, an e-book and texts of"
          + " each letter, and an e-book and texts of them all, reads every word back from what it"
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
      "  letterpress publish letters --format press --icc coated.icc --trim 155x230mm",
      "  letterpress publish letters --baseline known.txt",
      "",
      "The files carry the date of the edition's header, or of the variable SOURCE_DATE_EPOCH, so"
          + " that the same letters give the same bytes."
    })
final class PublishCommand implements Callable<Integer> {

  /** The folder of letters, unless another is named. */
  static final String SOURCE = "tei";

  private static final String FORMATS =
      Stream.of(Format.values()).map(Format::word).collect(Collectors.joining(", "));

  private static final int NARROWEST = 30;
  private static final int WIDEST = 1000;

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
      description = {
        "Which editions to make (default: all but press):",
        "html        a web site",
        "pdf         a PDF of each letter, ready for print",
        "book        all letters as one book in PDF, where there are several",
        "press       the book, or the only letter, for a printing house",
        "epub        an e-book of each letter, and one of all",
        "text        plain text, wrapped for reading",
        "diplomatic  plain text, line for line as the source has it",
        "markdown    CommonMark with pipe tables and footnotes"
      })
  private List<String> named = List.of();

  @Mixin private SchemaOption schema;

  @Option(
      names = "--keep-going",
      description =
          "Publish what can be published although there are errors. The exit code is still 1.")
  private boolean keepGoing;

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "72",
      description = "The longest line of plain text, in characters (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--no-page-marks",
      description = "Leave marks such as [Page 46] out of plain text and Markdown.")
  private boolean withoutPageMarks;

  @Option(names = "--italics", description = "Set italics as _word_ in plain text.")
  private boolean italics;

  @Mixin private PrintOptions print;

  @Mixin private StyleOption style;

  @Option(
      names = "--no-audit",
      description = "Don't look for every word of the letters in what was made.")
  private boolean withoutAudit;

  @Option(
      names = "--clean",
      description = "Make everything anew, also what the last run has made of the same.")
  private boolean clean;

  @Option(names = "--timings", description = "Say how long each step took.")
  private boolean timings;

  @Mixin private ProgressOption progress;

  @Mixin private ReportOptions reports;

  @Override
  public Integer call() throws IOException, SchemaFault, StyleFault {
    reports.understand(false);
    Set<Format> formats = chosen();
    Plan plan =
        new Plan(
            source,
            schema.names(),
            output,
            formats,
            (found, root) -> !keepGoing && reports.stopsFor(found, root),
            date(),
            texts(),
            print.style(spec, formats),
            style.files(),
            !withoutAudit,
            clean);
    long start = System.nanoTime();
    Outcome outcome;
    try (ProgressLine progress = this.progress.line(spec)) {
      outcome = new Publisher(plan, progress).run();
    }
    Duration total = Duration.ofNanos(System.nanoTime() - start);
    int code = reports.report(outcome, Set.of());
    PrintWriter out =
        progress.isQuiet() && code == Main.OK
            ? new PrintWriter(Writer.nullWriter())
            : reports.besides();
    Words words = Speech.of(spec.commandLine());
    Published summary = new Published(out, words);
    if (outcome.editions().isEmpty()) {
      out.println(Files.exists(output) ? words.get("nothing.last", output) : words.get("nothing"));
    } else {
      summary.editions(outcome, plan);
    }
    summary.steps(outcome, total, timings);
    out.flush();
    return code;
  }

  private TextStyle texts() {
    if (width < NARROWEST || width > WIDEST) {
      throw Speech.wrong(spec, "width", width);
    }
    return new TextStyle(width, !withoutPageMarks, italics);
  }

  private Set<Format> chosen() {
    Set<Format> chosen = EnumSet.noneOf(Format.class);
    if (named.isEmpty()) {
      chosen.addAll(EnumSet.complementOf(EnumSet.of(Format.PRESS)));
    }
    if (print.isForPress()) {
      chosen.add(Format.PRESS);
    }
    for (String word : named) {
      chosen.add(
          Format.of(word.strip())
              .orElseThrow(() -> Speech.wrong(spec, "no-format", word, FORMATS)));
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
      throw Speech.wrong(spec, "epoch", epoch);
    }
  }
}
