package org.letterpress.validate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are written as TEI wants them, in years of fewer digits and before our era as well. */
class DaysTest {

  private static Days when(String value) {
    return Days.of(name -> name.equals("when") ? value : null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1886", "1834-03", "1834-03-22", "0190", "0190-02", "0009-12-31", "0000", "-0044"})
  void isWrittenAsItWasRead(String value) {
    assertEquals(value, when(value).toString());
  }

  @Test
  void yearsBeforeOurEraComeFirst() {
    assertTrue(when("-0044-03-15").before(when("-0043")));
    assertTrue(when("-0044").before(when("0190")));
    assertFalse(when("0190").before(when("-0044")));
  }
}
