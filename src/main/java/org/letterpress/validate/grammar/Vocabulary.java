package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which elements a grammar has, and in which others each may stand. */
final class Vocabulary {

  /** More states of one element's content are not looked at. */
  private static final int STATES = 60;

  private final Map<Name, Set<Name>> parents = new HashMap<>();
  private final Set<String> namespaces = new HashSet<>();

  /** Walks through the grammar. */
  Vocabulary(State start) {
    Deque<Name> waiting = new ArrayDeque<>();
    for (Name root : start.elements()) {
      parents.put(root, new HashSet<>());
      waiting.add(root);
    }
    while (!waiting.isEmpty()) {
      Name parent = waiting.remove();
      namespaces.add(parent.getNamespaceUri());
      for (Name child : children(start, parent)) {
        parents
            .computeIfAbsent(
                child,
                found -> {
                  waiting.add(found);
                  return new HashSet<>();
                })
            .add(parent);
      }
    }
  }

  private static Set<Name> children(State start, Name parent) {
    State open = start.openAnywhere(parent);
    Set<Name> children = new HashSet<>();
    if (open == null) {
      return children;
    }
    // Two states that allow the same elements are the same for this purpose.
    Set<Set<Name>> seen = new HashSet<>();
    Deque<State> waiting = new ArrayDeque<>();
    waiting.add(open.recoverStartTag());
    while (!waiting.isEmpty() && seen.size() < STATES) {
      State state = waiting.remove();
      Set<Name> allowed = state.elements();
      if (!seen.add(allowed)) {
        continue;
      }
      for (Name name : allowed) {
        children.add(name);
        State after = state.over(name);
        if (after != null) {
          waiting.add(after);
        }
      }
    }
    return children;
  }

  boolean has(Name element) {
    return parents.containsKey(element);
  }

  Collection<Name> elements() {
    return parents.keySet();
  }

  /** The elements in which another may stand. */
  Set<Name> parents(Name element) {
    return parents.getOrDefault(element, Set.of());
  }

  boolean hasNamespace(String uri) {
    return namespaces.contains(uri);
  }
}
