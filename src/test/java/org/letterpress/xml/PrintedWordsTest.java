package org.letterpress.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each catalogue of printed words has to say; docs/languages.md tells the same. */
class PrintedWordsTest {

  private static final Path FOLDER = Path.of("xslt/core/l10n");

  /** Keys that a catalogue may leave out and still be whole, or have beside the English ones. */
  private static final Set<String> OPTIONAL = Set.of("date.day.months", "date.weekdays.short");

  private static final Pattern MESSAGE =
      Pattern.compile("<message key=\"([^\"]+)\">([^<]*)</message>");

  private static final Pattern FILLED_IN = Pattern.compile("\\{\\w+\\}");

  private static Map<String, Map<String, String>> catalogues() throws IOException {
    Map<String, Map<String, String>> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Map<String, String> messages = new TreeMap<>();
        Matcher message = MESSAGE.matcher(Files.readString(file));
        while (message.find()) {
          String old = messages.put(message.group(1), message.group(2));
          assertEquals(null, old, () -> file + " has it twice: " + message.group(1));
        }
        all.put(file.getFileName().toString().replace(".xml", ""), messages);
      }
    }
    return all;
  }

  /**
   * The keys that all catalogues have to have: of a counted message the form that is never lacking.
   */
  private static Set<String> keys(Map<String, String> messages) {
    Set<String> forms =
        Stream.of(messages.get("plural").split(" ", -1))
            .map(rule -> rule.replaceAll("=.*", ""))
            .collect(Collectors.toSet());
    return messages.keySet().stream()
        .filter(key -> !OPTIONAL.contains(key) && !key.matches("date\\.day\\.\\d+"))
        .filter(
            key -> {
              int dot = key.lastIndexOf('.');
              return !forms.contains(key.substring(dot + 1))
                  || !messages.containsKey(key.substring(0, Math.max(dot, 0)) + ".other");
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> filledIn(String message) {
    return FILLED_IN.matcher(message).results().map(one -> one.group()).collect(Collectors.toSet());
  }

  @Test
  void eachCatalogueIsWhole() throws IOException {
    Map<String, Map<String, String>> all = catalogues();
    Map<String, String> english = all.get("en");
    assertTrue(all.size() > 1);
    all.forEach(
        (lang, messages) -> {
          assertEquals(keys(english), keys(messages), lang);
          keys(messages)
              .forEach(
                  key ->
                      assertEquals(
                          filledIn(english.get(key)),
                          filledIn(messages.get(key)),
                          () -> lang + " " + key));
          assertEquals(12, messages.get("date.months").split(" ", -1).length, lang);
          assertEquals(7, messages.get("date.weekdays").split(" ", -1).length, lang);
          assertTrue(messages.get("text.page").matches("\\S+ \\{page\\}"), lang);
        });
  }

  @Test
  void aCatalogueIsKnownByItsFileAlone() throws IOException {
    assertTrue(PrintedWords.languages().containsAll(catalogues().keySet()));
    assertTrue(PrintedWords.languages().contains("pl"), "the tests' own");
    assertFalse(PrintedWords.languages().contains("fr"));
  }

  @Test
  void aLanguageIsKnownByEachOfItsCodes() {
    for (String lang : List.of("de", "deu", "ger", "de-AT", "de_CH")) {
      assertEquals("„", PrintedWords.of("print.quote.open", lang), lang);
    }
    assertEquals("”", PrintedWords.of("print.quote.close", "pol"));
    assertEquals("Seite {page}", PrintedWords.of("text.page", "deu"));
    assertEquals("“", PrintedWords.of("print.quote.open", "grc"));
    assertEquals("Contents", PrintedWords.of("text.contents", "pl"));
  }
}
