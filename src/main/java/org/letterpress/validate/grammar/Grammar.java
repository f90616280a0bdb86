package org.letterpress.validate.grammar;

import com.thaiopensource.relaxng.match.IncorrectSchemaException;
import com.thaiopensource.relaxng.match.MatchablePattern;
import com.thaiopensource.relaxng.match.MatchablePatternLoader;
import com.thaiopensource.resolver.Identifier;
import com.thaiopensource.resolver.Input;
import com.thaiopensource.resolver.Resolver;
import com.thaiopensource.resolver.ResolverException;
import com.thaiopensource.resolver.xml.sax.SAXInput;
import com.thaiopensource.resolver.xml.sax.SAXResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.SafeParser;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;
import org.relaxng.datatype.helpers.DatatypeLibraryLoader;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A grammar in RELAX NG (ISO/IEC 19757-2), XML or compact syntax, judged by Jing. Loaded once a run
 * and shared by threads; each {@link #handler} serves one document.
 */
public final class Grammar {

  /** The letter schema. */
  public static final String LETTER = "classpath:/org/letterpress/schema/letter.rnc";

  private final MatchablePattern pattern;
  private final boolean own;

  /** What it has worked out is remembered; each thread has its own memory. */
  private final ThreadLocal<Step> beginnings;

  private final Vocabulary vocabulary;

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
    this(uri, isCompact(uri), files);
  }

  /** Whether a file's name says that it is in the compact syntax: {@code .rnc}, in either case. */
  public static boolean isCompact(String uri) {
    return uri.toLowerCase(Locale.ROOT).endsWith(".rnc");
  }

  /**
   * Loads a grammar.
   *
   * @param uri where it lies
   * @param compact whether it is in the compact syntax, and with it what it includes
   * @param files gives its bytes and those of what it includes, by absolute URI
   * @throws SchemaFault where the grammar itself is at fault, or includes what may not be read
   */
  public Grammar(String uri, boolean compact, SchemaFiles files) throws SchemaFault {
    own = uri.startsWith("classpath:");
    try {
      SAXInput input = new SAXInput();
      input.setUri(uri);
      input.setXMLReader(SafeParser.reader());
      input.setByteStream(new ByteArrayInputStream(files.read(uri)));
      pattern =
          new MatchablePatternLoader()
              .load(
                  input,
                  new SAXResolver(new Files(files)),
                  new Thrower(),
                  new DatatypeLibraryLoader(),
                  compact ? MatchablePatternLoader.COMPACT_SYNTAX_FLAG : 0);
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
    vocabulary = new Vocabulary(pattern);
    beginnings = ThreadLocal.withInitial(() -> Step.first(pattern.createMatcher()));
  }

  private static SchemaFault fault(Location location, Exception e) {
    return new SchemaFault(
        List.of(
            Finding.of(
                "schema-faulty",
                Severity.ERROR,
                location,
                Map.of("said", String.valueOf(e.getMessage()).replaceFirst("\\.$", "")),
                List.of())),
        e);
  }

  /** Whether it is one of the program's own. */
  public boolean isOwn() {
    return own;
  }

  /**
   * A handler that sees a document's events and adds what the grammar forbids.
   *
   * @param cursor where the parser is
   * @param findings where they go
   */
  public ContentHandler handler(Cursor cursor, List<Finding> findings) {
    return new Walk(this::beginning, this::diagnose, cursor, findings);
  }

  private Step beginning() {
    if (beginnings.get().isFull()) {
      beginnings.remove(); // and with it what Jing remembers
    }
    return beginnings.get();
  }

  private List<Finding> diagnose(SourceText text) {
    // The program's own grammars define each element once.
    return Diagnosis.of(text, new State(beginnings.get().start()), vocabulary, own);
  }

  /** Reads the grammar's modules where the files say, and nothing from anywhere else. */
  private record Files(SchemaFiles files) implements Resolver {
    @Override
    public void resolve(Identifier id, Input input) throws IOException {
      String uri = files.resolve(id.getBase(), id.getUriReference());
      input.setUri(uri);
      // Without bytes of ours an XML parser would fetch the address itself, from anywhere.
      input.setByteStream(new ByteArrayInputStream(files.read(uri)));
      if (input instanceof SAXInput sax) {
        sax.setXMLReader(SafeParser.reader());
      }
    }

    @Override
    public void open(Input input) throws ResolverException, IOException {
      if (input.isUriDefinitive() || input.getUri() != null) {
        input.setByteStream(new ByteArrayInputStream(files.read(input.getUri())));
      }
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
