package org.letterpress.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.Run;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What can be said is told in both languages, and so is what was said wrong. */
class HelpTest {

  private static List<CommandSpec> commands(String lang) {
    CommandLine root = Main.command("--lang", lang);
    List<CommandSpec> all = new ArrayList<>(List.of(root.getCommandSpec()));
    root.getSubcommands().values().forEach(one -> all.add(one.getCommandSpec()));
    return all;
  }

  /** Every text of the help, by what it describes. */
  private static Map<String, String> texts(String lang) {
    Map<String, String> texts = new TreeMap<>();
    for (CommandSpec command : commands(lang)) {
      String name = command.qualifiedName(".");
      UsageMessageSpec usage = command.usageMessage();
      texts.put(name + " header", String.join("\n", usage.header()));
      texts.put(name + " description", String.join("\n", usage.description()));
      texts.put(name + " footer", String.join("\n", usage.footer()));
      texts.put("heading " + name, usage.synopsisHeading());
      for (ArgSpec one : command.args()) {
        String arg = one instanceof OptionSpec option ? option.longestName() : one.paramLabel();
        String key = one instanceof OptionSpec ? arg : String.valueOf(command.args().indexOf(one));
        texts.put(name + " " + key, String.join("\n", one.description()));
        assertTrue(!one.paramLabel().contains("$"), name + " " + one.paramLabel());
      }
    }
    return texts;
  }

  @Test
  void everythingIsDescribedInBothLanguages() {
    Map<String, String> english = texts("en");
    Map<String, String> german = texts("de");
    assertTrue(english.size() > 60, english::toString);
    assertEquals(english.keySet(), german.keySet());
    english.forEach(
        (key, text) -> {
          assertTrue(!text.isBlank() && !german.get(key).isBlank(), key);
          assertTrue(!text.equals(german.get(key)), key + " is in English alone: " + text);
        });
  }

  @Test
  void bothLanguagesHaveTheSameWordsAndNoneThatNobodyReads() {
    TreeSet<String> english = new TreeSet<>(Speech.help("--lang=en").keySet());
    assertEquals(english, new TreeSet<>(Speech.help("--lang", "DE").keySet()));
    TreeSet<String> read = new TreeSet<>(List.of("lang.code"));
    for (CommandSpec command : commands("en")) {
      String name = command.qualifiedName(".");
      List.of("header", "description", "footer").forEach(one -> read.add(name + ".usage." + one));
      for (ArgSpec one : command.args()) {
        String key =
            one instanceof OptionSpec option && option.descriptionKey().isEmpty()
                ? option.longestName().replaceFirst("^-+", "")
                : one.descriptionKey();
        read.add(key);
        read.add(name + "." + key);
        read.addAll(List.of(one.paramLabel().split("[^A-Z]+")));
      }
    }
    english.removeAll(read);
    assertEquals(
        new TreeSet<>(List.of("COMMAND", "usage.commandListHeading", "usage.synopsisHeading")),
        english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "validate ", "publish ", "serve ", "explain "})
  void helpIsInTheLanguageThatIsAskedFor(String command) {
    Run german = Run.of((command + "--help --lang de").split(" "));
    assertEquals(0, german.code(), german.err());
    assertTrue(german.out().contains("Aufruf: letterpress " + command.strip()), german.out());
    assertTrue(!german.out().contains("Usage") && !german.out().contains("${"), german.out());
    assertTrue(german.out().lines().allMatch(line -> line.length() <= 80), german.out());
    Run english = Run.of((command + "--help").split(" "));
    assertTrue(english.out().contains("Usage: letterpress " + command.strip()), english.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publish --width=x | --width wants a whole number, and \"x\" is none.",
        "publish --clean=maybe | --clean takes no value, but \"maybe\" was given.",
        "publish --trim a5 --trim a4 | --trim may be given once only.",
        "publish --schem=x | Unknown option: --schem=x",
        "validat | Did you mean: validate, publish?",
        "compare one | A value is missing for: LETTER",
        "compare one --json=a | --json takes no value, but \"a\" was given.",
        "--lang fr | There is no language \"fr\": choose from en, de.",
        "serve --port=a --lang=de | --port verlangt eine ganze Zahl, und „a“ ist keine.",
        "serve -p 1 -p 2 --lang=de | --port darf nur einmal stehen.",
        "publish --no-audit=a --lang de | --no-audit hat keinen Wert, aber „a“ wurde angegeben.",
        "validate --schem x --lang=de | Meinten Sie: --schema?",
        "--lang=de validat | Meinten Sie: validate, publish?",
        "publish a b --lang=de | Dieses Argument hat hier keine Bedeutung: b"
      })
  void whatIsWrongIsSaidInItsLanguage(String arguments, String sentence) {
    Run run = Run.of(arguments.strip().split(" "));
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().lines().anyMatch(sentence.strip()::equals), run.err());
    boolean german = arguments.contains("de");
    String last = german ? "sagt, was sich sagen lässt." : "tells what can be said.";
    assertTrue(run.err().strip().endsWith(last), run.err());
  }
}
