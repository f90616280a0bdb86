package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Severity;
import org.letterpress.report.Words;
import org.letterpress.serve.Preview;
import org.letterpress.serve.Server;
import org.letterpress.serve.Turn;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.StyleFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letterpress serve}. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "${bundle:FOLDER}",
      defaultValue = PublishCommand.SOURCE,
      descriptionKey = "source")
  private Path source;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      defaultValue = "8080")
  private int port;

  @Mixin private SchemaOption schema;

  @Mixin private StyleOption style;

  @Mixin private LangOption lang;

  @Override
  public Integer call() throws IOException, SchemaFault, StyleFault, InterruptedException {
    Catalogue catalogue = lang.words(spec);
    if (port < 0 || port > LAST_PORT) {
      throw Speech.wrong(spec, "port", port);
    }
    Words words = Speech.of(spec.commandLine());
    PrintWriter out = spec.commandLine().getOut();
    spec.commandLine().getErr().println("… " + words.get("serve.read", source));
    Preview preview =
        new Preview(source, schema.names(), style.files(spec), port, catalogue, Version.number());
    try (Server server = Server.start(preview, turn -> say(turn, words))) {
      out.println(words.get("serve.at", source, server.address()));
      out.println(words.get("serve.end"));
      out.flush();
      Thread.currentThread().join(); // until the user ends the program
    } catch (BindException e) {
      throw new IOException(words.get("serve.no-port", port), e);
    }
    return Main.OK;
  }

  private void say(Turn turn, Words words) {
    String files = String.join(", ", turn.changed());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        turn.trouble()
            .map(why -> words.get("serve.trouble", files, why))
            .orElseGet(
                () ->
                    words.get(
                        "serve.turn",
                        files,
                        words.number(turn.page().toMillis()),
                        words.number(turn.whole().toMillis()),
                        words.count(count(turn, Severity.ERROR), "error"),
                        words.count(count(turn, Severity.WARNING), "warning"))));
    out.flush();
  }

  private static long count(Turn turn, Severity severity) {
    return turn.findings().stream().filter(finding -> finding.severity() == severity).count();
  }
}
