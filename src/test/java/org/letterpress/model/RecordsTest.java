package org.letterpress.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.letterpress.finding.Severity;

/** What is written comes back, and what is damaged does not come back as something else. */
class RecordsTest {

  private record Inner(String text, int number, Optional<LocalDate> day) {}

  private record Outer(
      boolean is,
      long number,
      Severity severity,
      List<Inner> list,
      Set<String> set,
      Map<Long, List<String>> map,
      Inner inner) {}

  @SuppressWarnings("ArrayRecordComponent") // compared one by one
  private record Numbers(byte[] bytes, int[] ints, long[] longs) {}

  private static final Outer WHOLE =
      new Outer(
          true,
          Long.MIN_VALUE,
          Severity.WARNING,
          List.of(
              new Inner("", -1, Optional.empty()),
              new Inner("a\u0000\ud83d\ude00", 1, Optional.of(LocalDate.of(-44, 3, 15)))),
          Set.of("", "ä"),
          Map.of(1L, List.of("a", "a"), 2L, List.of()),
          new Inner("ä", Integer.MAX_VALUE, Optional.empty()));

  @Test
  void recordsComeBack() throws IOException {
    assertEquals(WHOLE, Records.read(Outer.class, Records.write(WHOLE)));
    Numbers read =
        Records.read(
            Numbers.class,
            Records.write(
                new Numbers(new byte[] {1, -1}, new int[] {}, new long[] {3, Long.MIN_VALUE})));
    assertArrayEquals(new byte[] {1, -1}, read.bytes());
    assertArrayEquals(new int[] {}, read.ints());
    assertArrayEquals(new long[] {3, Long.MIN_VALUE}, read.longs());
  }

  @Test
  void whatBreaksOffIsRefused() {
    byte[] all = Records.write(WHOLE);
    for (int length = 0; length < all.length; length++) {
      byte[] cut = Arrays.copyOf(all, length);
      assertThrows(IOException.class, () -> Records.read(Outer.class, cut));
    }
  }

  @Test
  void aLengthThatCannotBeIsRefused() {
    byte[] all = Records.write(new Numbers(new byte[0], new int[0], new long[0]));
    for (int at = 0; at < all.length; at += Integer.BYTES) {
      for (byte first : new byte[] {0x7f, -1}) {
        byte[] damaged = all.clone();
        damaged[at] = first;
        assertThrows(IOException.class, () -> Records.read(Numbers.class, damaged));
      }
    }
  }
}
