package org.letterpress.render.search;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/** The stem that a word's forms share, by Snowball's rules. For one thread. */
final class Stems {

  private final Map<String, Optional<SnowballStemmer>> stemmers = new HashMap<>();

  /**
   * The folded stem of a word.
   *
   * @param word as it stands in the text
   * @param lang its language, BCP 47; in one that Snowball doesn't know each form is its own stem
   */
  String stem(String word, String lang) {
    Optional<SnowballStemmer> stemmer =
        stemmers.computeIfAbsent(lang.toLowerCase(Locale.ROOT).split("-", 2)[0], Stems::stemmer);
    if (stemmer.isEmpty()) {
      return Words.fold(word);
    }
    String plain = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    stemmer.get().setCurrent(plain.replace('ſ', 's'));
    stemmer.get().stem();
    String stem = Words.fold(stemmer.get().getCurrent());
    return stem.isEmpty() ? Words.fold(word) : stem;
  }

  private static Optional<SnowballStemmer> stemmer(String language) {
    return Optional.ofNullable(
        switch (language) {
          case "ar" -> new ArabicStemmer();
          case "ca" -> new CatalanStemmer();
          case "da" -> new DanishStemmer();
          case "de" -> new GermanStemmer();
          case "el" -> new GreekStemmer();
          case "en" -> new EnglishStemmer();
          case "es" -> new SpanishStemmer();
          case "et" -> new EstonianStemmer();
          case "eu" -> new BasqueStemmer();
          case "fi" -> new FinnishStemmer();
          case "fr" -> new FrenchStemmer();
          case "ga" -> new IrishStemmer();
          case "hi" -> new HindiStemmer();
          case "hu" -> new HungarianStemmer();
          case "hy" -> new ArmenianStemmer();
          case "id" -> new IndonesianStemmer();
          case "it" -> new ItalianStemmer();
          case "lt" -> new LithuanianStemmer();
          case "nb", "nn", "no" -> new NorwegianStemmer();
          case "ne" -> new NepaliStemmer();
          case "nl" -> new DutchStemmer();
          case "pt" -> new PortugueseStemmer();
          case "ro" -> new RomanianStemmer();
          case "ru" -> new RussianStemmer();
          case "sr" -> new SerbianStemmer();
          case "sv" -> new SwedishStemmer();
          case "ta" -> new TamilStemmer();
          case "tr" -> new TurkishStemmer();
          case "yi" -> new YiddishStemmer();
          default -> null;
        });
  }
}
