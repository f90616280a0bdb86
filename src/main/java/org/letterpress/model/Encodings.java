package org.letterpress.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The encodings of an edition's register entries. Safe for use by several threads. */
public final class Encodings {

  private final Map<String, Encoding> all;

  /** Those that registers have as elements of their own. */
  public Encodings(List<Entry> entries) {
    this.all =
        entries.stream()
            .filter(entry -> entry.encoding().isPresent())
            .collect(Collectors.toMap(Entry::id, entry -> entry.encoding().orElseThrow()));
  }

  /** Those of the entries with these ids, and of all that these lead to, by their ids. */
  public SortedMap<String, Encoding> reached(Collection<String> ids) {
    SortedMap<String, Encoding> reached = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      String id = open.pop();
      Encoding encoding = all.get(id);
      if (encoding != null && reached.putIfAbsent(id, encoding) == null) {
        open.addAll(encoding.leadsTo());
      }
    }
    return reached;
  }
}
