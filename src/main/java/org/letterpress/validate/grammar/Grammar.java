package org.letterpress.validate.grammar;

import com.thaiopensource.resolver.Identifier;
import com.thaiopensource.resolver.Input;
import com.thaiopensource.resolver.Resolver;
import com.thaiopensource.resolver.ResolverException;
import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.SchemaReader;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.validate.rng.SAXSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Spelling;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.SafeParser;
import org.letterpress.xml.Xml;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A grammar in RELAX NG (ISO/IEC 19757-2), XML or compact syntax, judged by Jing. Loaded once a run
 * and shared by threads; each {@link #handler} serves one document.
 */
public final class Grammar {

  /** The letter schema. */
  public static final String LETTER = "classpath:/org/letterpress/schema/letter.rnc";

  /** Of more names than these nobody reads the list. */
  private static final int FEW = 6;

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern ALTERNATIVE = Pattern.compile("(?:, | or )(?=must )");

  private final Schema schema;

  /** The letter schema, from the program itself. */
  public static Grammar letter() {
    try {
      return new Grammar(LETTER, Xml::resource);
    } catch (SchemaFault e) {
      throw new IllegalStateException("The letter schema does not load: " + e.findings(), e);
    }
  }

  /**
   * Loads a grammar.
   *
   * @param uri where it lies; a name that ends in {@code .rnc} is in the compact syntax
   * @param files gives its bytes and those of what it includes, by absolute URI
   * @throws SchemaFault where the grammar itself is at fault, or includes what may not be read
   */
  public Grammar(String uri, SchemaFiles files) throws SchemaFault {
    try {
      SchemaReader reader =
          uri.endsWith(".rnc") ? CompactSchemaReader.getInstance() : SAXSchemaReader.getInstance();
      schema = reader.createSchema(new InputSource(uri), properties(new Thrower(), files));
    } catch (SAXParseException e) {
      throw fault(
          new Location(
              e.getSystemId() == null ? uri : e.getSystemId(),
              e.getLineNumber(),
              e.getColumnNumber(),
              0),
          e);
    } catch (IncorrectSchemaException | SAXException | IOException e) {
      throw fault(Location.of(uri), e);
    }
  }

  private static SchemaFault fault(Location location, Exception e) {
    return new SchemaFault(
        List.of(
            Finding.error(
                "schema-faulty",
                location,
                "This is no grammar that can be used: " + e.getMessage(),
                "Mend the grammar, or name another.")),
        e);
  }

  /**
   * A handler that sees a document's events and adds what the grammar forbids.
   *
   * @param cursor where the parser is
   * @param findings where they go
   */
  public ContentHandler handler(Cursor cursor, List<Finding> findings) {
    Validator validator =
        schema.createValidator(properties(new Collector(cursor, findings), Xml::resource));
    return validator.getContentHandler();
  }

  private static PropertyMap properties(ErrorHandler errors, SchemaFiles files) {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, errors);
    properties.put(ValidateProperty.RESOLVER, new Files(files));
    properties.put(ValidateProperty.XML_READER_CREATOR, SafeParser::reader);
    return properties.toPropertyMap();
  }

  /** Reads the grammar's modules where the files say, and nothing from anywhere else. */
  private record Files(SchemaFiles files) implements Resolver {
    @Override
    public void resolve(Identifier id, Input input) throws IOException {
      String uri = files.resolve(id.getBase(), id.getUriReference());
      input.setUri(uri);
      // Without bytes of ours an XML parser would fetch the address itself, from anywhere.
      input.setByteStream(new ByteArrayInputStream(files.read(uri)));
    }

    @Override
    public void open(Input input) throws ResolverException, IOException {
      if (input.isUriDefinitive() || input.getUri() != null) {
        input.setByteStream(new ByteArrayInputStream(files.read(input.getUri())));
      }
    }
  }

  private record Collector(Cursor cursor, List<Finding> findings) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // Jing has no warnings about documents.
    }

    @Override
    public void error(SAXParseException e) {
      String message = ordered(e.getMessage());
      int expected = message.indexOf("; expected ");
      List<String> names = expected < 0 ? List.of() : quoted(message.substring(expected));
      boolean many = names.size() > FEW;
      findings.add(
          Finding.error(
              "schema",
              cursor.location(),
              sentence(many ? message.substring(0, expected) : message),
              quoted(many ? message.substring(0, expected) : message).stream()
                  .findFirst()
                  .filter(name -> many)
                  .flatMap(name -> Spelling.nearest(name, names))
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("")));
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }

    private static List<String> quoted(String text) {
      return QUOTED.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** Jing names the types that a value may have in any order; here it is alphabetical. */
    private static String ordered(String message) {
      int start = message.indexOf("; must ");
      if (start < 0) {
        return message;
      }
      List<String> types =
          ALTERNATIVE.splitAsStream(message.substring(start + 2)).sorted().toList();
      String last = types.get(types.size() - 1);
      String others = String.join(", ", types.subList(0, types.size() - 1));
      return message.substring(0, start + 2) + (others.isEmpty() ? last : others + " or " + last);
    }

    private static String sentence(String message) {
      String first = message.substring(0, 1).toUpperCase(Locale.ROOT);
      return first + message.substring(1) + (message.endsWith(".") ? "" : ".");
    }
  }

  private static final class Thrower implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // A schema may have its doubts.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
