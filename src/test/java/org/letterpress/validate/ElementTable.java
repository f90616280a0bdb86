package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.letterpress.validate.SimpleGrammar.Attribute;
import org.letterpress.validate.SimpleGrammar.Child;
import org.letterpress.validate.SimpleGrammar.Data;
import org.letterpress.validate.SimpleGrammar.Element;
import org.letterpress.validate.SimpleGrammar.Pattern;
import org.letterpress.validate.SimpleGrammar.Text;
import org.letterpress.validate.SimpleGrammar.Value;
import org.letterpress.validate.SimpleGrammar.Words;
import org.letterpress.xml.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What stands in which element, by name alone: children, attributes ({@code @name}) and whether
 * text ({@code #text}). Order, number and values are not in it.
 *
 * @param holds what each element holds, by its name
 */
record ElementTable(Map<String, Set<String>> holds) {

  private static final String TEXT = "#text";

  ElementTable() {
    this(new TreeMap<>());
  }

  /** What a grammar allows. */
  static ElementTable of(SimpleGrammar grammar) {
    ElementTable table = new ElementTable();
    for (Element element : grammar.elements().values()) {
      Set<String> held = table.of(element.name());
      // The text within an attribute is no text of the element.
      Deque<Pattern> todo = new ArrayDeque<>(List.of(element.content()));
      while (!todo.isEmpty()) {
        Pattern pattern = todo.pop();
        if (pattern instanceof Attribute attribute) {
          held.add("@" + attribute.name());
        } else if (pattern instanceof Child child) {
          held.add(grammar.elements().get(child.definition()).name());
        } else if (pattern instanceof Text
            || pattern instanceof Data
            || pattern instanceof Value
            || pattern instanceof Words) {
          held.add(TEXT);
        }
        todo.addAll(pattern.parts());
      }
    }
    return table;
  }

  /** Adds what a document has. */
  void add(String document) throws SAXException, IOException {
    XMLReader reader = SafeParser.reader();
    reader.setContentHandler(
        new DefaultHandler() {
          private final Deque<String> open = new ArrayDeque<>();

          @Override
          public void startElement(String uri, String name, String qName, Attributes attributes) {
            if (!open.isEmpty()) {
              of(open.element()).add(name);
            }
            for (int i = 0; i < attributes.getLength(); i++) {
              of(name).add("@" + attributes.getQName(i));
            }
            of(name);
            open.push(name);
          }

          @Override
          public void characters(char[] ch, int start, int length) {
            if (!new String(ch, start, length).isBlank()) {
              of(open.element()).add(TEXT);
            }
          }

          @Override
          public void endElement(String uri, String name, String qName) {
            open.pop();
          }
        });
    reader.parse(new InputSource(new StringReader(document)));
  }

  /** The part that is about some elements, and their children among these. */
  ElementTable only(Collection<String> elements) {
    ElementTable part = new ElementTable();
    for (String element : elements) {
      part.of(element).addAll(holds.getOrDefault(element, Set.of()));
      part.of(element).removeIf(name -> name.matches("\\w+") && !elements.contains(name));
    }
    return part;
  }

  /** What is here and not in the other table, each as {@code element/child}. */
  Set<String> beyond(ElementTable other) {
    Set<String> beyond = new TreeSet<>();
    holds.forEach(
        (element, held) -> {
          Set<String> allowed = other.holds.getOrDefault(element, Set.of());
          held.stream()
              .filter(name -> !allowed.contains(name))
              .forEach(name -> beyond.add(element + "/" + name));
        });
    return beyond;
  }

  /** How many names it has in all elements together. */
  int size() {
    return holds.values().stream().mapToInt(Set::size).sum();
  }

  /** The attributes of all elements. */
  Set<String> attributes() {
    Set<String> attributes = new TreeSet<>();
    holds.values().forEach(attributes::addAll);
    attributes.removeIf(name -> !name.startsWith("@"));
    return attributes;
  }

  private Set<String> of(String element) {
    return holds.computeIfAbsent(element, name -> new TreeSet<>());
  }

  /**
   * Reads what {@link #text} has written: sets of names, then the elements with the names and sets
   * that each holds.
   */
  static ElementTable read(Path file) throws IOException {
    Map<String, List<String>> sets = new HashMap<>();
    ElementTable table = new ElementTable();
    for (String line : Files.readAllLines(file, UTF_8)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.split(" "));
      List<String> names = words.subList(2, words.size());
      if (line.startsWith("$")) {
        sets.put(words.get(0), names);
      } else {
        Set<String> held = table.of(words.get(0));
        names.forEach(name -> held.addAll(sets.getOrDefault(name, List.of(name))));
      }
    }
    return table;
  }

  /** The table as text, a line an element; names that the same elements hold are a set. */
  String text() {
    Map<String, Set<String>> holders = new TreeMap<>();
    holds.forEach(
        (element, held) ->
            held.forEach(name -> holders.computeIfAbsent(name, n -> new TreeSet<>()).add(element)));
    Map<Set<String>, Set<String>> together = new LinkedHashMap<>();
    holders.forEach(
        (name, elements) -> together.computeIfAbsent(elements, e -> new TreeSet<>()).add(name));
    StringBuilder text = new StringBuilder();
    Map<String, Set<String>> words = new TreeMap<>();
    int sets = 0;
    for (Map.Entry<Set<String>, Set<String>> entry : together.entrySet()) {
      Set<String> names = entry.getValue();
      if (names.size() > 1 && entry.getKey().size() > 1) {
        String set = "$" + ++sets;
        text.append(set).append(" = ").append(String.join(" ", names)).append('\n');
        names = Set.of(set);
      }
      for (String element : entry.getKey()) {
        words.computeIfAbsent(element, e -> new TreeSet<>()).addAll(names);
      }
    }
    text.append('\n');
    for (String element : holds.keySet()) {
      Set<String> held = words.getOrDefault(element, Set.of());
      text.append(element).append(" = ").append(String.join(" ", held)).append('\n');
    }
    return text.toString();
  }
}
