package org.letterpress.render.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pages behind a name in the index: "2–4, 6, 9 n. 3". Pages in a row become a range; a note is
 * named where the name stands on its page in notes alone.
 *
 * @param page how a page is said aloud, with {@code {page}} in it
 * @param note how a note on a page is printed, with {@code {page}} and {@code {n}} in it
 */
record IndexPages(String page, String note) {

  /**
   * Where a name stands.
   *
   * @param page where the page comes in its part of the book
   * @param number what is printed on it: "9", or "ix"
   * @param note the mark of the note that it is in; empty in the text
   */
  record Place(String id, int page, String number, String note) {}

  /** A reference of the index: the id that it leads to, its printed and its spoken form. */
  record Reference(String id, String printed, String spoken) {}

  /** The references, in the order of pages. */
  List<Reference> references(List<Place> places) {
    Map<Integer, Place> text = new TreeMap<>();
    Map<Integer, Map<String, Place>> notes = new TreeMap<>();
    for (Place place : places) {
      if (place.note().isEmpty()) {
        text.putIfAbsent(place.page(), place);
      } else {
        notes
            .computeIfAbsent(place.page(), page -> new LinkedHashMap<>())
            .putIfAbsent(place.note(), place);
      }
    }
    notes.keySet().removeAll(text.keySet());
    TreeMap<Integer, List<Reference>> references = new TreeMap<>();
    notes.forEach(
        (page, marks) -> references.put(page, marks.values().stream().map(this::inNote).toList()));
    List<Place> run = new ArrayList<>();
    for (Place place : text.values()) {
      if (!run.isEmpty() && place.page() != run.get(run.size() - 1).page() + 1) {
        references.put(run.get(0).page(), List.of(range(run)));
        run.clear();
      }
      run.add(place);
    }
    if (!run.isEmpty()) {
      references.put(run.get(0).page(), List.of(range(run)));
    }
    return references.values().stream().flatMap(List::stream).toList();
  }

  private Reference range(List<Place> run) {
    String first = run.get(0).number();
    String last = run.get(run.size() - 1).number();
    String printed = first.equals(last) ? first : first + "–\u2060" + last;
    return new Reference(run.get(0).id(), printed, spoken(printed));
  }

  /** Without the characters that only keep lines from breaking. */
  private String spoken(String printed) {
    return page.replace("{page}", printed.replace("\u2060", "").replace('\u00a0', ' '));
  }

  private Reference inNote(Place place) {
    String printed = note.replace("{page}", place.number()).replace("{n}", place.note());
    return new Reference(place.id(), printed, spoken(printed));
  }
}
