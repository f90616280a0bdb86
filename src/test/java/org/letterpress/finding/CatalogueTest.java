package org.letterpress.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.TreeMap;
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

  private static final Pattern RULE = Pattern.compile("<sch:(?:assert|report) id=\"([^\"]+)\"");

  /** The rules of the letter schema, whose English stands where they do. */
  private static Set<String> rules() throws IOException {
    Set<String> rules = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("schema/rules"))) {
      for (Path file : files.toList()) {
        RULE.matcher(Files.readString(file)).results().forEach(rule -> rules.add(rule.group(1)));
      }
    }
    assertTrue(rules.size() > 20, rules::toString);
    return rules;
  }

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
    Set<String> rules = rules();
    for (String key : keys) {
      // Chapters and examples are one for both.
      boolean isRule = rules.contains(key.replaceFirst("\\..*", ""));
      if (key.matches(".*\\.(tei|wrong|right)")
          || (isRule && key.matches(".*\\.(message|remedy)"))) {
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
  void whatEditorsMeetMostHasAnExample() {
    for (String code :
        List.of(
            ("ref-dangling ref-kind ref-without-hash element-unknown element-misspelt"
                    + " element-nested element-order element-misplaced element-missing"
                    + " text-misplaced text-bare attribute-unknown attribute-misspelt value-date"
                    + " value-no-day value-of-list element-unclosed tags-crossed ampersand-raw"
                    + " entity-of-html attribute-unquoted attribute-typographic-quotes id-twice"
                    + " sent-after-received date-range-reversed note-anchor-missing"
                    + " hand-undeclared namespace-missing name-untagged doctype")
                .split(" "))) {
      Catalogue.Example example = Catalogue.ENGLISH.example(code).orElseThrow();
      assertNotEquals(example.wrong(), example.right(), code);
    }
  }

  @Test
  void everyCodeIsSaidInAFewWords() throws IOException {
    for (String lang : List.of("en", "de")) {
      Properties words = words(lang);
      for (String code : Catalogue.ENGLISH.codes()) {
        String brief = words.getProperty(code + ".brief", "");
        assertTrue(!brief.isBlank() && brief.length() < 70, lang + " " + code + ": " + brief);
        assertTrue(holes(brief).isEmpty() && !brief.endsWith("."), lang + " " + code);
      }
    }
  }

  /** The front matter is counted in Roman figures, chapters and sections in Arabic ones. */
  @Test
  void everyChapterHasItsForm() throws IOException {
    Properties english = words("en");
    Map<String, String> titles = new TreeMap<>();
    for (String key : english.stringPropertyNames()) {
      String chapter = english.getProperty(key);
      if (key.endsWith(".tei")) {
        assertTrue(
            chapter.matches("(?:v|vi)\\. \\p{Lu}.*|[1-9]\\d?(?:\\.[1-9]\\d?){0,4} \\p{Lu}.*[a-z.]"),
            key + ": " + chapter);
        String number = chapter.substring(0, chapter.indexOf(' '));
        String other = titles.putIfAbsent(number, chapter);
        assertTrue(other == null || other.equals(chapter), key + ": " + chapter + ", " + other);
      }
    }
    assertTrue(titles.size() > 20, titles::toString);
  }

  /** The whole schema of TEI names for each of its elements the sections that describe it. */
  @Test
  void chaptersAreCalledAsTheGuidelinesCallThem() throws IOException {
    Path schema =
        Path.of(System.getProperty("letterpress.shared", "../shared"), "schema/tei_all.rng");
    assumeTrue(Files.exists(schema), "Skipped: no " + schema);
    String all = Files.readString(schema).replaceAll("\\s+", " ");
    Properties english = words("en");
    int found = 0;
    for (String key : english.stringPropertyNames()) {
      String[] chapter = english.getProperty(key).split(" ", 2);
      if (key.endsWith(".tei") && all.contains("[" + chapter[0] + ". ")) {
        found++;
        assertTrue(all.contains(chapter[0] + ". " + chapter[1]), key + ": " + chapter[1]);
      }
    }
    assertTrue(found > 20, "only " + found + " are named there");
  }

  @Test
  void germanRemediesAddressTheReader() throws IOException {
    Properties german = words("de");
    List<String> others = new ArrayList<>();
    for (String key : german.stringPropertyNames()) {
      if (key.endsWith(".remedy")
          && !key.startsWith(Catalogue.REST)
          && !german.getProperty(key).matches(".*\\bSie\\b.*")) {
        others.add(key + ": " + german.getProperty(key));
      }
    }
    assertEquals(List.of(), others);
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
        Matcher codes = MADE.matcher(Files.readString(file));
        for (MatchResult code : codes.results().toList()) {
          made++;
          if (!Catalogue.ENGLISH.codes().contains(code.group(1))) {
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
    assertEquals(
        "Berichtigen Sie die Verknüpfung, oder löschen Sie sie.", Catalogue.GERMAN.remedy(link));
    Finding own =
        new Finding(
            "words-lost",
            Severity.ERROR,
            Location.of("a"),
            "",
            "Words are lost.",
            "Find them.",
            Map.of(),
            List.of());
    assertEquals("Words are lost.", Catalogue.GERMAN.message(own));
    assertEquals(
        "Find them.",
        Catalogue.GERMAN.remedy(
            new Finding(
                "no-code",
                Severity.ERROR,
                Location.of("a"),
                "",
                "",
                "Find them.",
                Map.of(),
                List.of())));
  }
}
