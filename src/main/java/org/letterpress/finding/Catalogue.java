package org.letterpress.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of findings in one language. The files {@code messages_LANG.properties} (UTF-8) hold
 * for each code: {@code CODE.message} (what is wrong), {@code CODE.remedy} (how to mend it), {@code
 * CODE.explain} (a paragraph for whoever asks), {@code CODE.brief} (what it is in a few words; the
 * message serves where it is missing). {@code {name}} in a sentence is replaced by the finding's
 * argument of that name. In English alone stand {@code CODE.tei} (the chapter of the TEI
 * Guidelines, such as {@code 3.6.1 Referring Strings}) and the pair {@code CODE.wrong}, {@code
 * CODE.right}, an example.
 */
public final class Catalogue {

  /** English. */
  public static final Catalogue ENGLISH = new Catalogue("en");

  /** German. */
  public static final Catalogue GERMAN = new Catalogue("de");

  /**
   * The argument of a finding that kept all else in its file from being judged; the remedy says so.
   */
  public static final String REST = "rest";

  /** What the codes of other people's rules begin with; their words are their own, not ours. */
  public static final String HOUSE = "house:";

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!]) (?=\\p{Lu})");
  private static final Pattern HOLE = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

  /**
   * An example of a fault.
   *
   * @param wrong as it should not be
   * @param right as it should be
   */
  public record Example(String wrong, String right) {}

  private final String lang;
  private final Properties words = new Properties();

  private Catalogue(String lang) {
    this.lang = lang;
    String file = "messages_" + lang + ".properties";
    try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The program has no " + file);
      }
      words.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The catalogue of a language, {@code en} or {@code de}. */
  public static Optional<Catalogue> of(String lang) {
    return switch (lang) {
      case "en" -> Optional.of(ENGLISH);
      case "de" -> Optional.of(GERMAN);
      default -> Optional.empty();
    };
  }

  /** The language, as BCP 47 names it. */
  public String lang() {
    return lang;
  }

  /** The codes that the catalogue has sentences for. */
  public SortedSet<String> codes() {
    SortedSet<String> codes = new TreeSet<>();
    for (String key : words.stringPropertyNames()) {
      if (key.endsWith(".message") || key.endsWith(".explain")) {
        codes.add(key.substring(0, key.lastIndexOf('.')));
      }
    }
    return codes;
  }

  /** What is wrong, in this language; in the finding's own words where the catalogue has none. */
  public String message(Finding finding) {
    // Somebody else's rules may bring words in several languages.
    String own = finding.arguments().get("message." + lang);
    if (own != null) {
      return own;
    }
    String sentence = words.getProperty(finding.code() + ".message");
    return sentence != null && canFill(sentence, finding)
        ? fill(sentence, finding.arguments())
        : finding.message();
  }

  /** How to mend it, in this language; in the finding's own words where the catalogue has none. */
  public String remedy(Finding finding) {
    String sentence = words.getProperty(finding.code() + ".remedy");
    return sentence != null && canFill(sentence, finding)
        ? fillRemedy(sentence, finding.arguments())
        : finding.remedy();
  }

  /** A finding in words of its own has not got what the sentence speaks of. */
  private static boolean canFill(String sentence, Finding finding) {
    return HOLE.matcher(sentence)
        .results()
        .allMatch(hole -> finding.arguments().containsKey(hole.group(1)));
  }

  /** What a code means, in a few words: what its findings have in common. */
  public String brief(String code) {
    String brief = words.getProperty(code + ".brief");
    return brief != null ? brief : withoutArguments(words.getProperty(code + ".message", code));
  }

  /** How to mend findings of a code, as far as it can be said of all of them. */
  public Optional<String> remedy(String code) {
    String remedy = withoutArguments(words.getProperty(code + ".remedy", ""));
    return remedy.replaceAll("[…\\s]", "").isEmpty() ? Optional.empty() : Optional.of(remedy);
  }

  /** A paragraph on a code, if the catalogue has one. */
  public Optional<String> explanation(String code) {
    return Optional.ofNullable(words.getProperty(code + ".explain"));
  }

  /** The chapter of the TEI Guidelines that a code rests on, if there is one. */
  public Optional<String> guidelines(String code) {
    return Optional.ofNullable(ENGLISH.words.getProperty(code + ".tei"));
  }

  /** An example of a code's fault and of how it is right, if there is one. */
  public Optional<Example> example(String code) {
    String wrong = ENGLISH.words.getProperty(code + ".wrong");
    String right = ENGLISH.words.getProperty(code + ".right");
    return wrong == null || right == null
        ? Optional.empty()
        : Optional.of(new Example(wrong, right));
  }

  String message(String code, Map<String, String> arguments) {
    String message = words.getProperty(code + ".message");
    if (message == null) {
      throw new IllegalArgumentException("The catalogue has no message for " + code);
    }
    return fill(message, arguments);
  }

  String remedy(String code, Map<String, String> arguments) {
    return fillRemedy(words.getProperty(code + ".remedy", ""), arguments);
  }

  /** A sentence that has nothing to name is left out. */
  private String fillRemedy(String remedy, Map<String, String> arguments) {
    String rest = arguments.containsKey(REST) ? " " + words.getProperty(REST + ".remedy") : "";
    return SENTENCE
        .splitAsStream(remedy + rest)
        .filter(
            sentence ->
                HOLE.matcher(sentence)
                    .results()
                    .noneMatch(hole -> "".equals(arguments.get(hole.group(1)))))
        .map(sentence -> fill(sentence, arguments))
        .collect(Collectors.joining(" "));
  }

  /** What is put in is not looked at again: it may hold braces of its own. */
  private static String fill(String sentence, Map<String, String> arguments) {
    return HOLE.matcher(sentence)
        .replaceAll(
            hole -> Matcher.quoteReplacement(arguments.getOrDefault(hole.group(1), hole.group())));
  }

  private static String withoutArguments(String sentence) {
    return HOLE.matcher(sentence).replaceAll("…");
  }
}
