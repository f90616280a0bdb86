package org.letterpress.cli;

import java.util.Locale;
import org.letterpress.finding.Catalogue;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In which language findings are told: the option of all commands that tell any. */
final class LangOption {

  @Option(
      names = "--lang",
      paramLabel = "${bundle:LANG}",
      defaultValue = "${env:LETTERPRESS_LANG:-en}")
  private String lang;

  /**
   * The words of the language.
   *
   * @param spec of the command, for the error where there are none
   */
  Catalogue words(CommandSpec spec) {
    return Catalogue.of(lang.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> Speech.wrong(spec, "no-language", lang));
  }
}
