package org.letterpress.validate.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.letterpress.xml.SourceText;

/** Changes a document at random, so that it stays well-formed. */
final class Mutation {

  private static final List<String> NAMES =
      List.of(
          "p",
          "div",
          "persName",
          "pesrName",
          "closer",
          "opener",
          "hi",
          "lb",
          "date",
          "list",
          "item",
          "teiheader",
          "fileDesc",
          "note",
          "br",
          "salute",
          "row",
          "anchor",
          "title");

  private static final List<String> ATTRIBUTES =
      List.of("ref", "reff", "when", "type", "xml:id", "n", "notbefore", "cert", "target");

  private static final List<String> VALUES =
      List.of("", "1834-02-30", "22 March", "#ada", "a b", "sent", "high", "x1", "12", "de");

  private Mutation() {}

  /** The document after some changes. */
  static String of(String document, Random random, int changes) {
    String changed = document;
    for (int i = 0; i < changes; i++) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static String once(String document, Random random) {
    List<Item.Element> all = new ArrayList<>();
    collect(Outline.of(SourceText.of("letter.xml", document)), all);
    Item.Element one = all.get(1 + random.nextInt(all.size() - 1));
    Item.Element other = all.get(1 + random.nextInt(all.size() - 1));
    String element = document.substring(one.start, one.end);
    StringBuilder changed = new StringBuilder(document);
    switch (random.nextInt(8)) {
      case 0 -> rename(changed, one, NAMES.get(random.nextInt(NAMES.size())));
      case 1 -> changed.delete(one.start, one.end);
      case 2 -> changed.insert(one.end, idless(element));
      case 3 -> changed.insert(other.start, idless(element));
      case 4 -> {
        if (!one.emptyTag) {
          changed.delete(one.endTagStart, one.end).delete(one.start, one.startTagEnd);
        }
      }
      case 5 -> attribute(changed, one, random);
      case 6 -> {
        if (!one.attributes.isEmpty()) {
          Item.Value value = one.attributes.get(random.nextInt(one.attributes.size()));
          one.tag(SourceText.of("letter.xml", document))
              .attribute(value.qName())
              .ifPresent(place -> changed.delete(place.start(), place.end()));
        }
      }
      default -> changed.insert(one.startTagEnd, "words");
    }
    return changed.toString();
  }

  private static void rename(StringBuilder changed, Item.Element one, String name) {
    if (!one.emptyTag) {
      changed.replace(one.endTagStart + 2, one.endTagStart + 2 + one.qName.length(), name);
    }
    changed.replace(one.start + 1, one.start + 1 + one.qName.length(), name);
  }

  private static void attribute(StringBuilder changed, Item.Element one, Random random) {
    String name = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
    if (one.attributes.stream().noneMatch(value -> value.qName().equals(name))) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      changed.insert(one.start + 1 + one.qName.length(), " " + name + "=\"" + value + "\"");
    }
  }

  /** Identifiers twice are no matter of the grammar, but Jing would speak of them. */
  private static String idless(String element) {
    return element.replaceAll("\\sxml:id=\"[^\"]*\"", "");
  }

  private static void collect(Item.Element element, List<Item.Element> all) {
    all.add(element);
    for (Item item : element.items) {
      if (item instanceof Item.Element child) {
        collect(child, all);
      }
    }
  }
}
