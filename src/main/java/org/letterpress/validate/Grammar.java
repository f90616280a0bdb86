package org.letterpress.validate;

import com.thaiopensource.resolver.Identifier;
import com.thaiopensource.resolver.Input;
import com.thaiopensource.resolver.Resolver;
import com.thaiopensource.resolver.ResolverException;
import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.xml.Xml;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The letter schema in RELAX NG (ISO/IEC 19757-2), judged by Jing. Loaded once a run and shared by
 * threads; each {@link #handler} serves one document.
 */
final class Grammar {

  private static final String MAIN = "classpath:/org/letterpress/schema/letter.rnc";

  /** Of more names than these nobody reads the list. */
  private static final int FEW = 6;

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern ALTERNATIVE = Pattern.compile("(?:, | or )(?=must )");

  private final Schema schema;

  Grammar() {
    try {
      schema =
          CompactSchemaReader.getInstance()
              .createSchema(new InputSource(MAIN), properties(new Thrower()));
    } catch (IncorrectSchemaException | SAXException | IOException e) {
      throw new IllegalStateException("The letter schema does not load: " + e.getMessage(), e);
    }
  }

  /**
   * A handler that sees a document's events and adds what the grammar forbids.
   *
   * @param file the file's name in findings
   * @param findings where they go
   */
  ContentHandler handler(String file, List<Finding> findings) {
    Validator validator = schema.createValidator(properties(new Collector(file, findings)));
    return validator.getContentHandler();
  }

  private static PropertyMap properties(ErrorHandler errors) {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, errors);
    properties.put(ValidateProperty.RESOLVER, new OwnResources());
    return properties.toPropertyMap();
  }

  /** Reads the schema's modules from the program itself and nothing from anywhere else. */
  private static final class OwnResources implements Resolver {
    @Override
    public void resolve(Identifier id, Input input) {
      String base = id.getBase();
      String reference = id.getUriReference();
      input.setUri(base == null ? reference : URI.create(base).resolve(reference).toString());
    }

    @Override
    public void open(Input input) throws ResolverException {
      if (input.isUriDefinitive() || input.getUri() != null) {
        input.setByteStream(new ByteArrayInputStream(Xml.resource(input.getUri())));
        input.setEncoding("UTF-8");
      }
    }
  }

  private record Collector(String file, List<Finding> findings) implements ErrorHandler {
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
              new Location(file, e.getLineNumber(), e.getColumnNumber()),
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
