package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Tag;

/** What an element holds: elements and words, each with its place in the source text. */
sealed interface Item {

  /** Where it begins. */
  int start();

  /** Where it ends. */
  int end();

  /**
   * A stretch of text between two tags, without the white space around it.
   *
   * @param text the characters as the parser gave them, white space included
   */
  record Words(int start, int end, String text) implements Item {
    boolean isBlank() {
      return text.isBlank();
    }
  }

  /** An attribute that is no declaration of a namespace. */
  record Value(Name name, String qName, String value) {
    boolean sameName(Value other) {
      return name.equals(other.name);
    }
  }

  /** An element. */
  final class Element implements Item {
    final Element parent;
    final Name name;
    final String qName;
    final Scope scope;
    final List<Value> attributes;
    final List<Item> items = new ArrayList<>(0);
    final int start;
    final int startTagEnd;
    final boolean emptyTag;
    int endTagStart;
    int end;
    private Tag tag;

    Element(
        Element parent,
        Name name,
        String qName,
        Scope scope,
        List<Value> attributes,
        int start,
        int startTagEnd,
        boolean emptyTag) {
      this.parent = parent;
      this.name = name;
      this.qName = qName;
      this.scope = scope;
      this.attributes = attributes;
      this.start = start;
      this.startTagEnd = startTagEnd;
      this.emptyTag = emptyTag;
    }

    @Override
    public int start() {
      return start;
    }

    @Override
    public int end() {
      return end;
    }

    String local() {
      return name.getLocalName();
    }

    /** The prefix with its colon, as it is written; empty where there is none. */
    String prefix() {
      return qName.substring(0, qName.indexOf(':') + 1);
    }

    /** Its elements and its words; white space alone is none. */
    List<Item> solid() {
      List<Item> solid = new ArrayList<>();
      for (Item item : items) {
        if (!(item instanceof Words words && words.isBlank())) {
          solid.add(item);
        }
      }
      return solid;
    }

    /** The same element with other attributes; what it holds is shared. */
    Element with(List<Value> others) {
      Element same = new Element(parent, name, qName, scope, others, start, startTagEnd, emptyTag);
      same.items.addAll(items);
      same.endTagStart = endTagStart;
      same.end = end;
      return same;
    }

    /** Some of the elements and words after one of them. */
    List<Item> after(Item one, int limit) {
      List<Item> after = new ArrayList<>();
      int at = Collections.binarySearch(items, one, Comparator.comparingInt(Item::start));
      for (int i = Math.abs(at + 1); i < items.size() && after.size() < limit; i++) {
        if (items.get(i).start() > one.start()
            && !(items.get(i) instanceof Words words && words.isBlank())) {
          after.add(items.get(i));
        }
      }
      return after;
    }

    /** The element within whose tags a stretch of the text lies; null where there is none. */
    Element child(int from, int to) {
      for (Item item : items) {
        if (item instanceof Element child
            && !child.emptyTag
            && child.startTagEnd <= from
            && to <= child.endTagStart) {
          return child;
        }
      }
      return null;
    }

    boolean hasElements() {
      return items.stream().anyMatch(Element.class::isInstance);
    }

    /** All its text, where it has no elements. */
    String text() {
      StringBuilder text = new StringBuilder();
      for (Item item : items) {
        if (item instanceof Words words) {
          text.append(words.text());
        }
      }
      return text.toString();
    }

    /** Its start tag, read where it is asked for. */
    Tag tag(SourceText text) {
      if (tag == null) {
        tag = Tag.at(text, start);
      }
      return tag;
    }
  }
}
