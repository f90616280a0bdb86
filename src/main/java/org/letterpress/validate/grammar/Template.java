package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The smallest element of a name that the grammar accepts, with signs for words to be put in. */
final class Template {

  private static final int DEPTH = 4;

  /** What stands for words that only the editor knows. */
  private static final String WORDS = "…";

  /** Elements that are worth nothing without words. */
  private static final Set<String> WORDY =
      Set.of(
          "title",
          "publisher",
          "bibl",
          "persName",
          "placeName",
          "orgName",
          "language",
          "change",
          "p",
          "ab",
          "item",
          "cell",
          "head",
          "l",
          "addrLine",
          "label",
          "licence");

  /** Attributes that are not required, but belong to an element. */
  private static final Map<String, String> ATTRIBUTES = Map.of("change", " when=\"YYYY-MM-DD\"");

  /** What serves where one of many is required. */
  private static final List<String> PLAIN = List.of("change", "row", "cell", "item", "p");

  private Template() {}

  /** Whether nothing has to be put in. */
  static boolean isWhole(String template) {
    return !template.contains(WORDS);
  }

  /** Its text, if there is such an element. */
  static Optional<String> of(Name name, State state, String prefix) {
    return of(name, state, prefix, DEPTH);
  }

  private static Optional<String> of(Name name, State state, String prefix, int depth) {
    State open = state.open(name);
    if (open == null || depth == 0 || !open.closesStartTag()) {
      return Optional.empty();
    }
    String qName = prefix + name.getLocalName();
    if (WORDY.contains(name.getLocalName())) {
      String attributes = ATTRIBUTES.getOrDefault(name.getLocalName(), "");
      return Optional.of("<" + qName + attributes + ">" + WORDS + "</" + qName + ">");
    }
    return content(open.recoverStartTag(), prefix, depth)
        .map(
            content ->
                content.isEmpty()
                    ? "<" + qName + "/>"
                    : "<" + qName + ">" + content + "</" + qName + ">");
  }

  /** The least that must still stand in an element. */
  static Optional<String> content(State inside, String prefix) {
    return content(inside, prefix, DEPTH);
  }

  private static Optional<String> content(State from, String prefix, int depth) {
    State inside = from;
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < DEPTH && !inside.ends(); i++) {
      Name child = child(inside);
      Optional<String> within =
          child == null ? Optional.empty() : of(child, inside, prefix, depth - 1);
      if (within.isEmpty()) {
        return Optional.empty();
      }
      content.append(within.get());
      inside = inside.over(child);
    }
    return inside.ends() ? Optional.of(content.toString()) : Optional.empty();
  }

  private static Name child(State inside) {
    Set<Name> required = inside.requiredElements();
    if (!required.isEmpty()) {
      return Names.sorted(required).get(0);
    }
    for (String plain : PLAIN) {
      for (Name name : inside.elements()) {
        if (name.getLocalName().equals(plain)) {
          return name;
        }
      }
    }
    return null;
  }
}
