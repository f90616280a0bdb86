package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Fix;

/**
 * Readings by which an item stands right, but in the wrong place: too late, too early, too deep.
 */
final class Moves {

  /** Elements whose tags say little: without them nothing but a division of the text is lost. */
  private static final Set<String> PLAIN = Set.of("p", "ab", "div");

  private final Diagnosis diagnosis;
  private final Complaints complaints;
  private final Misfits misfits;
  private final Mends mends;

  Moves(Diagnosis diagnosis, Complaints complaints, Misfits misfits, Mends mends) {
    this.misfits = misfits;
    this.diagnosis = diagnosis;
    this.complaints = complaints;
    this.mends = mends;
  }

  /** Adds what readings there are. */
  void add(Repairs.Place place, List<Repair> candidates) {
    lift(place).ifPresent(candidates::add);
    if (place.item() instanceof Item.Element element) {
      insideOut(place, element).ifPresent(candidates::add);
      dissolve(place, element).ifPresent(candidates::add);
      late(place, element).ifPresent(candidates::add);
      early(place, element).ifPresent(candidates::add);
    }
  }

  /** The element should have stood before some that stand before it. */
  private Optional<Repair> late(Repairs.Place place, Item.Element element) {
    for (int to = place.at() - 1; to >= place.since(); to--) {
      if (!place.states().get(to).allows(element.name)) {
        continue;
      }
      State state = place.states().get(to).over(element.name);
      for (int i = to; i < place.at() && state != null; i++) {
        state = state.over(place.items().get(i));
      }
      if (state == null) {
        continue;
      }
      State after = state;
      State there = place.states().get(to);
      Item sibling = place.items().get(to);
      return Optional.of(
          new Repair(
              0.8 + Repairs.faults(after, place.rest()),
              place.at() + 1,
              false,
              () -> tell("element-late", place, element, sibling, sibling.start(), "↑"),
              () -> {
                diagnosis.element(element, element.name, there);
                return after;
              }));
    }
    return Optional.empty();
  }

  /** The element should have stood after some that follow it. */
  private Optional<Repair> early(Repairs.Place place, Item.Element element) {
    State state = place.state();
    List<Item> rest = place.rest();
    int without = Repairs.faults(state, rest);
    Repair best = null;
    for (int to = 0; to < rest.size() && to < Repairs.AHEAD; to++) {
      state = state.over(rest.get(to));
      if (state == null) {
        break;
      }
      if (!state.allows(element.name)) {
        continue;
      }
      List<Item> after = place.from(place.at() + 2 + to);
      int faults = Repairs.faults(state.over(element.name), after);
      double cost = 0.8 + faults;
      if (faults <= without && (best == null || cost < best.cost())) {
        int target = place.at() + 1 + to;
        Item sibling = rest.get(to);
        best =
            new Repair(
                cost,
                place.at(),
                false,
                () -> tell("element-early", place, element, sibling, sibling.end(), "↓"),
                () -> {
                  place.items().remove(place.at());
                  place.items().add(target, element);
                  return place.state();
                });
      }
    }
    return Optional.ofNullable(best);
  }

  private void tell(
      String code, Repairs.Place place, Item.Element element, Item sibling, int to, String arrow) {
    String other = Repairs.shown(sibling);
    String shown = "<" + element.qName + "> " + arrow + " " + other;
    complaints.add(
        code,
        element,
        List.of(misfits.inPlace(place, element).orElse(mends.move(element, to, shown))),
        "element",
        element.qName,
        "parent",
        place.parentName(),
        "sibling",
        other);
  }

  /** An element that belongs into paragraphs stands round them. */
  private Optional<Repair> insideOut(Repairs.Place place, Item.Element element) {
    if (element.solid().isEmpty()) {
      return Optional.empty();
    }
    List<Item> children = element.solid();
    State state = place.state();
    State within = misfits.anywhere(element.name).recoverStartTag();
    for (Item item : children) {
      State open = item instanceof Item.Element child ? state.open(child.name) : null;
      if (open == null
          || !open.recoverStartTag().allows(element.name)
          || open.recoverStartTag().text() == null
          || Repairs.faults(within, ((Item.Element) item).solid()) > 0
          || ((Item.Element) item).emptyTag) {
        return Optional.empty();
      }
      state = state.over(item);
    }
    boolean named =
        element.attributes.stream().anyMatch(one -> one.qName().equals("xml:id"))
            && children.size() > 1;
    State after = state;
    return Optional.of(
        new Repair(
            0.6 + Repairs.faults(after, place.rest()),
            place.at() + 1,
            false,
            () ->
                complaints.add(
                    "element-around",
                    element,
                    named ? List.of() : List.of(mends.inside(element)),
                    "element",
                    element.qName,
                    "inner",
                    ((Item.Element) children.get(0)).qName),
            () -> diagnosis.all(children, place.state())));
  }

  /** Its tags are too many: what it holds is all of its parent, or could not stand in it. */
  private Optional<Repair> dissolve(Repairs.Place place, Item.Element element) {
    List<Item> children = element.solid();
    State within = misfits.anywhere(element.name).recoverStartTag();
    boolean isAll = place.items().size() == 1;
    if (!PLAIN.contains(element.local())
        || !element.attributes.isEmpty()
        || misfits.mayStandIn(element, place.parent())
        || (!isAll && Repairs.faults(within, children) == 0)) {
      return Optional.empty();
    }
    State state = place.state();
    for (Item item : children) {
      state = state.over(item);
      if (state == null) {
        return Optional.empty();
      }
    }
    State after = state;
    return Optional.of(
        new Repair(
            0.65 + Repairs.faults(after, place.rest()),
            place.at() + 1,
            false,
            () ->
                complaints.add(
                    "tags-surplus",
                    element,
                    List.of(mends.unwrap(element)),
                    "element",
                    element.qName,
                    "parent",
                    place.parentName()),
            () -> {
              diagnosis.all(children, place.state());
              return after;
            }));
  }

  /** The parent should have ended before the item, and perhaps gone on after it. */
  private Optional<Repair> lift(Repairs.Place place) {
    Item.Element parent = place.parent();
    if (place.before() == null || (!place.state().ends() && place.at() > 0)) {
      return Optional.empty();
    }
    if (place.at() == 0 && place.state().text() == null) {
      return Optional.empty(); // only what holds words can have swallowed its neighbour
    }
    Name name = parent.name;
    State outside = place.at() > 0 ? place.state().recoverEnd() : place.before();
    int end = place.at();
    State state = outside;
    while (end < Math.min(place.items().size(), place.at() + Repairs.RUN)) {
      Item item = place.items().get(end);
      State next = item instanceof Item.Words ? null : state.over(item);
      if (next == null || place.state().over(item) != null) {
        break;
      }
      state = next;
      end++;
    }
    if (end == place.at()) {
      return Optional.empty();
    }
    int stop = end;
    List<Item> rest = place.from(stop);
    if (!rest.isEmpty() && state.over(name) == null) {
      return Optional.empty();
    }
    Item.Element element = (Item.Element) place.item();
    List<Item> run = List.copyOf(place.items().subList(place.at(), stop));
    State inner = rest.isEmpty() ? place.state() : reopened(state, name);
    if (rest.isEmpty() && !inner.ends()) {
      return Optional.empty();
    }
    return Optional.of(
        new Repair(
            0.85 + (rest.isEmpty() ? 0 : Repairs.faults(inner, rest)),
            stop,
            false,
            () -> {
              Fix fix =
                  mends.lift(
                      parent,
                      element.start(),
                      run.get(run.size() - 1).end(),
                      place.at() > 0,
                      !rest.isEmpty());
              complaints.add(
                  "element-nested",
                  element,
                  List.of(fix),
                  "element",
                  element.qName,
                  "parent",
                  parent.qName);
            },
            () -> {
              diagnosis.all(run, outside);
              return inner;
            }));
  }

  private static State reopened(State state, Name name) {
    State open = state.open(name);
    return open.recoverStartTag();
  }
}
