package org.letterpress.validate.corpus;

import java.util.HashMap;
import java.util.Map;

/**
 * How an edition writes its references: the same attribute of the same element, in registers and
 * elsewhere, may hold {@code #id}, or by habit words of another kind.
 */
final class Practice {

  /** Fewer than these are no habit. */
  private static final int SOME = 5;

  private record Place(String element, String type, String attribute, boolean inRegister) {}

  private static final class Count {
    private int hashed;
    private int bare;
    private int leading;
  }

  private final Map<Place, Count> counts = new HashMap<>();

  private final Count keys = new Count();

  Practice(Edition edition) {
    for (Facts file : edition.files()) {
      for (Facts.Reference reference : file.references()) {
        Count count = counts.computeIfAbsent(place(reference), place -> new Count());
        for (Facts.Token token : reference.tokens()) {
          String text = token.text();
          boolean bare = text.indexOf('#') < 0;
          count.hashed += bare ? 0 : 1;
          count.bare += bare ? 1 : 0;
          String id = text.substring(text.indexOf('#') + 1);
          count.leading += edition.has(id) ? 1 : 0;
          if (reference.attribute().equals("key") && reference.isName()) {
            keys.bare++;
            keys.leading += edition.entry(id).isPresent() ? 1 : 0;
          }
        }
      }
    }
  }

  private static Place place(Facts.Reference reference) {
    return new Place(
        reference.element(),
        Kind.isOpen(reference.element()) ? reference.type() : "",
        reference.attribute(),
        reference.part() == Facts.Part.REGISTER);
  }

  /** Whether such a reference is written without {@code #} by habit. */
  boolean isBare(Facts.Reference reference) {
    Count count = counts.get(place(reference));
    return count.bare >= SOME && count.bare >= count.hashed;
  }

  /** Whether nearly all such references lead to something in the edition. */
  boolean leads(Facts.Reference reference) {
    Count count = counts.get(place(reference));
    return count.leading >= SOME && count.leading * 5 >= (count.bare + count.hashed) * 4;
  }

  /** Whether nearly all keys of names, or all but one, are ids of the edition's registers. */
  boolean keysLead() {
    return keys.leading > 1 && (keys.leading * 5 >= keys.bare * 4 || keys.leading + 1 >= keys.bare);
  }
}
