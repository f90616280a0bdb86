package org.letterpress.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The JDK's SAX parser with every door to the outside shut: no DTD, no external entity, no
 * XInclude, bounded depth and number of attributes.
 */
public final class SafeParser {

  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

  private static final DefaultHandler NOTHING = new DefaultHandler();

  /** One for each thread: to make one takes longer than to read a short letter. */
  private static final ThreadLocal<XMLReader> READERS = ThreadLocal.withInitial(SafeParser::reader);

  private SafeParser() {}

  /**
   * Sends the events of one document to all handlers, in one parse.
   *
   * @param cursor stands on each tag as the handlers see it, and is their locator
   * @param handlers each sees every event
   * @throws SAXParseException where the document is not well-formed or asks for what is shut
   * @throws SAXException where a handler fails
   */
  public static void parse(Cursor cursor, List<? extends ContentHandler> handlers)
      throws SAXException {
    XMLReader reader = READERS.get();
    reader.setContentHandler(new Tee(cursor, handlers));
    InputSource source = new InputSource(new StringReader(cursor.text().characters()));
    source.setSystemId(cursor.text().file());
    try {
      reader.parse(source);
    } catch (IOException e) {
      throw new SAXException(e.getMessage(), e); // characters in memory can always be read
    } finally {
      reader.setContentHandler(NOTHING); // keeps nothing of the file alive
    }
  }

  /** A new reader with all doors shut, for libraries that drive the parse themselves. */
  public static XMLReader reader() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setXIncludeAware(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(XERCES + "disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      parser.setProperty(LIMITS + "maxElementDepth", "2000");
      parser.setProperty(LIMITS + "elementAttributeLimit", "200");
      // The JDK's messages follow the machine's language otherwise.
      parser.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
      XMLReader reader = parser.getXMLReader();
      reader.setErrorHandler(NOTHING); // warnings pass, fatal errors are thrown
      reader.setEntityResolver(
          (publicId, systemId) -> {
            throw new SAXException("External entities are not read: " + systemId);
          });
      return reader;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("This JDK's XML parser can't be made safe", e);
    }
  }
}
