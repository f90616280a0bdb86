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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.publish.NoSources;
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
@Command(name = "publish", mixinStandardHelpOptions = true)
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
      paramLabel = "${bundle:FOLDER}",
      defaultValue = SOURCE,
      descriptionKey = "source")
  private Path source;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "${bundle:FOLDER}",
      defaultValue = "output")
  private Path output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "${bundle:FORMAT}",
      split = ",")
  private List<String> named = List.of();

  @Mixin private SchemaOption schema;

  @Option(names = "--keep-going")
  private boolean keepGoing;

  @Option(names = "--width", paramLabel = "N", defaultValue = "72")
  private int width;

  @Option(names = "--no-page-marks")
  private boolean withoutPageMarks;

  @Option(names = "--italics")
  private boolean italics;

  @Mixin private PrintOptions print;

  @Mixin private StyleOption style;

  @Option(names = "--no-audit")
  private boolean withoutAudit;

  @Option(names = "--clean")
  private boolean clean;

  @Option(names = "--timings")
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
            style.files(spec),
            !withoutAudit,
            clean);
    long start = System.nanoTime();
    Outcome outcome;
    try (ProgressLine progress = this.progress.line(spec)) {
      outcome = new Publisher(plan, progress).run();
    } catch (NoSources e) {
      throw e;
    } catch (IOException e) {
      return refused(e);
    }
    Duration total = Duration.ofNanos(System.nanoTime() - start);
    int code = reports.report(outcome, Set.of());
    PrintWriter out = reports.besides();
    Words words = Speech.of(spec.commandLine());
    Published summary = new Published(out, words);
    if (outcome.editions().isEmpty()) {
      out.println(Files.exists(output) ? words.get("nothing.last", output) : words.get("nothing"));
    } else if (!progress.isQuiet()) {
      summary.editions(outcome, plan);
    }
    if (!progress.isQuiet()) {
      summary.took(total);
      if (timings) {
        summary.steps(outcome, began(Instant.now().minusNanos(System.nanoTime() - start)));
      }
    }
    out.flush();
    return code;
  }

  /** How long Java took to come to the command; nothing where the system doesn't tell. */
  private static Duration began(Instant start) {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(first -> Duration.between(first, start))
        .orElse(Duration.ZERO);
  }

  /** The edition can't be written: what it was, and that the last one stays. */
  private int refused(IOException e) {
    Words words = Speech.of(spec.commandLine());
    PrintWriter err = spec.commandLine().getErr();
    err.println(Main.sentence(e, words));
    if (Files.isDirectory(output)) {
      err.println(words.get("output.last", output));
    }
    return Main.ENVIRONMENT;
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
