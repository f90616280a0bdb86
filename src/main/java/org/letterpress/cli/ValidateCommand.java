package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.letterpress.finding.Severity;
import org.letterpress.publish.Outcome;
import org.letterpress.publish.Plan;
import org.letterpress.publish.Publisher;
import org.letterpress.validate.grammar.SchemaFault;
import picocli.CommandLine.Command;
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
          + " its rules, do its references lead to entries of the registers. Every file is judged,"
          + " whatever the others are like. Nothing is written.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  letterpress validate letters",
      "  letterpress validate letters --schema habits",
      "  letterpress validate letters --schema tei_all.rng --schema house-rules.sch",
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

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "SCHEMA",
      description = {
        "What to judge the letters by: \"letter\" (the default), \"habits\" (the same, with habits"
            + " of real editions that TEI itself forbids), or a file in RELAX NG (.rng, .rnc) or"
            + " Schematron (.sch). May be given several times."
      })
  private List<String> schemas = List.of();

  @Override
  public Integer call() throws IOException, SchemaFault {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Plan plan = new Plan(source, schemas, Path.of("output"), Set.of(), false, Optional.empty());
    Outcome outcome = new Publisher(plan, step -> PublishCommand.progress(err, step)).run();
    Report report = new Report(out);
    report.findings(outcome);
    report.checked(outcome);
    return outcome.count(Severity.ERROR) == 0 ? Main.OK : Main.FINDINGS;
  }
}
