package org.letterpress.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.letterpress.finding.Catalogue;
import org.letterpress.report.Words;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands say themselves, in the language that the user has chosen. */
final class Speech {

  private static final String LANG = "--lang";

  private Speech() {}

  /**
   * What {@code --help} says, in the language of {@code --lang}, else of the environment, else in
   * English: the command has not been understood yet when help is asked for, or when it is wrong.
   */
  static ResourceBundle help(String... args) {
    String lang = System.getenv("LETTERPRESS_LANG");
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(LANG + "=")) {
        lang = args[i].substring(LANG.length() + 1);
      } else if (args[i].equals(LANG) && i + 1 < args.length) {
        lang = args[i + 1];
      }
    }
    Catalogue chosen =
        Optional.ofNullable(lang)
            .flatMap(one -> Catalogue.of(one.toLowerCase(Locale.ROOT)))
            .orElse(Catalogue.ENGLISH);
    String file = "help_" + chosen.lang() + ".properties";
    try (InputStream in = Speech.class.getResourceAsStream(file)) {
      return new PropertyResourceBundle(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words for a command, in the language of its help. */
  static Words of(CommandLine command) {
    String lang = command.getResourceBundle().getString("lang.code");
    return Words.of(Speech.class, Catalogue.of(lang).orElseThrow());
  }

  /** That a command can't be carried out as it is given. */
  static ParameterException wrong(CommandSpec spec, String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), of(spec.commandLine()).get(key, arguments));
  }
}
