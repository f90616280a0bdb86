package org.letterpress.validate.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an entry of a register is about (TEI Guidelines 14.3). */
enum Kind {
  PERSON("listPerson"),
  PLACE("listPlace"),
  ORG("listOrg"),
  EVENT("listEvent"),
  WORK("listBibl"),
  OBJECT("listObject");

  private static final Map<String, Kind> ENTRIES =
      Map.ofEntries(
          Map.entry("person", PERSON),
          Map.entry("personGrp", PERSON),
          Map.entry("place", PLACE),
          Map.entry("org", ORG),
          Map.entry("event", EVENT),
          Map.entry("bibl", WORK),
          Map.entry("biblStruct", WORK),
          Map.entry("biblFull", WORK),
          Map.entry("object", OBJECT));

  private static final Map<String, Set<Kind>> NAMES =
      Map.ofEntries(
          Map.entry("persName", Set.of(PERSON)),
          Map.entry("placeName", Set.of(PLACE)),
          Map.entry("geogName", Set.of(PLACE)),
          Map.entry("settlement", Set.of(PLACE)),
          Map.entry("district", Set.of(PLACE)),
          Map.entry("region", Set.of(PLACE)),
          Map.entry("country", Set.of(PLACE)),
          Map.entry("bloc", Set.of(PLACE)),
          Map.entry("pubPlace", Set.of(PLACE)),
          Map.entry("orgName", Set.of(ORG)),
          Map.entry("eventName", Set.of(EVENT)),
          Map.entry("objectName", Set.of(OBJECT)),
          Map.entry("author", Set.of(PERSON, ORG)),
          Map.entry("editor", Set.of(PERSON, ORG)),
          Map.entry("publisher", Set.of(PERSON, ORG)),
          Map.entry("title", Set.of(WORK)));

  private static final Map<String, Kind> TYPES =
      Map.ofEntries(
          Map.entry("person", PERSON),
          Map.entry("pers", PERSON),
          Map.entry("persname", PERSON),
          Map.entry("place", PLACE),
          Map.entry("placename", PLACE),
          Map.entry("settlement", PLACE),
          Map.entry("org", ORG),
          Map.entry("orgname", ORG),
          Map.entry("organisation", ORG),
          Map.entry("organization", ORG),
          Map.entry("institution", ORG),
          Map.entry("event", EVENT),
          Map.entry("work", WORK),
          Map.entry("bibl", WORK),
          Map.entry("title", WORK),
          Map.entry("object", OBJECT));

  private static final Map<String, Kind> LISTS =
      Arrays.stream(values()).collect(Collectors.toMap(Kind::list, Function.identity()));

  private final String list;

  Kind(String list) {
    this.list = list;
  }

  /** The element that holds a register of this kind. */
  String list() {
    return list;
  }

  /** The kind of entry that an element is, if it is one. */
  static Optional<Kind> ofEntry(String element) {
    return Optional.ofNullable(ENTRIES.get(element));
  }

  /** The kind of register that an element is, if it is one. */
  static Optional<Kind> ofList(String element) {
    return element.startsWith("list") ? Optional.ofNullable(LISTS.get(element)) : Optional.empty();
  }

  /** Whether an element names something. */
  static boolean isName(String element) {
    return NAMES.containsKey(element) || isOpen(element);
  }

  /** Whether an element may name anything, so that its type says what. */
  static boolean isOpen(String element) {
    return element.equals("rs") || element.equals("name");
  }

  /** What a name may refer to; empty where its element and type don't say. */
  static Set<Kind> meant(String element, String type) {
    if (!isOpen(element)) {
      return NAMES.getOrDefault(element, Set.of());
    }
    Kind kind = TYPES.get(type.toLowerCase(Locale.ROOT));
    return kind == null ? Set.of() : Set.of(kind);
  }
}
