package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.letterpress.finding.Fix;

/**
 * Tries what could be meant by an item that may not stand where it does: each reading is carried
 * out on a state of the grammar, and the one after which the fewest faults remain is taken.
 */
final class Repairs {

  /** So many items after the fault tell which reading is right. */
  static final int AHEAD = 60;

  /** More items in a row are not taken together. */
  static final int RUN = 400;

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

    /** What follows it, as far as it is looked at. */
    List<Item> rest() {
      return from(at + 1);
    }

    /** The items from an index on, as far as they are looked at. */
    List<Item> from(int index) {
      return items.subList(index, Math.min(items.size(), index + AHEAD + 2));
    }

    /** The first index before the item that is looked at. */
    int since() {
      return Math.max(0, at - AHEAD);
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
  private final Mends mends;
  private final Misfits misfits;
  private final Moves moves;
  private final Strangers strangers;

  Repairs(Diagnosis diagnosis, Complaints complaints, Misfits misfits) {
    this.diagnosis = diagnosis;
    this.complaints = complaints;
    this.misfits = misfits;
    this.mends = new Mends(complaints.text());
    this.moves = new Moves(diagnosis, complaints, misfits, mends);
    this.strangers = new Strangers(diagnosis, complaints, misfits, mends);
  }

  /** The likeliest reading. */
  Repair best(Place place) {
    List<Repair> candidates = new ArrayList<>();
    boolean known = true;
    if (place.item() instanceof Item.Element element) {
      known = misfits.isKnown(element.name);
      if (!known) {
        strangers.add(place, element, candidates);
      }
    }
    if (known && place.parent() != null) {
      moves.add(place, candidates);
      wrap(place).ifPresent(candidates::add);
      missing(place).ifPresent(candidates::add);
      asWords(place).ifPresent(candidates::add);
      endedTooEarly(place).ifPresent(candidates::add);
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

  private Optional<Repair> missing(Place place) {
    List<Name> missing = place.state().missingBefore(place.item());
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    State after = place.state().overAll(missing);
    List<Item> items = place.from(place.at());
    return Optional.of(
        new Repair(
            0.9 * missing.size() + faults(after, items),
            place.at(),
            false,
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
    Optional<String> model = Template.of(name, state, place.parent().prefix());
    List<Fix> fixes =
        model
            .filter(Template::isWhole)
            .map(whole -> mends.insertBefore(place.item().start(), whole))
            .stream()
            .toList();
    complaints.add(
        "element-missing",
        place.parent(),
        fixes,
        "parent",
        place.parentName(),
        "element",
        name.getLocalName(),
        "model",
        model.orElse("<" + name.getLocalName() + ">"),
        "next",
        shown(place.item()));
  }

  private Optional<Repair> wrap(Place place) {
    for (Name wrapper : Wrappers.of(place.item(), place.state())) {
      State outer = place.state().over(wrapper);
      State inner = Wrappers.inside(place.state(), wrapper);
      if (outer == null || inner == null) {
        continue;
      }
      int end = place.at();
      int last = end;
      State state = inner;
      while (end < Math.min(place.items().size(), place.at() + RUN)) {
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
    List<Item> rest = place.from(last);
    return new Repair(
        0.75 + faults(outer, rest),
        last,
        false,
        () -> {
          if (place.item() instanceof Item.Element element) {
            Item closing = closing(place, element);
            complaints.add(
                closing == null ? "element-bare" : "element-after",
                element,
                List.of(fix),
                "sibling",
                closing == null ? "" : shown(closing),
                "element",
                element.qName,
                "parent",
                place.parentName(),
                "wrapper",
                wrapper.getLocalName());
          } else {
            misfits.tellWords("text-bare", place, List.of(fix), "wrapper", wrapper.getLocalName());
          }
        },
        () -> {
          diagnosis.all(run, inner);
          return outer;
        });
  }

  /** The item after which an element may no more stand; null where it never might. */
  private static Item closing(Place place, Item.Element element) {
    for (int i = place.at() - 1; i >= place.since(); i--) {
      if (place.states().get(i).allows(element.name)) {
        return place.items().get(i);
      }
    }
    return null;
  }

  /** An item as a sentence names it. */
  static String shown(Item item) {
    return item instanceof Item.Element element ? "<" + element.qName + ">" : "…";
  }

  private Optional<Repair> asWords(Place place) {
    return place.item() instanceof Item.Element element
        ? misfits
            .asWords(place, element)
            .map(
                name ->
                    new Repair(
                        0.95 + faults(place.state().over(name), place.rest()),
                        place.at() + 1,
                        false,
                        () -> misfits.tell(place),
                        () -> diagnosis.element(element, name, place.state())))
        : Optional.empty();
  }

  /** The item stands right, but a part of a letter before it has ended the text. */
  private Optional<Repair> endedTooEarly(Place place) {
    Item closing = place.item() instanceof Item.Element element ? closing(place, element) : null;
    if (!(closing instanceof Item.Element part)) {
      return Optional.empty();
    }
    int index = place.items().indexOf(closing);
    State before = place.states().get(index);
    Place there =
        new Place(
            place.parent(),
            place.before(),
            before,
            place.items(),
            place.states().subList(0, index + 1),
            index);
    return misfits
        .asWords(there, part)
        .map(
            name -> {
              State after = before.over(name);
              List<Item> rest = place.from(index + 1);
              return new Repair(
                  0.7 + faults(after, rest),
                  index + 1,
                  false,
                  () -> misfits.tellEnded(there, part, place.item(), name),
                  () -> after);
            });
  }

  private Repair skip(Place place) {
    return new Repair(
        1.2 + place.faults(place.state(), place.rest()),
        place.at() + 1,
        true,
        () -> misfits.tell(place),
        () -> {
          if (place.item() instanceof Item.Element element) {
            diagnosis.elsewhere(element);
          }
          return place.state();
        });
  }
}
