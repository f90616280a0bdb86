package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * What the encoding says of looks is seen: how far verse stands in, which quotations need marks.
 */
class LooksTest {

  private static final Xml XML = new Xml();

  private static final List<String> WORDS = List.of("Level", "Inward", "Deeper", "Deepest");

  private static final Corpus CORPUS =
      corpus(
          """
          <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="verse"><teiHeader><fileDesc><titleStmt>
          <title>Verse</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
          <sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body>
          <p>Before the verse.</p>
          <lg><l>Level with the edge,</l><l rend="indent">Inward by a step,</l>
          <l rend="indent2">Deeper by two,</l><l rend="indent(3)">Deepest of all of them.</l></lg>
          <p>After it.</p></body></text></TEI>""");

  private static Corpus corpus(String xml) {
    byte[] content = xml.getBytes(UTF_8);
    Parsed.Tree parsed = (Parsed.Tree) XML.parse(content, "verse.xml");
    return new CorpusReader(XML)
        .read(List.of(new SourceFile("verse.xml", content, parsed.document())), "Letters");
  }

  /** How far each line stands in, by the style sheet's rules, in em. */
  private static List<Double> steps(String page, String css) {
    List<Double> steps = new ArrayList<>();
    for (Element line : Jsoup.parse(page).select(".lg .l")) {
      assertTrue(line.text().startsWith(WORDS.get(steps.size())), line.text());
      double step = 0;
      for (String name : line.classNames()) {
        Matcher rule =
            Pattern.compile(
                    "\\." + name + "\\b[^{}]*\\{ *margin-(?:inline-start|left): *([0-9.]+)em")
                .matcher(css);
        step = name.startsWith("indent-") && rule.find() ? Double.parseDouble(rule.group(1)) : step;
      }
      steps.add(step);
    }
    return steps;
  }

  private static String css(String file) {
    try (InputStream in = LooksTest.class.getResourceAsStream("/org/letterpress/" + file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A quotation that brings its marks takes none from one within it that brings none. */
  @Test
  void marksOfQuotationsWithinQuotationsAreKept() {
    for (String file : List.of("web/css/letter.css", "epub/epub.css")) {
      String css = css(file);
      assertFalse(css.contains("quotes: none"), file);
      assertTrue(css.contains("q.marked::before { content: no-open-quote; }"), file);
      assertTrue(css.contains("q.marked::after { content: no-close-quote; }"), file);
    }
  }

  @Test
  void verseInTheWebEdition() {
    HtmlRenderer renderer = new HtmlRenderer(XML, CORPUS, Set.of(Format.HTML));
    String page = new String(renderer.letter(CORPUS.letters().get(0)).content(), UTF_8);
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), steps(page, css("web/css/letter.css")));
  }

  @Test
  void verseInTheEBook() throws IOException {
    byte[] book =
        new EpubRenderer(XML, CORPUS, Path.of(""), Instant.EPOCH)
            .letter(CORPUS.letters().get(0))
            .content();
    String page = "";
    String css = "";
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().contains("/letters/")) {
          page = new String(zip.readAllBytes(), UTF_8);
        } else if (entry.getName().endsWith(".css")) {
          css += new String(zip.readAllBytes(), UTF_8);
        }
      }
    }
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), steps(page, css));
  }

  @Test
  void verseInThePdf() throws IOException {
    byte[] pdf =
        new PdfRenderer(XML, CORPUS, Path.of("."), PrintStyle.DEFAULT, Instant.EPOCH)
            .letter(CORPUS.letters().get(0))
            .content();
    List<Float> starts = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String text, List<TextPosition> positions) {
          if (starts.size() < WORDS.size() && text.startsWith(WORDS.get(starts.size()))) {
            starts.add(positions.get(0).getXDirAdj());
          }
        }
      }.getText(document);
    }
    assertEquals(WORDS.size(), starts.size(), starts.toString());
    float step = starts.get(1) - starts.get(0);
    assertTrue(step > 8, starts.toString());
    assertEquals(step, starts.get(2) - starts.get(1), 0.1, starts.toString());
    assertEquals(step, starts.get(3) - starts.get(2), 0.1, starts.toString());
  }
}
