package org.letterpress.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.Golden;
import org.letterpress.model.Corpus;
import org.letterpress.render.Format;
import org.letterpress.render.TextRenderer;
import org.letterpress.render.TextStyle;

/** Plain text in its two readings, and Markdown. */
class TextEditionTest {

  @TestFactory
  Stream<DynamicTest> readings() {
    return Golden.cases(
        "text", "expected.txt", folder -> Samples.plain(folder.resolve("letter.xml")));
  }

  @TestFactory
  Stream<DynamicTest> diplomaticReadings() {
    return Golden.cases(
        "text",
        "expected.diplomatic.txt",
        folder -> Samples.diplomatic(folder.resolve("letter.xml")));
  }

  @TestFactory
  Stream<DynamicTest> markdown() {
    return Golden.cases(
        "text", "expected.md", folder -> Samples.markdown(folder.resolve("letter.xml")));
  }

  static Stream<Path> letters() {
    return AuditTest.letters();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void linesAreShortAndClean(Path letter) {
    for (String text :
        List.of(Samples.plain(letter), Samples.diplomatic(letter), Samples.markdown(letter))) {
      linesAreClean(text);
    }
    for (String line : Samples.plain(letter).lines().toList()) {
      boolean oneWord = !line.strip().contains(" ");
      assertTrue(line.codePointCount(0, line.length()) <= 72 || oneWord, line);
    }
  }

  private static void linesAreClean(String text) {
    assertTrue(text.endsWith("\n") && !text.endsWith("\n\n"), "one line feed at the end");
    assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC));
    assertFalse(text.contains("\n\n\n"), "never two empty lines");
    for (String line : text.lines().toList()) {
      assertEquals(line.stripTrailing(), line);
    }
  }

  @Test
  void widthIsAParameter() {
    String narrow = Samples.text(Samples.LETTER, Format.TEXT, new TextStyle(40, true, false));
    narrow.lines().forEach(line -> assertTrue(line.length() <= 41 || !line.contains(" "), line));
    assertTrue(Samples.audit(Samples.LETTER).text(narrow, Samples.READING, "letter.txt").isClean());
  }

  @Test
  void italicsAreSetOnlyWhenAskedFor() {
    Path letter = Path.of("src/test/cases/text/letter-parts/letter.xml");
    assertFalse(Samples.plain(letter).contains("_"));
    String text = Samples.text(letter, Format.TEXT, new TextStyle(72, true, true));
    assertTrue(text.contains("the _Botanist’s\nCompanion_ dries"), text);
    Audit.Report audited =
        Samples.audit(letter)
            .text(text, new TextForm(TextForm.Kind.READING, true, true), "letter.txt");
    assertEquals(List.of(), audited.findings());
  }

  /** What the printed volume has and the transcription lacks, and how a sic looks. */
  private static final List<String> DECLARED =
      List.of("ADDED [Moscow, November 9, 1961.]", "ADDED [sic]", "ADDED [Sincerely,]");

  @Test
  void letterOf1961IsItsTranscriptionWordForWord() {
    Conventions conventions =
        Conventions.read(Samples.text(Samples.CONVENTIONS), "conventions", new ArrayList<>());
    Passage transcription =
        Transcription.read(Samples.text(Samples.TRANSCRIPTION), conventions).reading().body();
    for (Passage edition :
        List.of(
            TextReading.read(Samples.plain(Samples.LETTER), Samples.READING, Reading.NOTHING)
                .body(),
            TextReading.read(
                    Samples.diplomatic(Samples.LETTER), Samples.DIPLOMATIC, Reading.NOTHING)
                .body(),
            MarkdownReading.read(Samples.markdown(Samples.LETTER), Reading.NOTHING).body())) {
      List<String> differences =
          Comparer.compare(
                  new Reading(transcription, Map.of()),
                  new Reading(edition, Map.of()),
                  EnumSet.of(Anchor.Kind.PAGE))
              .stream()
              .map(one -> one.kind() + " " + one.expected() + one.found())
              .toList();
      assertEquals(DECLARED, differences);
    }
  }

  /** Characters that Markdown takes as markup, in every mixture, are the letter's all the same. */
  @Test
  void markdownEscapesWhatItWouldTakeAsMarkup() {
    Random random = new Random(1834);
    String[] pieces = {
      "*",
      "_",
      "`",
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "#",
      "+",
      "-",
      "=",
      "~",
      "|",
      "\\",
      "!",
      "&",
      ";",
      "amp",
      "1.",
      "12)",
      " ",
      " ",
      "a",
      "word",
      ":",
      "^",
      "http://a.b",
      "„",
      "“",
      "\u00A0",
      "---",
      "&lt;/hi>",
      "&lt;hi rend='italic'>",
      "&lt;hi rend='bold'>",
      "&lt;lb/>",
      "x"
    };
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      int open = 0;
      for (int j = 0; j < 40; j++) {
        String piece = pieces[random.nextInt(pieces.length)];
        if (piece.startsWith("&lt;/")) {
          text.append(open-- > 0 ? "</hi>" : "");
          open = Math.max(open, 0);
        } else if (piece.startsWith("&lt;")) {
          text.append('<').append(piece.substring(4));
          open += piece.contains("lb") ? 0 : 1;
        } else {
          text.append(piece.replace("&", "&amp;").replace("<", "&lt;"));
        }
      }
      text.append("</hi>".repeat(open));
      String tei =
          Samples.text(Path.of("src/test/cases/text/german/letter.xml"))
              .replaceFirst(
                  "(?s)<body>.*</body>",
                  Matcher.quoteReplacement(
                      "<body><p>" + text + "</p><lg><l>" + text + "</l></lg><p>end</p></body>"));
      Corpus corpus = Samples.corpusOf(tei);
      String markdown =
          new String(
              new TextRenderer(Samples.XML, corpus, Format.MARKDOWN, TextStyle.DEFAULT)
                  .letter(corpus.letters().get(0))
                  .content(),
              UTF_8);
      Audit.Report audited =
          new Audit(corpus.letters().get(0)).text(markdown, Samples.MARKDOWN, "letter.md");
      assertEquals(List.of(), audited.findings(), () -> text + "\n" + markdown);
    }
  }
}
