package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Fix;

/** Readings of an element that the grammar has not: what it may have been meant to be. */
final class Strangers {

  private final Diagnosis diagnosis;
  private final Complaints complaints;
  private final Misfits misfits;
  private final Mends mends;

  Strangers(Diagnosis diagnosis, Complaints complaints, Misfits misfits, Mends mends) {
    this.diagnosis = diagnosis;
    this.complaints = complaints;
    this.misfits = misfits;
    this.mends = mends;
  }

  /** Adds what readings there are. */
  void add(Repairs.Place place, Item.Element element, List<Repair> candidates) {
    if (!misfits.isOfTei(element)) {
      rename(place, element).ifPresent(candidates::add);
    }
    otherNamespace(place, element).ifPresent(candidates::add);
    standsFor(place, element).ifPresent(candidates::add);
  }

  private Optional<Repair> rename(Repairs.Place place, Item.Element element) {
    return Names.meant(element.name, place.state().elements())
        .filter(near -> near.getNamespaceUri().equals(element.name.getNamespaceUri()))
        .map(near -> renamed(place, element, near));
  }

  private Repair renamed(Repairs.Place place, Item.Element element, Name near) {
    State after = place.state().over(near);
    State open = place.state().open(near);
    Item.Element ofHtml = ofHtml(element, open);
    Optional<Item.Value> alt = words(ofHtml, open);
    Item.Element meant =
        alt.isEmpty()
            ? ofHtml
            : ofHtml.with(
                ofHtml.attributes.stream().filter(one -> !one.equals(alt.get())).toList());
    Optional<Name> round = wrapper(meant, open);
    String looks = Names.looks(element.name, near);
    Fix named =
        looks.isEmpty()
            ? mends.rename(element, near, ofHtml.attributes)
            : mends.rename(element, near, looks);
    Fix described = alt.map(one -> mends.describe(named, element, near, one)).orElse(named);
    Fix fix = round.map(name -> mends.fill(described, element, name)).orElse(described);
    return new Repair(
        0.5 + place.faults(after, place.rest()),
        place.at() + 1,
        false,
        () ->
            complaints.add(
                "element-misspelt",
                element,
                List.of(fix),
                "element",
                element.qName,
                "near",
                near.getLocalName()),
        () -> {
          if (round.isPresent()) {
            State within = open.recoverStartTag();
            diagnosis.all(element.solid(), Wrappers.inside(within, round.get()));
            return after;
          }
          return diagnosis.element(looks.isEmpty() ? meant : element, near, place.state());
        });
  }

  /** What an element of HTML says of a picture in an attribute that TEI has not. */
  private static Optional<Item.Value> words(Item.Element element, State open) {
    return element.attributes.stream()
        .filter(one -> open != null && Names.isSynonym(element.name))
        .filter(one -> one.qName().equals("alt") && open.attributeName(one) == null)
        .findFirst();
  }

  /** What has to go round all that an element holds, if it can't hold it directly. */
  private static Optional<Name> wrapper(Item.Element element, State open) {
    List<Item> items = element.solid();
    if (open == null || items.isEmpty()) {
      return Optional.empty();
    }
    State within = open.recoverStartTag();
    if (within.over(items.get(0)) != null) {
      return Optional.empty();
    }
    return Wrappers.of(items.get(0), within).stream()
        .filter(name -> within.over(name).ends())
        .filter(name -> Wrappers.inside(within, name) != null)
        .filter(name -> Repairs.faults(Wrappers.inside(within, name), items) == 0)
        .findFirst();
  }

  /** An element of HTML with the attributes that TEI has for those of HTML. */
  private static Item.Element ofHtml(Item.Element element, State open) {
    if (open == null || !Names.isSynonym(element.name)) {
      return element;
    }
    List<Item.Value> attributes = new ArrayList<>();
    for (Item.Value one : element.attributes) {
      attributes.add(
          open.attributeName(one) != null
              ? one
              : Names.attributeOfHtml(one.name(), open.attributes())
                  .map(name -> new Item.Value(name, Names.attribute(name), one.value()))
                  .filter(tei -> element.attributes.stream().noneMatch(tei::sameName))
                  .orElse(one));
    }
    return element.with(attributes);
  }

  /**
   * An element that the grammar has not stands where some other must: then it is taken for that,
   * and what follows stands right.
   */
  private Optional<Repair> standsFor(Repairs.Place place, Item.Element element) {
    if (place.parent() == null || misfits.isForeign(element)) {
      return Optional.empty();
    }
    Set<Name> required = place.state().requiredElements();
    boolean words = place.state().text() != null;
    Name best = null;
    int fewest = Integer.MAX_VALUE;
    for (Name name : Names.sorted(place.state().elements())) {
      State open = place.state().open(name);
      boolean likely = required.contains(name) || Names.isCommon(name);
      if (fewest == 0 || open == null || !likely) {
        continue;
      }
      int faults =
          Repairs.faults(place.state().over(name), place.rest())
              + Repairs.faults(open.recoverStartTag(), element.solid());
      if (faults < fewest) {
        fewest = faults;
        best = name;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    Name name = best;
    boolean paragraph = name.getLocalName().equals("p") && !element.solid().isEmpty();
    boolean sure = fewest == 0 && !words && (required.contains(name) || paragraph);
    State after = place.state().over(name);
    return Optional.of(
        new Repair(
            (sure ? 1.1 : 1.25) + Repairs.faults(after, place.rest()),
            place.at() + 1,
            false,
            () ->
                misfits.unknown(
                    element,
                    place.state(),
                    sure ? List.of(mends.rename(element, name)) : List.of()),
            () -> {
              diagnosis.elsewhere(element);
              return after;
            }));
  }

  /** The element is right but for its namespace; what it holds is then wrong as a whole. */
  private Optional<Repair> otherNamespace(Repairs.Place place, Item.Element element) {
    return place.state().elements().stream()
        .filter(name -> name.getLocalName().equals(element.local()))
        .findFirst()
        .map(
            name -> {
              State after = place.state().over(name);
              return new Repair(
                  0.6 + place.faults(after, place.rest()),
                  place.at() + 1,
                  false,
                  () -> misfits.unknown(element, place.state()),
                  () -> after);
            });
  }
}
