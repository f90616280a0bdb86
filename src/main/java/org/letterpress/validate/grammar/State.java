package org.letterpress.validate.grammar;

import com.thaiopensource.relaxng.match.MatchContext;
import com.thaiopensource.relaxng.match.Matcher;
import com.thaiopensource.relaxng.match.NameClass;
import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A state within a document: what the grammar allows next. A state never changes; each step gives
 * the state after it, or nothing where the grammar forbids the step. Steps whose name begins with
 * {@code recover} go on in any case.
 */
final class State {

  /** No schema has it, so that a state which takes it takes everything. */
  private static final Name NOBODYS = new Name("urn:letterpress:nobody", "nobody");

  /** More elements in a row are never missing. */
  private static final int MISSING = 3;

  /** So many states and values are kept; what more there are is worked out each time. */
  private static final int MOST = 20_000;

  /** Longer values are not kept. */
  private static final int LONGEST = 40;

  /** What has been worked out for a document, so that it is worked out once. */
  private static final class Known {
    private final Map<Matcher, State> states = new HashMap<>();
    private final Map<Valued, Taken> values = new HashMap<>();
  }

  /** A value in its place. */
  private record Valued(State state, String value, MatchContext context) {}

  /** The state after a value, and whether it may stand. */
  private record Taken(boolean fits, State after) {}

  private final Matcher matcher;
  private final Known known;

  private Map<Name, Optional<State>> over;
  private Optional<State> text;
  private Set<Name> required;
  private Boolean ends;
  private State ended;
  private NameClass possible;

  /** The state before a document. */
  State(Matcher matcher) {
    this(matcher, new Known());
  }

  private State(Matcher matcher, Known known) {
    this.matcher = matcher;
    this.known = known;
  }

  private State state(Matcher next) {
    State there = known.states.get(next);
    if (there == null) {
      there = new State(next, known);
      if (known.states.size() < MOST) {
        known.states.put(next, there);
      }
    }
    return there;
  }

  private NameClass possible() {
    if (possible == null) {
      possible = matcher.possibleStartTagNames();
    }
    return possible;
  }

  boolean allows(Name element) {
    return possible().contains(element);
  }

  /** The elements that may stand here, as far as the grammar names them. */
  Set<Name> elements() {
    return possible().getIncludedNames();
  }

  /** The attributes that the open start tag may have, as far as the grammar names them. */
  Set<Name> attributes() {
    return matcher.possibleAttributeNames().getIncludedNames();
  }

  Set<Name> requiredElements() {
    if (required == null) {
      required = matcher.requiredElementNames();
    }
    return required;
  }

  Set<Name> requiredAttributes() {
    return matcher.requiredAttributeNames();
  }

  State open(Name element) {
    if (!allows(element)) {
      return null;
    }
    Matcher next = matcher.copy();
    return next.matchStartTagOpen(element, element.getLocalName(), Scope.NONE) ? state(next) : null;
  }

  /**
   * The state within an element wherever the grammar has it, for one that stands where it may not;
   * null where the grammar has none of that name.
   */
  State openAnywhere(Name element) {
    Matcher next = matcher.copy();
    next.matchStartTagOpen(element, element.getLocalName(), Scope.NONE);
    boolean nowhere =
        next.possibleAttributeNames().isEmpty()
            && !next.isValidSoFar()
            && next.copy().matchAttributeName(NOBODYS, "nobody", Scope.NONE);
    return nowhere ? null : state(next);
  }

  State attributeName(Item.Value attribute) {
    if (!matcher.possibleAttributeNames().contains(attribute.name())) {
      return null; // the matcher would write a long message that nobody reads
    }
    Matcher next = matcher.copy();
    return next.matchAttributeName(attribute.name(), attribute.qName(), Scope.NONE)
        ? state(next)
        : null;
  }

  /** Whether the attribute whose name was last given may have a value. */
  boolean takesValue(String value, MatchContext context) {
    return value(value, context) != null;
  }

  /** The state after the value of the attribute whose name was last given. */
  State value(String value, MatchContext context) {
    Taken taken = taken(value, context);
    return taken.fits ? taken.after : null;
  }

  State recoverValue(String value, MatchContext context) {
    return taken(value, context).after;
  }

  private Taken taken(String value, MatchContext context) {
    Valued valued = new Valued(this, value, context);
    Taken taken = known.values.get(valued);
    if (taken == null) {
      Matcher next = matcher.copy();
      boolean fits = next.matchAttributeValue(value, NOBODYS, "x", context);
      taken = new Taken(fits, state(next));
      if (value.length() <= LONGEST && known.values.size() < MOST) {
        known.values.put(valued, taken);
      }
    }
    return taken;
  }

  /** What Jing says of a value that it does not take; it alone names the values of a list. */
  String complaint(String value, MatchContext context) {
    Matcher next = matcher.copy();
    next.matchAttributeValue(value, NOBODYS, "x", context);
    return next.getErrorMessage() == null ? "" : next.getErrorMessage();
  }

  boolean closesStartTag() {
    return matcher.copy().matchStartTagClose(NOBODYS, "x", Scope.NONE);
  }

  State recoverStartTag() {
    Matcher next = matcher.copy();
    next.matchStartTagClose(NOBODYS, "x", Scope.NONE);
    return state(next);
  }

  /** Whether the content is a value, such as a date, and no mixture of words and elements. */
  boolean isTyped() {
    return matcher.isTextTyped();
  }

  boolean takesContent(String value, MatchContext context) {
    Matcher next = matcher.copy();
    return next.matchTextBeforeEndTag(value, NOBODYS, "x", context);
  }

  State recoverContent(String value, MatchContext context) {
    Matcher next = matcher.copy();
    next.matchTextBeforeEndTag(value, NOBODYS, "x", context);
    next.matchEndTag(NOBODYS, "x", context);
    return state(next);
  }

  /** Whether an element may hold neither words nor elements. */
  boolean mustBeEmpty() {
    return !isTyped() && possible().isEmpty() && text() == null;
  }

  /** The state after words; null where none may stand. */
  State text() {
    if (text == null) {
      Matcher next = matcher.copy();
      text = Optional.ofNullable(next.matchUntypedText(Scope.NONE) ? state(next) : null);
    }
    return text.orElse(null);
  }

  boolean ends() {
    if (ends == null) {
      ends =
          isTyped()
              ? takesContent("", Scope.NONE)
              : matcher.copy().matchEndTag(NOBODYS, "x", Scope.NONE);
    }
    return ends;
  }

  State recoverEnd() {
    if (ended == null) {
      Matcher next = matcher.copy();
      next.matchEndTag(NOBODYS, "x", Scope.NONE);
      ended = state(next);
    }
    return ended;
  }

  /** The state after a whole element, whatever it has and holds; null where it may not stand. */
  State over(Name element) {
    if (over == null) {
      over = new HashMap<>(4);
    }
    Optional<State> known = over.get(element);
    if (known == null) {
      State open = open(element);
      known = Optional.ofNullable(open == null ? null : open.recoverStartTag().recoverEnd());
      over.put(element, known);
    }
    return known.orElse(null);
  }

  State over(Item item) {
    return item instanceof Item.Element element ? over(element.name) : text();
  }

  /**
   * What is missing before an item, if anything is: the elements that must come first. Empty where
   * no such elements would make it welcome.
   */
  List<Name> missingBefore(Item item) {
    List<Name> missing = new ArrayList<>();
    State state = this;
    for (int i = 0; i < MISSING; i++) {
      Name one = null;
      for (Name required : state.requiredElements()) {
        State after = state.over(required);
        if (after != null && (one == null || after.over(item) != null)) {
          one = required;
        }
      }
      if (one == null) {
        return List.of();
      }
      missing.add(one);
      state = state.over(one);
      if (state.over(item) != null) {
        return missing;
      }
    }
    return List.of();
  }

  /** The state after elements in a row. */
  State overAll(List<Name> elements) {
    State state = this;
    for (Name element : elements) {
      state = state.over(element);
    }
    return state;
  }
}
