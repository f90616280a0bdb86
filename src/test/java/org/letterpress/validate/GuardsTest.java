package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Finding;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.AllowedFiles;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.RealFile;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;

/** One fault does not take everything with it, and what is known is not read again. */
class GuardsTest {

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

  @Test
  void rulesThatFindNoEndAreStoppedAndAppliedToNoOtherFile(@TempDir Path folder) throws Exception {
    Xml xml = new Xml();
    XsltExecutable endless =
        xml.processor()
            .newXsltCompiler()
            .compile(
                new StreamSource(
                    new StringReader(
                        """
                        <xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">
                          <xsl:template match="/">
                            <xsl:if test="some $a in 1 to 3000, $b in 1 to 3000
                                          satisfies $a * $b = count(//*) * -1"><no/></xsl:if>
                          </xsl:template>
                        </xsl:stylesheet>
                        """)));
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
