package org.letterpress.validate;

import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.xml.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A RELAX NG grammar in the simple form to which every schema can be brought (RELAX NG, section 4):
 * all files and definitions are resolved, and what is left is a definition for each element.
 *
 * @param start what a document is
 * @param elements the elements by the names of their definitions, in the order of the grammar
 */
record SimpleGrammar(Pattern start, Map<String, Element> elements) {

  /** What stands for a name where the grammar has a name class of many. */
  static final String ANY = "*";

  private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

  /**
   * An element with its attributes and content.
   *
   * @param name its name without a prefix, or {@link #ANY}
   */
  record Element(String name, Pattern content) {}

  /** What may stand in a place. */
  sealed interface Pattern {

    /** Whether it is about attributes alone. */
    default boolean attributesOnly() {
      return parts().stream().allMatch(Pattern::attributesOnly);
    }

    /** The patterns of which it is made up. */
    default List<Pattern> parts() {
      return List.of();
    }
  }

  /** One of several. */
  record Choice(List<Pattern> parts) implements Pattern {}

  /** All of them in order. */
  record Group(List<Pattern> parts) implements Pattern {}

  /** All of them, and none has to wait for the end of another. */
  record Interleave(List<Pattern> parts) implements Pattern {}

  /** It once or more often. */
  record More(Pattern of) implements Pattern {
    @Override
    public List<Pattern> parts() {
      return List.of(of);
    }
  }

  /** Nothing. */
  record Empty() implements Pattern {}

  /** Any text, or none. */
  record Text() implements Pattern {
    @Override
    public boolean attributesOnly() {
      return false;
    }
  }

  /** A value of a datatype that has conditions, each a name and a value. */
  record Data(String library, String type, List<Map.Entry<String, String>> conditions)
      implements Pattern {
    @Override
    public boolean attributesOnly() {
      return false;
    }
  }

  /** This very value. */
  record Value(String value) implements Pattern {
    @Override
    public boolean attributesOnly() {
      return false;
    }
  }

  /** Words that each fit. */
  record Words(Pattern of) implements Pattern {
    @Override
    public boolean attributesOnly() {
      return false;
    }
  }

  /** An attribute; its name has the prefix {@code xml:} if it needs one, or is {@link #ANY}. */
  record Attribute(String name, Pattern value) implements Pattern {
    @Override
    public boolean attributesOnly() {
      return true;
    }
  }

  /** An element, by the name of its definition. */
  record Child(String definition) implements Pattern {
    @Override
    public boolean attributesOnly() {
      return false;
    }
  }

  /**
   * Reads a grammar.
   *
   * @param file its file: compact syntax if the name ends in {@code .rnc}, else XML
   */
  static SimpleGrammar load(Path file) throws IOException, SAXException {
    ValidationDriver driver = driver(file, PropertyMap.EMPTY);
    XMLReader reader = SafeParser.reader();
    Reading reading = new Reading();
    reader.setContentHandler(reading);
    reader.parse(
        new InputSource(
            new StringReader(driver.getSchemaProperties().get(RngProperty.SIMPLIFIED_SCHEMA))));
    return new SimpleGrammar(reading.start, reading.elements);
  }

  /** Jing with a grammar. */
  static ValidationDriver driver(Path file, PropertyMap properties)
      throws IOException, SAXException {
    ValidationDriver driver =
        file.toString().endsWith(".rnc")
            ? new ValidationDriver(properties, CompactSchemaReader.getInstance())
            : new ValidationDriver(properties);
    if (!driver.loadSchema(ValidationDriver.fileInputSource(file.toFile()))) {
      throw new IOException(file + " is not a grammar");
    }
    return driver;
  }

  /** An element of the schema's own XML whose end has not been seen yet. */
  private record Open(
      Map<String, String> attributes,
      List<Pattern> parts,
      List<Map.Entry<String, String>> conditions,
      StringBuilder text) {

    Pattern only() {
      return parts.size() == 1 ? parts.get(0) : new Group(parts);
    }

    String name() {
      String name = attributes.getOrDefault("name", ANY);
      return XML_NAMESPACE.equals(attributes.get("ns")) ? "xml:" + name : name;
    }
  }

  private static final class Reading extends DefaultHandler {
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private Pattern start;

    @Override
    public void startElement(String uri, String local, String qName, Attributes given) {
      Map<String, String> attributes = new LinkedHashMap<>();
      for (int i = 0; i < given.getLength(); i++) {
        attributes.put(given.getLocalName(i), given.getValue(i));
      }
      open.push(new Open(attributes, new ArrayList<>(), new ArrayList<>(), new StringBuilder()));
    }

    @Override
    public void characters(char[] ch, int from, int length) {
      open.element().text().append(ch, from, length);
    }

    @Override
    public void endElement(String uri, String local, String qName) {
      Open ended = open.pop();
      switch (local) {
        case "grammar", "define", "anyName", "nsName", "name", "except" -> {}
        case "start" -> start = ended.only();
        // The name of the definition stands in the tag around the element.
        case "element" ->
            elements.put(open.element().name(), new Element(ended.name(), ended.only()));
        case "param" ->
            open.element().conditions().add(Map.entry(ended.name(), ended.text().toString()));
        default -> open.element().parts().add(pattern(local, ended));
      }
    }

    private static Pattern pattern(String kind, Open ended) {
      return switch (kind) {
        case "choice" -> new Choice(ended.parts());
        case "group" -> new Group(ended.parts());
        case "interleave" -> new Interleave(ended.parts());
        case "oneOrMore" -> new More(ended.only());
        case "optional" -> new Choice(List.of(new Empty(), ended.only()));
        case "zeroOrMore" -> new Choice(List.of(new Empty(), new More(ended.only())));
        case "empty" -> new Empty();
        case "text" -> new Text();
        case "data" ->
            new Data(
                ended.attributes().get("datatypeLibrary"),
                ended.attributes().get("type"),
                ended.conditions());
        case "value" -> new Value(ended.text().toString());
        case "list" -> new Words(ended.only());
        case "attribute" -> new Attribute(ended.name(), ended.only());
        case "ref" -> new Child(ended.name());
        default -> throw new IllegalStateException("not of the simple form: " + kind);
      };
    }
  }
}
