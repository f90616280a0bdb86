package org.letterpress.validate.grammar;

import com.thaiopensource.relaxng.match.MatchablePattern;
import com.thaiopensource.xml.util.Name;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which elements a grammar has, and in which others each may stand. Worked out when it is first
 * asked for, since it takes a while; shared by threads.
 */
final class Vocabulary {

  /** More states of one element's content are not looked at. */
  private static final int STATES = 40;

  private final MatchablePattern pattern;
  private Map<Name, Set<Name>> parents;
  private Set<String> namespaces;

  Vocabulary(MatchablePattern pattern) {
    this.pattern = pattern;
  }

  /** Walks through the elements that are common in letters, and the children of each. */
  private synchronized Map<Name, Set<Name>> parents() {
    if (parents == null) {
      State start = new State(pattern.createMatcher());
      Map<Name, Set<Name>> found = new HashMap<>();
      Deque<Name> waiting = new ArrayDeque<>(start.elements());
      Set<Name> seen = new HashSet<>(waiting);
      for (Name root : waiting) {
        found.put(root, new HashSet<>());
      }
      while (!waiting.isEmpty()) {
        Name parent = waiting.remove();
        for (Name child : children(start, parent)) {
          found.computeIfAbsent(child, name -> new HashSet<>()).add(parent);
          if (Names.isCommon(child) && seen.add(child)) {
            waiting.add(child);
          }
        }
      }
      parents = found;
    }
    return parents;
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

  /** Its elements, but for some rare ones. */
  Collection<Name> elements() {
    return parents().keySet();
  }

  /** The elements in which another may stand, but for some rare ones. */
  Set<Name> parents(Name element) {
    return parents().getOrDefault(element, Set.of());
  }

  /** Whether its outermost elements, or those directly in them, are in a namespace. */
  synchronized boolean hasNamespace(String uri) {
    if (namespaces == null) {
      State start = new State(pattern.createMatcher());
      namespaces = new HashSet<>();
      for (Name root : start.elements()) {
        namespaces.add(root.getNamespaceUri());
        for (Name child : children(start, root)) {
          namespaces.add(child.getNamespaceUri());
        }
      }
    }
    return namespaces.contains(uri);
  }
}
