package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Fix;
import org.letterpress.xml.TeiNames;

/** Says what is wrong where no reading makes sense of an item. */
final class Misfits {

  /** Parts of a letter; their words can be a paragraph, or words of one. */
  private static final Set<String> PARTS =
      Set.of("dateline", "salute", "signed", "byline", "head", "trailer", "address");

  private static final Set<String> WORDS = Set.of("p", "seg");

  private final Complaints complaints;
  private final Vocabulary vocabulary;
  private final State start;
  private final Mends mends;

  Misfits(Complaints complaints, Vocabulary vocabulary, State start) {
    this.start = start;
    this.complaints = complaints;
    this.vocabulary = vocabulary;
    this.mends = new Mends(complaints.text());
  }

  /**
   * Whether the grammar has an element of that name. That it takes elements of any name somewhere
   * is not enough.
   */
  boolean isKnown(Name name) {
    return vocabulary.hasNamespace(name.getNamespaceUri()) && start.openAnywhere(name) != null;
  }

  /** The state within an element's start tag wherever it may stand; null where it is unknown. */
  State anywhere(Name name) {
    return start.openAnywhere(name);
  }

  /** Whether an element may stand in another, at some place in it. */
  boolean mayStandIn(Item.Element element, Item.Element parent) {
    return vocabulary.parents(element.name).contains(parent.name);
  }

  void tellWords(String code, Repairs.Place place, List<Fix> fixes, String argument, String value) {
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

  /** Says that an item may not stand where it does. */
  void tell(Repairs.Place place) {
    State state = place.state();
    boolean nothing = state.elements().isEmpty();
    if (place.item() instanceof Item.Words && nothing) {
      tellWords("text-surplus", place, List.of(), "expected", "");
      return;
    }
    if (place.item() instanceof Item.Words) {
      tellWords("text-misplaced", place, List.of(), "expected", Names.few(state.elements(), ""));
      return;
    }
    Item.Element element = (Item.Element) place.item();
    if (!isKnown(element.name)) {
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
    } else if (isRepeated(place, element)) {
      complaints.add("element-repeated", element, fixes, arguments);
    } else if (nothing) {
      complaints.add("element-surplus", element, fixes, arguments);
    } else if (vocabulary.parents(element.name).contains(place.parent().name)
        || vocabulary.parents(element.name).isEmpty()) {
      complaints.add("element-order", element, fixes, arguments);
    } else {
      complaints.add("element-misplaced", element, fixes, arguments);
    }
  }

  /** Whether an element stood here before and one is all there may be. */
  private static boolean isRepeated(Repairs.Place place, Item.Element element) {
    for (int i = place.at() - 1; i >= place.since(); i--) {
      if (place.items().get(i) instanceof Item.Element other && other.name.equals(element.name)) {
        return i < place.states().size() && place.states().get(i).allows(element.name);
      }
    }
    return false;
  }

  /** An element without attributes whose content may stand here as well as itself may not. */
  private List<Fix> unwrap(Repairs.Place place, Item.Element element) {
    if (place.parent() == null) {
      return List.of();
    }
    Optional<Name> words = asWords(place, element);
    if (words.isPresent()) {
      return List.of(renamed(element, words.get()));
    }
    if (!element.attributes.isEmpty() || element.solid().isEmpty()) {
      return List.of();
    }
    List<Item> items = new ArrayList<>(element.solid());
    items.addAll(place.rest());
    return Repairs.faults(place.state(), items) <= Repairs.faults(place.state(), place.rest())
        ? List.of(mends.unwrap(element))
        : List.of();
  }

  /** What a part of a letter can be called where it may not stand: a paragraph, or words in one. */
  Optional<Name> asWords(Repairs.Place place, Item.Element element) {
    if (!PARTS.contains(element.local())) {
      return Optional.empty();
    }
    for (Name name : Names.sorted(place.state().elements())) {
      State inside = Wrappers.inside(place.state(), name);
      if (WORDS.contains(name.getLocalName())
          && inside != null
          && Repairs.faults(inside, element.solid()) == 0
          && Repairs.faults(place.state().over(name), place.rest())
              <= Repairs.faults(place.state(), place.rest())) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** A part of a letter called otherwise, so that its words stay where they are. */
  Optional<Fix> inPlace(Repairs.Place place, Item.Element element) {
    return asWords(place, element).map(name -> renamed(element, name));
  }

  private Fix renamed(Item.Element element, Name name) {
    boolean typed =
        name.getLocalName().equals("seg")
            && element.attributes.stream().noneMatch(one -> one.qName().equals("type"));
    return mends.rename(element, name, typed ? " type=\"" + element.local() + "\"" : "");
  }

  /** Whether an element is in a namespace of which the grammar has nothing. */
  boolean isForeign(Item.Element element) {
    return !vocabulary.hasNamespace(element.name.getNamespaceUri());
  }

  /** Whether TEI has an element that the grammar has not, and no other is known to be meant. */
  boolean isOfTei(Item.Element element) {
    return element.name.getNamespaceUri().equals(Names.TEI)
        && TeiNames.has(element.local())
        && !isKnown(element.name)
        && !Names.isSynonym(element.name);
  }

  /** A part of a letter ended the text, but an item follows that belongs to it. */
  void tellEnded(Repairs.Place place, Item.Element part, Item next, Name words) {
    complaints.add(
        "element-ends-text",
        part,
        List.of(renamed(part, words)),
        "element",
        part.qName,
        "parent",
        place.parentName(),
        "next",
        Repairs.shown(next),
        "words",
        words.getLocalName());
  }

  /** An element that the grammar has not at all. */
  void unknown(Item.Element element, State state) {
    unknown(element, state, List.of());
  }

  /** Whether an element that is meant by its spelling could hold what is written. */
  private boolean holds(Name name, Item.Element element) {
    State open = start.openAnywhere(name);
    return open != null && Repairs.faults(open.recoverStartTag(), element.solid()) == 0;
  }

  /** An element that the grammar has not at all, and what it could be called. */
  void unknown(Item.Element element, State state, List<Fix> fixes) {
    String namespace = element.name.getNamespaceUri();
    String parent = element.parent == null ? "" : element.parent.local();
    if (isForeign(element)) {
      if (namespace.isEmpty()) {
        complaints.add(
            "element-without-namespace",
            element,
            mends.drop(element, "xmlns"),
            "element",
            element.qName);
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
    if (isOfTei(element)) {
      complaints.add(
          "element-of-tei",
          element,
          fixes,
          "element",
          element.qName,
          "expected",
          Names.few(state.elements(), ""));
      return;
    }
    Optional<Name> near =
        Names.meant(element.name, vocabulary.elements())
            .filter(name -> Names.isSynonym(element.name) || holds(name, element));
    if (near.isPresent()) {
      complaints.add(
          "element-misspelt",
          element,
          fixes,
          "element",
          element.qName,
          "near",
          near.get().getLocalName());
    } else {
      complaints.add(
          "element-unknown",
          element,
          fixes,
          "element",
          element.qName,
          "parent",
          parent,
          "expected",
          Names.few(state.elements(), element.local()));
    }
  }

  /** Whether the root is an element of another kind of XML; then that is said, and nothing else. */
  boolean notTei(Item.Element root, State start) {
    boolean tei =
        start.elements().stream().anyMatch(name -> name.getNamespaceUri().equals(Names.TEI));
    if (!tei || !root.name.getNamespaceUri().isEmpty()) {
      return false;
    }
    boolean old = root.qName.endsWith(".2");
    complaints.add(old ? "tei-old" : "not-tei", root, List.of(), "element", root.qName);
    return true;
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
