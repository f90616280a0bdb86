package org.letterpress.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.render.PdfRenderer;
import org.letterpress.render.PrintStyle;

/**
 * The audit of PDF. Faults are made in the finished file, glyph by glyph, and in the source, word
 * by word: what the PDF then has or lacks must be seen all the same.
 */
class PdfAuditTest {

  private static final Set<Anchor.Kind> POINTS = EnumSet.of(Anchor.Kind.NOTE);

  static Stream<Path> letters() {
    return AuditTest.letters();
  }

  private static final Map<Path, byte[]> PRINTED = new HashMap<>();

  /** The PDF of a letter, read back; each is printed once. */
  private static Reading print(Path letter) {
    return PdfReading.read(PRINTED.computeIfAbsent(letter, PdfAuditTest::printed)).only();
  }

  private static byte[] printed(Path letter) {
    Corpus corpus = Samples.corpus(letter);
    assumeTrue(
        Normalizer.isNormalized(
            corpus.letters().get(0).normalised().getStringValue(), Normalizer.Form.NFC),
        "decomposed letters are not printed whole unless normalisation composes them");
    PdfRenderer renderer =
        new PdfRenderer(Samples.XML, corpus, letter.getParent(), PrintStyle.DEFAULT, Instant.EPOCH);
    return renderer.letter(corpus.letters().get(0)).content();
  }

  private static List<String> differences(String tei, Reading pdf) {
    XdmNode letter = Samples.parse(tei);
    Reading source =
        TeiReading.read(letter, Set.of(), Placement.of(letter, Set.of()), Signs.NONE, false, "en");
    return Comparer.compare(source, pdf, POINTS).stream()
        .map(d -> d.finding("letter.xml", "letter.pdf").message())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void editionIsWholeAndEveryFaultIsSeen(Path letter) {
    Reading pdf = print(letter);
    String tei = Samples.text(letter);
    assertEquals(List.of(), differences(tei, pdf));

    Slots.Pieces pieces = Slots.tei(tei);
    Mutator mutator = new Mutator(pieces.slots(), 57);
    for (int i = 0; i < AuditTest.mutants(letter); i++) {
      String fault = mutator.fault(i);
      List<String> messages = differences(pieces.toString(), pdf);
      assertTrue(mutator.isNamedIn(messages), () -> fault + ": " + messages);
      mutator.restore();
    }
    for (int i = 0; i < AuditTest.BENIGN; i++) {
      String change = mutator.benign(i);
      assertEquals(List.of(), differences(pieces.toString(), pdf), change);
      mutator.restore();
    }
  }

  /**
   * In Hebrew that is pointed: at a line's edges, in brackets, in words that other text follows.
   */
  @Test
  void pointsAreReadAtTheirLetters() throws IOException {
    String text =
        """
        <text><body><p xml:lang="he">\u05D1\u05B0\u05BC\u05E8\u05B5\u05D0\u05E9\u05B4\u05C1\u05D9\u05EA \u05D1\u05B8\u05BC\u05E8\u05B8\u05D0 \u05D0\u05B1\u05DC\u05B9\u05D4\u05B4\u05D9\u05DD (\u05D0\u05B5\u05EA \u05D4\u05B7\u05E9\u05B8\u05BC\u05C1\u05DE\u05B7\u05D9\u05B4\u05DD) \u05D5\u05B0\u05D0\u05B5\u05EA \u05D4\u05B8\u05D0\u05B8\u05E8\u05B6\u05E5\u05C3 \u05D5\u05B0\u05D4\u05B8\u05D0\u05B8\u05E8\u05B6\u05E5 \u05D4\u05B8\u05D9\u05B0\u05EA\u05B8\u05D4 \u05EA\u05B9\u05D4\u05D5\u05BC \u05D5\u05B8\u05D1\u05B9\u05D4\u05D5\u05BC \u05D5\u05B0\u05D7\u05B9\u05E9\u05B6\u05C1\u05DA\u05B0 \u05E2\u05B7\u05DC\u05BE\u05E4\u05B0\u05BC\u05E0\u05B5\u05D9 \u05EA\u05B0\u05D4\u05D5\u05B9\u05DD, 24 \u05E9\u05B8\u05C1\u05E0\u05B8\u05D4; \u05DB\u05B8\u05BC\u05DC \u05D0\u05D5\u05B9\u05E8 John \u05E9\u05B0\u05C1\u05DE\u05B4\u05D9.</p>
          <p>He wrote <foreign xml:lang="he">\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD \u05E2\u05B2\u05DC\u05B5\u05D9\u05DB\u05B6\u05DD</foreign> and
            (<foreign xml:lang="he">\u05D1\u05B8\u05BC\u05E8\u05D5\u05BC\u05DA\u05B0</foreign>) \u05DB\u05B8\u05BC\u05DC.</p>
        </body></text>
        """;
    String tei =
        Samples.text(Samples.letters().get(0))
            .replaceFirst("(?s)<text>.*</text>", Matcher.quoteReplacement(text));
    byte[] pdf = printed(tei);
    Reading read = PdfReading.read(pdf).only();
    assertEquals(List.of(), differences(tei, read));

    Matcher point = Pattern.compile("\\p{Mn}(?=(\\p{Mn}*\\p{L})?)").matcher(tei);
    while (point.find()) {
      String before = tei.substring(0, point.start());
      String after = tei.substring(point.end());
      assertFalse(differences(before + after, read).isEmpty(), "lost at " + point.start());
      if (point.group(1) != null) {
        int next = point.group(1).length();
        String moved = after.substring(0, next) + point.group() + after.substring(next);
        assertFalse(differences(before + moved, read).isEmpty(), "moved at " + point.start());
      }
    }
    for (byte[] faulty : new PdfMutator(pdf, 0).withoutMarks()) {
      assertFalse(differences(tei, PdfReading.read(faulty).only()).isEmpty());
    }
  }

  private static byte[] printed(String tei) {
    Corpus corpus = Samples.corpusOf(tei);
    PdfRenderer renderer =
        new PdfRenderer(Samples.XML, corpus, Path.of("."), PrintStyle.DEFAULT, Instant.EPOCH);
    return renderer.letter(corpus.letters().get(0)).content();
  }

  /** Pages hold letters where they are drawn: here they are read as a reader reads them. */
  @Test
  void textIsReadInItsOwnOrder() {
    String tei =
        Samples.text(Samples.letters().get(0))
            .replaceFirst(
                "(?s)<text>.*</text>",
                """
                <text><body>
                <p>Loose accents: q\u0303uestion, x\u0304, m\u0303, x\u0331\u0304, e\u0323.</p>
                <p>Ligatures: \uFB01nd, \uFB02y, o\uFB03ce, co\uFB00ee, \uFB06.</p>
                <p>Hebrew <foreign xml:lang="he">\u05E9\u05DC\u05D5\u05DD 123
                  (\u05D0\u05D1\u05D2) \u05D3</foreign>, without a tag
                  \u05E9\u05DC\u05D5\u05DD 123 \u05E2\u05D5\u05DC\u05DD, and
                  <foreign xml:lang="he">\u05D0 [\u05D1] 12</foreign> in 1866.</p>
                <p xml:lang="he">\u05D1\u05E8\u05D0\u05E9\u05D9\u05EA \u05D1\u05E8\u05D0
                  1866 \u05D0\u05DC\u05D4\u05D9\u05DD (\u05D0\u05EA) Paris 1900
                  \u05D4\u05E9\u05DE\u05D9\u05DD \u05D5\u05D0\u05EA \u05D4\u05D0\u05E8\u05E5.</p>
                <p>German after it: <foreign xml:lang="he">\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD</foreign> und<note>A note with
                  \u05E2\u05D1\u05E8\u05D9\u05EA in it.</note> danach; <foreign xml:lang="he">\u05E9\u05DC\u05D5\u05DD <pb n="9"/>\u05E2\u05D5\u05DC\u05DD</foreign>
                  <pb n="10"/>page.</p>
                <p xml:lang="he">\u05D1\u05E8\u05D0\u05E9\u05D9\u05EA \u05D1\u05E8\u05D0 \u05D0\u05DC\u05D4\u05D9\u05DD <note>\u05D4\u05E2\u05E8\u05D4 12 \u05DE\u05D9\u05DC\u05D9\u05DD.</note> \u05D0\u05EA \u05D4\u05E9\u05DE\u05D9\u05DD \u05D5\u05D0\u05EA \u05D4\u05D0\u05E8\u05E5\u05C3 \u05D5\u05D4\u05D0\u05E8\u05E5 \u05D4\u05D9\u05EA\u05D4 \u05EA\u05D4\u05D5 \u05D5\u05D1\u05D4\u05D5 \u05D5\u05D7\u05E9\u05DA \u05E2\u05DC\u05BE\u05E4\u05E0\u05D9 \u05EA\u05D4\u05D5\u05DD (\u05D1\u05E9\u05E0\u05EA 1961), \u05D5\u05BEJohn
                  Kennedy \u05DB\u05EA\u05D1 <hi rend="underline">\u05D9\u05D4\u05D9 \u05D0\u05D5\u05E8 \u05D5\u05D9\u05D4\u05D9\u05BE\u05D0\u05D5\u05E8</hi>, <pb n="11"/>\u05D5\u05E8\u05D5\u05D7 \u05D0\u05DC\u05D4\u05D9\u05DD \u05DE\u05E8\u05D7\u05E4\u05EA \u05E2\u05DC\u05BE\u05E4\u05E0\u05D9 \u05D4\u05DE\u05D9\u05DD<note xml:lang="en">An
                  English one.</note> \u05D5\u05D9\u05D0\u05DE\u05E8 \u05D0\u05DC\u05D4\u05D9\u05DD John 1961 \u05D5\u05D9\u05E8\u05D0<lb/>\u05D5\u05E2\u05D5\u05D3 <foreign xml:lang="en">So
                  much.</foreign> \u05E1\u05D5\u05E3\u05C3</p>
                <list rend="ordered" xml:lang="he"><item>\u05D0\u05D7\u05EA \u05D0\u05D7\u05EA</item><item>\u05E9\u05EA\u05D9\u05D9\u05DD 5%</item></list>
                <table xml:lang="he"><row><cell>\u05E9\u05DC\u05D5\u05E9 \u05D0\u05E8\u05D1\u05E2</cell><cell>\u05D7\u05DE\u05E9</cell></row></table>
                <table><row><cell>I<lb/>a<lb/>b</cell><cell>m<lb/>i<lb/>m</cell>
                  <cell>x<hi rend="superscript">2</hi> H<hi rend="subscript">2</hi>O</cell></row></table>
                </body></text>
                """);
    assertEquals(List.of(), differences(tei, PdfReading.read(printed(tei)).only()));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyFaultInTheFinishedFileIsSeen(Path letter) throws IOException {
    byte[] pdf = PRINTED.computeIfAbsent(letter, PdfAuditTest::printed);
    Audit audit = Samples.audit(letter);
    assertEquals(List.of(), audit.pdf(pdf, "letter.pdf").findings());
    PdfMutator mutator = new PdfMutator(pdf, 97);
    // The letter of 1961 has many pages, and each fault makes the whole file anew.
    for (int i = 0; i < (letter.equals(Samples.LETTER) ? 40 : 200); i++) {
      Audit.Report report = audit.pdf(mutator.fault(i), "letter.pdf");
      List<String> messages = report.findings().stream().map(Finding::message).toList();
      assertTrue(mutator.isNamedIn(messages), () -> mutator.touched() + ": " + messages);
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyLostOrMovedNoteIsSeen(Path letter) {
    Reading pdf = print(letter);
    String tei = Samples.text(letter);
    Matcher note =
        Pattern.compile("<note[^>]*>(?:(?!<note).)*?</note>", Pattern.DOTALL)
            .matcher(tei)
            .region(tei.indexOf("<body"), tei.length());
    while (note.find()) {
      String before = tei.substring(0, note.start());
      String after = tei.substring(note.end());
      assertFalse(differences(before + after, pdf).isEmpty(), "lost " + note.group());
      Matcher word = Pattern.compile("(?<=[ >])[A-Za-z]{2,}(?=[ ,.])(?![^<>]*>)").matcher(after);
      if (word.find()) {
        String moved = after.substring(0, word.end()) + note.group() + after.substring(word.end());
        assertFalse(differences(before + moved, pdf).isEmpty(), "moved " + note.group());
      }
    }
  }
}
