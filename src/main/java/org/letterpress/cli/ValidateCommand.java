package org.letterpress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.letterpress.finding.Catalogue;
import org.letterpress.publish.Outcome;
import org.letterpress.publish.Plan;
import org.letterpress.publish.Publisher;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.StyleFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letterpress validate}. */
@Command(
    name = "validate",
    header = "Check a folder of letters.",
    mixinStandardHelpOptions = true,
    description = {
      "",
      "Checks every XML file of the folder: is it well-formed, does it follow the letter schema and"
          + " its rules, do its references lead to entries of the registers, do the chains of letters (prev, next)"
          + " and the dates agree, are names written alike throughout. Every file is judged,"
          + " whatever the others are like. Nothing is written.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  letterpress validate letters",
      "  letterpress validate letters --schema habits",
      "  letterpress validate letters --schema tei_all.rng --schema house-rules.sch",
      "  letterpress validate letters --report html=report.html --lang de",
      "  letterpress validate letters --only ref-dangling,ref-kind",
      "  letterpress validate letters --baseline known.txt --write-baseline",
      "  letterpress validate letters --baseline known.txt --report sarif=letters.sarif",
      "",
      "\"letterpress explain CODE\" tells more about a finding.",
      "",
      "A grammar takes the place of the letter schema and its rules; rules alone are added to them."
          + " Without --schema, a letter may name a grammar and rules of the folder in an xml-model"
          + " line. Nothing is fetched from the network."
    })
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = PublishCommand.SOURCE,
      description = "The folder of letters, or one file (default: ${DEFAULT-VALUE}).")
  private Path source;

  @Mixin private SchemaOption schema;

  @Option(
      names = "--only",
      paramLabel = "CODE",
      split = ",",
      description = "Tell only of findings of these codes.")
  private List<String> only = List.of();

  @Option(
      names = "--write-baseline",
      description = "Write all that is found now into the file of --baseline, and report nothing.")
  private boolean writeBaseline;

  @Mixin private ProgressOption progress;

  @Mixin private ReportOptions reports;

  @Override
  public Integer call() throws IOException, SchemaFault, StyleFault {
    Set<String> codes = codes();
    if (writeBaseline && (!reports.hasBaseline() || !codes.isEmpty())) {
      throw Speech.wrong(spec, "baseline-alone");
    }
    if (writeBaseline && Files.isRegularFile(source)) {
      throw Speech.wrong(spec, "baseline-whole");
    }
    reports.understand(writeBaseline);
    Plan plan = Plan.check(source, schema.names());
    Outcome all;
    try (ProgressLine progress = this.progress.line(spec)) {
      all = new Publisher(plan, progress).run();
    }
    if (writeBaseline) {
      reports.writeBaseline(all);
      return Main.OK;
    }
    return reports.report(all, codes);
  }

  private Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (String code : only) {
      // Rules of others have codes of their own.
      if (!code.strip().startsWith(Catalogue.HOUSE)
          && !Catalogue.ENGLISH.codes().contains(code.strip())) {
        throw ReportOptions.noCode(spec, code.strip());
      }
      codes.add(code.strip());
    }
    return codes;
  }
}
