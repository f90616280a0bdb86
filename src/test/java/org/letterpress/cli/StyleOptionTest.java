package org.letterpress.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;

/**
 * A look of the user's own, over the program's: the sample in {@code xslt/custom}, and bad ones.
 */
final class StyleOptionTest {

  private static final String LETTER = "src/test/cases/validate/letter-valid";

  private static final String LAYER =
      """
      <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
          xmlns:m="urn:letterpress:modes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
          exclude-result-prefixes="#all">
        %s
      </xsl:stylesheet>
      """;

  @TempDir private Path folder;

  private Run publish(String format, Path... styles) {
    String[] arguments =
        Stream.concat(
                Stream.of("publish", LETTER, "--format", format, "--output", output().toString()),
                Arrays.stream(styles).map(style -> "--style=" + style))
            .toArray(String[]::new);
    return Run.of(arguments);
  }

  private Path output() {
    return folder.resolve("out");
  }

  private String made(String extension) throws IOException {
    try (Stream<Path> files = Files.walk(output().resolve("letters"))) {
      Path file = files.filter(one -> one.toString().endsWith(extension)).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }

  private Path layer(String content) throws IOException {
    return Files.writeString(folder.resolve("my.xsl"), LAYER.formatted(content));
  }

  @Test
  void theSampleChangesItsRuleAndNoOther() throws Exception {
    Path sample = Path.of("xslt/custom");
    Run ran = publish("html", sample.resolve("house.xsl"), sample.resolve("house.css"));
    assertEquals(Main.OK, ran.code(), ran.err());
    assertTrue(made(".html").contains("href=\"../assets/custom.css\""));
    assertEquals(
        Files.readString(sample.resolve("house.css")).strip(),
        Files.readString(output().resolve("assets/custom.css")).strip());
  }

  @Test
  void aLayerOverridesARuleAndCallsTheProgramsOwn() throws Exception {
    Path mine =
        layer(
            """
            <xsl:import href="letterpress:html.xsl"/>
            <xsl:template mode="m:content" match="p"><div class="mine"><xsl:next-match/></div></xsl:template>
            """);
    Run ran = publish("html", mine);
    assertEquals(Main.OK, ran.code(), ran.err());
    assertTrue(made(".html").contains("<div class=\"mine\"><p class=\"first\" id=\"p1\""));
    assertFalse(made(".html").contains("custom.css"));
  }

  @Test
  void aLayerOfPlainTextChangesPlainTextAlone() throws Exception {
    Path mine =
        layer(
            """
            <xsl:import href="letterpress:text.xsl"/>
            <xsl:template mode="m:letter" match="*" priority="9"><xsl:sequence select="'nothing'"/></xsl:template>
            """);
    assertEquals(1, publish("text", mine).code(), "the audit misses the words");
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    assertFault("imports none", layer("<xsl:import href=\"letterpress:model.xsl\"/>"));
    assertFault("my.xsl:5", layer("<xsl:import href=\"letterpress:html.xsl\"/>\n  <xsl:wrong/>"));
    assertFault(
        "Nothing outside",
        layer(
            "<xsl:import href=\"letterpress:html.xsl\"/><xsl:include href=\"https://example.org/a.xsl\"/>"));
    assertFault("my.txt", Files.writeString(folder.resolve("my.txt"), "p { color: red }"));
    Path missing = folder.resolve("missing.css");
    assertFault("There is no file " + missing + ": --style wants", missing);
  }

  /** A page that can't be made is told as a fault of the layer, with all that may be said. */
  @Test
  void aLayerMayNameNoPageThatThereIsNot() throws Exception {
    for (String trim : new String[] {"foo", "20x20mm", "900x900mm"}) {
      Path layer =
          layer(
              """
              <xsl:import href="letterpress:fo.xsl"/>
              <xsl:param name="trim" select="'%s'"/>
              """
                  .formatted(trim));
      assertFault(
          "my.xsl:5: This style sheet can't be used. Its reader says: There is no page \""
              + trim
              + "\"; the parameter trim is one of a5, demy, royal, or width and height",
          layer);
    }
    Path free =
        layer(
            "<xsl:import href='letterpress:fo.xsl'/><xsl:param name='trim' select=\"'155x230mm'\"/>");
    assertEquals(Main.OK, publish("pdf", free).code());
  }

  private void assertFault(String words, Path style) {
    Run ran = publish("html", style);
    assertEquals(Main.USAGE, ran.code(), ran.err());
    assertTrue(ran.err().contains(words), ran.err());
    assertFalse(Files.exists(output()));
  }
}
