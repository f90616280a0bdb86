package org.letterpress.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.letterpress.finding.Finding;

/** A transcription beside its encoding. */
class ComparisonTest {

  private static Comparison.Report compare(String transcription, String conventions, String tei) {
    return Comparison.compare(
        new Comparison.Text("letter.txt", transcription),
        new Comparison.Text("letter.conventions", conventions),
        Samples.parse(tei),
        "letter.xml");
  }

  private static Comparison.Report seed(String tei) {
    return compare(Samples.text(Samples.TRANSCRIPTION), Samples.text(Samples.CONVENTIONS), tei);
  }

  @Test
  void letterOf1961HasEveryWordOfItsTranscription() {
    Comparison.Report report = seed(Samples.text(Samples.LETTER));
    assertEquals(List.of(), report.findings().stream().map(Finding::message).toList());
    assertEquals(6455, report.bodyWords());
    assertEquals(74, report.noteWords());
    assertEquals(
        List.of(1, 12, 4, 1, 3, 3, 2),
        report.declared().values().stream().map(List::size).toList());
  }

  @Test
  void everyFaultOfTheEncodingIsSeen() {
    Slots.Pieces pieces = Slots.tei(Samples.text(Samples.LETTER));
    Mutator mutator = new Mutator(pieces.slots(), 46);
    for (int i = 0; i < 250; i++) {
      String fault = mutator.fault(i);
      assertFalse(seed(pieces.toString()).isClean(), fault);
      mutator.restore();
    }
  }

  @Test
  void everyFaultOfTheTranscriptionIsSeen() {
    Path folder = Path.of("src/test/cases/compare/every-convention");
    everyFaultIsSeen(
        Samples.text(Samples.TRANSCRIPTION),
        Samples.text(Samples.CONVENTIONS),
        Samples.text(Samples.LETTER),
        250);
    everyFaultIsSeen(
        Samples.text(folder.resolve("letter.txt")),
        Samples.text(folder.resolve("letter.conventions")),
        Samples.text(folder.resolve("letter.xml")),
        750);
  }

  private static void everyFaultIsSeen(
      String transcription, String conventions, String tei, int faults) {
    Slots.Pieces pieces = Slots.transcription(transcription);
    Mutator mutator = new Mutator(pieces.slots(), 49);
    for (int i = 0; i < faults; i++) {
      String fault = mutator.fault(i);
      assertFalse(compare(pieces.toString(), conventions, tei).isClean(), fault);
      mutator.restore();
    }
    for (int i = 0; i < 150; i++) {
      String change = mutator.benign(i);
      assertEquals(List.of(), compare(pieces.toString(), conventions, tei).findings(), change);
      mutator.restore();
    }
  }

  @Test
  void everyFaultOfASmallEncodingIsSeen() {
    Path folder = Path.of("src/test/cases/compare/every-convention");
    String transcription = Samples.text(folder.resolve("letter.txt"));
    String conventions = Samples.text(folder.resolve("letter.conventions"));
    Slots.Pieces pieces = Slots.tei(Samples.text(folder.resolve("letter.xml")));
    Mutator mutator = new Mutator(pieces.slots(), 47);
    for (int i = 0; i < 750; i++) {
      String fault = mutator.fault(i);
      assertFalse(compare(transcription, conventions, pieces.toString()).isClean(), fault);
      mutator.restore();
    }
  }

  @Test
  void sameTextInOtherShapeIsNoFault() {
    Slots.Pieces pieces = Slots.tei(Samples.text(Samples.LETTER));
    Mutator mutator = new Mutator(pieces.slots(), 48);
    for (int i = 0; i < 48; i++) {
      String change = mutator.benign(i);
      assertEquals(List.of(), seed(pieces.toString()).findings(), change);
      mutator.restore();
    }
  }

  @Test
  void everyLostOrMovedPointOfTheEncodingIsSeen() {
    String tei = Samples.text(Samples.LETTER);
    Matcher point =
        Pattern.compile("<pb [^>]*/>|<note n=.*?</note>", Pattern.DOTALL)
            .matcher(tei)
            .region(tei.indexOf("<body>"), tei.length());
    int points = 0;
    while (point.find()) {
      String before = tei.substring(0, point.start());
      String after = tei.substring(point.end());
      assertFalse(seed(before + after).isClean(), "lost " + point.group());
      Matcher word = Pattern.compile("(?<=[ >])[A-Za-z]+(?=[ ,.])(?![^<>]*>)").matcher(after);
      if (word.find()) {
        String moved = after.substring(0, word.end()) + point.group() + after.substring(word.end());
        assertFalse(seed(before + moved).isClean(), "moved " + point.group());
      }
      points++;
    }
    assertEquals(16, points);
  }

  @Test
  void onlyAHyphenAtALinesEndAndABreakInTheWordAreDeclared() {
    String letter =
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>%s</p></body></text></TEI>";
    String broken = letter.formatted("The har<lb break='no'/>bour.");
    assertEquals(List.of(), compare("The har-\nbour.", "", broken).findings());
    assertFalse(compare("The har- bour.", "", broken).isClean(), "within a line");
    assertFalse(compare("The har\nbour.", "", broken).isClean(), "no hyphen");
    assertFalse(compare("The ha-\nrbour.", "", broken).isClean(), "at another place");
    assertFalse(compare("The har-\nbour.", "", letter.formatted("The harbour.")).isClean());
  }

  @Test
  void whatWasAddedIsToldAtItsLineOfTheTranscription() {
    String tei =
        """
        <TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>One.</p>


        <p>Two<note n="1">Note.</note> words.</p><pb n="2"/><p>End.</p></body></text></TEI>
        """;
    assertEquals(
        List.of("letter.txt:3", "letter.txt:5", "letter.txt"),
        compare("One.\n\nTwo words.\n\nEnd.", "", tei).findings().stream()
            .map(finding -> finding.location().toString())
            .toList());
  }

  @Test
  void jsonSaysTheSame() {
    String json = seed(Samples.text(Samples.LETTER).replace("an orchard", "a \"grove\"")).json();
    assertTrue(json.contains("\"bodyWords\": 6455"), json);
    assertTrue(
        json.contains("“an orchard” became “a \\\"grove\\\"”") || json.contains("\\\""), json);
  }
}
