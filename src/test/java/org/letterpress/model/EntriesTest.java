package org.letterpress.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.junit.jupiter.api.Test;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** The entries of several registers. */
class EntriesTest {

  private static final Xml XML = new Xml();

  /** Files are read side by side; what they say of one person stands in their order. */
  @Test
  void whatSeveralFilesSayOfAPersonStandsInTheirOrder() {
    List<SourceFile> files = IntStream.range(0, 40).mapToObj(EntriesTest::register).toList();
    XdmNode corpus = new CorpusReader(XML).read(files, "Letters").document();
    assertEquals(
        IntStream.range(1, 40).mapToObj(i -> "Name " + i).toList(),
        corpus.select(Steps.descendant("variant")).map(XdmNode::getStringValue).toList());
    assertEquals("Name 0", corpus.select(Steps.descendant("entry")).asNode().attribute("label"));
  }

  private static SourceFile register(int number) {
    String content =
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><standOff><listPerson>"
            + "<person xml:id='ada'><persName>Name "
            + number
            + "</persName></person></listPerson></standOff></TEI>";
    String path = number + ".xml";
    Parsed.Tree tree = (Parsed.Tree) XML.parse(content.getBytes(UTF_8), path);
    return new SourceFile(path, content.getBytes(UTF_8), tree.document());
  }
}
