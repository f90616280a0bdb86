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
 * The own words of a part of the program in one language, from {@code words_LANG.properties}
 * (UTF-8) beside a class of it. A word that is counted has two entries, {@code error.1} and {@code
 * error.n}.
 */
public final class Words {

  private final Properties words = new Properties();
  private final Locale locale;

  private Words(Class<?> speaker, String lang) {
    this.locale = Locale.forLanguageTag(lang);
    String file = "words_" + lang + ".properties";
    try (InputStream in = speaker.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The program has no " + file);
      }
      words.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reports' words, in a catalogue's language. */
  static Words of(Catalogue catalogue) {
    return of(Words.class, catalogue);
  }

  /**
   * The words that lie beside a class.
   *
   * @param catalogue of the language
   */
  public static Words of(Class<?> speaker, Catalogue catalogue) {
    return new Words(speaker, catalogue.lang());
  }

  /** A word or sentence; {@code %s} in it is replaced in order. */
  public String get(String key, Object... arguments) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("There is no word " + key);
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (Object argument : arguments) {
      int at = word.indexOf("%s", from);
      filled.append(word, from, at).append(argument);
      from = at + 2;
    }
    return filled.append(word.substring(from)).toString();
  }

  /** A number with its noun: {@code 1 error}, {@code 1,204 errors}. */
  public String count(long number, String noun) {
    return number(number) + " " + get(noun + (number == 1 ? ".1" : ".n"));
  }

  /** The word of a key; the key itself where there is none. */
  public String find(String key) {
    return words.getProperty(key, key);
  }

  /** A number as the language parts its digits. */
  public String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** A number with so many decimal places, behind the language's own sign. */
  public String number(double number, int places) {
    return String.format(locale, "%,." + places + "f", number);
  }
}
