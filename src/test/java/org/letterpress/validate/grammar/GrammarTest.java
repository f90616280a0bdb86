package org.letterpress.validate.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.xml.sax.SAXException;

class GrammarTest {

  private static final String LETTER =
      Judge.read(Path.of("src/test/cases/validate/letter-valid/letter.xml"));

  private static String with(String added) {
    return LETTER.replace("<p>I am", added + "<p>I am");
  }

  @Test
  void tellsTwoHundredFaultsAndCountsTheOthers() throws SAXException {
    String flood =
        IntStream.range(0, 300_000).mapToObj(i -> "<x" + i + "/>").collect(Collectors.joining());

    List<Finding> findings = Judge.findings(Grammar.letter(), with(flood));

    assertEquals(201, findings.size());
    assertEquals("faults-more", findings.get(200).code());
    assertEquals("299800", findings.get(200).arguments().get("count"));
  }

  @Test
  void offersMendsHoweverManyFaultsThereAre() throws SAXException {
    List<Finding> findings =
        Judge.findings(Grammar.letter(), with("<p foo='1'>Yes.</p>".repeat(250)));

    assertEquals(201, findings.size());
    assertEquals(
        List.of(1),
        findings.subList(0, 200).stream().map(told -> told.fixes().size()).distinct().toList());
  }

  @Test
  void offersNoMendThatWasNotTried() throws SAXException {
    String padding = "<!--" + "x".repeat(1_100_000) + "-->";

    List<Finding> findings =
        Judge.findings(Grammar.letter(), with(padding + "<p foo='1'>Yes.</p>".repeat(3)));

    assertEquals(
        List.of(1, 0, 0), findings.stream().map(finding -> finding.fixes().size()).toList());
  }

  @Test
  void triesMendsOnAPartWhereTheWholeIsTooLong() throws SAXException {
    String padding = "<!--" + "x".repeat(1_100_000) + "-->";
    String wrong = "<p foo='1'>Yes.</p><p><persNme>A</persNme></p>";

    List<Finding> findings =
        Judge.findings(
            Grammar.letter(), with(wrong).replace("<teiHeader>", padding + "<teiHeader>"));

    assertEquals(List.of(1, 1), findings.stream().map(finding -> finding.fixes().size()).toList());
  }

  @Test
  void namesNothingWhereNothingMayStand() throws Exception {
    Grammar grammar = compact("element TEI { element a { text } }");

    Finding finding = Judge.findings(grammar, "<TEI><a>x<foo/></a></TEI>").get(0);

    assertEquals("element-unknown", finding.code());
    assertEquals("", finding.remedy());
    assertEquals("", Catalogue.GERMAN.remedy(finding));
  }

  @Test
  void endsLinesAsTheFileDoes() throws Exception {
    Grammar grammar = compact("element TEI { element a { empty }, element b { empty } }");
    String document = "<TEI>\r\n  <b/>\r\n</TEI>";

    String mended = Judge.findings(grammar, document).get(0).fixes().get(0).apply(document);

    assertEquals("<TEI>\r\n  <a/>\r\n  <b/>\r\n</TEI>", mended);
  }

  private static Grammar compact(String schema) throws SchemaFault {
    return new Grammar("file:/schema.rnc", uri -> schema.getBytes(UTF_8));
  }

  @Test
  void saysTheSameOnManyThreads() {
    Grammar grammar = Grammar.letter();
    String document = with("<closer>Yours</closer><date when='1834-02-30'/><foo/>");
    Set<List<Finding>> answers =
        IntStream.range(0, 100)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return Judge.findings(grammar, document);
                  } catch (SAXException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .collect(Collectors.toSet());

    assertEquals(1, answers.size());
  }

  @Test
  void tellsIndependentFaultsEach() throws SAXException {
    String document =
        with(
            "<foo><persNam>Ada</persNam></foo><address><addrLine reff='a'>Chelsea</addrLine></address>");

    assertEquals(
        List.of("element-unknown", "element-misspelt", "element-bare", "attribute-unknown"),
        Judge.findings(Grammar.letter(), document).stream().map(Finding::code).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.rnc | start = element a { b } | 1",
        "a.rnc | start =;element a { | 2",
        "a.rng | <grammar xmlns='http://relaxng.org/ns/structure/1.0'>;<start/></grammar> | 2",
        "a.rng | <grammar>; | 1",
        "a.rng | <!DOCTYPE grammar SYSTEM 'file:///etc/passwd'><grammar/> | 1",
      })
  void namesTheLineOfAFaultySchema(String file, String schema, int line) {
    SchemaFault fault =
        assertThrows(
            SchemaFault.class,
            () ->
                new Grammar("file:///e/" + file, uri -> schema.replace(";", "\n").getBytes(UTF_8)));

    assertEquals("schema-faulty", fault.findings().get(0).code());
    assertEquals("file:///e/" + file, fault.findings().get(0).location().file());
    assertEquals(line, fault.findings().get(0).location().line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.rnc | include 'file:///etc/hostname'",
        "a.rnc | start = external '../../etc/hostname'",
        "a.rng | <grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='b.rng'/></grammar>",
        "a.rng | <externalRef xmlns='http://relaxng.org/ns/structure/1.0' href='http://localhost/b.rng'/>",
      })
  void readsNothingButWhatItsFilesGive(String file, String schema) {
    SchemaFiles files =
        uri -> {
          if (!uri.equals("file:///e/" + file)) {
            throw new IOException("may not be read: " + uri);
          }
          return schema.getBytes(UTF_8);
        };

    SchemaFault fault =
        assertThrows(SchemaFault.class, () -> new Grammar("file:///e/" + file, files));

    assertEquals(
        true, fault.findings().get(0).message().contains("may not be read"), fault::toString);
  }
}
