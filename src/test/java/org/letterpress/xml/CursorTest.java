package org.letterpress.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Does every event and every node know the very place of its tag? */
class CursorTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("letterpress.shared", "../shared"), "corpora");

  /** Compares each tag in the text with the event that is sent for it. */
  private static final class Comparing extends DefaultHandler {
    private final Cursor cursor;
    private int tags;

    private Comparing(Cursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
      tags++;
      Tag tag = cursor.tag();
      assertEquals(qName, tag.name(), this::place);
      List<Tag.Attribute> written =
          tag.attributes().stream().filter(a -> !a.name().startsWith("xmlns")).toList();
      assertEquals(attributes.getLength(), written.size(), this::place);
      for (Tag.Attribute attribute : written) {
        String value =
            cursor.text().characters().substring(attribute.valueStart(), attribute.valueEnd());
        if (!value.contains("&") && value.matches("\\S*")) {
          assertEquals(attributes.getValue(attribute.name()), value, this::place);
        }
      }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      assertEquals(qName, cursor.tag().name(), this::place);
      assertEquals('>', cursor.text().characters().charAt(cursor.end() - 1), this::place);
    }

    private String place() {
      return cursor.text().file() + ":" + cursor.getLineNumber() + ":" + cursor.getColumnNumber();
    }
  }

  @Test
  void standsOnEveryTagOfTheLettersOfOthers() throws Exception {
    assumeTrue(Files.isDirectory(CORPORA), "Skipped: no letters of others at " + CORPORA);
    int tags = 0;
    try (Stream<Path> files = Files.walk(CORPORA)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        Cursor cursor = new Cursor(SourceText.of(file.toString(), Files.readAllBytes(file)));
        Comparing comparing = new Comparing(cursor);
        Parsed parsed = new Xml().parse(cursor, List.of(comparing));
        tags += comparing.tags;
        if (parsed instanceof Parsed.Tree tree) {
          assertNodesStandAtTheirTags(cursor.text(), tree);
        }
      }
    }
    assertTrue(tags > 50_000, "too few tags: " + tags);
  }

  private static void assertNodesStandAtTheirTags(SourceText text, Parsed.Tree tree) {
    tree.document()
        .select(Steps.descendant(Predicates.isElement()))
        .forEach(
            node -> {
              int offset = text.offset(node.getLineNumber(), node.getColumnNumber());
              assertTrue(
                  text.characters().startsWith("<" + node.getNodeName(), offset),
                  () -> text.file() + ":" + node.getLineNumber() + " " + node.getNodeName());
            });
  }

  @Test
  void passesWhatOnlyLooksLikeATag() throws Exception {
    String xml =
        "<?xml version='1.0'?>\r\n<!-- <a> --><?pi <b> ?>\n<r x = '>' y=\"/>\">"
            + "<![CDATA[<c>]]><d\n/>é𝄞<e  f='1'/></r >";
    Cursor cursor = new Cursor(SourceText.of("x.xml", xml.getBytes(UTF_8)));
    List<String> places = new ArrayList<>();
    new Xml()
        .parse(
            cursor,
            List.of(
                new Comparing(cursor),
                new DefaultHandler() {
                  @Override
                  public void startElement(String u, String l, String name, Attributes a) {
                    places.add(
                        name + " " + cursor.getLineNumber() + ":" + cursor.getColumnNumber());
                  }
                }));
    assertEquals(List.of("r 3:1", "d 3:34", "e 4:6"), places);
  }

  @ParameterizedTest
  @CsvSource({"utf-8, 2:4", "utf-16, 2:4", "iso-8859-1, 2:4"})
  void knowsTheEncoding(String encoding, String place) throws Exception {
    String xml = "<?xml version='1.0' encoding='" + encoding + "'?>\n<é><x/></é>";
    Cursor cursor = new Cursor(SourceText.of("x.xml", xml.getBytes(encoding)));
    new Xml().parse(cursor, List.of(new Comparing(cursor)));
    SourceText text = cursor.text();
    assertEquals(xml, text.characters());
    int at = xml.indexOf("<x");
    assertEquals(place, text.line(at) + ":" + text.column(at));
  }

  @Test
  void countsLinesAsEditorsDo() throws IOException, SourceText.Undecodable {
    SourceText text = SourceText.of("x.xml", "a\nbc\r\nd\re\n".getBytes(UTF_8));
    assertEquals(
        List.of("a", "bc", "d", "e", ""),
        Stream.of(1, 2, 3, 4, 5).map(text::lineText).collect(Collectors.toList()));
    assertEquals(5, text.lineCount());
    assertEquals(3, text.line(6));
    assertEquals(5, text.offset(2, 99) + 1);
  }
}
