package org.letterpress.validate.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entries that were given the id of another, as happens where one is copied to make the next. Their
 * own id is the one by which names that they bear refer to them; those references are right.
 */
final class Doubles {

  private final Edition edition;
  private final Map<String, Facts.Entry> byName = new HashMap<>();
  private final Map<Facts.Token, String> own = new HashMap<>();
  private final Set<String> claimed = new HashSet<>();

  Doubles(Edition edition) {
    this.edition = edition;
    for (Facts file : edition.files()) {
      Set<Facts.Token> repeated = new HashSet<>();
      file.repeated().forEach(one -> repeated.add(one.id()));
      for (Facts.Entry entry : repeated.isEmpty() ? List.<Facts.Entry>of() : file.entries()) {
        if (repeated.contains(entry.id())) {
          entry.names().forEach(name -> byName.putIfAbsent(name, entry));
        }
      }
    }
    if (!byName.isEmpty()) {
      edition.files().forEach(file -> file.references().forEach(this::claim));
    }
  }

  /** A reference whose words are the name of such an entry tells the id that it lacks. */
  private void claim(Facts.Reference reference) {
    Facts.Entry entry = byName.get(reference.words());
    if (entry == null
        || own.containsKey(entry.id())
        || !reference.isName()
        || reference.tokens().size() != 1
        || !(reference.meant().isEmpty() || reference.meant().contains(entry.kind()))) {
      return;
    }
    String text = reference.tokens().get(0).text();
    String id = text.substring(text.indexOf('#') + 1);
    if ((text.startsWith("#") || reference.attribute().equals("key")) && !edition.has(id)) {
      own.put(entry.id(), id);
      claimed.add(id);
    }
  }

  /** Whether references to an id that nobody has are right, since an entry lacks that id. */
  boolean explain(String id) {
    return claimed.contains(id);
  }

  /** The id that an entry should have had, where references to it have told it. */
  Optional<String> own(Facts.Token id) {
    return Optional.ofNullable(own.get(id));
  }
}
