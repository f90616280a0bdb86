package org.letterpress.validate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.SafeParser;
import org.letterpress.xml.Xml;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Which children and attributes TEI P5 allows an element, by name alone: a weak oracle for builds
 * that have no copy of TEI's grammar. Order, number and values are not in it.
 */
final class TeiTable {

  /** The facts on the elements of the letter schema, taken from TEI P5 4.9.0a. */
  static final Path FILE = Path.of("src/test/cases/schema/tei-elements.txt");

  private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

  private final Map<String, Set<String>> allowed;

  private TeiTable(Map<String, Set<String>> allowed) {
    this.allowed = allowed;
  }

  /**
   * Reads the table: a set of names a line, then an element a line with the sets that it allows.
   */
  static TeiTable read() throws IOException {
    Map<String, Set<String>> sets = new HashMap<>();
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.split(" ", -1));
      Set<String> names = new TreeSet<>();
      for (String word : words.subList(2, words.size())) {
        names.addAll(word.startsWith("$") ? sets.get(word) : Set.of(word));
      }
      (words.get(0).startsWith("$") ? sets : allowed).put(words.get(0), names);
    }
    return new TeiTable(allowed);
  }

  /**
   * Takes the table from a grammar in XML syntax.
   *
   * @param elements those that it is to be about
   */
  static TeiTable of(Path grammar, Collection<String> elements) throws IOException {
    if (!(new Xml().parse(Files.readAllBytes(grammar), grammar.toString())
        instanceof Parsed.Tree tree)) {
      throw new IOException(grammar + " is not well-formed");
    }
    Map<String, XdmNode> defines = new HashMap<>();
    for (XdmNode define : tree.document().select(Steps.descendant("define")).asListOfNodes()) {
      defines.put(define.attribute("name"), define);
    }
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (XdmNode element : tree.document().select(Steps.descendant("element")).asListOfNodes()) {
      String name = element.attribute("name");
      if (name != null && elements.contains(name)) {
        collect(
            element,
            defines,
            elements,
            new HashSet<>(),
            allowed.computeIfAbsent(name, n -> new TreeSet<>()));
      }
    }
    return new TeiTable(allowed);
  }

  private static void collect(
      XdmNode node,
      Map<String, XdmNode> defines,
      Collection<String> elements,
      Set<String> seen,
      Set<String> names) {
    for (XdmNode child : node.select(Steps.child(Predicates.isElement())).asListOfNodes()) {
      String name = child.attribute("name");
      switch (child.getNodeName().getLocalName()) {
        case "element" -> {
          if (elements.contains(name)) {
            names.add(name);
          }
        }
        case "attribute" ->
            names.add("@" + (XML_NAMESPACE.equals(child.attribute("ns")) ? "xml:" : "") + name);
        case "ref" -> {
          if (seen.add(name)) {
            collect(defines.get(name), defines, elements, seen, names);
          }
        }
        default -> collect(child, defines, elements, seen, names);
      }
    }
  }

  /** As the file has it. Names that many elements allow together are written once, as a set. */
  String text() {
    Map<String, Integer> uses = new TreeMap<>();
    Map<String, Set<String>> users = new TreeMap<>();
    allowed.forEach(
        (element, names) ->
            names.forEach(name -> users.computeIfAbsent(name, n -> new TreeSet<>()).add(element)));
    // Names that the same elements allow stand together in a set.
    Map<Set<String>, Set<String>> together = new LinkedHashMap<>();
    users.forEach(
        (name, elements) -> together.computeIfAbsent(elements, e -> new TreeSet<>()).add(name));
    Map<String, String> setOf = new HashMap<>();
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Which children and attributes TEI P5 allows the elements of the letter schema, by name
        # alone. Facts taken from the grammar tei_all of TEI P5 4.9.0a by TeiTable.java.
        # First sets of names that the same elements allow, then the elements.

        """);
    together.forEach(
        (elements, names) -> {
          if (names.size() > 1 && elements.size() > 1) {
            String set = "$" + (uses.size() + 1);
            uses.put(set, 1);
            names.forEach(name -> setOf.put(name, set));
            text.append(set).append(" = ").append(String.join(" ", names)).append('\n');
          }
        });
    text.append('\n');
    allowed.forEach(
        (element, names) -> {
          Set<String> words = new TreeSet<>();
          names.forEach(name -> words.add(setOf.getOrDefault(name, name)));
          text.append(element).append(" = ").append(String.join(" ", words)).append('\n');
        });
    return text.toString();
  }

  /** What a document has that TEI does not allow; its element names are those of the table. */
  Set<String> refusals(String document) throws SAXException, IOException {
    Set<String> refusals = new TreeSet<>();
    XMLReader reader = SafeParser.reader();
    reader.setContentHandler(
        new DefaultHandler() {
          private final ArrayDeque<String> open = new ArrayDeque<>();

          @Override
          public void startElement(String uri, String name, String qName, Attributes attributes) {
            String parent = open.peek();
            if (parent != null && !allows(parent, name)) {
              refusals.add(parent + "/" + name);
            }
            for (int i = 0; i < attributes.getLength(); i++) {
              if (!allows(name, "@" + attributes.getQName(i))) {
                refusals.add(name + "/@" + attributes.getQName(i));
              }
            }
            open.push(name);
          }

          @Override
          public void endElement(String uri, String name, String qName) {
            open.pop();
          }
        });
    reader.parse(new InputSource(new StringReader(document)));
    return refusals;
  }

  private boolean allows(String element, String name) {
    return allowed.getOrDefault(element, Set.of()).contains(name);
  }
}
