package org.letterpress.validate.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;

/** An entry of a register while it is read. */
final class EntryDraft {

  /** A place's name, or beside another name where the place lies. */
  private static final Set<String> AROUND =
      Set.of("settlement", "district", "region", "country", "bloc");

  private final Kind kind;
  private final String element;
  private final Facts.Token id;
  private final List<String> names = new ArrayList<>();
  private final List<String> around = new ArrayList<>();
  private Days birth = Days.UNKNOWN;
  private Days death = Days.UNKNOWN;

  EntryDraft(Kind kind, String element, Facts.Token id) {
    this.kind = kind;
    this.element = element;
    this.id = id;
  }

  /** An element right within the entry, with its words: perhaps a name of what it is about. */
  void child(String name, String words) {
    if (!words.isEmpty() && (name.equals("name") || Kind.meant(name, "").contains(kind))) {
      (AROUND.contains(name) ? around : names).add(words);
    }
  }

  void born(Attributes attributes) {
    birth = birth.or(Days.of(attributes::getValue));
  }

  void died(Attributes attributes) {
    death = death.or(Days.of(attributes::getValue));
  }

  Facts.Entry entry() {
    return new Facts.Entry(
        kind, element, id, List.copyOf(names.isEmpty() ? around : names), birth, death);
  }
}
