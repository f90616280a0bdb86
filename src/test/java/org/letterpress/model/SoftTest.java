package org.letterpress.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.junit.jupiter.api.Test;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** What is let go where memory is short comes back as it was. */
final class SoftTest {

  private static final Xml XML = new Xml();

  @Test
  void whatIsThereIsNotMadeAgain() {
    AtomicInteger made = new AtomicInteger();
    Soft<Object> soft =
        new Soft<>(
            () -> {
              made.incrementAndGet();
              return new Object();
            });
    Object first = soft.get();
    assertSame(first, soft.get());
    assertEquals(1, made.get());
  }

  @Test
  void bytesComeBack() {
    for (int length : new int[] {0, 1, 100, 1_000_000}) {
      byte[] content = new byte[length];
      new Random(length).nextBytes(content);
      assertArrayEquals(content, new SourceFile("a.xml", content, SoftTest::parse).content());
      byte[] words = "word ".repeat(length / 5).getBytes(UTF_8);
      assertArrayEquals(words, new SourceFile("a.xml", words, SoftTest::parse).content());
    }
  }

  /** A node is known by its number, so each tree of the same bytes has to number them alike. */
  @Test
  void nodesAreFoundInAnotherTree() {
    byte[] content =
        "<?pi x?><TEI a='1'><!-- c --><text>a &amp; b<p>c</p>\n<p>d<hi>e</hi></p></text></TEI>"
            .getBytes(UTF_8);
    XdmNode tree = parse(content);
    for (XdmNode node : tree.select(Steps.descendant()).asListOfNodes()) {
      XdmNode other = parse(content);
      XdmNode found = SourceFile.node(other, SourceFile.number(node));
      assertNotSame(node.getUnderlyingNode(), found.getUnderlyingNode());
      assertEquals(node.toString(), found.toString());
      assertEquals(node.getLineNumber(), found.getLineNumber());
    }
  }

  /**
   * Where every tree is let go at once, all is made again, and nodes of one call belong together.
   */
  @Test
  void aLetterIsTheSameInATreeOfItsOwn() {
    byte[] content =
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text><body>"
                + "<p>one</p><div><p>two</p></div></body></text></TEI>")
            .getBytes(UTF_8);
    SourceFile file = new SourceFile("a.xml", content, SoftTest::parse).with(parse(content));
    XdmNode body = file.tree().select(Steps.descendant("body")).asNode();
    XdmNode div = body.select(Steps.child("div")).asNode();
    Letter letter =
        new Letter(
            "a",
            Letter.Kind.LETTER,
            "",
            "en",
            file,
            () -> file.source(SourceFile.number(body), List.of(SourceFile.number(div))),
            Optional.empty(),
            Soft.kept(body),
            List.of(),
            List.of(),
            "");
    Letter.Source source = letter.source();
    assertEquals("onetwo", source.element().getStringValue());
    assertEquals(Set.of(source.element().select(Steps.child("div")).asNode()), source.without());
  }

  private static XdmNode parse(byte[] content) {
    return ((Parsed.Tree) XML.parse(content, "a.xml")).document();
  }
}
