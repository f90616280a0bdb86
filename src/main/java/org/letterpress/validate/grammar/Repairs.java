package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Fix;

/**
 * Tries what could be meant by an item that may not stand where it does: each reading is carried
 * out on a state of the grammar, and the one after which the fewest faults remain is taken.
 */
final class Repairs {

  /** So many items after the fault tell which reading is right. */
  static final int AHEAD = 60;

  /** Of two readings with more faults than these after them neither is better. */
  private static final int FAULTS = 3;

  /**
   * Where an item stands that may not stand there.
   *
   * @param parent the element that holds it; null for the root
   * @param before the state before the parent; null where the parent itself may not stand
   * @param state the state before the item
   * @param items what the parent holds; may be put in another order
   * @param states the states before each item up to this
   * @param at the item's index
   */
  record Place(
      Item.Element parent,
      State before,
      State state,
      List<Item> items,
      List<State> states,
      int at) {

    Item item() {
      return items.get(at);
    }

    List<Item> rest() {
      return items.subList(at + 1, items.size());
    }

    /** How many faults would remain; outside the root nothing can follow. */
    int faults(State after, List<Item> rest) {
      return parent == null ? 0 : Repairs.faults(after, rest);
    }

    String parentName() {
      return parent == null ? "" : parent.local();
    }
  }

  private final Diagnosis diagnosis;
  private final Complaints complaints;
  private final Vocabulary vocabulary;
  private final Mends mends;
  private final Moves moves;

  Repairs(Diagnosis diagnosis, Complaints complaints, Vocabulary vocabulary) {
    this.diagnosis = diagnosis;
    this.complaints = complaints;
    this.vocabulary = vocabulary;
    this.mends = new Mends(complaints.text());
    this.moves = new Moves(diagnosis, complaints, mends);
  }

  /** The likeliest reading. */
  Repair best(Place place) {
    List<Repair> candidates = new ArrayList<>();
    boolean known = true;
    if (place.item() instanceof Item.Element element) {
      known = vocabulary.has(element.name);
      if (!known) {
        rename(place, element).ifPresent(candidates::add);
      }
    }
    if (known && place.parent() != null) {
      moves.add(place, candidates);
      wrap(place).ifPresent(candidates::add);
      missing(place).ifPresent(candidates::add);
    }
    candidates.add(skip(place));
    return candidates.stream().min(Comparator.comparingDouble(Repair::cost)).orElseThrow();
  }

  /** How many faults remain from an item on, up to a limit. */
  static int faults(State from, List<Item> items) {
    State state = from;
    int faults = 0;
    int seen = 0;
    for (Item item : items) {
      if (++seen > AHEAD || faults >= FAULTS) {
        return faults;
      }
      State next = state.over(item);
      if (next == null) {
        List<Name> missing = state.missingBefore(item);
        faults += Math.max(1, missing.size());
        next = missing.isEmpty() ? state : state.overAll(missing).over(item);
      }
      state = next;
    }
    return state.ends() ? faults : faults + 1;
  }

  private Optional<Repair> rename(Place place, Item.Element element) {
    return Names.meant(element.name, place.state().elements())
        .map(
            near -> {
              State after = place.state().over(near);
              return new Repair(
                  0.5 + place.faults(after, place.rest()),
                  place.at() + 1,
                  () ->
                      complaints.add(
                          "element-misspelt",
                          element,
                          List.of(mends.rename(element, near)),
                          "element",
                          element.qName,
                          "near",
                          near.getLocalName()),
                  () -> diagnosis.element(element, near, place.state()));
            });
  }

  private Optional<Repair> missing(Place place) {
    List<Name> missing = place.state().missingBefore(place.item());
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    State after = place.state().overAll(missing);
    List<Item> items = place.items().subList(place.at(), place.items().size());
    return Optional.of(
        new Repair(
            0.9 * missing.size() + faults(after, items),
            place.at(),
            () -> {
              State state = place.state();
              for (Name name : missing) {
                tellMissing(place, name, state);
                state = state.over(name);
              }
            },
            () -> after));
  }

  private void tellMissing(Place place, Name name, State state) {
    String next = place.item() instanceof Item.Element element ? "<" + element.qName + ">" : "…";
    List<Fix> fixes =
        Template.of(name, state, place.parent().prefix())
            .map(template -> List.of(mends.insertBefore(place.item().start(), template)))
            .orElse(List.of());
    complaints.add(
        "element-missing",
        place.parent(),
        fixes,
        "parent",
        place.parentName(),
        "element",
        name.getLocalName(),
        "next",
        next);
  }

  /** An element ends before it is whole. */
  void incomplete(Item.Element parent, State state, boolean empty) {
    State now = state;
    Set<Name> required = now.requiredElements();
    if (required.isEmpty()) {
      Set<Name> possible = now.elements();
      String few = Names.few(possible, "");
      complaints.add(
          empty ? "content-missing" : "content-incomplete",
          parent,
          List.of(),
          "parent",
          parent.local(),
          "expected",
          few);
      return;
    }
    for (int i = 0; i < FAULTS && required.size() == 1 && !now.ends(); i++) {
      Name name = required.iterator().next();
      List<Fix> fixes =
          Template.of(name, now, parent.prefix())
              .map(template -> List.of(mends.insertLast(parent, template)))
              .orElse(List.of());
      complaints.add(
          "element-missing-last",
          parent,
          fixes,
          "parent",
          parent.local(),
          "element",
          name.getLocalName());
      now = now.over(name);
      if (now == null) {
        return;
      }
      required = now.requiredElements();
    }
    if (required.size() > 1) {
      complaints.add(
          "elements-missing",
          parent,
          List.of(),
          "parent",
          parent.local(),
          "elements",
          Names.few(required, ""));
    }
  }

  private Optional<Repair> wrap(Place place) {
    for (Name wrapper : Wrappers.in(place.state())) {
      State outer = place.state().over(wrapper);
      State inner = Wrappers.inside(place.state(), wrapper);
      if (outer == null || inner == null) {
        continue;
      }
      int end = place.at();
      int last = end;
      State state = inner;
      while (end < place.items().size()) {
        Item item = place.items().get(end);
        State next = state.over(item);
        if (next == null) {
          break;
        }
        end++;
        if (outer.over(item) == null) {
          last = end;
          state = next;
        } else if (place.items().get(end - 1) instanceof Item.Element) {
          state = next;
        }
      }
      if (last == place.at() || !endsAfter(inner, place.items().subList(place.at(), last))) {
        continue;
      }
      return Optional.of(wrap(place, wrapper, outer, inner, last));
    }
    return Optional.empty();
  }

  private static boolean endsAfter(State inner, List<Item> items) {
    State state = inner;
    for (Item item : items) {
      state = state.over(item);
    }
    return state.ends();
  }

  private Repair wrap(Place place, Name wrapper, State outer, State inner, int last) {
    List<Item> run = place.items().subList(place.at(), last);
    String prefix = place.parent() == null ? "" : place.parent().prefix();
    Fix fix =
        mends.wrap(
            run.get(0).start(), run.get(run.size() - 1).end(), prefix + wrapper.getLocalName());
    List<Item> rest = place.items().subList(last, place.items().size());
    return new Repair(
        0.8 + faults(outer, rest),
        last,
        () -> {
          if (place.item() instanceof Item.Element element) {
            complaints.add(
                "element-bare",
                element,
                List.of(fix),
                "element",
                element.qName,
                "parent",
                place.parentName(),
                "wrapper",
                wrapper.getLocalName());
          } else {
            tellWords("text-bare", place, List.of(fix), "wrapper", wrapper.getLocalName());
          }
        },
        () -> {
          diagnosis.all(run, inner);
          return outer;
        });
  }

  private void tellWords(String code, Place place, List<Fix> fixes, String argument, String value) {
    complaints.add(
        code,
        place.item().start(),
        place.item().end(),
        fixes,
        "text",
        Mends.cut(((Item.Words) place.item()).text()),
        "parent",
        place.parentName(),
        argument,
        value);
  }

  private Repair skip(Place place) {
    return new Repair(
        1.2 + place.faults(place.state(), place.rest()),
        place.at() + 1,
        () -> tellSkipped(place),
        () -> {
          if (place.item() instanceof Item.Element element) {
            diagnosis.elsewhere(element);
          }
          return place.state();
        });
  }

  private void tellSkipped(Place place) {
    State state = place.state();
    boolean mustBeEmpty =
        place.parent() != null && state.elements().isEmpty() && state.text() == null;
    if (place.item() instanceof Item.Words) {
      if (mustBeEmpty) {
        tellWords("text-in-empty", place, List.of(), "expected", "");
      } else {
        tellWords("text-misplaced", place, List.of(), "expected", Names.few(state.elements(), ""));
      }
      return;
    }
    Item.Element element = (Item.Element) place.item();
    if (!vocabulary.has(element.name)) {
      unknown(element, state);
      return;
    }
    List<Fix> fixes = unwrap(place, element);
    String[] arguments = {
      "element",
      element.qName,
      "parent",
      place.parentName(),
      "expected",
      Names.few(state.elements(), element.local()),
      "places",
      Names.few(vocabulary.parents(element.name), place.parentName())
    };
    if (place.parent() == null) {
      complaints.add("root-misplaced", element, fixes, arguments);
    } else if (moves.isRepeated(place, element)) {
      complaints.add("element-repeated", element, fixes, arguments);
    } else if (mustBeEmpty) {
      complaints.add("element-in-empty", element, fixes, arguments);
    } else if (vocabulary.parents(element.name).contains(place.parent().name)) {
      complaints.add("element-order", element, fixes, arguments);
    } else {
      complaints.add("element-misplaced", element, fixes, arguments);
    }
  }

  /** An element without attributes whose content may stand here as well as itself may not. */
  private List<Fix> unwrap(Place place, Item.Element element) {
    if (place.parent() == null || !element.attributes.isEmpty() || element.solid().isEmpty()) {
      return List.of();
    }
    List<Item> items = new ArrayList<>(element.solid());
    items.addAll(place.rest());
    return faults(place.state(), items) <= faults(place.state(), place.rest())
        ? List.of(mends.unwrap(element))
        : List.of();
  }

  /** An element that the grammar has not at all. */
  void unknown(Item.Element element, State state) {
    String namespace = element.name.getNamespaceUri();
    String parent = element.parent == null ? "" : element.parent.local();
    if (!vocabulary.hasNamespace(namespace)) {
      if (namespace.isEmpty()) {
        complaints.add("element-without-namespace", element, List.of(), "element", element.qName);
      } else {
        complaints.add(
            "element-foreign",
            element,
            List.of(),
            "element",
            element.qName,
            "namespace",
            namespace);
      }
      return;
    }
    Optional<Name> near = Names.meant(element.name, vocabulary.elements());
    if (near.isPresent()) {
      complaints.add(
          "element-misspelt",
          element,
          List.of(),
          "element",
          element.qName,
          "near",
          near.get().getLocalName());
    } else {
      complaints.add(
          "element-unknown",
          element,
          List.of(),
          "element",
          element.qName,
          "parent",
          parent,
          "expected",
          Names.few(state.elements(), element.local()));
    }
  }

  /**
   * Whether the root is right but for its namespace; then that is said, and nothing else of the
   * file, since all of it would be wrong.
   */
  boolean namespace(Item.Element root, State start) {
    Optional<Name> meant =
        start.elements().stream()
            .filter(name -> name.getLocalName().equalsIgnoreCase(root.local()))
            .filter(name -> !name.getNamespaceUri().equals(root.name.getNamespaceUri()))
            .findFirst();
    if (meant.isEmpty()) {
      return false;
    }
    String uri = meant.get().getNamespaceUri();
    List<Fix> fixes = uri.isEmpty() ? List.of() : List.of(mends.namespace(root, uri));
    boolean none = root.name.getNamespaceUri().isEmpty();
    complaints.add(
        none ? "namespace-missing" : "namespace-wrong",
        root,
        fixes,
        "element",
        root.qName,
        "namespace",
        root.name.getNamespaceUri(),
        "right",
        uri);
    return true;
  }
}
