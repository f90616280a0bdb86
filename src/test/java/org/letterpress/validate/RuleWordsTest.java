package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/** Each rule of the letter schema speaks English and German, and says the same in both. */
final class RuleWordsTest {

  private static final Pattern RULE =
      Pattern.compile("(?s)<sch:(assert|report) id=\"([^\"]+)\".*?</sch:\\1>");

  private static final Pattern REMEDY =
      Pattern.compile(
          "(?s)<sch:span class=\"remedy\">(.*?)</sch:span>\\s*</sch:(?:assert|report)>");

  private static final Pattern ARGUMENT = Pattern.compile("<sch:span class=\"(\\w+)\">");
  private static final Pattern VALUE = Pattern.compile("<sch:value-of");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

  @Test
  void eachRuleHasItsWordsInBothLanguages() throws IOException {
    Properties german = german();
    List<String> wanting = new ArrayList<>();
    Map<String, String> rules = rules();
    for (String rule : rules.keySet()) {
      for (String part : List.of("message", "remedy", "explain")) {
        if (german.getProperty(rule + "." + part, "").isBlank()) {
          wanting.add("de: " + rule + "." + part);
        }
      }
      if (Catalogue.ENGLISH.explanation(rule).isEmpty()) {
        wanting.add("en: " + rule + ".explain");
      }
      if (Catalogue.ENGLISH.guidelines(rule).isEmpty()) {
        wanting.add("en: " + rule + ".tei");
      }
    }
    assertTrue(rules.size() > 30, () -> "too few rules: " + rules.keySet());
    assertEquals(List.of(), wanting);
  }

  /** What {@code explain} says stands in the catalogue, what a finding says in the rule itself. */
  @Test
  void theCatalogueHasTheRemediesOfTheRules() throws IOException {
    rules()
        .forEach(
            (rule, text) -> {
              MatchResult remedy = REMEDY.matcher(text).results().findFirst().orElseThrow();
              String words =
                  remedy
                      .group(1)
                      .replaceAll("\\s+", " ")
                      .replaceAll("<sch:span .*?</sch:span>", "…")
                      .replace("&lt;", "<")
                      .replace("&gt;", ">")
                      .strip();
              assertEquals(words, Catalogue.ENGLISH.remedy(rule).orElse(""), rule);
            });
  }

  @Test
  void germanNamesOnlyWhatTheRulesGive() throws IOException {
    Properties german = german();
    List<String> strange = new ArrayList<>();
    rules()
        .forEach(
            (rule, text) -> {
              Set<String> given = found(ARGUMENT, text);
              given.add("element");
              for (String part : List.of("message", "remedy")) {
                Set<String> used = found(PLACEHOLDER, german.getProperty(rule + "." + part, ""));
                used.removeAll(given);
                used.forEach(name -> strange.add(rule + "." + part + ": " + name));
              }
            });
    assertEquals(List.of(), strange);
  }

  @Test
  void eachValueOfAMessageIsAnArgument() throws IOException {
    rules()
        .forEach(
            (rule, text) ->
                assertEquals(
                    VALUE.matcher(text).results().count(),
                    ARGUMENT.matcher(text).results().filter(RuleWordsTest::isNoRemedy).count(),
                    rule));
  }

  @Test
  void aFindingIsSaidInGerman() {
    Finding finding =
        new Finding(
            "birth-after-death",
            Severity.ERROR,
            Location.of("register.xml"),
            "",
            "\"Ada\" was born on 1900-01-01 and died on 1800-01-01, which is earlier.",
            "",
            Map.of("name", "Ada", "birth", "1900-01-01", "death", "1800-01-01"),
            List.of());

    assertEquals(
        "„Ada“ wurde am 1900-01-01 geboren und starb am 1800-01-01, also früher.",
        Catalogue.GERMAN.message(finding));
    assertEquals(finding.message(), Catalogue.ENGLISH.message(finding));
  }

  private static boolean isNoRemedy(MatchResult span) {
    return !span.group(1).equals("remedy");
  }

  /** The text of each assert and report, by its id. */
  private static Map<String, String> rules() throws IOException {
    Map<String, String> rules = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("schema", "rules"))) {
      for (Path file : files.toList()) {
        RULE.matcher(Files.readString(file))
            .results()
            .forEach(rule -> rules.put(rule.group(2), rule.group()));
      }
    }
    assertFalse(rules.isEmpty());
    return rules;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties german() throws IOException {
    Properties words = new Properties();
    try (var reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/org/letterpress/finding/messages_de.properties"))) {
      words.load(reader);
    }
    return words;
  }
}
