package org.letterpress.cli;

import java.util.Locale;
import java.util.Optional;
import org.letterpress.finding.Catalogue;
import org.letterpress.report.Words;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What the commands say themselves, in the language that the user has chosen. */
final class Speech {

  private Speech() {}

  /** The words for a command: by its {@code --lang}, else by the environment, else in English. */
  static Words of(CommandLine command) {
    OptionSpec option = command.getCommandSpec().findOption("--lang");
    String chosen = option == null ? null : option.getValue();
    String lang = chosen == null ? System.getenv("LETTERPRESS_LANG") : chosen;
    return Words.of(
        Speech.class,
        Optional.ofNullable(lang)
            .flatMap(one -> Catalogue.of(one.toLowerCase(Locale.ROOT)))
            .orElse(Catalogue.ENGLISH));
  }

  /** That a command can't be carried out as it is given. */
  static ParameterException wrong(CommandSpec spec, String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), of(spec.commandLine()).get(key, arguments));
  }
}
