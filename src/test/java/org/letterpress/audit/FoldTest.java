package org.letterpress.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the same text to those who compare. */
class FoldTest {

  /** Fonts put them in the place of the letters, by what stands beside them. */
  @ParameterizedTest
  @CsvSource({
    "\uFB20, \u05E2", // an ayin that keeps clear of its points
    "\uFB2A\u05B8, \u05E9\u05C1\u05B8",
    "\uFEDF\uFEE0, \u0644\u0644",
    "\uFEFB, \u0644\u0627"
  })
  void formsAreTheirLetters(String form, String letters) {
    assertEquals(Fold.fold(letters), Fold.fold(form));
  }

  @Test
  void pointsTellWordsApart() {
    assertNotEquals(Fold.fold("\u05E9\u05C1"), Fold.fold("\u05E9\u05C2"));
    assertNotEquals(Fold.fold("\u05D1\u05B8\u05E8"), Fold.fold("\u05D1\u05E8\u05B8"));
  }
}
