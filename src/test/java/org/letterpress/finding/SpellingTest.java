package org.letterpress.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {

  private static final List<String> IDS = List.of("khrushchev", "kennedy", "west-berlin", "gdr");

  @Test
  void findsWhatWasMeant() {
    assertEquals(Optional.of("khrushchev"), Spelling.nearest("krushchev", IDS));
    assertEquals(Optional.of("khrushchev"), Spelling.nearest("khruhschev", IDS), "letters swapped");
    assertEquals(
        Optional.of("table"), Spelling.nearest("tabel", List.of("label", "table")), "swapped");
    assertEquals(Optional.of("kennedy"), Spelling.nearest("Kennedy", IDS), "another case");
    assertEquals(Optional.of("gdr"), Spelling.nearest("grd", IDS), "a short word");
  }

  @Test
  void doesNotGuessWildly() {
    assertEquals(Optional.empty(), Spelling.nearest("adenauer", IDS));
    assertEquals(Optional.empty(), Spelling.nearest("frg-x", IDS));
  }
}
