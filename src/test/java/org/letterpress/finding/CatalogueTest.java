package org.letterpress.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two languages say the same things, and every code has its words. */
class CatalogueTest {

  private static final Pattern HOLE = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");
  private static final Pattern MADE =
      Pattern.compile("(?:Finding\\s*\\.(?:of|error|warning)|new Finding)\\(\\s*\"([a-z0-9-]+)\"");

  /** Rooms whose findings speak in words of their own as yet. */
  private static final Set<String> OWN_WORDS = Set.of("xml", "validate");

  private static Properties words(String lang) throws IOException {
    Properties words = new Properties();
    String file = "messages_" + lang + ".properties";
    try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, UTF_8));
    }
    return words;
  }

  private static Set<String> holes(String sentence) {
    return HOLE.matcher(sentence).results().map(hole -> hole.group(1)).collect(Collectors.toSet());
  }

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    Properties english = words("en");
    Properties german = words("de");
    List<String> faults = new ArrayList<>();
    Set<String> keys = new TreeSet<>(english.stringPropertyNames());
    keys.addAll(german.stringPropertyNames());
    for (String key : keys) {
      // Chapters and examples are one for both.
      if (key.matches(".*\\.(tei|wrong|right)")) {
        continue;
      }
      String left = english.getProperty(key);
      String right = german.getProperty(key);
      if (left == null || right == null) {
        faults.add(key + " is in one language alone");
      } else if (!holes(left).equals(holes(right))) {
        faults.add(key + ": " + holes(left) + " and " + holes(right));
      } else if (left.isBlank() || right.isBlank() || left.contains("\uFFFD")) {
        faults.add(key + " says nothing");
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(keys.size() > 100, keys::toString);
  }

  @Test
  void everyCodeHasMessageAndExplanation() {
    for (Catalogue catalogue : List.of(Catalogue.ENGLISH, Catalogue.GERMAN)) {
      for (String code : catalogue.codes()) {
        assertTrue(catalogue.explanation(code).isPresent(), code + " has no explanation");
        assertTrue(!catalogue.brief(code).equals(code), code + " has no message");
      }
    }
  }

  @Test
  void everyKeyIsOfAKindThatSomebodyReads() throws IOException {
    for (String key : words("en").stringPropertyNames()) {
      assertTrue(key.matches("[a-z0-9-]+\\.(message|remedy|explain|brief|tei|wrong|right)"), key);
    }
  }

  @Test
  void everyCodeInTheProgramIsInTheCatalogue() throws IOException {
    Set<String> missing = new TreeSet<>();
    int made = 0;
    Path house = Path.of("src/main/java/org/letterpress");
    try (Stream<Path> files = Files.walk(house)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String room = house.relativize(file).getName(0).toString();
        Matcher codes = MADE.matcher(Files.readString(file));
        for (MatchResult code : codes.results().toList()) {
          made++;
          if (!OWN_WORDS.contains(room) && !Catalogue.ENGLISH.codes().contains(code.group(1))) {
            missing.add(code.group(1));
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(made > 20, made + " findings are made");
  }

  @Test
  void whatIsPutInIsNotLookedAtAgain() {
    Finding finding =
        Finding.of(
            "convention-ambiguous",
            Severity.ERROR,
            Location.of("a"),
            Map.of("mark", "{count} $1 \\", "count", "{mark}"),
            List.of());
    assertEquals(
        "The mark “{count} $1 \\” stands {mark} times in the transcription.", finding.message());
    assertEquals(
        "Das Zeichen „{count} $1 \\“ steht {mark}-mal in der Transkription.",
        Catalogue.GERMAN.message(finding));
  }

  @Test
  void aFindingWithoutArgumentsIsTranslatedAndOneInOtherWordsIsNot() {
    Finding link = Finding.of("link-broken", Severity.ERROR, Location.of("a"), Map.of(), List.of());
    assertEquals("Die Verknüpfung berichtigen oder löschen.", Catalogue.GERMAN.remedy(link));
    Finding own = Finding.error("words-lost", Location.of("a"), "Words are lost.", "Find them.");
    assertEquals("Words are lost.", Catalogue.GERMAN.message(own));
    assertEquals(
        "Find them.",
        Catalogue.GERMAN.remedy(Finding.error("no-code", Location.of("a"), "", "Find them.")));
  }
}
