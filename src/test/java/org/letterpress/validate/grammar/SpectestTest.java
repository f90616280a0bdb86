package org.letterpress.validate.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The test cases of the RELAX NG specification (James Clark's {@code spectest.xml} of jing-trang):
 * each correct schema loads, each incorrect one is a fault, each valid document is without finding
 * and each invalid one has one.
 */
class SpectestTest {

  private static final Path SUITE = Judge.SHARED.resolve("suites/relaxng-spectest.xml");
  private static final String BASE = "file:///spectest/";

  private final List<String> failures = new ArrayList<>();
  private int checks;

  @Test
  void passesTheSpecificationsTests() throws Exception {
    assumeTrue(
        Files.exists(SUITE),
        () -> "Skipped: no test cases of RELAX NG at " + SUITE.toAbsolutePath());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    NodeList cases =
        factory.newDocumentBuilder().parse(SUITE.toFile()).getElementsByTagName("testCase");
    for (int i = 0; i < cases.getLength(); i++) {
      judge(i, (Element) cases.item(i));
    }

    assertEquals(List.of(), failures);
    assertEquals(965, checks);
  }

  private void judge(int number, Element testCase)
      throws TransformerException, SAXException, IOException {
    Map<String, String> files = new HashMap<>();
    collect(testCase, BASE, files);
    for (Element correct : children(testCase, "correct")) {
      files.put(BASE + "schema.rng", content(correct));
      checks++;
      Grammar grammar;
      try {
        grammar = load(files);
      } catch (SchemaFault e) {
        failures.add(number + ": a correct schema is refused: " + e.findings());
        continue;
      }
      for (Element valid : children(testCase, "valid")) {
        checks++;
        if (!Judge.findings(grammar, content(valid)).isEmpty()) {
          failures.add(number + ": a valid document is refused: " + content(valid));
        }
      }
      for (Element invalid : children(testCase, "invalid")) {
        checks++;
        if (Judge.findings(grammar, content(invalid)).isEmpty()) {
          failures.add(number + ": an invalid document is accepted: " + content(invalid));
        }
      }
    }
    for (Element incorrect : children(testCase, "incorrect")) {
      files.put(BASE + "schema.rng", content(incorrect));
      checks++;
      try {
        load(files);
        failures.add(number + ": an incorrect schema is accepted: " + content(incorrect));
      } catch (SchemaFault e) {
        if (!e.findings().get(0).code().equals("schema-faulty")) {
          failures.add(number + ": " + e.findings());
        }
      }
    }
  }

  private static Grammar load(Map<String, String> files) throws SchemaFault {
    return new Grammar(
        BASE + "schema.rng",
        uri -> {
          String content = files.get(uri.replaceFirst("^file:/+", "file:///"));
          if (content == null) {
            throw new IOException("There is no " + uri);
          }
          return content.getBytes(UTF_8);
        });
  }

  private static void collect(Element parent, String base, Map<String, String> files)
      throws TransformerException {
    for (Element resource : children(parent, "resource")) {
      files.put(base + resource.getAttribute("name"), content(resource));
    }
    for (Element folder : children(parent, "dir")) {
      collect(folder, base + folder.getAttribute("name") + "/", files);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static String content(Element parent) throws TransformerException {
    Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
    writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter out = new StringWriter();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        writer.transform(new DOMSource(element), new StreamResult(out));
      }
    }
    return out.toString();
  }
}
