package org.letterpress.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.letterpress.finding.Catalogue;

/**
 * The reports' own words in one language, from {@code words_LANG.properties} (UTF-8). A word that
 * is counted has two entries, {@code error.1} and {@code error.n}.
 */
final class Words {

  private final Properties words = new Properties();
  private final Locale locale;

  private Words(String lang) {
    this.locale = Locale.forLanguageTag(lang);
    String file = "words_" + lang + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The program has no " + file);
      }
      words.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a catalogue's language. */
  static Words of(Catalogue catalogue) {
    return new Words(catalogue.lang());
  }

  /** A word or sentence; {@code %s} in it is replaced in order. */
  String get(String key, Object... arguments) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("The reports have no word " + key);
    }
    for (Object argument : arguments) {
      int at = word.indexOf("%s");
      word = word.substring(0, at) + argument + word.substring(at + 2);
    }
    return word;
  }

  /** A number with its noun: {@code 1 error}, {@code 1,204 errors}. */
  String count(long number, String noun) {
    return number(number) + " " + get(noun + (number == 1 ? ".1" : ".n"));
  }

  /** A number as the language parts its digits. */
  String number(long number) {
    return String.format(locale, "%,d", number);
  }
}
