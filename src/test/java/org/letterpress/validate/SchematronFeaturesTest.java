package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.Xml;

/**
 * What Schematron (ISO/IEC 19757-3) can say is understood, and what it must not do is not done: a
 * small schema, a document and what is found for each feature. With {@code
 * -Dletterpress.golden=write} what is found is written anew, to be read in the diff.
 */
final class SchematronFeaturesTest {

  private static final Path CASES = Path.of("src/test/cases/schematron/features.txt");
  private static final boolean WRITE = "write".equals(System.getProperty("letterpress.golden"));
  private static final Xml XML = new Xml();

  private static final String ANY =
      "start = any\nany = element * { attribute * { text }*, (text | any)* }\n";

  private static final String SECRET_STYLESHEET =
      "<xsl:transform version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">"
          + "<xsl:template match=\"/\"><secret/></xsl:template></xsl:transform>";

  private static final String SECRET_QUERY =
      "module namespace x = 'urn:x'; declare variable $x:secret := 1;";

  private static final String SHELL =
      "<schema xmlns=\"http://purl.oclc.org/dsdl/schematron\" queryBinding=\"xslt3\" xml:lang=\"en\""
          + " xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\""
          + " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
          + "<ns prefix=\"xs\" uri=\"http://www.w3.org/2001/XMLSchema\"/>";

  private static final Pattern SECTION = Pattern.compile("(?m)^== ");
  private static final Pattern PART = Pattern.compile("(?m)^-- (file (\\S+)|document|found)\n");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> features() throws IOException {
    List<String> written = new ArrayList<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (String section : SECTION.splitAsStream(Files.readString(CASES, UTF_8)).toList()) {
      if (!section.isBlank()) {
        String name = section.lines().findFirst().orElseThrow();
        String setting = section.replaceFirst("(?s)-- found\n.*", "").stripTrailing() + "\n";
        String found = "-- found\n" + found(name, setting);
        written.add("== " + setting + found);
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> assertEquals(section.strip(), (setting + found).strip())));
      }
    }
    if (WRITE) {
      Files.writeString(CASES, String.join("\n", written), UTF_8);
    }
    assertTrue(tests.size() >= 40, () -> "too few features: " + tests.size());
    return tests.stream();
  }

  private String found(String name, String setting) throws IOException {
    Path edition = Files.createDirectories(folder.resolve(name.replace(' ', '-')).resolve("tei"));
    Files.writeString(edition.resolveSibling("secret.xml"), "<secret/>");
    Files.writeString(edition.resolveSibling("secret.xsl"), SECRET_STYLESHEET);
    Files.writeString(edition.resolveSibling("secret.xq"), SECRET_QUERY);
    Files.writeString(edition.resolve("any.rnc"), ANY);
    String file = "rules.sch";
    int from = setting.indexOf('\n') + 1;
    String document = "";
    Matcher part = PART.matcher(setting);
    while (from < setting.length()) {
      boolean more = part.find();
      String content = setting.substring(from, more ? part.start() : setting.length());
      if (file.equals("rules.sch") && !content.startsWith("<schema")) {
        content = SHELL + content + "</schema>";
      }
      if (file.isEmpty()) {
        document = content;
      } else {
        Files.createDirectories(edition.resolve(file).getParent());
        Files.writeString(edition.resolve(file), content.stripTrailing());
      }
      from = more ? part.end() : setting.length();
      file = !more ? "" : part.group(2) == null ? "" : part.group(2);
    }
    byte[] letter = document.strip().getBytes(UTF_8);
    StringBuilder found = new StringBuilder();
    for (Finding finding : findings(edition, letter)) {
      found.append(finding.location().line()).append(':').append(finding.location().column());
      found.append('+').append(finding.location().length());
      found.append(' ').append(finding.severity().word()).append(' ').append(finding.code());
      found.append(": ").append(finding.message().replaceAll("[^ (]*/secret", "…/secret"));
      if (!finding.remedy().isEmpty()) {
        found.append(" / ").append(finding.remedy());
      }
      String german = Catalogue.GERMAN.message(finding);
      if (finding.arguments().containsKey("message.de")) {
        found.append(" / ").append(german);
      }
      found.append('\n');
    }
    assertFalse(Files.exists(edition.resolve("written.txt")));
    assertFalse(Files.exists(Path.of("written.txt")));
    return found.toString();
  }

  private static List<Finding> findings(Path edition, byte[] letter) throws IOException {
    List<String> schemas =
        List.of(edition.resolve("any.rnc").toString(), edition.resolve("rules.sch").toString());
    try {
      return new Check(XML, Schemas.of(XML, edition, schemas))
          .check(List.of(new Check.Input("letter.xml", () -> letter)))
          .findings();
    } catch (SchemaFault e) {
      return e.findings();
    }
  }
}
