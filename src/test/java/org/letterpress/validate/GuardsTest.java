package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Finding;
import org.letterpress.model.Recall;
import org.letterpress.model.SourceFile;
import org.letterpress.validate.corpus.Words;
import org.letterpress.xml.AllowedFiles;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.RealFile;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;

/** One fault does not take everything with it, and what is known is not read again. */
class GuardsTest {

  /** So many letters keep a pattern busy for some seconds; with each it is half as long again. */
  private static final int LONG = 28;

  @Test
  void aFaultInTheChecksOfTheEditionIsOneFinding() {
    List<Finding> findings =
        Check.guarded(
            () -> {
              throw new IllegalArgumentException("190");
            });
    assertEquals(List.of("program-fault-edition"), findings.stream().map(Finding::code).toList());
  }

  @Test
  void aSchemaThatEveryLetterNamesIsReadOnce(@TempDir Path folder) throws Exception {
    Path schema = Files.writeString(folder.resolve("house.rng"), "<grammar/>");
    Xml xml = new Xml();
    SchemaLoader loader = new SchemaLoader(xml, new AllowedFiles(xml, folder, List.of(folder)));
    String letter = folder.toRealPath().resolve("letter.xml").toUri().toString();
    String found = loader.find(letter, "house.rng");
    Files.delete(schema);
    assertEquals(found, loader.find(letter, "house.rng"));
  }

  private static XsltExecutable compiled(Xml xml, String template) throws SaxonApiException {
    String stylesheet =
        "<xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform' version='3.0'>"
            + template
            + "</xsl:stylesheet>";
    return xml.processor()
        .newXsltCompiler()
        .compile(new StreamSource(new StringReader(stylesheet)));
  }

  @Test
  void rulesThatFindNoEndAreStoppedAndAppliedToNoOtherFile(@TempDir Path folder) throws Exception {
    Xml xml = new Xml();
    XsltExecutable endless =
        compiled(
            xml,
            "<xsl:template match='/'> <xsl:if test='some $a in 1 to 3000, $b in 1 to 3000 "
                + "satisfies $a * $b = count(//*) * -1'><no/></xsl:if> </xsl:template>");
    Rules rules =
        new Rules(endless, new AllowedFiles(xml, folder, List.of(folder)), Duration.ofMillis(1));
    byte[] letter = "<TEI/>".getBytes(UTF_8);
    XdmNode tree = ((Parsed.Tree) xml.parse(letter, "letter.xml")).document();
    for (String path : List.of("letter.xml", "other.xml")) {
      SourceFile file = new SourceFile(path, letter, tree);
      List<Finding> findings = rules.check(file, SourceText.of(path, letter));
      assertEquals(List.of("rules-endless"), findings.stream().map(Finding::code).toList());
      assertEquals(path, findings.get(0).location().file());
    }
  }

  @Test
  void aWaitThatIsInterruptedMarksNothingAsEndless(@TempDir Path folder) throws Exception {
    Xml xml = new Xml();
    XsltExecutable silent = compiled(xml, "<xsl:template match='/'/>");
    Rules rules = new Rules(silent, new AllowedFiles(xml, folder, List.of(folder)));
    byte[] letter = "<TEI/>".getBytes(UTF_8);
    SourceFile file =
        new SourceFile(
            "letter.xml", letter, ((Parsed.Tree) xml.parse(letter, "letter.xml")).document());
    Thread.currentThread().interrupt();
    assertEquals(List.of(), rules.check(file, SourceText.of("letter.xml", letter)));
    assertTrue(Thread.interrupted(), "whoever interrupts is heard afterwards");
    assertEquals(List.of(), rules.check(file, SourceText.of("letter.xml", letter)));
  }

  /** A pattern that takes time without end for a value of many a's and a b. */
  @Test
  void aSchemaThatFindsNoEndIsLeftOut(@TempDir Path folder) throws Exception {
    Path schema =
        Files.writeString(
            folder.resolve("house.rng"),
            """
            <element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"
                datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
              <attribute name="code">
                <data type="string"><param name="pattern">((a|aa)+(a|aa)+)+c</param></data>
              </attribute>
            </element>
            """);
    Xml xml = new Xml();
    Schemas schemas = Schemas.of(xml, folder, List.of(schema.toString()));
    Judge judge =
        new Judge(
            xml, schemas, new Words(), Recall.NOTHING, false, new Deadline(Duration.ofMillis(300)));
    for (int length : List.of(LONG, 5000)) {
      String path = length + ".xml";
      String evil = "<letter code='" + "a".repeat(length) + "b'/>";
      List<Finding> findings =
          judge.judge(new Check.Input(path, () -> evil.getBytes(UTF_8))).findings();
      assertEquals(List.of("schema-endless"), findings.stream().map(Finding::code).toList());
      assertEquals(path, findings.get(0).location().file());
    }
  }

  @Test
  void nothingIsReadThroughALinkThatLeadsOut(@TempDir Path folder, @TempDir Path other)
      throws Exception {
    Path real = folder.toRealPath();
    Path secret = Files.writeString(other.resolve("secret.xml"), "<p/>");
    Path link = Files.createSymbolicLink(folder.resolve("letter.xml"), secret);
    Path own = Files.writeString(folder.resolve("own.xml"), "<p/>");
    assertThrows(IOException.class, () -> RealFile.read(link, List.of(real), 9));
    assertThrows(IOException.class, () -> RealFile.read(folder, List.of(real), 9));
    assertEquals("<p", new String(RealFile.read(own, List.of(real), 2), UTF_8));
  }
}
