package org.letterpress.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Sends each event to several handlers, in their order, so that a file is parsed but once. The
 * cursor goes ahead of them and is their locator.
 */
final class Tee extends DefaultHandler {

  private final Cursor cursor;
  private final List<? extends ContentHandler> handlers;
  private final Set<String> prefixes = new HashSet<>();

  Tee(Cursor cursor, List<? extends ContentHandler> handlers) {
    this.cursor = cursor;
    this.handlers = List.copyOf(handlers);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    for (ContentHandler handler : handlers) {
      handler.setDocumentLocator(cursor);
    }
  }

  @Override
  public void startDocument() throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.startDocument();
    }
  }

  @Override
  public void endDocument() throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.endDocument();
    }
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    prefixes.add(prefix);
    if (prefixes.size() > SafeParser.MOST_PREFIXES) {
      throw new SAXParseException("Too many prefixes", cursor);
    }
    for (ContentHandler handler : handlers) {
      handler.startPrefixMapping(prefix, uri);
    }
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.endPrefixMapping(prefix);
    }
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    cursor.startElement(uri, localName, qName, attributes);
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getValue(i).length() > SafeParser.LONGEST_VALUE) {
        throw new SAXParseException("A value is too long", cursor);
      }
    }
    for (ContentHandler handler : handlers) {
      handler.startElement(uri, localName, qName, attributes);
    }
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    cursor.endElement(uri, localName, qName);
    for (ContentHandler handler : handlers) {
      handler.endElement(uri, localName, qName);
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.characters(text, start, length);
    }
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.ignorableWhitespace(text, start, length);
    }
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.processingInstruction(target, data);
    }
  }
}
