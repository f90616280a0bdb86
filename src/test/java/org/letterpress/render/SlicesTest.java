package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;

/** A letter's edition is the same, whether it knows its slice of the corpus alone or the whole. */
class SlicesTest {

  @Test
  void ourEditionIsTheSame() {
    same(Site.of(Path.of("tei"), Map.of()).corpus());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void editionsOfOthersAreTheSame(String corpus) {
    same(Site.shared(corpus).corpus());
  }

  private static void same(Corpus corpus) {
    assertFalse(corpus.letters().isEmpty());
    for (Stylesheet sheet :
        List.of(
            sheet("html.xsl", corpus, Map.of()),
            sheet("fo.xsl", corpus, PrintStyle.DEFAULT.parameters()),
            sheet("text.xsl", corpus, Map.of("diplomatic", new XdmAtomicValue(true))))) {
      int step = 1 + corpus.letters().size() / 40;
      for (int i = 0; i < corpus.letters().size(); i += step) {
        Letter letter = corpus.letters().get(i);
        assertArrayEquals(
            sheet.apply("letter", letter).value().toString().lines().toArray(),
            sheet.letter(letter).value().toString().lines().toArray(),
            letter.id());
      }
    }
  }

  private static Stylesheet sheet(String name, Corpus corpus, Map<String, XdmValue> parameters) {
    return new Stylesheet(Site.XML, name, corpus.document(), parameters);
  }
}
