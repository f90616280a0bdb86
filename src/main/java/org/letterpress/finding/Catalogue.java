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

/**
 * The words of findings in one language. The files {@code messages_LANG.properties} (UTF-8) hold
 * for each code: {@code CODE.message} (what is wrong), {@code CODE.remedy} (how to mend it), {@code
 * CODE.explain} (a paragraph for whoever asks), {@code CODE.tei} (the chapter of the TEI
 * Guidelines, such as {@code 3.6.1 Referring Strings}). {@code {name}} in a sentence is replaced by
 * the finding's argument of that name.
 */
public final class Catalogue {

  /** English. */
  public static final Catalogue ENGLISH = new Catalogue("en");

  /** German. */
  public static final Catalogue GERMAN = new Catalogue("de");

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

  /** The codes that the catalogue has sentences for. */
  public SortedSet<String> codes() {
    SortedSet<String> codes = new TreeSet<>();
    for (String key : words.stringPropertyNames()) {
      if (key.endsWith(".message")) {
        codes.add(key.substring(0, key.length() - ".message".length()));
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
    return words.containsKey(finding.code() + ".message") && !finding.arguments().isEmpty()
        ? message(finding.code(), finding.arguments())
        : finding.message();
  }

  /** How to mend it, in this language; in the finding's own words where the catalogue has none. */
  public String remedy(Finding finding) {
    return words.containsKey(finding.code() + ".remedy") && !finding.arguments().isEmpty()
        ? remedy(finding.code(), finding.arguments())
        : finding.remedy();
  }

  /** A paragraph on a code, if the catalogue has one. */
  public Optional<String> explanation(String code) {
    return Optional.ofNullable(words.getProperty(code + ".explain"));
  }

  /** The chapter of the TEI Guidelines that a code rests on, if there is one. */
  public Optional<String> guidelines(String code) {
    return Optional.ofNullable(words.getProperty(code + ".tei"));
  }

  String message(String code, Map<String, String> arguments) {
    String message = words.getProperty(code + ".message");
    if (message == null) {
      throw new IllegalArgumentException("The catalogue has no message for " + code);
    }
    return fill(message, arguments);
  }

  String remedy(String code, Map<String, String> arguments) {
    return fill(words.getProperty(code + ".remedy", ""), arguments);
  }

  private static String fill(String sentence, Map<String, String> arguments) {
    String filled = sentence;
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      filled = filled.replace("{" + argument.getKey() + "}", argument.getValue());
    }
    return filled;
  }
}
