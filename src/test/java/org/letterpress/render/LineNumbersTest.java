package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.letterpress.render.pdf.Faces;
import org.verapdf.core.VeraPDFException;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * The numbers in the inner margin. Each line of the letter that counts says "Line" and which it is.
 */
class LineNumbersTest {

  private static final PrintStyle NUMBERED =
      new PrintStyle(Optional.empty(), Optional.empty(), true, Faces.OWN, Optional.empty());

  private static final String TEXT =
      """
      <opener><dateline>Line 1</dateline><salute><supplied>Line 2</supplied></salute></opener>
      <p>Line<note><p>No text.</p><p>Nor this.</p></note> 3</p>
      <list rend="numbered"><item n="9.">Line 4</item><item n="10.">H<hi rend="sup">2</hi>O Line 5</item></list>
      <table><row><cell>No</cell><cell>count</cell></row><row><cell>of</cell><cell>cells</cell></row></table>
      <div><head>Heading</head>
        <figure><graphic url="https://example.org/a.png"/><head>Caption</head><figDesc>A tree.</figDesc></figure>
        <quote rend="block">Line 6</quote><pb n="ii"/><p>Line 7</p></div>
      <lg>VERSE</lg>
      <closer><salute>Line 101</salute><signed>Line 102</signed></closer>
      <postscript><p>Line 103</p></postscript>
      """
          .replace(
              "VERSE",
              IntStream.rangeClosed(8, 100)
                  .mapToObj("<l>Line %d</l>"::formatted)
                  .collect(Collectors.joining()));

  private static PrintedLetter letter;

  /** A piece of a line as it stands on its page. */
  private record Piece(int page, String text, double left, double right, double y) {

    boolean isNumberBeside(Piece line) {
      return page == line.page && Math.abs(y - line.y) < 0.01 && text.matches("\\d+");
    }
  }

  @BeforeAll
  static void print() {
    letter = PrintedLetter.of(TEXT, NUMBERED);
  }

  private static List<Piece> pieces(PrintedLetter letter) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(letter.product().content())) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String text, List<TextPosition> signs) {
          TextPosition first = signs.get(0);
          TextPosition last = signs.get(signs.size() - 1);
          pieces.add(
              new Piece(
                  getCurrentPageNo(),
                  text.replace('\u00a0', ' ').strip(),
                  first.getX(),
                  last.getX() + last.getWidth(),
                  first.getY()));
        }
      }.getText(document);
    }
    return pieces;
  }

  private static boolean isLine(Piece piece) {
    return piece.text().matches(".*Line(?:1 | )\\d+\\]?");
  }

  @Test
  void everyFifthLineHasItsNumber() throws IOException {
    List<Piece> pieces = pieces(letter);
    assertTrue(pieces.stream().mapToInt(Piece::page).max().orElse(0) > 2);
    List<Integer> read = new ArrayList<>();
    for (Piece line : pieces) {
      if (isLine(line)) {
        int number = Integer.parseInt(line.text().replaceAll(".* |\\]", ""));
        read.add(number);
        List<String> beside =
            pieces.stream().filter(other -> other.isNumberBeside(line)).map(Piece::text).toList();
        assertEquals(
            number % 5 == 0 ? List.of(String.valueOf(number)) : List.of(), beside, line::toString);
      }
    }
    assertEquals(IntStream.rangeClosed(1, 103).boxed().toList(), read);
  }

  @Test
  void theNumbersStandInTheInnerMargin() throws IOException {
    List<Piece> pieces = pieces(letter);
    List<Piece> numbers =
        pieces.stream()
            .filter(piece -> pieces.stream().anyMatch(l -> isLine(l) && piece.isNumberBeside(l)))
            .toList();
    assertEquals(20, numbers.size(), numbers::toString);
    for (Piece number : numbers) {
      if (number.page() % 2 == 1) {
        assertEquals(46, number.right(), 0.1, number::toString);
      } else {
        assertEquals(386, number.left(), 0.1, number::toString);
      }
    }
  }

  @Test
  void theyAreNoWordsAndBothStandardsAreKept() throws IOException, VeraPDFException {
    letter.assertWhole();
    VeraPdf.assertConforms(PDFAFlavour.PDFA_3_A, letter.product().content());
    VeraPdf.assertConforms(PDFAFlavour.PDFUA_1, letter.product().content());
  }

  @Test
  void withoutTheOptionThereAreNone() throws IOException {
    List<Piece> pieces = pieces(PrintedLetter.of(TEXT));
    List<Piece> lines = pieces.stream().filter(LineNumbersTest::isLine).toList();
    assertEquals(103, lines.size());
    for (Piece line : lines) {
      assertTrue(pieces.stream().noneMatch(other -> other.isNumberBeside(line)), line::toString);
    }
  }
}
