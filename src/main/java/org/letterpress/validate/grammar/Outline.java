package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.List;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.SafeParser;
import org.letterpress.xml.SourceText;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a file that has a fault once more, into {@link Item}s. */
final class Outline extends DefaultHandler {

  private final Cursor cursor;
  private final StringBuilder words = new StringBuilder();
  private Scope scope = Scope.NONE;
  private Item.Element root;
  private Item.Element open;

  private Outline(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The root element of a file that is known to be well-formed. */
  static Item.Element of(SourceText text) {
    try {
      return read(text);
    } catch (SAXException e) {
      throw new IllegalStateException("What was well-formed is so no more: " + text.file(), e);
    }
  }

  /**
   * The root element of a file.
   *
   * @throws SAXException where it is not well-formed
   */
  static Item.Element read(SourceText text) throws SAXException {
    Cursor cursor = new Cursor(text);
    Outline outline = new Outline(cursor);
    SafeParser.parse(cursor, List.of(outline));
    return outline.root;
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    scope = new Scope(prefix, uri, scope);
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    flush(cursor.start());
    List<Item.Value> values = new ArrayList<>(attributes.getLength());
    for (int i = 0; i < attributes.getLength(); i++) {
      Name name = new Name(attributes.getURI(i), attributes.getLocalName(i));
      values.add(new Item.Value(name, attributes.getQName(i), attributes.getValue(i)));
    }
    Item.Element element =
        new Item.Element(
            open,
            new Name(uri, local),
            qName,
            scope,
            values,
            cursor.start(),
            cursor.end(),
            cursor.isEmptyTag());
    if (open == null) {
      root = element;
    } else {
      open.items.add(element);
    }
    open = element;
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    if (!open.emptyTag) {
      flush(cursor.start());
    }
    open.endTagStart = open.emptyTag ? cursor.end() : cursor.start();
    open.end = cursor.end();
    open = open.parent;
    scope = open == null ? Scope.NONE : open.scope;
  }

  @Override
  public void characters(char[] text, int start, int length) {
    words.append(text, start, length);
  }

  private void flush(int end) {
    if (words.isEmpty() || open == null) {
      return;
    }
    String source = cursor.text().characters();
    int from =
        open.items.isEmpty() ? open.startTagEnd : open.items.get(open.items.size() - 1).end();
    int to = end;
    for (boolean more = true; more; ) {
      from = skipSpace(source, from, to);
      String closing =
          source.startsWith("<!--", from) ? "-->" : source.startsWith("<?", from) ? "?>" : null;
      more = closing != null;
      if (closing != null) {
        from = source.indexOf(closing, from + 2) + closing.length();
      }
    }
    while (to > from && Character.isWhitespace(source.charAt(to - 1))) {
      to--;
    }
    open.items.add(new Item.Words(from, to, words.toString()));
    words.setLength(0);
  }

  private static int skipSpace(String source, int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    return at;
  }
}
