package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Where lines of print begin and end, and from where they are read. */
class PrintedLinesTest {

  @Test
  void noLineBeginsWithADash() throws IOException {
    String english = "word—the other—<hi rend='italic'>long words</hi>—go ".repeat(40);
    String german =
        "ein Wort – das andere – <hi rend='italic'>lange Wörter</hi> – gehen … ".repeat(40);
    PrintedLetter letter =
        PrintedLetter.of("<p>" + english + "</p><p xml:lang='de'>" + german + "1914–18.</p>");
    letter.assertWhole();
    String text = letter.text();
    assertTrue(text.lines().noneMatch(line -> line.strip().matches("[—–…].*")), text);
    assertTrue(text.lines().anyMatch(line -> line.strip().matches(".*[—–…]")), text);
    assertTrue(text.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT), text);
  }

  /** FOP takes a note for the end of the paragraph, and would turn round what comes after it. */
  @Test
  void aNoteTurnsNoWordsRound() throws IOException {
    PrintedLetter letter =
        PrintedLetter.of(
            "<p>Ein Satz mit <foreign xml:lang='he'>\u05E9\u05DC\u05D5\u05DD</foreign> und einer"
                + " Note<note n='1'>So.</note> danach, <pb n='5'/>dahinter.</p>");
    letter.assertWhole();
    String text = letter.text();
    assertTrue(text.matches("(?s).*Ein Satz mit .{4} und einer Note1 danach, dahinter\\..*"), text);
  }

  /**
   * Where a line ends at the edge of an inline, those who read by the tags still need the space.
   */
  @Test
  void wordsAtTheEndsOfLinesKeepTheirSpace() throws IOException {
    String inside = "<hi rend='italic'>eins</hi> ".repeat(60);
    String edges = "zwei <hi rend='bold'>eins drei</hi> ".repeat(40);
    PrintedLetter letter = PrintedLetter.of("<p>" + inside + ".</p><p>" + edges + "</p>");
    letter.assertWhole();
    String text =
        letter.everything().stream().map(TextPosition::getUnicode).collect(Collectors.joining());
    assertFalse(text.matches("(?s).*(eins|zwei|drei)(eins|zwei|drei).*"), text);
  }

  /** Else nobody could see whether the page begins within a word. */
  @Test
  void theStrokeOfAPageLeavesWordsTheirSpace() throws IOException {
    double usual = gap("<p>Q <hi>Z</hi></p>");
    assertEquals(usual + 2.64, gap("<p>Q <pb n='2'/>Z</p>"), 0.05);
    assertEquals(usual + 2.64, gap("<p>Q<pb n='2'/> Z</p>"), 0.05);
    assertEquals(0, gap("<p>Q<pb n='2'/>Z</p>"), 0.05);
  }

  /** The room between Q and Z. */
  private static double gap(String text) throws IOException {
    PrintedLetter letter = PrintedLetter.of(text);
    letter.assertWhole();
    return letter.places("Z").get(0).getX() - end(letter.places("Q").get(0));
  }

  /** A hyphen would be taken for the address's own. */
  @Test
  void addressesOfTheWebHaveNoOtherSignsAtTheEndsOfLines() throws IOException {
    String address = "https://www.example.org/manuscripts.of/letters_index.html?page=25&amp;view=b";
    StringBuilder text = new StringBuilder();
    for (int words = 1; words < 30; words++) {
      String filler = "a word ".repeat(words);
      text.append("<p>" + filler + "<ref target='" + address + "'>" + address + "</ref> goes on, ");
      text.append("(www.example.org/somewhere/deep.html). <ptr target='" + address + "'/></p>");
    }
    PrintedLetter letter = PrintedLetter.of(text.toString());
    letter.assertWhole();
    String shown = letter.text();
    assertFalse(shown.contains("-"), shown);
    String words =
        letter.everything().stream().map(TextPosition::getUnicode).collect(Collectors.joining());
    assertFalse(words.matches("(?s).*[/.?=&_] [a-z].*"), words);
  }

  @Test
  void raisedSignsMoveNoLine() throws IOException {
    String words = "Qua words that fill a line or two, and go on for a while after that. ";
    String text =
        words
            + "<note n='1'>A note.</note> H<hi rend='subscript'>2</hi>O, m<hi rend='superscript'>2"
            + "</hi> <pb n='3'/>"
            + words.repeat(4);
    PrintedLetter letter = PrintedLetter.of("<p>" + text + "</p>");
    List<TextPosition> places = letter.places("Q");
    for (TextPosition place : places) {
      double lines = (place.getYDirAdj() - places.get(0).getYDirAdj()) / 14;
      assertEquals(Math.rint(lines), lines, 0.01);
    }
  }

  /** FOP gives the hyphen no direction, and would set the word twice. */
  @Test
  void longWordsBesideHebrewAreWhole() throws IOException {
    String words =
        "Donau\u00ADdampf\u00ADschifffahrtsgesellschaft und Verhandlungsgegenstand ".repeat(9);
    PrintedLetter letter =
        PrintedLetter.of(
            "<p xml:lang='de'>Im <foreign xml:lang='he'>\u05D0\u05D1</foreign> " + words + "</p>");
    letter.assertWhole();
  }

  @Test
  void transliteratedWordsAreReadFromTheLeft() throws IOException {
    PrintedLetter letter =
        PrintedLetter.of(
            "<p>In <foreign xml:lang='he'>Av, Nisan.</foreign></p><p xml:lang='yi'>Nu, gut!</p>");
    letter.assertWhole();
    assertTrue(letter.text().contains("In Av, Nisan."), letter.text());
    assertTrue(letter.text().contains("Nu, gut!"), letter.text());
  }

  @Test
  void linesThatAreReadFromTheRightBeginThere() throws IOException {
    String words = "\u05D0\u05D1\u05D2 ".repeat(30);
    PrintedLetter letter =
        PrintedLetter.of(
            "<p>Words.</p><p xml:lang='he'>" + words + "<note>\u05D3.</note> \u05EA</p>");
    letter.assertWhole();
    List<TextPosition> alefs = letter.places("\u05D0");
    double right = alefs.stream().mapToDouble(PrintedLinesTest::end).max().orElseThrow();
    double left = letter.places("W").get(0).getX();
    assertEquals(left + 294, right, 1, "The second line begins at the right edge");
    assertTrue(letter.places("\u05EA").get(0).getX() > left + 20, "The last ends in the measure");
    assertTrue(end(letter.places("\u05D3").get(0)) > left + 270, "So does its note");
  }

  /** Brackets go with the words before them, in pairs, whichever way these are read. */
  @Test
  void bracketsStandOnTheRightSide() throws IOException {
    PrintedLetter letter =
        PrintedLetter.of(
            "<p>Q \u05D0 (\u05D1) z.</p>"
                + "<p xml:lang='he'>\u05DA Kant (1850) \u05D3 \u05D5\u05BE$5.</p>");
    letter.assertWhole();
    assertEquals("(\u05D1)\u05D0", between(letter, "Q", "z"));
    assertEquals("Kant(1850)", between(letter, "\u05D3", "\u05DA"));
  }

  /** What stands in the line between two characters, from the left, and is no space. */
  private static String between(PrintedLetter letter, String from, String to) throws IOException {
    TextPosition left = letter.places(from).get(0);
    TextPosition right = letter.places(to).get(0);
    return letter.everything().stream()
        .filter(p -> p.getYDirAdj() == left.getYDirAdj())
        .filter(p -> p.getX() > left.getX() && p.getX() < right.getX())
        .sorted(Comparator.comparingDouble(TextPosition::getX))
        .map(TextPosition::getUnicode)
        .filter(c -> !Character.isSpaceChar(c.codePointAt(0)))
        .collect(Collectors.joining());
  }

  private static double end(TextPosition letter) {
    return letter.getX() + letter.getWidth();
  }
}
