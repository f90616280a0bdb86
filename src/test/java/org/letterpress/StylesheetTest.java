package org.letterpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.junit.jupiter.api.Test;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** Every stylesheet says the type of all that it declares, and has no rule in the default mode. */
class StylesheetTest {

  private static final String XSLT = "http://www.w3.org/1999/XSL/Transform";

  private static final Set<String> TYPED =
      Set.of("function", "template", "param", "variable", "accumulator");

  private final List<String> offenders = new ArrayList<>();
  private final Set<String> declared = new TreeSet<>();
  private final List<String[]> used = new ArrayList<>();

  @Test
  void everythingIsTypedAndEveryModeDeclared() throws IOException, XMLStreamException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("xslt"))) {
      files = all.filter(file -> file.toString().endsWith(".xsl")).sorted().toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        judge(file.toString(), XMLInputFactory.newFactory().createXMLStreamReader(in));
      }
    }
    modes();
    assertTrue(offenders.isEmpty(), () -> String.join("\n", offenders));
  }

  /** Of two with one name the one that is imported later would take the other's calls as well. */
  @Test
  void noFunctionOfTheModelHidesAnother() throws IOException {
    List<Path> files;
    try (Stream<Path> core = Files.walk(Path.of("xslt/core"))) {
      files =
          Stream.concat(core, Stream.of(Path.of("xslt/index.xsl"), Path.of("xslt/normalise.xsl")))
              .filter(file -> file.toString().endsWith(".xsl"))
              .toList();
    }
    Map<String, Long> definitions = new TreeMap<>();
    for (Path file : files) {
      XdmNode document =
          assertInstanceOf(
                  Parsed.Tree.class, new Xml().parse(Files.readAllBytes(file), file.toString()))
              .document();
      document
          .select(Steps.descendant(XSLT, "function"))
          .map(one -> one.attribute("name") + "#" + one.select(Steps.child(XSLT, "param")).count())
          .forEach(name -> definitions.merge(name, 1L, Long::sum));
    }
    assertTrue(definitions.size() > 100, definitions.toString());
    definitions.values().removeIf(times -> times == 1);
    assertEquals(Map.of(), definitions);
  }

  @Test
  void whatIsMissingIsTold() throws XMLStreamException {
    String bad =
        """
        <xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">
          <xsl:mode on-no-match="fail"/>
          <xsl:mode name="m:known"/>
          <xsl:template match="p" mode="m:known m:unknown" as="item()*">
            <xsl:param name="x"/>
            <xsl:variable name="y" select="1"/>
            <xsl:apply-templates mode="m:known"/>
            <xsl:apply-templates/>
          </xsl:template>
          <xsl:template match="q" as="item()*"/>
          <xsl:template name="t:z"/>
          <xsl:function name="f:w"/>
        </xsl:stylesheet>
        """;
    judge("bad", XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(bad)));
    modes();
    assertEquals(
        List.of(
            "bad:2: mode without name",
            "bad:5: param x without as",
            "bad:6: variable y without as",
            "bad:8: apply-templates without mode",
            "bad:10: template q without mode",
            "bad:11: template t:z without as",
            "bad:12: function f:w without as",
            "bad:4: m:unknown is no declared mode"),
        offenders);
  }

  private void judge(String file, XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamReader.START_ELEMENT
          || !XSLT.equals(reader.getNamespaceURI())) {
        continue;
      }
      String element = reader.getLocalName();
      String name = reader.getAttributeValue(null, "name");
      String match = reader.getAttributeValue(null, "match");
      String mode = reader.getAttributeValue(null, "mode");
      String place = file + ":" + reader.getLocation().getLineNumber() + ": ";
      String what =
          place + element + (name != null ? " " + name : match != null ? " " + match : "");
      if (TYPED.contains(element) && reader.getAttributeValue(null, "as") == null) {
        offenders.add(what + " without as");
      }
      if (element.equals("mode")) {
        if (name == null) {
          offenders.add(what + " without name");
        } else {
          declared.add(name);
        }
      }
      boolean needsMode =
          element.equals("apply-templates") || (element.equals("template") && match != null);
      if (needsMode && mode == null) {
        offenders.add(what + " without mode");
      } else if (needsMode) {
        for (String one : mode.strip().split("\\s+", -1)) {
          used.add(new String[] {place, one});
        }
      }
    }
  }

  /** A module may use the modes that others declare. */
  private void modes() {
    for (String[] use : used) {
      if (!use[1].equals("#current") && !declared.contains(use[1])) {
        offenders.add(use[0] + use[1] + " is no declared mode");
      }
    }
  }
}
