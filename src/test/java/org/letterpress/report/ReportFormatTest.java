package org.letterpress.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.xml.SourceText;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each format on one edition, read by those who know the format. */
class ReportFormatTest {

  private static final Path CASES = Path.of("src/test/cases/report");
  private static final boolean WRITE = "write".equals(System.getProperty("letterpress.golden"));
  private static final Judgement ENGLISH = Specimen.judgement(Catalogue.ENGLISH);

  @TestFactory
  Stream<DynamicTest> isAsItWasRead() {
    return Stream.of(ReportFormat.values())
        .flatMap(
            format ->
                Stream.of(Catalogue.ENGLISH, Catalogue.GERMAN)
                    .map(
                        words ->
                            DynamicTest.dynamicTest(
                                format.word() + " " + words.lang(), () -> compare(format, words))));
  }

  private static void compare(ReportFormat format, Catalogue words) throws IOException {
    Path file = CASES.resolve(format.word() + "-" + words.lang() + ".expected");
    String actual = format.write(Specimen.judgement(words));
    if (WRITE) {
      Files.writeString(file, actual, UTF_8);
    }
    assertEquals(Files.readString(file, UTF_8), actual);
  }

  @Test
  void jsonIsAsItsSchemaSays() throws IOException {
    String schema = Files.readString(Path.of("docs/findings.schema.json"), UTF_8);
    String json = ReportFormat.JSON.write(ENGLISH);
    assertEquals(List.of(), violations(schema, SpecificationVersion.DRAFT_2020_12, json));
    assertFalse(
        violations(
                schema,
                SpecificationVersion.DRAFT_2020_12,
                json.replaceFirst("\"severity\": \"error\"", "\"severity\": \"grave\""))
            .isEmpty(),
        "the schema lets a wrong severity pass");
  }

  @Test
  void sarifIsAsOasisSays() throws IOException {
    String schema;
    try (InputStream in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      schema = new String(in.readAllBytes(), UTF_8);
    }
    String sarif = ReportFormat.SARIF.write(ENGLISH);
    assertEquals(List.of(), violations(schema, SpecificationVersion.DRAFT_7, sarif));
    assertFalse(
        violations(
                schema,
                SpecificationVersion.DRAFT_7,
                sarif.replaceFirst("\"startLine\": \\d+", "\"startLine\": 0"))
            .isEmpty(),
        "the schema lets line 0 pass");
  }

  private static List<String> violations(String schema, SpecificationVersion draft, String json) {
    Schema judge = SchemaRegistry.withDefaultDialect(draft).getSchema(schema, InputFormat.JSON);
    return judge.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** What a program makes of a region is what was meant, and of a fix what the fix makes. */
  @Test
  void sarifPlacesAndFixesAreExact() {
    JsonNode run = JsonMapper.shared().readTree(ReportFormat.SARIF.write(ENGLISH)).at("/runs/0");
    int regions = 0;
    int fixes = 0;
    for (int i = 0; i < ENGLISH.findings().size(); i++) {
      Finding finding = ENGLISH.findings().get(i);
      JsonNode result = run.at("/results/" + i);
      assertEquals(finding.code(), result.at("/ruleId").asString());
      int rule = result.at("/ruleIndex").asInt();
      assertEquals(finding.code(), run.at("/tool/driver/rules/" + rule + "/id").asString());
      JsonNode region = result.at("/locations/0/physicalLocation/region");
      if (finding.location().length() > 0) {
        SourceText text = Specimen.text(finding.location().file());
        int[] span = span(text, region);
        String marked = text.characters().substring(span[0], span[1]);
        assertEquals(region.at("/snippet/text").asString(), marked);
        assertEquals(finding.location(), text.location(span[0], span[1]));
        regions++;
      }
      for (int f = 0; f < finding.fixes().size(); f++) {
        SourceText text = Specimen.text(finding.location().file());
        List<Fix.Edit> edits = new ArrayList<>();
        for (JsonNode one : result.at("/fixes/" + f + "/artifactChanges/0/replacements")) {
          int[] span = span(text, one.get("deletedRegion"));
          String with = one.at("/insertedContent/text").asString();
          edits.add(new Fix.Edit(span[0], span[1], with));
        }
        assertEquals(finding.fixes().get(f).edits(), edits);
        fixes++;
      }
    }
    assertTrue(regions >= 5 && fixes == 3, regions + " regions, " + fixes + " fixes");
  }

  private static int[] span(SourceText text, JsonNode region) {
    return new int[] {
      text.offset(region.get("startLine").asInt(), region.get("startColumn").asInt()),
      text.offset(region.get("endLine").asInt(), region.get("endColumn").asInt())
    };
  }

  @Test
  void junitCountsFilesAndFailures() throws Exception {
    byte[] xml = ReportFormat.JUNIT.write(ENGLISH).getBytes(UTF_8);
    org.w3c.dom.Element suite =
        (org.w3c.dom.Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName("testsuite")
                .item(0);
    NodeList cases = suite.getElementsByTagName("testcase");
    // One file could not be read and is judged by that.
    assertEquals(ENGLISH.files().size() + 1, cases.getLength());
    assertEquals(String.valueOf(cases.getLength()), suite.getAttribute("tests"));
    assertEquals("3", suite.getAttribute("failures"));
    assertEquals(3, suite.getElementsByTagName("failure").getLength());
    assertEquals(2, suite.getElementsByTagName("system-out").getLength());
    Set<String> names = new HashSet<>();
    for (int i = 0; i < cases.getLength(); i++) {
      org.w3c.dom.Element one = (org.w3c.dom.Element) cases.item(i);
      assertTrue(names.add(one.getAttribute("name")) && !one.getAttribute("classname").isEmpty());
    }
    assertTrue(names.contains(Specimen.HOSTILE), names::toString);
  }

  /** GitHub takes any line that begins so for a command; contents must not make one. */
  @Test
  void githubHasOneCommandForEachFinding() {
    List<String> lines = ReportFormat.GITHUB.write(ENGLISH).lines().toList();
    assertEquals(ENGLISH.findings().size(), lines.size());
    for (String line : lines) {
      assertTrue(
          line.matches(
              "::(error|warning|notice) file=[^:,]+(,line=\\d+,endLine=\\d+)?(,col=\\d+,endColumn=\\d+)?"
                  + ",title=[^:,]+::.+"),
          line);
    }
    assertTrue(lines.get(0).contains("letters/50%250A%2C a%3Ab & <c>.xml"), lines.get(0));
    assertTrue(lines.get(0).endsWith("Take%0D%0Ait out, 100 %25."), lines.get(0));
  }

  @Test
  void textHasOneLinkForEachShownFindingAndObeysNoContents() {
    String text = ReportFormat.TEXT.write(ENGLISH);
    long shown =
        text.lines().filter(line -> line.matches(".+: (error|warning|info): .+ \\[.+]")).count();
    assertEquals(ENGLISH.findings().size() - 3, shown);
    assertTrue(text.contains(Specimen.MANY + ": 3 more of [unknown-element] in this file"), text);
    assertEquals(
        0, text.chars().filter(c -> (c < ' ' && c != '\n') || c == 0x202e).count(), "controls");
    assertTrue(text.lines().allMatch(line -> line.length() < 300), "a long line is cut");
  }

  @Test
  void coloursStandRoundTheSameWords() {
    String coloured = TextReport.write(ENGLISH, true);
    assertTrue(coloured.contains("\u001b[1;31merror:\u001b[0m"), coloured);
    assertEquals(
        TextReport.write(ENGLISH, false).replaceAll(" +\n", "\n"),
        coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"));
  }

  @Test
  void htmlIsWholeInItselfAndObeysNoContents() {
    for (Catalogue words : List.of(Catalogue.ENGLISH, Catalogue.GERMAN)) {
      Document page = Jsoup.parse(ReportFormat.HTML.write(Specimen.judgement(words)));
      assertEquals(words.lang(), page.child(0).attr("lang"));
      assertEquals(1, page.select("script").size());
      assertEquals(0, page.select("[src], link, iframe, [onclick], [style]").size());
      Set<String> ids = new HashSet<>();
      page.select("[id]").forEach(one -> assertTrue(ids.add(one.id()), one.id()));
      for (Element link : page.select("[href]")) {
        assertTrue(link.attr("href").startsWith("#"), link.outerHtml());
        assertTrue(ids.contains(link.attr("href").substring(1)), link.outerHtml());
      }
      assertEquals(ENGLISH.findings().size(), page.select("article, .folded li").size());
      assertTrue(page.text().contains("</script><script>alert(1)</script>"), "it is shown as text");
      assertEquals("<supplied>", page.select("mark").get(1).text());
    }
  }
}
