package org.letterpress.validate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.letterpress.finding.Location;
import org.letterpress.xml.Cursor;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The titles of the letters of a file, by place, so that a finding can say which letter it is in: a
 * header's first title of level a, else its first (TEI Guidelines 2.2.1), or the heading of a
 * division of type document in a volume. What was read of a file that breaks off serves as well.
 */
final class Titles extends DefaultHandler {

  /** A longer title is cut. */
  private static final int LONGEST = 120;

  private static final class Letter {
    private final Letter within;
    private String title = "";
    private boolean isOwn;

    private Letter(Letter within) {
      this.within = within;
    }

    private String title() {
      return title.isEmpty() && within != null ? within.title() : title;
    }
  }

  private final Cursor cursor;
  private final TreeMap<Long, Letter> byPlace = new TreeMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();
  private Letter letter = new Letter(null);
  private int titleDepth;
  private int noteDepth;

  Titles(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The titles by the places from which on they hold, each as {@link #place} has it. */
  NavigableMap<Long, String> titles() {
    NavigableMap<Long, String> titles = new TreeMap<>();
    byPlace.forEach((place, found) -> titles.put(place, found.title()));
    return titles;
  }

  /** The title of the letter that stands at a place; empty where there is none. */
  static String at(Location location, NavigableMap<Long, String> titles) {
    Map.Entry<Long, String> found = titles.floorEntry(place(location.line(), location.column()));
    return found == null ? "" : found.getValue();
  }

  private static long place(int line, int column) {
    return ((long) line << Integer.SIZE) + column;
  }

  private void begin(int offset) {
    byPlace.put(place(cursor.text().line(offset), cursor.text().column(offset)), letter);
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    if (name.equals("TEI") || name.equals("teiCorpus") || isDocument(name, attributes)) {
      letter = new Letter(letter);
      begin(cursor.start());
    } else if (titleDepth == 0 && isTitle(name) && isBetter(attributes)) {
      letter.isOwn = "a".equals(attributes.getValue("level"));
      titleDepth = path.size() + 1;
      words.setLength(0);
    } else if (titleDepth > 0 && noteDepth == 0 && name.equals("note")) {
      noteDepth = path.size() + 1;
    }
    path.push(isDocument(name, attributes) ? "document" : name);
  }

  /** The title of the letter itself (level a) comes before that of its series. */
  private boolean isBetter(Attributes attributes) {
    return letter.title.isEmpty() || (!letter.isOwn && "a".equals(attributes.getValue("level")));
  }

  private static boolean isDocument(String name, Attributes attributes) {
    return name.equals("div") && "document".equals(attributes.getValue("type"));
  }

  private boolean isTitle(String name) {
    return (name.equals("title") && "titleStmt".equals(path.peek()))
        || (name.equals("head") && "document".equals(path.peek()));
  }

  @Override
  public void characters(char[] text, int start, int length) {
    if (titleDepth > 0 && noteDepth == 0 && words.length() <= 2 * LONGEST) {
      words.append(text, start, length);
    }
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    if (noteDepth == path.size()) {
      noteDepth = 0;
    }
    if (titleDepth == path.size()) {
      titleDepth = 0;
      String title = words.toString().replaceAll("\\s+", " ").strip();
      letter.title =
          title.length() <= LONGEST ? title : title.substring(0, LONGEST - 1).strip() + "…";
    }
    String name = path.pop();
    if (name.equals("TEI") || name.equals("teiCorpus") || name.equals("document")) {
      letter = letter.within;
      begin(cursor.end());
    }
  }
}
