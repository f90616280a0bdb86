package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.letterpress.audit.Audit;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * A letter with this text, as it is printed.
 *
 * @param corpus the edition of it alone
 * @param product the finished file, and what was found
 */
record PrintedLetter(Corpus corpus, Product product) {

  private static final Xml XML = new Xml();

  private static final String TEI =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter" xml:lang="en">
        <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
          <publicationStmt><p>None.</p></publicationStmt>
          <sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
        <text><body>TEXT</body></text>
      </TEI>
      """;

  static PrintedLetter of(String text) {
    return of(text, PrintStyle.DEFAULT);
  }

  static PrintedLetter of(String text, PrintStyle style) {
    byte[] content = TEI.replace("TEXT", text).getBytes(UTF_8);
    Parsed.Tree tree = assertInstanceOf(Parsed.Tree.class, XML.parse(content, "letter.xml"));
    SourceFile file = new SourceFile("letter.xml", content, tree.document());
    Corpus corpus = new CorpusReader(XML).read(List.of(file), "Letters");
    PdfRenderer renderer = new PdfRenderer(XML, corpus, Path.of("."), style, Instant.EPOCH);
    return new PrintedLetter(corpus, renderer.letter(corpus.letters().get(0)));
  }

  /** Nothing was found, and every word is read back. */
  void assertWhole() {
    assertEquals(List.of(), product.findings());
    Audit audit = new Audit(corpus.letters().get(0));
    assertEquals(List.of(), audit.pdf(product.content(), product.path()).findings());
  }

  /** The text of all pages, line by line from the left. */
  String text() throws IOException {
    try (PDDocument document = Loader.loadPDF(product.content())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replace('\u00a0', ' ');
    }
  }

  /** Where this character stands, each time, by pages from the top. */
  List<TextPosition> places(String character) throws IOException {
    List<TextPosition> places =
        everything().stream().filter(text -> text.getUnicode().equals(character)).toList();
    if (places.isEmpty()) {
      throw new AssertionError(String.format(Locale.ROOT, "There is no %s", character));
    }
    return places;
  }

  /** Every character, and where it stands, by pages from the top. */
  List<TextPosition> everything() throws IOException {
    List<TextPosition> places = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(product.content())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          places.add(text);
        }
      }.getText(document);
    }
    return places;
  }
}
