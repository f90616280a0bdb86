package org.letterpress.validate;

import com.thaiopensource.relaxng.match.NameClass;
import com.thaiopensource.xml.util.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for documents that a narrow grammar accepts and a wide one refuses, by walking both at
 * once.
 *
 * <p>Each element that the narrow grammar knows is entered once with both grammars. There every
 * state that its attributes and its content can reach is visited, and every step that the narrow
 * grammar allows must be allowed by the wide one. Children are stepped over by a shortest content
 * of theirs, so the walk of one element does not depend on what else its children may hold; that is
 * looked at when it is their turn.
 *
 * <p>The walk is exact where an element's name decides its pattern, in each grammar; elements for
 * which it does not are told apart by their parents ({@code byParent}). Values are compared by
 * sample, attributes alone and together.
 */
final class GrammarComparison {

  private static final Comparator<Name> BY_NAME =
      Comparator.comparing(Name::getLocalName).thenComparing(Name::getNamespaceUri);

  private final Set<String> byParent;
  private final List<String> values;

  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Set<String> differences = new TreeSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final ValueComparison attributeValues;
  private final Set<Name> attributes = new HashSet<>();

  private GrammarComparison(Set<String> byParent, List<String> values) {
    this.byParent = byParent;
    this.values = values;
    this.attributeValues = new ValueComparison(values);
  }

  /**
   * What came of a comparison.
   *
   * @param differences what the narrow grammar allows and the wide one forbids, in words
   * @param elements how many elements were entered
   * @param states how many pairs of states were visited
   * @param attributes how many names of attributes were met
   */
  record Result(Set<String> differences, int elements, int states, int attributes) {}

  /**
   * Compares two grammars.
   *
   * @param byParent the names of elements that have more than one pattern in the narrow grammar
   * @param values samples of values; each attribute and each typed content is tried with all
   */
  static Result compare(
      WalkableGrammar narrow, WalkableGrammar wide, Set<String> byParent, List<String> values) {
    GrammarComparison comparison = new GrammarComparison(byParent, values);
    comparison.enterChildren("", new Pair(narrow.start(), wide.start()));
    // Children can be stepped over only once a content of theirs is known, so that each round
    // comes further than the one before.
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Element element : List.copyOf(comparison.elements.values())) {
        grown |= comparison.explore(element);
      }
    }
    comparison.elements.values().forEach(comparison::compareAttributes);
    for (Element element : comparison.elements.values()) {
      if (element.content == null) {
        comparison.differences.add(element.path + ": no content completes this element");
      }
    }
    int states = comparison.counts.values().stream().mapToInt(Integer::intValue).sum();
    return new Result(
        comparison.differences, comparison.elements.size(), states, comparison.attributes.size());
  }

  private record Pair(WalkableGrammar.State narrow, WalkableGrammar.State wide) {}

  /** A sequence of steps that completes an element: attributes, then text or children. */
  private record Content(List<Name> names, List<String> values, List<Object> children) {}

  private static final class Element {
    final Name name;
    final String path;
    final Pair opened;
    Content content;
    int known = -1;

    Element(Name name, String path, Pair opened) {
      this.name = name;
      this.path = path;
      this.opened = opened;
    }
  }

  private String key(String parent, Name name) {
    String local = name.getLocalName();
    return byParent.contains(local) ? parent + "/" + local : local;
  }

  /** Opens each child that may come next, and remembers those that are new. */
  private void enterChildren(String path, Pair state) {
    for (Name name : names(state.narrow.matcher().possibleStartTagNames(), path)) {
      WalkableGrammar.State narrow = state.narrow.open(name);
      if (narrow == null) {
        continue;
      }
      WalkableGrammar.State wide = state.wide.open(name);
      String parent = path.substring(path.lastIndexOf('/') + 1);
      if (wide == null) {
        differences.add(parent + ": <" + name.getLocalName() + "> is not allowed here");
        continue;
      }
      elements.computeIfAbsent(
          key(parent, name),
          k -> new Element(name, path + "/" + name.getLocalName(), new Pair(narrow, wide)));
    }
  }

  /** The names that a name class holds; one that holds whole namespaces is itself a difference. */
  private Set<Name> names(NameClass names, String path) {
    Set<Name> sorted = new TreeSet<>(BY_NAME);
    sorted.addAll(names.getIncludedNames());
    if (names.isAnyNameIncluded() || !names.getIncludedNamespaces().isEmpty()) {
      differences.add(path + ": a name class with wildcards can't be walked");
    }
    return sorted;
  }

  /**
   * Visits the states of an element's content, as far as its children can be stepped over.
   *
   * @return whether this round learned anything
   */
  private boolean explore(Element element) {
    int stepped = (int) elements.values().stream().filter(e -> e.content != null).count();
    if (element.known == stepped) {
      return false;
    }
    element.known = stepped;
    int before = elements.size();
    Content start = required(element);
    Pair first = start == null ? null : startTag(element, start);
    if (first == null) {
      return false;
    }
    boolean unknown = element.content == null;
    Map<Pair, List<Object>> seen = new HashMap<>();
    Deque<Pair> queue = new ArrayDeque<>();
    seen.put(first, List.of());
    queue.add(first);
    while (!queue.isEmpty()) {
      Pair state = queue.remove();
      List<Object> path = seen.get(state);
      if (element.content == null && completes(element, state)) {
        element.content = new Content(start.names, start.values, path);
      }
      compareEnd(element, state);
      enterChildren(element.path, state);
      for (Map.Entry<Object, Pair> step : steps(element, state).entrySet()) {
        if (!seen.containsKey(step.getValue())) {
          List<Object> longer = new ArrayList<>(path);
          longer.add(step.getKey());
          seen.put(step.getValue(), longer);
          queue.add(step.getValue());
        }
      }
    }
    counts.put(element.path, seen.size());
    return elements.size() > before || (unknown && element.content != null);
  }

  private Map<Object, Pair> steps(Element element, Pair state) {
    Map<Object, Pair> steps = new LinkedHashMap<>();
    if (!state.narrow.matcher().isTextTyped()) {
      WalkableGrammar.State narrow = state.narrow.text();
      if (narrow != null) {
        WalkableGrammar.State wide = state.wide.text();
        if (wide == null) {
          differences.add(element.name.getLocalName() + ": text is not allowed here");
        } else {
          steps.put("text", new Pair(narrow, wide));
        }
      }
    }
    for (Name name : names(state.narrow.matcher().possibleStartTagNames(), element.path)) {
      Element child = elements.get(key(element.name.getLocalName(), name));
      if (child != null && child.content != null) {
        Pair after = over(child, state);
        if (after != null) {
          steps.put(child, after);
        }
      }
    }
    return steps;
  }

  /** Both states after a whole child, or null where one of the grammars refuses it. */
  private Pair over(Element child, Pair state) {
    WalkableGrammar.State narrow = over(child, state.narrow);
    WalkableGrammar.State wide = over(child, state.wide);
    return narrow == null || wide == null ? null : new Pair(narrow, wide);
  }

  private WalkableGrammar.State over(Element child, WalkableGrammar.State state) {
    WalkableGrammar.State at = state.open(child.name);
    Content content = child.content;
    for (int i = 0; at != null && i < content.names.size(); i++) {
      at = at.attribute(content.names.get(i), content.values.get(i));
    }
    at = at == null ? null : at.closeStartTag(child.name);
    for (Object step : content.children) {
      if (at == null) {
        return null;
      }
      at = step instanceof Element inner ? over(inner, at) : at.text();
    }
    return at == null ? null : finish(child.name, at);
  }

  private WalkableGrammar.State finish(Name name, WalkableGrammar.State state) {
    if (!state.matcher().isTextTyped()) {
      return state.end(name);
    }
    for (String value : values) {
      WalkableGrammar.State typed = state.data(name, value);
      if (typed != null) {
        return typed.end(name);
      }
    }
    return null;
  }

  private boolean completes(Element element, Pair state) {
    return finish(element.name, state.narrow) != null && finish(element.name, state.wide) != null;
  }

  private void compareEnd(Element element, Pair state) {
    String local = element.name.getLocalName();
    if (state.narrow.matcher().isTextTyped()) {
      for (String value : values) {
        WalkableGrammar.State typed = state.narrow.data(element.name, value);
        if (typed != null && typed.end(element.name) != null) {
          WalkableGrammar.State wide =
              state.wide.matcher().isTextTyped()
                  ? state.wide.data(element.name, value)
                  : state.wide.text();
          if (wide == null || wide.end(element.name) == null) {
            differences.add(local + ": the content \"" + value + "\" is not allowed");
          }
        }
      }
    } else if (state.narrow.end(element.name) != null && finish(element.name, state.wide) == null) {
      differences.add(local + ": it may not end here");
    }
  }

  /** The attributes that the narrow grammar demands, with values that both grammars take. */
  private Content required(Element element) {
    List<Name> names = new ArrayList<>();
    List<String> chosen = new ArrayList<>();
    Pair at = element.opened;
    Set<Name> required = new TreeSet<>(BY_NAME);
    required.addAll(at.narrow.matcher().requiredAttributeNames());
    for (Name name : required) {
      Pair next = null;
      for (String value : values) {
        next = with(at, name, value);
        if (next != null) {
          names.add(name);
          chosen.add(value);
          break;
        }
      }
      if (next == null) {
        differences.add(element.path + ": no sample fits the required @" + name.getLocalName());
        return null;
      }
      at = next;
    }
    return new Content(names, chosen, List.of());
  }

  private static Pair with(Pair state, Name name, String value) {
    WalkableGrammar.State narrow = state.narrow.attribute(name, value);
    WalkableGrammar.State wide = narrow == null ? null : state.wide.attribute(name, value);
    return wide == null ? null : new Pair(narrow, wide);
  }

  private Pair startTag(Element element, Content content) {
    Pair at = element.opened;
    for (int i = 0; at != null && i < content.names.size(); i++) {
      at = with(at, content.names.get(i), content.values.get(i));
    }
    return at == null ? null : closeStartTag(element, at);
  }

  private Pair closeStartTag(Element element, Pair state) {
    WalkableGrammar.State narrow = state.narrow.closeStartTag(element.name);
    WalkableGrammar.State wide = state.wide.closeStartTag(element.name);
    if (narrow != null && wide == null) {
      differences.add(element.name.getLocalName() + ": an attribute is missing");
    }
    return narrow == null || wide == null ? null : new Pair(narrow, wide);
  }

  private void compareAttributes(Element element) {
    Content required = required(element);
    if (required == null) {
      return;
    }
    Map<Name, String> fitting = new LinkedHashMap<>();
    String local = element.name.getLocalName();
    for (Name name :
        names(element.opened.narrow.matcher().possibleAttributeNames(), element.path)) {
      attributes.add(name);
      WalkableGrammar.State narrow = element.opened.narrow.attribute(name);
      WalkableGrammar.State wide = element.opened.wide.attribute(name);
      if (wide == null) {
        differences.add(local + ": @" + name.getLocalName() + " is not allowed here");
        continue;
      }
      ValueComparison.Fit fit = attributeValues.compare(name, narrow, wide);
      for (String value : fit.refused()) {
        differences.add(local + "/@" + name.getLocalName() + ": \"" + value + "\" is refused");
      }
      if (fit.accepted().isEmpty()) {
        differences.add(local + "/@" + name.getLocalName() + ": no sample fits");
      } else {
        fitting.put(name, fit.accepted().get(0));
      }
    }
    Pair start = element.opened;
    for (int i = 0; i < required.names.size(); i++) {
      start = with(start, required.names.get(i), required.values.get(i));
      fitting.remove(required.names.get(i));
    }
    for (Map.Entry<Name, String> one : fitting.entrySet()) {
      Pair alone = with(start, one.getKey(), one.getValue());
      if (alone == null) {
        differences.add(
            local + "/@" + one.getKey().getLocalName() + ": refused beside the required");
      } else {
        closeStartTag(element, alone);
      }
    }
    // What excludes another attribute in the narrow grammar gets a turn of its own.
    Deque<Name> first = new ArrayDeque<>(compareTogether(element, start, fitting));
    while (!first.isEmpty()) {
      Name name = first.remove();
      compareTogether(element, with(start, name, fitting.get(name)), fitting);
    }
  }

  /**
   * Gives as many attributes as the narrow grammar takes together.
   *
   * @return those that it did not take any more
   */
  private List<Name> compareTogether(Element element, Pair start, Map<Name, String> fitting) {
    List<Name> excluded = new ArrayList<>();
    Pair at = start;
    for (Map.Entry<Name, String> next : fitting.entrySet()) {
      Name name = next.getKey();
      WalkableGrammar.State narrow = at.narrow.attribute(name, next.getValue());
      if (narrow == null) {
        excluded.add(name);
        continue;
      }
      WalkableGrammar.State wide = at.wide.attribute(name, next.getValue());
      if (wide == null) {
        differences.add(
            element.name.getLocalName() + "/@" + name.getLocalName() + ": refused beside others");
      } else {
        at = new Pair(narrow, wide);
      }
    }
    closeStartTag(element, at);
    return excluded;
  }
}
