package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.letterpress.finding.Finding;
import org.letterpress.xml.SourceText;

/**
 * Says what is wrong with a file that the grammar refuses. It goes through the file's elements with
 * a state of the grammar; where an item may not stand, {@link Repairs} tries what could be meant,
 * and it goes on as if that had been written, so that one fault is told once.
 */
final class Diagnosis {

  private final State start;
  private final Complaints complaints;
  private final AttributeCheck attributes;
  private final Misfits misfits;
  private final Gaps gaps;
  private final Repairs repairs;

  private Diagnosis(State start, Vocabulary vocabulary, Complaints complaints) {
    this.start = start;
    this.complaints = complaints;
    this.attributes = new AttributeCheck(complaints);
    this.misfits = new Misfits(complaints, vocabulary, start);
    this.gaps = new Gaps(complaints);
    this.repairs = new Repairs(this, complaints, misfits);
  }

  /**
   * All that is wrong with a well-formed file. Each mend was tried on it, and leaves less; one that
   * was not tried, since others took too long, is not offered.
   *
   * @param isPlaceless whether the grammar says the same of an element wherever it stands
   */
  static List<Finding> of(
      SourceText text, State start, Vocabulary vocabulary, boolean isPlaceless) {
    Item.Element root = Outline.of(text);
    Complaints told = new Complaints(text, false);
    new Diagnosis(start, vocabulary, told).root(root);
    List<Finding> findings = told.all();
    if (findings.isEmpty()) {
      Complaints complaints = new Complaints(text, false);
      complaints.add("schema-breach", root, List.of(), "element", root.local());
      return complaints.all();
    }
    Trial trial = new Trial(text, root, told.count(), start, vocabulary, isPlaceless);
    return findings.stream().map(trial::tried).toList();
  }

  /** How much is wrong with a file. */
  static int faults(Item.Element root, SourceText text, State start, Vocabulary vocabulary) {
    Complaints counted = new Complaints(text, true);
    new Diagnosis(start, vocabulary, counted).root(root);
    return counted.count();
  }

  /** How much is wrong with an element and what it holds, wherever it stands. */
  static int faultsWithin(
      Item.Element element, SourceText text, State start, Vocabulary vocabulary) {
    Complaints counted = new Complaints(text, true);
    new Diagnosis(start, vocabulary, counted).elsewhere(element);
    return counted.count();
  }

  private void root(Item.Element root) {
    if (start.allows(root.name)) {
      element(root, root.name, start);
    } else if (!misfits.namespace(root, start) && !misfits.notTei(root, start)) {
      repairs.best(new Repairs.Place(null, start, start, List.of(root), List.of(start), 0)).take();
    }
  }

  /** Judges an element under a name that the state allows; gives the state after it. */
  State element(Item.Element element, Name name, State before) {
    State open = before.open(name);
    return within(element, before, open == null ? before.openAnywhere(name) : open);
  }

  private State within(Item.Element element, State before, State open) {
    return content(element, before, attributes.check(element, open));
  }

  /** Judges what an element holds that stands where it may not, or that is unknown. */
  void elsewhere(Item.Element element) {
    if (misfits.isKnown(element.name)) {
      within(element, null, start.openAnywhere(element.name));
      return;
    }
    for (Item item : element.items) {
      if (item instanceof Item.Element child) {
        boolean foreign = misfits.isForeign(element) && misfits.isForeign(child);
        boolean part = misfits.isOfTei(element) && misfits.isOfTei(child);
        if (foreign || part || misfits.isKnown(child.name)) {
          elsewhere(child);
        } else {
          misfits.unknown(child, start);
        }
      }
    }
  }

  /** Judges what an element holds; gives the state after the element. */
  private State content(Item.Element parent, State before, State inside) {
    if (inside.isTyped() && !parent.hasElements()) {
      return value(parent, inside);
    }
    List<Item> items = parent.solid();
    List<State> states = new ArrayList<>();
    State state = inside;
    if (!items.isEmpty() && inside.mustBeEmpty()) {
      gaps.tellFilled(parent, before == null ? null : inside.recoverEnd(), items);
      return inside.recoverEnd();
    }
    boolean skipped = false;
    int i = 0;
    while (i < items.size()) {
      Item item = items.get(i);
      states.add(state);
      State next = accept(item, state);
      if (next != null) {
        state = next;
        i++;
      } else if (complaints.isFull()) {
        complaints.more(item.start(), item.end());
        i++;
      } else {
        Repair repair = repairs.best(new Repairs.Place(parent, before, state, items, states, i));
        state = repair.take();
        skipped |= repair.skips();
        i = repair.next();
        while (states.size() < i) {
          states.add(state);
        }
        while (states.size() > i) {
          states.remove(states.size() - 1);
        }
      }
    }
    if (!state.ends()) {
      gaps.incomplete(parent, before, state, skipped);
    }
    return state.recoverEnd();
  }

  /** Judges an item if it may stand here; else gives null. */
  State accept(Item item, State state) {
    return item instanceof Item.Element element
        ? state.allows(element.name) ? element(element, element.name, state) : null
        : state.text();
  }

  private State value(Item.Element parent, State inside) {
    String value = parent.text();
    if (inside.takesContent(value, parent.scope)) {
      return inside.recoverContent(value, parent.scope);
    }
    attributes.content(parent, inside, value);
    return inside.recoverContent(value, parent.scope);
  }

  /** Judges items one after the other from a state, as far as they may stand. */
  State all(List<Item> items, State from) {
    State state = from;
    for (Item item : items) {
      state = Optional.ofNullable(accept(item, state)).orElse(state);
    }
    return state;
  }
}
