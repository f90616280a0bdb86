package org.letterpress.model;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.Golden;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** Habits of encoding on the one side, the normalised letter on the other. */
class NormaliseCasesTest {

  private static final Xml XML = new Xml();

  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("normalise", "expected.xml", NormaliseCasesTest::normalise);
  }

  private static String normalise(Path folder) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve("letter.xml"));
    Parsed.Tree parsed = (Parsed.Tree) XML.parse(content, "letter.xml");
    Corpus corpus =
        new CorpusReader(XML)
            .read(List.of(new SourceFile("letter.xml", content, parsed.document())), "Case");
    StringWriter out = new StringWriter();
    Serializer serializer = XML.processor().newSerializer(out);
    serializer.setOutputProperty(Serializer.Property.OMIT_XML_DECLARATION, "yes");
    try {
      serializer.serializeNode(corpus.letters().get(0).normalised());
    } catch (SaxonApiException e) {
      throw new IllegalStateException(e);
    }
    // A block a line, so that the diff can be read.
    return out.toString()
            .replaceAll(
                "(?=<(p|ab|head|item|list|row|cell|opener|closer|div|lg|l|postscript)[ >])", "\n")
        + "\n";
  }
}
