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
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "${bundle:FOLDER}",
      defaultValue = PublishCommand.SOURCE,
      descriptionKey = "source")
  private Path source;

  @Mixin private SchemaOption schema;

  @Option(names = "--only", paramLabel = "${bundle:CODE}", split = ",")
  private List<String> only = List.of();

  @Option(names = "--write-baseline")
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
