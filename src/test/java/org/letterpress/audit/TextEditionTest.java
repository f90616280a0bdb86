package org.letterpress.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.Golden;
import org.letterpress.model.Corpus;
import org.letterpress.xml.Xml;

/** The plain-text edition. */
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
    String text = Samples.plain(letter);
    assertTrue(text.endsWith("\n") && !text.endsWith("\n\n"), "one line feed at the end");
    assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC));
    assertFalse(text.contains("\n\n\n"), "never two empty lines");
    for (String line : text.lines().toList()) {
      assertEquals(line.stripTrailing(), line);
      boolean oneWord = !line.strip().contains(" ");
      assertTrue(line.codePointCount(0, line.length()) <= 72 || oneWord, line);
    }
  }

  @Test
  void widthIsAParameter() throws SaxonApiException {
    String narrow = render(Samples.LETTER, Map.of("width", new XdmAtomicValue(40)));
    narrow.lines().forEach(line -> assertTrue(line.length() <= 41 || !line.contains(" "), line));
    assertTrue(
        new Audit(Samples.parse(Samples.text(Samples.LETTER)), "letter.xml")
            .text(narrow, Samples.READING, "letter.txt")
            .isClean());
  }

  @Test
  void italicsAreSetOnlyWhenAskedFor() throws SaxonApiException {
    Path letter = Path.of("src/test/cases/text/letter-parts/letter.xml");
    assertFalse(Samples.plain(letter).contains("_"));
    String text = render(letter, Map.of("italics", new XdmAtomicValue(true)));
    assertTrue(text.contains("the _Botanist’s\nCompanion_ dries"), text);
  }

  private static String render(Path letter, Map<String, XdmValue> parameters)
      throws SaxonApiException {
    Corpus corpus = Samples.corpus(letter);
    Xslt30Transformer transformer = Samples.XML.stylesheet(Xml.XSLT + "text.xsl").load30();
    Map<QName, XdmValue> all = new HashMap<>();
    all.put(new QName("corpus"), corpus.document());
    parameters.forEach((name, value) -> all.put(new QName(name), value));
    transformer.setStylesheetParameters(all);
    transformer.setInitialMode(new QName("urn:letterpress:modes", "letter"));
    XdmNode normalised = corpus.letters().get(0).normalised();
    return transformer.applyTemplates(normalised).itemAt(0).getStringValue();
  }
}
