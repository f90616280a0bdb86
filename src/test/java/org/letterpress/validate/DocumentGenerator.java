package org.letterpress.validate;

import com.thaiopensource.relaxng.match.Matcher;
import com.thaiopensource.xml.util.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.letterpress.validate.WalkableGrammar.State;

/**
 * Makes documents that a grammar accepts, by a random walk through it: at each place one of the
 * children, attributes and texts that are possible there, and at last the shortest way to an end.
 */
final class DocumentGenerator {

  private static final Comparator<Name> BY_NAME =
      Comparator.comparing(Name::getLocalName).thenComparing(Name::getNamespaceUri);

  /** Deeper elements get the shortest content. */
  private static final int DEPTH = 9;

  /** A document grows no larger, but for what it needs to end. */
  private static final int ELEMENTS = 120;

  /** A search for an end that has seen so many states has lost its way. */
  private static final int STATES = 60;

  /** So many states of an element are looked at for children that it may have. */
  private static final int WIDTH = 6;

  /** Part of a document: an element, or text where the name is null. */
  private record Node(Name name, Map<Name, String> attributes, List<Node> children, String text) {
    static Node text(String text) {
      return new Node(null, Map.of(), List.of(), text);
    }
  }

  /** A node and the state after it. */
  private record Step(Node node, State after) {}

  private record Way(List<Node> nodes, State state) {}

  private final WalkableGrammar grammar;
  private final Random random;
  private final List<String> values;
  private final Map<Name, Node> shortest = new HashMap<>();
  private final Map<String, List<String>> fitting = new HashMap<>();
  private int elements;

  DocumentGenerator(WalkableGrammar grammar, List<String> values, long seed) {
    this.grammar = grammar;
    this.values = values;
    this.random = new Random(seed);
    learn();
  }

  /** The next document. */
  String next() {
    elements = 0;
    State start = grammar.start();
    Step root = null;
    while (root == null) {
      root = child(pick(names(start)), start, 0);
    }
    StringBuilder out = new StringBuilder();
    write(root.node(), out, true);
    return out.toString();
  }

  /** Finds a short content for each element, from the simple ones to those that hold others. */
  private void learn() {
    Map<Name, State> opened = new HashMap<>();
    discover(grammar.start(), opened);
    boolean grown = true;
    while (grown) {
      grown = false;
      int before = opened.size();
      for (Name name : sorted(opened.keySet())) {
        State state = opened.get(name);
        Tagged tagged = attributes(name, state, false);
        if (tagged == null) {
          continue;
        }
        discover(tagged.state(), opened);
        // Contents that are found later are tried where they stand: names may have two patterns.
        if (!shortest.containsKey(name)) {
          Way end = end(name, tagged.state());
          if (end != null) {
            shortest.put(name, new Node(name, tagged.attributes(), end.nodes(), null));
            grown = true;
          }
        }
      }
      grown |= opened.size() > before;
    }
  }

  private static List<Name> sorted(Set<Name> names) {
    return names.stream().sorted(BY_NAME).toList();
  }

  private void discover(State from, Map<Name, State> opened) {
    Deque<State> todo = new ArrayDeque<>(List.of(from));
    Set<Matcher> seen = new HashSet<>();
    while (!todo.isEmpty() && seen.size() < WIDTH) {
      State state = todo.poll();
      if (!seen.add(state.matcher())) {
        continue;
      }
      for (Name name : names(state)) {
        State inside = opened.containsKey(name) ? null : state.open(name);
        if (inside != null) {
          opened.put(name, inside);
        }
        Node known = shortest.get(name);
        State after = known == null ? null : apply(known, state);
        if (after != null) {
          todo.add(after);
        }
      }
    }
  }

  /** The shortest way from a state to the end of an element; null where none is known. */
  private Way end(Name name, State from) {
    Deque<Way> todo = new ArrayDeque<>(List.of(new Way(List.of(), from)));
    Set<Matcher> seen = new HashSet<>();
    while (!todo.isEmpty() && seen.size() < STATES) {
      Way way = todo.poll();
      if (!seen.add(way.state().matcher())) {
        continue;
      }
      State closed = way.state().end(name);
      if (closed != null) {
        return new Way(way.nodes(), closed);
      }
      // A step that fails is dear, since Jing then puts a message together.
      if (way.nodes().isEmpty() && way.state().matcher().isTextTyped()) {
        for (String value : values) {
          State data = way.state().data(name, value);
          State done = data == null ? null : data.end(name);
          if (done != null) {
            return new Way(List.of(Node.text(value)), done);
          }
        }
      }
      for (Name child : names(way.state())) {
        Node known = shortest.get(child);
        State after = known == null ? null : apply(known, way.state());
        if (after != null) {
          List<Node> nodes = new ArrayList<>(way.nodes());
          nodes.add(known);
          todo.add(new Way(nodes, after));
        }
      }
    }
    return null;
  }

  private State apply(Node node, State from) {
    State state = from.open(node.name());
    for (Map.Entry<Name, String> attribute : node.attributes().entrySet()) {
      state = state == null ? null : state.attribute(attribute.getKey(), attribute.getValue());
    }
    state = state == null ? null : state.closeStartTag(node.name());
    for (Node child : node.children()) {
      if (state != null) {
        state = child.name() == null ? state.data(node.name(), child.text()) : apply(child, state);
      }
    }
    return state == null ? null : state.end(node.name());
  }

  private record Tagged(Map<Name, String> attributes, State state) {}

  /** The attributes of an element: what is required and, if wished, some of what is possible. */
  private Tagged attributes(Name name, State opened, boolean some) {
    Map<Name, String> given = new HashMap<>();
    State state = opened;
    List<Name> wanted = new ArrayList<>();
    if (some) {
      for (Name possible : sorted(state.matcher().possibleAttributeNames().getIncludedNames())) {
        if (random.nextInt(12) == 0) {
          wanted.add(possible);
        }
      }
    }
    for (int round = 0; round < 8; round++) {
      wanted.addAll(sorted(state.matcher().requiredAttributeNames()));
      for (Name attribute : wanted) {
        String value = given.containsKey(attribute) ? null : value(name, state, attribute, some);
        if (value != null) {
          state = state.attribute(attribute, value);
          given.put(attribute, value);
        }
      }
      State closed = state.closeStartTag(name);
      if (closed != null) {
        return new Tagged(given, closed);
      }
      wanted = sorted(state.matcher().possibleAttributeNames().getIncludedNames());
      wanted = new ArrayList<>(wanted.subList(0, Math.min(round, wanted.size())));
    }
    return null;
  }

  private String value(Name element, State state, Name attribute, boolean any) {
    // Which values an attribute takes is tried once: a step that fails is dear.
    List<String> fit =
        fitting.computeIfAbsent(
            element.getLocalName() + "/@" + attribute.getLocalName(),
            key ->
                values.stream().filter(value -> state.attribute(attribute, value) != null).toList());
    int first = any && !fit.isEmpty() ? random.nextInt(fit.size()) : 0;
    for (int i = 0; i < fit.size(); i++) {
      String value = fit.get((first + i) % fit.size());
      if (state.attribute(attribute, value) != null) {
        return value;
      }
    }
    return null;
  }

  /** An element with random content; null where it comes to no end. */
  private Step child(Name name, State before, int depth) {
    elements++;
    State opened = before.open(name);
    Tagged tagged = opened == null ? null : attributes(name, opened, true);
    if (tagged == null) {
      return known(name, before);
    }
    State state = tagged.state();
    List<Node> children = new ArrayList<>();
    int length = depth > DEPTH || elements > ELEMENTS ? 0 : random.nextInt(7);
    for (int i = 0; i < length; i++) {
      State text = random.nextInt(3) == 0 ? state.text() : null;
      List<Name> possible = names(state);
      if (text != null) {
        children.add(Node.text("words "));
        state = text;
      } else if (!possible.isEmpty()) {
        Step step = child(pick(possible), state, depth + 1);
        if (step != null) {
          children.add(step.node());
          state = step.after();
        }
      }
    }
    Way end = end(name, state);
    if (end == null) {
      return known(name, before);
    }
    children.addAll(end.nodes());
    return new Step(new Node(name, tagged.attributes(), children, null), end.state());
  }

  private Step known(Name name, State before) {
    Node node = shortest.get(name);
    State after = node == null ? null : apply(node, before);
    return after == null ? null : new Step(node, after);
  }

  private static List<Name> names(State state) {
    return sorted(state.matcher().possibleStartTagNames().getIncludedNames());
  }

  private Name pick(List<Name> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static void write(Node node, StringBuilder out, boolean root) {
    if (node.name() == null) {
      out.append(escaped(node.text()));
      return;
    }
    out.append('<').append(node.name().getLocalName());
    if (root) {
      out.append(" xmlns=\"").append(node.name().getNamespaceUri()).append('"');
    }
    for (Name attribute : sorted(node.attributes().keySet())) {
      out.append(' ').append(attribute.getNamespaceUri().isEmpty() ? "" : "xml:");
      out.append(attribute.getLocalName()).append("=\"");
      out.append(escaped(node.attributes().get(attribute))).append('"');
    }
    out.append('>');
    node.children().forEach(child -> write(child, out, false));
    out.append("</").append(node.name().getLocalName()).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
