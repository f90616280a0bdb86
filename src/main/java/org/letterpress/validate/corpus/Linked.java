package org.letterpress.validate.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which entries are called by a name: in the registers, or by other references of the edition. */
final class Linked {

  private final Edition edition;
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Map<String, Set<String>> bySurname = new HashMap<>();

  Linked(Edition edition) {
    this.edition = edition;
    for (Facts file : edition.files()) {
      for (Facts.Entry entry : file.entries()) {
        for (String name : entry.names()) {
          add(name, entry.id().text(), ids);
          int space = name.lastIndexOf(' ');
          if (entry.kind() == Kind.PERSON && space > 0) {
            add(name.substring(space + 1), entry.id().text(), bySurname);
          }
        }
      }
      for (Facts.Reference reference : file.references()) {
        if (reference.isName() && reference.tokens().size() == 1) {
          String token = reference.tokens().get(0).text();
          String id = token.substring(token.indexOf('#') + 1);
          if (edition.entry(id).isPresent()) {
            add(reference.words(), id, ids);
          }
        }
      }
    }
  }

  private static void add(String name, String id, Map<String, Set<String>> ids) {
    if (!name.isEmpty()) {
      ids.computeIfAbsent(name, unseen -> new HashSet<>(2)).add(id);
    }
  }

  /** The one entry of the right kind that is called so, at least by its last name. */
  Optional<String> only(Facts.Reference reference) {
    String words = reference.words();
    return only(reference, ids.getOrDefault(words, bySurname.getOrDefault(words, Set.of())));
  }

  private Optional<String> only(Facts.Reference reference, Set<String> called) {
    Set<Kind> meant = reference.meant();
    Set<String> fitting = new HashSet<>();
    for (String id : called) {
      edition
          .entry(id)
          .filter(found -> meant.isEmpty() || meant.contains(found.entry().kind()))
          .ifPresent(found -> fitting.add(id));
    }
    return fitting.size() == 1 ? fitting.stream().findFirst() : Optional.empty();
  }
}
