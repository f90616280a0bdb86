package org.letterpress.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.letterpress.finding.Spelling;
import org.letterpress.publish.Outcome;
import org.letterpress.report.Baseline;
import org.letterpress.report.Judgement;
import org.letterpress.report.ReportFormat;
import org.letterpress.report.SourceTexts;
import org.letterpress.report.TextReport;
import org.letterpress.report.Words;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What commands that find something say of it, where, and when they fail for it. */
final class ReportOptions {

  private static final String NEVER = "never";

  /** A report that was asked for. */
  private record Wanted(ReportFormat format, Optional<Path> file) {}

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--report", paramLabel = "${bundle:FORMAT}[=${bundle:FILE}]")
  private List<String> reports = List.of();

  @Option(names = "--fail-on", paramLabel = "${bundle:SEVERITY}", defaultValue = "error")
  private String failOn;

  @Option(names = "--baseline", paramLabel = "${bundle:FILE}")
  private Path baseline;

  @Mixin private LangOption lang;

  private List<Wanted> wanted = List.of();
  private Optional<Severity> least = Optional.empty();
  private Optional<Baseline> known = Optional.empty();
  private Catalogue words = Catalogue.ENGLISH;

  /**
   * Reads what was said.
   *
   * @param writesBaseline whether the baseline is to be written, so that it need not be there
   * @throws ParameterException where it can't be understood
   */
  void understand(boolean writesBaseline) throws IOException {
    wanted = reports.stream().map(this::wanted).toList();
    if (wanted.stream().filter(report -> report.file().isEmpty()).count() > 1) {
      throw Speech.wrong(spec, "stdout");
    }
    if (!failOn.equalsIgnoreCase(NEVER)) {
      least =
          Optional.of(
              Arrays.stream(Severity.values())
                  .filter(severity -> severity.word().equalsIgnoreCase(failOn))
                  .findFirst()
                  .orElseThrow(() -> Speech.wrong(spec, "no-severity", failOn)));
    }
    words = lang.words(spec);
    if (baseline != null && !writesBaseline) {
      known = Optional.of(read(baseline));
    }
  }

  /** That there is no such code, and which was meant if that can be told. */
  static ParameterException noCode(CommandSpec spec, String code) {
    return Spelling.nearest(code, Catalogue.ENGLISH.codes())
        .map(near -> Speech.wrong(spec, "no-code.near", code, near))
        .orElseGet(() -> Speech.wrong(spec, "no-code", code));
  }

  private Wanted wanted(String said) {
    String[] parts = said.split("=", 2);
    String choose =
        Arrays.stream(ReportFormat.values())
            .map(ReportFormat::word)
            .collect(Collectors.joining(", "));
    ReportFormat format =
        ReportFormat.of(parts[0].strip())
            .orElseThrow(() -> Speech.wrong(spec, "no-report", parts[0], choose));
    if (parts.length == 2 && parts[1].isBlank()) {
      throw Speech.wrong(spec, "report-file", format.word());
    }
    return new Wanted(
        format, parts.length == 1 ? Optional.empty() : Optional.of(Path.of(parts[1])));
  }

  private Baseline read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Speech.wrong(spec, "no-baseline", file, file);
    }
    try {
      return Baseline.read(Files.readString(file, UTF_8));
    } catch (Baseline.Malformed e) {
      throw Speech.wrong(spec, "baseline-line", file, e.line(), e.words());
    } catch (CharacterCodingException e) {
      throw Speech.wrong(spec, "bad-baseline", file);
    }
  }

  /** Whether a run may not go on with these findings. */
  boolean stopsFor(List<Finding> findings, Path folder) {
    return least.isPresent()
        && fresh(findings, folder).stream()
            .anyMatch(finding -> finding.severity().compareTo(least.get()) <= 0);
  }

  private List<Finding> fresh(List<Finding> findings, Path folder) {
    List<Finding> sorted = findings.stream().sorted().toList();
    return known
        .map(one -> one.part(sorted, SourceTexts.in(folder), (code, file) -> false).fresh())
        .orElse(sorted);
  }

  /** Writes what is known from now on. */
  void writeBaseline(Outcome outcome) throws IOException {
    Baseline all = Baseline.of(outcome.findings(), SourceTexts.in(outcome.root()));
    write(baseline, all.write());
    PrintWriter out = spec.commandLine().getOut();
    Words speech = Speech.of(spec.commandLine());
    out.println(speech.get("baseline", baseline, speech.number(all.size())));
    out.flush();
  }

  /** Whether a baseline was named. */
  boolean hasBaseline() {
    return baseline != null;
  }

  /**
   * Writes the reports.
   *
   * @param only the codes that are reported; empty for all
   * @return the exit code
   */
  int report(Outcome outcome, Set<String> only) throws IOException {
    Predicate<String> sought = code -> only.isEmpty() || only.contains(code);
    SourceTexts texts = SourceTexts.in(outcome.root());
    List<Finding> findings =
        outcome.findings().stream().filter(finding -> sought.test(finding.code())).toList();
    Set<String> judged = Set.copyOf(outcome.files());
    // Of a file that was not judged, but is there, nobody knows whether it was mended.
    Baseline.Concern concerns =
        (code, file) ->
            sought.test(code)
                && (judged.contains(file) || !Files.exists(outcome.root().resolve(file)));
    Optional<Baseline.Parted> parted = known.map(one -> one.part(findings, texts, concerns));
    Judgement judgement =
        new Judgement(
            outcome.root(),
            outcome.files(),
            parted.map(Baseline.Parted::fresh).orElse(findings),
            only.stream().sorted().toList(),
            parted.map(one -> new Judgement.Known(baseline.toString(), one.known(), one.mended())),
            least,
            texts,
            words,
            Version.number());
    List<Wanted> all = new ArrayList<>(wanted);
    if (all.stream().noneMatch(report -> report.file().isEmpty())) {
      all.add(0, new Wanted(ReportFormat.TEXT, Optional.empty()));
    }
    for (Wanted one : all) {
      if (one.file().isPresent()) {
        write(one.file().get(), one.format().write(judgement));
      } else {
        PrintWriter out = spec.commandLine().getOut();
        out.print(
            one.format() == ReportFormat.TEXT
                ? TextReport.write(judgement, Ansi.AUTO.enabled())
                : one.format().write(judgement));
        out.flush();
      }
    }
    return judgement.findings().stream().anyMatch(judgement::isFailure) ? Main.FINDINGS : Main.OK;
  }

  /** Where words go that are no report: not between the lines of one that a program reads. */
  PrintWriter besides() {
    boolean taken =
        wanted.stream().anyMatch(one -> one.file().isEmpty() && one.format() != ReportFormat.TEXT);
    return taken ? spec.commandLine().getErr() : spec.commandLine().getOut();
  }

  /** Of a temporary file the user knows nothing. */
  private static IOException named(IOException shown, IOException cause) {
    shown.initCause(cause);
    return shown;
  }

  /** Writes a file so that it is there whole or not at all. */
  private static void write(Path file, String text) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    // Not a temporary file of Java's, which nobody else may read.
    Path temporary = target.resolveSibling(".letterpress-" + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(temporary, text, UTF_8, StandardOpenOption.CREATE_NEW);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AccessDeniedException e) {
      throw named(new AccessDeniedException(file.toString()), e);
    } catch (FileSystemException e) {
      throw named(new FileSystemException(file.toString(), null, e.getReason()), e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
