package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Fix.Edit;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Tag;

/** Makes fixes: exact changes to the source text. None of them loses a word of the letter. */
final class Mends {

  private static final int LONGEST = 40;

  private final SourceText text;

  Mends(SourceText text) {
    this.text = text;
  }

  private String characters() {
    return text.characters();
  }

  private static Fix fix(String title, List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    return new Fix(title, sorted);
  }

  /** Another name for an element. */
  Fix rename(Item.Element element, Name name) {
    return rename(element, name, "");
  }

  /** Another name for an element, and attributes more, each with a space before it. */
  Fix rename(Item.Element element, Name name, String attributes) {
    String qName = element.prefix() + name.getLocalName();
    List<Edit> edits = new ArrayList<>();
    edits.add(
        new Edit(
            element.start + 1, element.start + 1 + element.qName.length(), qName + attributes));
    if (!element.emptyTag) {
      int end = element.endTagStart + 2;
      edits.add(new Edit(end, end + element.qName.length(), qName));
    }
    return fix("<" + element.qName + "> → <" + qName + attributes + ">", edits);
  }

  /** Another name for an element, and other names for attributes. */
  Fix rename(Item.Element element, Name name, List<Item.Value> attributes) {
    Tag tag = element.tag(text);
    List<Edit> edits = new ArrayList<>(rename(element, name).edits());
    StringBuilder before = new StringBuilder(element.qName);
    StringBuilder after = new StringBuilder(element.prefix() + name.getLocalName());
    for (int i = 0; i < attributes.size(); i++) {
      String old = element.attributes.get(i).qName();
      String other = attributes.get(i).qName();
      if (!old.equals(other)) {
        tag.attribute(old)
            .ifPresent(
                place -> edits.add(new Edit(place.start(), place.start() + old.length(), other)));
        before.append(' ').append(old);
        after.append(' ').append(other);
      }
    }
    return fix("<" + before + "> → <" + after + ">", edits);
  }

  /** Besides another name: what an attribute says as a description within the element. */
  Fix describe(Fix renamed, Item.Element element, Name name, Item.Value attribute) {
    List<Edit> edits = new ArrayList<>(renamed.edits());
    drop(element, attribute.qName()).forEach(fix -> edits.addAll(fix.edits()));
    if (!attribute.value().isBlank()) {
      String desc = "<" + element.prefix() + "desc>";
      String words = desc + escape(attribute.value()) + desc.replace("<", "</");
      String end = "</" + element.prefix() + name.getLocalName() + ">";
      edits.add(
          element.emptyTag
              ? new Edit(element.startTagEnd - 2, element.startTagEnd, ">" + words + end)
              : new Edit(element.startTagEnd, element.startTagEnd, words));
    }
    return fix(renamed.title(), edits);
  }

  /** Besides another name: all that an element holds put into another. */
  Fix fill(Fix renamed, Item.Element element, Name round) {
    String tag = "<" + element.prefix() + round.getLocalName() + ">";
    List<Edit> edits = new ArrayList<>(renamed.edits());
    edits.add(new Edit(element.startTagEnd, element.startTagEnd, tag));
    edits.add(new Edit(element.endTagStart, element.endTagStart, tag.replace("<", "</")));
    return fix(renamed.title() + tag, edits);
  }

  /** An element that stands round others put into each of them. */
  Fix inside(Item.Element element) {
    String open = characters().substring(element.start, element.startTagEnd);
    String close = characters().substring(element.endTagStart, element.end);
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(element.start, element.startTagEnd, ""));
    String first = "";
    for (Item item : element.solid()) {
      if (item instanceof Item.Element child) {
        edits.add(new Edit(child.startTagEnd, child.startTagEnd, open));
        edits.add(new Edit(child.endTagStart, child.endTagStart, close));
        first = first.isEmpty() ? child.qName : first;
      }
    }
    edits.add(new Edit(element.endTagStart, element.end, ""));
    String name = "<" + element.qName + ">";
    return fix(name + "<" + first + "> → <" + first + ">" + name, edits);
  }

  /** A stretch of content put into an element. */
  Fix wrap(int start, int end, String qName) {
    return fix(
        "<" + qName + ">…</" + qName + ">",
        List.of(new Edit(start, start, "<" + qName + ">"), new Edit(end, end, "</" + qName + ">")));
  }

  /** The tags of an element taken away, its content kept. */
  Fix unwrap(Item.Element element) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(element.start, element.startTagEnd, ""));
    if (!element.emptyTag) {
      edits.add(new Edit(element.endTagStart, element.end, ""));
    }
    return fix("– <" + element.qName + ">", edits);
  }

  /** An empty element taken away, with the white space before it. */
  Fix remove(Item.Element element) {
    int from = element.start;
    while (from > 0 && Character.isWhitespace(characters().charAt(from - 1))) {
      from--;
    }
    return fix("– <" + element.qName + "/>", List.of(new Edit(from, element.end, "")));
  }

  /** What an element holds put after it. */
  Fix empty(Item.Element element) {
    int bracket = element.startTagEnd - 1;
    return fix(
        "<" + element.qName + "/>…",
        List.of(new Edit(bracket, bracket, "/"), new Edit(element.endTagStart, element.end, "")));
  }

  /**
   * A stretch of an element's content put outside it: the element ends before and begins again
   * after.
   *
   * @param before whether the element holds something before the stretch
   * @param after whether it holds something after
   */
  Fix lift(Item.Element element, int start, int end, boolean before, boolean after) {
    String closing = "</" + element.qName + ">";
    List<Edit> edits = new ArrayList<>();
    if (before) {
      edits.add(new Edit(start, start, closing));
    } else {
      edits.add(new Edit(element.start, element.startTagEnd, ""));
    }
    if (after) {
      String tag =
          before
              ? "<" + element.qName + ">"
              : characters().substring(element.start, element.startTagEnd);
      edits.add(new Edit(end, end, tag));
    } else {
      edits.add(new Edit(element.endTagStart, element.end, ""));
    }
    String name = characters().startsWith("<", start) ? tagName(start) : "…";
    String again = after ? " … <" + element.qName + ">" : "";
    return fix(
        before ? closing + name + again : after ? name + again : "– <" + element.qName + ">",
        edits);
  }

  private String tagName(int start) {
    return "<" + Tag.at(text, start).name() + ">";
  }

  /** An item moved before another place, with the white space before it. */
  Fix move(Item item, int to, String title) {
    int from = item.start();
    while (from > 0 && Character.isWhitespace(characters().charAt(from - 1))) {
      from--;
    }
    String moved = characters().substring(item.start(), item.end());
    String space = characters().substring(from, item.start());
    return fix(
        title,
        to <= from
            ? List.of(new Edit(to, to, moved + space), new Edit(from, item.end(), ""))
            : List.of(new Edit(from, item.end(), ""), new Edit(to, to, space + moved)));
  }

  /** Something put before an item, on a line of its own where the item has one. */
  Fix insertBefore(int at, String added) {
    int line = at;
    while (line > 0 && isBlank(characters().charAt(line - 1))) {
      line--;
    }
    boolean own = line > 0 && characters().charAt(line - 1) == '\n';
    String space = own ? newLine(line) + characters().substring(line, at) : "";
    return fix("+ " + added, List.of(new Edit(at, at, added + space)));
  }

  /** Something put at an element's end. */
  Fix insertLast(Item.Element element, String added) {
    if (element.emptyTag) {
      int slash = element.startTagEnd - 2;
      return fix(
          "+ " + added,
          List.of(new Edit(slash, element.startTagEnd, ">" + added + "</" + element.qName + ">")));
    }
    int at = element.endTagStart;
    while (at > element.startTagEnd && Character.isWhitespace(characters().charAt(at - 1))) {
      at--;
    }
    String space = "";
    List<Item> solid = element.solid();
    if (!solid.isEmpty()) {
      int line = solid.get(solid.size() - 1).start();
      int from = line;
      while (from > 0 && isBlank(characters().charAt(from - 1))) {
        from--;
      }
      space =
          from > 0 && characters().charAt(from - 1) == '\n'
              ? newLine(from) + characters().substring(from, line)
              : "";
    }
    return fix("+ " + added, List.of(new Edit(at, at, space + added)));
  }

  /** The end of the line before a place, as the file has it. */
  private String newLine(int line) {
    return line > 1 && characters().charAt(line - 2) == '\r' ? "\r\n" : "\n";
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Another name for an attribute, and another value. */
  List<Fix> attribute(Item.Element element, Item.Value attribute, String name, String value) {
    return element
        .tag(text)
        .attribute(attribute.qName())
        .map(
            place -> {
              List<Edit> edits = new ArrayList<>();
              if (!name.equals(attribute.qName())) {
                edits.add(new Edit(place.start(), place.start() + place.name().length(), name));
              }
              if (!value.equals(attribute.value())) {
                edits.add(new Edit(place.valueStart(), place.valueEnd(), escape(value)));
              }
              return List.of(fix(name + "=\"" + cut(value) + "\"", edits));
            })
        .orElse(List.of());
  }

  /** An attribute replaced by others, as they are to be written. */
  List<Fix> replace(Item.Element element, Item.Value attribute, String written) {
    return element
        .tag(text)
        .attribute(attribute.qName())
        .map(place -> List.of(fix(written, List.of(new Edit(place.start(), place.end(), written)))))
        .orElse(List.of());
  }

  /** An attribute or declaration taken away. */
  List<Fix> drop(Item.Element element, String name) {
    return element
        .tag(text)
        .attribute(name)
        .map(
            place -> {
              int from = place.start();
              while (Character.isWhitespace(characters().charAt(from - 1))) {
                from--;
              }
              String shown =
                  name
                      + "=\""
                      + cut(characters().substring(place.valueStart(), place.valueEnd()))
                      + "\"";
              return List.of(fix("– " + shown, List.of(new Edit(from, place.end(), ""))));
            })
        .orElse(List.of());
  }

  /** An attribute put into a start tag, as its first. */
  Fix addAttribute(Item.Element element, String name, String value) {
    int at = element.start + 1 + element.qName.length();
    String added = name + "=\"" + escape(value) + "\"";
    return fix("+ " + added, List.of(new Edit(at, at, " " + added)));
  }

  /** A value's place in a declaration of a namespace. */
  Fix namespace(Item.Element element, String uri) {
    String name = element.prefix().isEmpty() ? "xmlns" : "xmlns:" + prefix(element);
    return element
        .tag(text)
        .attribute(name)
        .map(
            place ->
                fix(
                    name + "=\"" + uri + "\"",
                    List.of(new Edit(place.valueStart(), place.valueEnd(), uri))))
        .orElseGet(() -> addAttribute(element, name, uri));
  }

  private static String prefix(Item.Element element) {
    return element.prefix().substring(0, element.prefix().length() - 1);
  }

  /** Other words for the whole content of an element without elements. */
  Fix content(Item.Element element, String value) {
    return fix(
        "<" + element.qName + ">" + cut(value),
        List.of(new Edit(element.startTagEnd, element.endTagStart, escape(value))));
  }

  static String cut(String value) {
    String line = value.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  private static String escape(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
