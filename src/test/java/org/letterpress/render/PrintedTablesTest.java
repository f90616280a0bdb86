package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Tables are as broad as their words, and not broader than the page. */
class PrintedTablesTest {

  private static String row(String role, IntStream cells, String words) {
    return cells
        .mapToObj(i -> "<cell>" + String.format(Locale.ROOT, words, i) + "</cell>")
        .collect(Collectors.joining("", "<row role='" + role + "'>", "</row>"));
  }

  @Test
  void aNarrowTableIsNotSpread() throws IOException {
    PrintedLetter letter =
        PrintedLetter.of(
            "<p>W.</p><table><row><cell>\u00DE</cell><cell>\u00DF</cell></row></table>");
    letter.assertWhole();
    double left = letter.places("\u00DE").get(0).getX();
    double right = letter.places("\u00DF").get(0).getX();
    double edge = letter.places("W").get(0).getX();
    assertTrue(right - left < 30, "Columns stand beside each other");
    assertEquals(edge + 147, (left + right) / 2, 15, "in the middle of the measure");
  }

  @Test
  void cellsOverSeveralColumnsAndRowsLeaveEachColumnItsRoom() throws IOException {
    PrintedLetter letter =
        PrintedLetter.of(
            "<table><row><cell rows='2'>\u00DE</cell><cell cols='2'>Both</cell></row>"
                + "<row><cell>Considerations</cell><cell>\u00DF</cell></row></table>");
    letter.assertWhole();
    double left = letter.places("\u00DE").get(0).getX();
    double second = letter.places("C").get(0).getX();
    double third = letter.places("\u00DF").get(0).getX();
    assertTrue(second - left < 30, "The first column is narrow");
    assertTrue(third - second < 90, "The second has room for its word, and no more");
  }

  /** Nothing runs into the next column: FOP would say so. */
  @Test
  void aBroadTableIsSetSmaller() throws IOException {
    String rows = row("data", IntStream.range(1, 9), "%d12,345.50").repeat(3);
    PrintedLetter letter = PrintedLetter.of("<p>Q.</p><table>" + rows + "</table>");
    letter.assertWhole();
    double size = letter.places("5").get(0).getFontSizeInPt();
    assertTrue(size > 6 && size < 9, "Letters of " + size + " points");
  }

  @Test
  void aVeryBroadTableIsHyphenated() throws IOException {
    String rows = row("data", IntStream.range(1, 12), "information %d");
    PrintedLetter.of("<p>Q.</p><table>" + rows + "</table>").assertWhole();
  }

  @Test
  void aNoteIsNoPartOfItsColumn() throws IOException {
    String note =
        "<note>A note that is a good deal longer than the table is broad, "
            + "and so on ".repeat(20)
            + "</note>";
    PrintedLetter letter =
        PrintedLetter.of(
            "<table><row><cell>\u00DE" + note + "</cell><cell>\u00DF</cell></row></table>");
    letter.assertWhole();
    List<TextPosition> marks = letter.places("\u00DE");
    assertTrue(letter.places("\u00DF").get(0).getX() - marks.get(0).getX() < 30);
  }

  /** A screen reader reads it once. */
  @Test
  void theTitlesComeAgainOnEachPage() throws IOException {
    String table =
        "<table>"
            + row("label", IntStream.range(0, 2), "\u00DE")
            + row("data", IntStream.range(0, 2), "Some words").repeat(70)
            + "</table>";
    PrintedLetter letter = PrintedLetter.of(table);
    letter.assertWhole();
    assertEquals(6, letter.places("\u00DE").size(), "Two columns on three pages");
  }
}
