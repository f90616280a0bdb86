package org.letterpress.render.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a word is, and which spellings are one. */
class WordsTest {

  private static List<String> texts(String text) {
    return Words.of(text).stream().map(Words.Word::text).toList();
  }

  @Test
  void aWordIsLettersMarksAndDigits() {
    assertEquals(
        List.of("Mr", "Robert", "Kennedy", "don", "t", "Ge", "9", "11", "1961", "U2", "мир"),
        texts("Mr.Robert Kennedy, don’t; Ge- 9/11 (1961) U2 «мир»"));
    assertEquals(List.of("Zu\u0308rich", "𝔊𝔬𝔱"), texts("Zu\u0308rich 𝔊𝔬𝔱"));
    assertEquals(List.of(), texts(" … — \u0301 "));
  }

  @Test
  void aLineFeedCountsLikeAWord() {
    assertEquals(
        List.of(0, 1, 3), Words.of("one two\nthree").stream().map(Words.Word::position).toList());
    assertEquals(
        List.of(0, 4, 8), Words.of("one two\nthree").stream().map(Words.Word::start).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Größe, grosse",
    "GRÖSSE, grosse",
    "Wachſtube, wachstube",
    "Zu\u0308rich, zurich",
    "Chruschtschow, chruschtschow",
    "Хрущёв, хрущев",
    "Œuvre, oeuvre",
    "Æsthetik, aesthetik",
    "Łódź, lodz",
    "Smørrebrød, smorrebrod",
    "ΛΌΓΟΣ, λογοσ",
    "λόγος, λογοσ",
    "ﬁnden, finden",
    "İstanbul, istanbul",
    "ẞ, ss",
    "1961, 1961"
  })
  void whatAReaderMayLeaveOutIsLeftOut(String word, String folded) {
    assertEquals(folded, Words.fold(word));
    assertEquals(folded, Words.fold(folded));
  }

  @ParameterizedTest
  @CsvSource({
    "de, Freundes, Freunden",
    "de-AT, Häuser, Haus",
    "de, Briefe, Brief",
    "en, agreements, agreement",
    "en-GB, negotiating, negotiate",
    "ru, письма, письмо",
    "ru, друзья, друзьями",
    "fr, lettres, lettre",
    "it, amici, amico"
  })
  void formsShareAStem(String lang, String one, String other) {
    Stems stems = new Stems();
    assertEquals(stems.stem(one, lang), stems.stem(other, lang));
  }

  @Test
  void aLanguageWithoutRulesHasNoStems() {
    assertEquals("epistolae", new Stems().stem("Epistolæ", "la"));
    assertEquals("letters", new Stems().stem("Letters", ""));
  }
}
