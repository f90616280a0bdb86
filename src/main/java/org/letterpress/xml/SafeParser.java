package org.letterpress.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
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

  /**
   * How deep elements may be nested. Letters need some twenty levels; what comes after the parser
   * (stylesheets, the tree of a PDF) calls itself once a level and has to stay within its stack.
   */
  static final int DEEPEST = 200;

  /** How many attributes an element may have; TEI itself offers fewer than a hundred. */
  static final int MOST_ATTRIBUTES = 200;

  /**
   * How many prefixes a file may declare for namespaces; a letter needs a handful, and a tree has
   * room for a thousand.
   */
  static final int MOST_PREFIXES = 200;

  /** How long a name may be, in UTF-16 units. */
  static final int LONGEST_NAME = 1000;

  /** How long the value of an attribute may be, in UTF-16 units. */
  static final int LONGEST_VALUE = 100_000;

  /** The JDK's parser reads version 1.1, with its control characters, which nothing can print. */
  private static final Pattern VERSION_1_1 =
      Pattern.compile("<\\?xml\\s+version\\s*=\\s*[\"']1\\.1[\"']");

  private static final DefaultHandler NOTHING = new DefaultHandler();

  /**
   * One for each thread while it is at rest: to make one takes longer than to read a short letter.
   * A parse within a parse finds none and makes its own.
   */
  private static final ThreadLocal<XMLReader> AT_REST = new ThreadLocal<>();

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
    if (VERSION_1_1.matcher(cursor.text().characters()).lookingAt()) {
      throw new SAXParseException("XML 1.1", null, cursor.text().file(), 1, 1);
    }
    XMLReader reader = Objects.requireNonNullElseGet(AT_REST.get(), SafeParser::reader);
    AT_REST.remove();
    reader.setContentHandler(new Tee(cursor, handlers));
    InputSource source = new InputSource(new StringReader(cursor.text().characters()));
    source.setSystemId(cursor.text().file());
    try {
      reader.parse(source);
    } catch (IOException e) {
      throw new SAXException(e.getMessage(), e); // characters in memory can always be read
    }
    reader.setContentHandler(NOTHING); // keeps nothing of the file alive
    AT_REST.set(reader); // one that has failed is not used again
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
      parser.setProperty(LIMITS + "maxElementDepth", String.valueOf(DEEPEST));
      parser.setProperty(LIMITS + "elementAttributeLimit", String.valueOf(MOST_ATTRIBUTES));
      parser.setProperty(LIMITS + "maxXMLNameLimit", String.valueOf(LONGEST_NAME));
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
