package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Fix;

/** Says what is missing where an element ends too early, or what it holds though it may not. */
final class Gaps {

  /** More elements in a row are not named as missing. */
  private static final int MISSING = 3;

  private final Complaints complaints;
  private final Mends mends;

  Gaps(Complaints complaints) {
    this.complaints = complaints;
    this.mends = new Mends(complaints.text());
  }

  /**
   * An element ends before it is whole.
   *
   * @param before the state before it; null where it may not stand
   * @param state the state at its end
   * @param skipped whether something in it was left out of account, which may be what is missing
   */
  void incomplete(Item.Element parent, State before, State state, boolean skipped) {
    State now = state;
    Set<Name> required = now.requiredElements();
    if (required.isEmpty() && skipped) {
      return;
    }
    if (required.isEmpty() && complaints.onlyCounts()) {
      complaints.count(parent);
      return;
    }
    boolean empty = parent.solid().isEmpty();
    if (required.isEmpty()) {
      Set<Name> possible = now.elements();
      List<Name> enough = new ArrayList<>();
      for (Name name : possible) {
        State after = now.over(name);
        if (after != null && after.ends()) {
          enough.add(name);
        }
      }
      String partner =
          empty || !(parent.solid().get(parent.solid().size() - 1) instanceof Item.Element last)
              ? ""
              : Names.partner(last.local());
      String few = Names.few(enough.isEmpty() ? possible : enough, partner);
      Optional<String> least =
          Template.content(now, parent.prefix()).filter(content -> !content.isEmpty());
      complaints.add(
          empty ? "content-missing" : "content-incomplete",
          parent,
          empty ? filledOrDropped(parent, before, now, least) : List.of(),
          "parent",
          parent.local(),
          "expected",
          empty && least.isPresent() ? least.get() : few);
      return;
    }
    for (int i = 0; i < MISSING && required.size() == 1 && !now.ends(); i++) {
      Name name = required.iterator().next();
      Optional<String> model = Template.of(name, now, parent.prefix());
      List<Fix> fixes =
          model.filter(Template::isWhole).map(whole -> mends.insertLast(parent, whole)).stream()
              .toList();
      complaints.add(
          "element-missing-last",
          parent,
          fixes,
          "parent",
          parent.local(),
          "element",
          name.getLocalName(),
          "model",
          model.orElse("<" + name.getLocalName() + ">"));
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

  /** An empty element taken away, or filled with the least that it must hold. */
  private List<Fix> filledOrDropped(
      Item.Element parent, State before, State now, Optional<String> least) {
    if (before != null && parent.parent != null && parent.attributes.isEmpty()) {
      List<Item> rest = parent.parent.after(parent, Repairs.AHEAD + 2);
      if (Repairs.faults(before, rest) <= Repairs.faults(now.recoverEnd(), rest)) {
        return List.of(mends.remove(parent));
      }
    }
    return least
        .filter(Template::isWhole)
        .map(content -> mends.insertLast(parent, content))
        .stream()
        .toList();
  }

  /**
   * An element that must be empty holds something, which may serve after it.
   *
   * @param after the state after the element; null where it may not stand itself
   */
  void tellFilled(Item.Element parent, State after, List<Item> items) {
    int first = items.get(0).start();
    int last = items.get(items.size() - 1).end();
    List<Fix> fixes = new ArrayList<>();
    if (parent.parent != null && after != null) {
      List<Item> all = new ArrayList<>(items);
      all.addAll(parent.parent.after(parent, Repairs.AHEAD + 2));
      if (Repairs.faults(after, all) == 0) {
        fixes.add(mends.empty(parent));
      }
    }
    if (items.get(0) instanceof Item.Words words) {
      complaints.add(
          "text-in-empty",
          first,
          items.size() == 1 ? last : words.end(),
          fixes,
          "text",
          Mends.cut(words.text()),
          "parent",
          parent.qName);
    } else {
      Item.Element element = (Item.Element) items.get(0);
      complaints.add(
          "element-in-empty", element, fixes, "element", element.qName, "parent", parent.qName);
    }
  }
}
