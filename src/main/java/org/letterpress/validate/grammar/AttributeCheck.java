package org.letterpress.validate.grammar;

import com.thaiopensource.relaxng.match.MatchContext;
import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Spelling;

/** Judges the attributes of elements, and content that is a value. */
final class AttributeCheck {

  private static final Pattern LISTED = Pattern.compile("must be equal to (.*)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
  private static final Pattern DAY =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:Z|[+-]\\d\\d:\\d\\d)?");

  /** Of more values than these nobody reads the list. */
  private static final int FEW = 8;

  private final Complaints complaints;
  private final Mends mends;

  AttributeCheck(Complaints complaints) {
    this.complaints = complaints;
    this.mends = new Mends(complaints.text());
  }

  /** Judges the attributes of an element that is open; gives the state within it. */
  State check(Item.Element element, State open) {
    State state = open;
    List<Item.Value> unknown = new ArrayList<>();
    for (Item.Value attribute : element.attributes) {
      State named = state.attributeName(attribute);
      if (named == null) {
        unknown.add(attribute);
        continue;
      }
      State after = named.value(attribute.value(), element.scope);
      if (after == null) {
        tellValue(element, attribute, state, named);
        after = named.recoverValue(attribute.value(), element.scope);
      }
      state = after;
    }
    for (Item.Value attribute : unknown) {
      state = unknown(element, attribute, state);
    }
    if (!state.closesStartTag()) {
      tellMissing(element, state);
    }
    return state.recoverStartTag();
  }

  private State unknown(Item.Element element, Item.Value attribute, State state) {
    Set<Name> possible = state.attributes();
    Optional<Name> meant = Names.meantAttribute(attribute.name(), possible);
    if (meant.isPresent()) {
      Name name = meant.get();
      String shown = Names.attribute(name);
      Item.Value renamed = new Item.Value(name, shown, attribute.value());
      State named = state.attributeName(renamed);
      boolean fits = named != null && named.takesValue(attribute.value(), element.scope);
      complaints.add(
          "attribute-misspelt",
          element,
          attribute,
          false,
          fits ? mends.attribute(element, attribute, shown, attribute.value()) : List.of(),
          "attribute",
          attribute.qName(),
          "element",
          element.qName,
          "near",
          shown);
      return named == null ? state : named.recoverValue(attribute.value(), element.scope);
    }
    complaints.add(
        "attribute-unknown",
        element,
        attribute,
        false,
        mends.drop(element, attribute.qName()),
        "attribute",
        attribute.qName(),
        "element",
        element.qName);
    return state;
  }

  private void tellMissing(Item.Element element, State state) {
    Set<Name> required = state.requiredAttributes();
    if (required.isEmpty()) {
      complaints.add(
          "attributes-missing",
          element,
          List.of(),
          "element",
          element.qName,
          "attributes",
          attributes(state.attributes()));
      return;
    }
    for (Name name : Names.sorted(required)) {
      String shown = Names.attribute(name);
      Item.Value missing = new Item.Value(name, shown, "");
      State named = state.attributeName(missing);
      List<String> values = named == null ? List.of() : listed(named, Scope.NONE);
      List<Fix> fixes =
          values.size() == 1
              ? List.of(mends.addAttribute(element, shown, values.get(0)))
              : List.of();
      if (values.isEmpty()) {
        complaints.add(
            "attribute-missing", element, fixes, "element", element.qName, "attribute", shown);
      } else {
        complaints.add(
            "attribute-missing-of-list",
            element,
            fixes,
            "element",
            element.qName,
            "attribute",
            shown,
            "values",
            few(values, ""));
      }
    }
  }

  private static String attributes(Set<Name> names) {
    return Names.sorted(names).stream()
        .map(Names::attribute)
        .limit(FEW)
        .collect(Collectors.joining(", "));
  }

  private void tellValue(Item.Element element, Item.Value attribute, State state, State named) {
    if (complaints.onlyCounts()) {
      complaints.count(element);
      return;
    }
    Name reference = new Name("", attribute.qName() + "Ref");
    if (attribute.value().startsWith("#") && state.attributes().contains(reference)) {
      String shown = reference.getLocalName();
      complaints.add(
          "value-reference",
          element,
          attribute,
          false,
          mends.attribute(element, attribute, shown, attribute.value()),
          "attribute",
          attribute.qName(),
          "value",
          attribute.value(),
          "near",
          shown);
      return;
    }
    Verdict verdict = verdict(attribute.value(), named::takesValue, element.scope, named);
    List<Fix> fixes = new ArrayList<>();
    for (String value : verdict.better()) {
      fixes.addAll(mends.attribute(element, attribute, attribute.qName(), value));
    }
    fixes.addAll(uncertain(element, attribute, state, named));
    if (attribute.value().isBlank() && fixes.isEmpty()) {
      fixes.addAll(mends.drop(element, attribute.qName()));
    }
    complaints.add(
        verdict.code(),
        element,
        attribute,
        true,
        fixes,
        "attribute",
        attribute.qName(),
        "element",
        element.qName,
        "value",
        Mends.cut(attribute.value()),
        "values",
        verdict.values(),
        "near",
        verdict.better().isEmpty() ? "" : verdict.better().get(0));
  }

  /** Two days are a stretch of time; a day with a question mark is a day that is not sure. */
  private List<Fix> uncertain(
      Item.Element element, Item.Value attribute, State state, State named) {
    String value = attribute.value().strip();
    String[] days = value.split("/", -1);
    if (attribute.qName().equals("when")
        && days.length == 2
        && has(element, state, "from")
        && has(element, state, "to")
        && days[0].compareTo(days[1]) < 0
        && named.takesValue(days[0], element.scope)
        && named.takesValue(days[1], element.scope)) {
      return mends.replace(element, attribute, "from=\"" + days[0] + "\" to=\"" + days[1] + "\"");
    }
    String sure = value.replaceFirst("\\s*(?:\\?|\\(\\?\\))$", "");
    if (!sure.equals(value)
        && sure.matches("[0-9-]+")
        && has(element, state, "cert")
        && named.takesValue(sure, element.scope)) {
      return mends.replace(
          element, attribute, attribute.qName() + "=\"" + sure + "\" cert=\"low\"");
    }
    return List.of();
  }

  /** Whether an element may have an attribute that it has not yet. */
  private static boolean has(Item.Element element, State state, String attribute) {
    Name name = new Name("", attribute);
    return state.attributes().contains(name)
        && element.attributes.stream().noneMatch(one -> one.name().equals(name));
  }

  /** An element's content is not the value that it must be. */
  void content(Item.Element element, State inside, String value) {
    if (complaints.onlyCounts()) {
      complaints.count(element);
      return;
    }
    Verdict verdict = verdict(value, inside::takesContent, element.scope, inside);
    List<Fix> fixes = new ArrayList<>();
    if (!element.emptyTag) {
      for (String better : verdict.better()) {
        fixes.add(mends.content(element, better));
      }
    }
    complaints.add(
        "content-not-a-value", element, fixes, "element", element.qName, "value", Mends.cut(value));
  }

  /** Whether a place takes a value. */
  private interface Taker {
    boolean takes(String value, MatchContext context);
  }

  private record Verdict(String code, String values, List<String> better) {}

  private static Verdict verdict(String value, Taker taker, MatchContext context, State named) {
    List<String> better =
        Values.corrected(value).stream().filter(one -> taker.takes(one, context)).toList();
    if (value.isBlank()) {
      return new Verdict("value-empty", "", better);
    }
    if (taker.takes("1961-11-09", context) && !taker.takes("letter", context)) {
      return new Verdict(DAY.matcher(value).matches() ? "value-no-day" : "value-date", "", better);
    }
    if (taker.takes("12:15:00", context) && !taker.takes("letter", context)) {
      return new Verdict("value-time", "", better);
    }
    if (taker.takes("de", context)
        && taker.takes("en-GB", context)
        && !taker.takes("sentence", context)) {
      return new Verdict("value-language", "", better);
    }
    List<String> listed = listed(named, context);
    if (!listed.isEmpty() && !taker.takes("sentence", context)) {
      Optional<String> near = Spelling.nearest(value, listed);
      return near.isPresent()
          ? new Verdict("value-misspelt", few(listed, value), List.of(near.get()))
          : new Verdict("value-of-list", few(listed, value), List.of());
    }
    if (taker.takes("7", context) && !taker.takes("letter", context)) {
      return new Verdict("value-number", "", better);
    }
    if (taker.takes("letter", context) && !taker.takes("7", context)) {
      return new Verdict("value-name", "", better);
    }
    if (value.strip().matches("(?s).*\\s.*") && taker.takes("#letter", context)) {
      return new Verdict("value-space", "", better);
    }
    // A reference stays one.
    boolean isReference = value.strip().startsWith("#");
    return new Verdict(
        "value-other",
        "",
        better.stream().filter(one -> !isReference || one.startsWith("#")).toList());
  }

  private static List<String> listed(State named, MatchContext context) {
    Matcher matcher = LISTED.matcher(named.complaint("\u2603", context));
    return matcher.find()
        ? QUOTED
            .matcher(matcher.group(1))
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .filter(one -> !one.isEmpty())
            .toList()
        : List.of();
  }

  private static String few(List<String> values, String wanted) {
    Optional<String> near = Spelling.nearest(wanted, values);
    return java.util.stream.Stream.concat(near.stream(), values.stream())
            .distinct()
            .limit(FEW)
            .map(value -> "\"" + value + "\"")
            .collect(Collectors.joining(", "))
        + (values.size() > FEW ? " …" : "");
  }
}
