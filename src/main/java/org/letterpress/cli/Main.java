package org.letterpress.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.letterpress.finding.Finding;
import org.letterpress.publish.NoSources;
import org.letterpress.publish.ToldFault;
import org.letterpress.report.Words;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.StyleFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code letterpress}. Without a subcommand it publishes the folder {@code tei} into
 * {@code output}.
 */
@Command(
    name = "letterpress",
    subcommands = {
      ValidateCommand.class,
      PublishCommand.class,
      ServeCommand.class,
      CompareCommand.class,
      ExplainCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "${bundle:COMMAND}")
public final class Main implements Callable<Integer> {

  /** All is well. */
  static final int OK = 0;

  /** There are errors in the letters. */
  static final int FINDINGS = 1;

  /** The command can't be carried out as it is given. */
  static final int USAGE = 2;

  /** The machine is at fault, or the program. */
  static final int ENVIRONMENT = 3;

  /** Set to true, it prints the trace of a fault of the program. */
  private static final String TRACE = "letterpress.trace";

  @Spec private CommandSpec spec;

  @Mixin private LangOption lang;

  private Main() {}

  /** Runs the program and ends the virtual machine where the exit code is not 0. */
  public static void main(String... args) {
    // The same everywhere; Saxon itself fails in Turkish, where the capital of i is no I.
    Locale.setDefault(Locale.ROOT);
    int code =
        run(
            new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true),
            new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
            args);
    // A return leaves a host such as Maven alive to say that all went well.
    if (code != OK) {
      System.exit(code);
    }
  }

  /**
   * Runs the program.
   *
   * @param out for results
   * @param err for progress and errors
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command =
        command(args)
            .setOut(out)
            .setErr(err)
            .setUsageHelpAutoWidth(true)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(
                (e, given) -> {
                  Words words = Speech.of(e.getCommandLine());
                  Optional<String> locale = locale(e, words);
                  if (locale.isPresent()) {
                    err.println(locale.get());
                    return ENVIRONMENT;
                  }
                  e.getCommandLine().getErr().println(sentence(e, words));
                  e.getCommandLine()
                      .getErr()
                      .println(
                          words.get("help", e.getCommandLine().getCommandSpec().qualifiedName()));
                  return USAGE;
                })
            .setExecutionExceptionHandler(
                (e, failed, parsed) -> {
                  Words words = Speech.of(failed);
                  if (e instanceof NoSources none) {
                    failed.getErr().println(sentence(none, words));
                    return USAGE;
                  }
                  if (e instanceof SchemaFault fault) {
                    fault.findings().forEach(one -> failed.getErr().println(sentence(one)));
                    return USAGE;
                  }
                  if (e instanceof StyleFault fault) {
                    failed.getErr().println(sentence(fault.finding()));
                    return USAGE;
                  }
                  if (e instanceof IOException io) {
                    failed.getErr().println(sentence(io, words));
                    return ENVIRONMENT;
                  }
                  return fault(e, failed.getErr(), words);
                });
    try {
      return command.execute(args);
    } catch (Error e) {
      // Picocli hands on exceptions alone.
      return fault(e, err, Speech.of(command));
    }
  }

  /** The command, in the language that its arguments choose. */
  static CommandLine command(String... args) {
    return new CommandLine(new Main()).setResourceBundle(Speech.help(args));
  }

  /** What is wrong with the arguments; the parser of arguments itself speaks English alone. */
  private static String sentence(ParameterException e, Words words) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String what =
          words.get(
              unmatched.isUnknownOption() ? "option-unknown" : "argument-unknown",
              String.join(", ", unmatched.getUnmatched()));
      List<String> near = unmatched.getSuggestions();
      return near.isEmpty()
          ? what
          : what + System.lineSeparator() + words.get("near", String.join(", ", near));
    }
    if (e instanceof MissingParameterException missing) {
      return words.get(
          "value-missing",
          missing.getMissing().stream().map(Main::shown).collect(Collectors.joining(", ")));
    }
    if (e instanceof OverwrittenOptionException twice) {
      return words.get("option-twice", shown(twice.getOverwritten()));
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      boolean none = e.getArgSpec().arity().max() == 0;
      return words.get(none ? "value-none" : "value-number", shown(e.getArgSpec()), e.getValue());
    }
    return e.getMessage();
  }

  private static String shown(ArgSpec one) {
    return one instanceof OptionSpec option ? option.longestName() : one.paramLabel();
  }

  private static String sentence(Finding finding) {
    return (finding.location() + ": " + finding.message() + " " + finding.remedy()).strip();
  }

  /** What to do about a file name that can't be written in the machine's locale, if it is that. */
  private static Optional<String> locale(Throwable e, Words words) {
    return root(e) instanceof InvalidPathException name
            && name.getReason().startsWith("Malformed input")
        ? Optional.of(words.get("locale", name.getInput()))
        : Optional.empty();
  }

  private static Throwable root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * The machine's fault, if it is known to be that, or one of the program: what it was and where;
   * the whole trace for who asks for it.
   */
  private static int fault(Throwable e, PrintWriter err, Words words) {
    Throwable cause = root(e);
    Optional<String> machine =
        cause instanceof OutOfMemoryError ? Optional.of(words.get("memory")) : locale(e, words);
    if (machine.isPresent()) {
      err.println(machine.get());
      if (Boolean.getBoolean(TRACE)) {
        e.printStackTrace(err);
      }
      return ENVIRONMENT;
    }
    StackTraceElement[] trace = cause.getStackTrace();
    err.println(words.get("fault"));
    err.println("  " + cause.getClass().getName() + ": " + cause.getMessage());
    err.println("  at " + (trace.length == 0 ? "?" : trace[0]));
    if (Boolean.getBoolean(TRACE)) {
      e.printStackTrace(err);
    } else {
      err.println(words.get("trace", TRACE));
    }
    return ENVIRONMENT;
  }

  /** What the machine refused, in a sentence. */
  static String sentence(IOException e, Words words) {
    if (e instanceof ToldFault fault) {
      return words.get(fault.key(), fault.arguments());
    }
    if (e instanceof AccessDeniedException denied) {
      return words.get("denied", denied.getFile());
    }
    if (e instanceof FileSystemException failed) {
      String reason = failed.getReason() == null ? words.get("io") : failed.getReason();
      return failed.getFile() + ": " + reason + ".";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  @Override
  public Integer call() {
    lang.words(spec);
    if (!Files.isDirectory(Path.of(PublishCommand.SOURCE))) {
      throw Speech.wrong(spec, "no-folder", PublishCommand.SOURCE);
    }
    return spec.subcommands().get("publish").execute();
  }
}
