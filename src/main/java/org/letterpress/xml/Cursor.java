package org.letterpress.xml;

import java.util.Optional;
import org.letterpress.finding.Location;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Where the parser is, to the character. Parsers only tell where a tag ends; this walks through the
 * text beside them, tag by tag. It is the first handler of a parse and the locator of the others:
 * within their {@code startElement} and {@code endElement} it stands on that very tag.
 */
public final class Cursor extends DefaultHandler implements Locator {

  private final SourceText text;
  private int start;
  private int end;
  private int line = 1;
  private boolean empty;

  /** Stands before the first tag. */
  public Cursor(SourceText text) {
    this.text = text;
  }

  /** The text that is parsed. */
  public SourceText text() {
    return text;
  }

  /** Where the present tag begins: the offset of its {@code <}. */
  public int start() {
    return start;
  }

  /** Where the present tag ends: the offset after its {@code >}. */
  public int end() {
    return end;
  }

  /** Whether the present tag is that of an empty element, {@code <lb/>}. */
  public boolean isEmptyTag() {
    return empty;
  }

  /** The present tag, with its attributes. */
  public Tag tag() {
    return Tag.at(text, start);
  }

  /** An attribute of the present tag as it is written; for one or two, quicker than the tag. */
  public Optional<Tag.Attribute> attribute(String name) {
    return Tag.attribute(text.characters(), start, name);
  }

  /** The place of the present tag's name, with its {@code <}. */
  public Location location() {
    return text.location(start, Tag.nameEnd(text.characters(), start));
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    advance();
    empty = text.characters().charAt(end - 2) == '/';
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    if (empty) {
      empty = false; // its start was its end
    } else {
      advance();
    }
  }

  /** Goes to the next tag, past comments, instructions and CDATA sections. */
  private void advance() {
    String all = text.characters();
    int at = all.indexOf('<', end);
    while (true) {
      if (all.startsWith("<!--", at)) {
        at = all.indexOf("-->", at + 4) + 3;
      } else if (all.startsWith("<![CDATA[", at)) {
        at = all.indexOf("]]>", at + 9) + 3;
      } else if (all.startsWith("<?", at)) {
        at = all.indexOf("?>", at + 2) + 2;
      } else {
        break;
      }
      at = all.indexOf('<', at);
    }
    start = at;
    end = Tag.end(all, at);
    while (line < text.lineCount() && text.lineStart(line + 1) <= start) {
      line++;
    }
  }

  @Override
  public String getPublicId() {
    return null;
  }

  @Override
  public String getSystemId() {
    return text.file();
  }

  /** The line in which the present tag begins. */
  @Override
  public int getLineNumber() {
    return line;
  }

  /** The column of the present tag's {@code <}. */
  @Override
  public int getColumnNumber() {
    return start - text.lineStart(line) + 1;
  }
}
