package org.letterpress.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Remembers which elements are open and in which line each began, so that a message about a missing
 * end-tag can name the line that the editor has to look at; parsers name the one where they
 * noticed.
 */
final class OpenTags extends DefaultHandler {

  /** An element that has begun. */
  record Tag(String name, int line) {}

  private final Deque<Tag> open = new ArrayDeque<>();
  private Locator locator;

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    open.push(new Tag(qName, locator == null ? 0 : locator.getLineNumber()));
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    open.pop();
  }

  /** The innermost element that is still open. */
  Optional<Tag> innermost() {
    return Optional.ofNullable(open.peek());
  }
}
