package org.letterpress.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.TransformerFactoryImpl;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.StandardErrorReporter;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.letterpress.finding.Sha256;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The one Saxon processor, with the compiled stylesheets: the program's own, compiled once a
 * process, and this run's layers over them. Safe for use by several threads.
 *
 * <p>It reads nothing but the program's own resources, by {@code classpath:} URIs; documents come
 * in as bytes. A stylesheet or document that asks for any other URI fails.
 */
public final class Xml {

  /** Where the stylesheets lie on the class path. */
  public static final String XSLT = "classpath:/org/letterpress/xslt/";

  /** The name of {@code xml:id}. */
  public static final QName ID = new QName("xml", "http://www.w3.org/XML/1998/namespace", "id");

  /**
   * How a user's stylesheet imports one of the program's entries: by this and the entry's name, as
   * in {@code letterpress:html.xsl}. Nothing is fetched.
   */
  public static final String ENTRY = "letterpress:";

  private static final String CLASSPATH = "classpath:";

  /** The static parameter of {@code core/l10n.xsl}. */
  private static final QName LANGUAGES =
      new QName("urn:letterpress:functions:private", "catalogued");

  static {
    // FOP asks for a transformer to write each file's metadata. It would find Saxon's in any case,
    // but only after a look into every archive on the class path: a tenth of a PDF's time.
    System.setProperty(TransformerFactory.class.getName(), TransformerFactoryImpl.class.getName());
  }

  private static final Processor PROCESSOR = closed();

  /**
   * The program's own stylesheets. They never change, and to compile them takes longer than to
   * check a hundred letters; a process that runs several times, as the preview does, keeps them.
   */
  private static final ConcurrentMap<String, XsltExecutable> OWN = new ConcurrentHashMap<>();

  private final ConcurrentMap<String, XsltExecutable> layers = new ConcurrentHashMap<>();

  /** A processor with its doors shut. */
  private static Processor closed() {
    Processor processor = new Processor(false);
    processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
    processor.registerExtensionFunction(new NodePlace.Function());
    // Saxon would make one for each call, with large buffers, and it seldom has anything to say.
    processor
        .getUnderlyingConfiguration()
        .setErrorReporterFactory(
            configuration -> error -> new StandardErrorReporter().report(error));
    processor.getUnderlyingConfiguration().setResourceResolver(request -> own(request.uri));
    processor
        .getUnderlyingConfiguration()
        .setCollectionFinder(
            (context, uri) -> {
              throw new XPathException("Collections are not read: " + uri);
            });
    return processor;
  }

  /** Saxon's processor, for making values and running what {@link #stylesheet} has compiled. */
  public Processor processor() {
    return PROCESSOR;
  }

  /**
   * Parses a document and builds its tree.
   *
   * @param content the file's bytes
   * @param file the file's name in findings, and the tree's base URI
   */
  public Parsed parse(byte[] content, String file) {
    try {
      return parse(new Cursor(SourceText.of(file, content)), List.of());
    } catch (SourceText.Undecodable e) {
      return new Parsed.Broken(e.finding());
    }
  }

  /**
   * Parses a document and builds its tree, each node with the line and column of its tag; the other
   * handlers see the same events.
   *
   * @param cursor the text, and where the parser is in it
   * @param handlers what else is to see the events, such as a validator
   */
  public Parsed parse(Cursor cursor, List<? extends ContentHandler> handlers) {
    String file = cursor.text().file();
    try {
      DocumentBuilder builder = PROCESSOR.newDocumentBuilder();
      builder.setLineNumbering(true);
      BuildingContentHandler tree = builder.newBuildingContentHandler();
      List<ContentHandler> all = new ArrayList<>(handlers);
      all.add(tree);
      SafeParser.parse(cursor, all);
      return new Parsed.Tree(tree.getDocumentNode());
    } catch (SAXParseException e) {
      return new Parsed.Broken(Syntax.finding(cursor.text(), e));
    } catch (SAXException | SaxonApiException e) {
      throw new IllegalStateException("Could not build the tree of " + file, e);
    }
  }

  /**
   * One of the program's own stylesheets, compiled once.
   *
   * @param uri a {@code classpath:} URI, such as {@link #XSLT} and a file's name
   */
  public XsltExecutable stylesheet(String uri) {
    return stylesheet(uri, Map.of());
  }

  /**
   * One of the program's own stylesheets, compiled once.
   *
   * @param uri a {@code classpath:} URI
   * @param parameters its static parameters, which are the same at each call
   */
  public XsltExecutable stylesheet(String uri, Map<QName, ? extends XdmValue> parameters) {
    XsltExecutable layer = layers.get(uri);
    return layer != null ? layer : OWN.computeIfAbsent(uri, key -> compile(key, parameters));
  }

  /**
   * Puts a stylesheet of the user's over the entry that it imports: from now on {@link #stylesheet}
   * gives the user's in its place. It reads nothing but the program's own stylesheets.
   *
   * @param content the file's bytes
   * @param file its name in findings
   * @throws StyleFault where it is no XML, imports no entry, or doesn't compile
   */
  public void layer(byte[] content, String file) throws StyleFault {
    Layer layer = Layer.of(this, content, file);
    layers.put(XSLT + layer.entry(), layer.compiled());
  }

  /** Whether a stylesheet of the user's lies over one of the program's own. */
  public boolean isLayered() {
    return !layers.isEmpty();
  }

  private XsltExecutable compile(String uri, Map<QName, ? extends XdmValue> parameters) {
    List<String> errors = new ArrayList<>();
    XsltCompiler compiler = compiler();
    parameters.forEach(compiler::setParameter);
    compiler.setErrorReporter(error -> errors.add(place(error.getLocation()) + error.getMessage()));
    try {
      return compiler.compile(own(uri));
    } catch (SaxonApiException | XPathException e) {
      throw new IllegalStateException(
          "Stylesheet " + uri + " does not compile:\n" + String.join("\n", errors), e);
    }
  }

  /** A compiler that knows in which languages there are words to print. */
  XsltCompiler compiler() {
    XsltCompiler compiler = PROCESSOR.newXsltCompiler();
    compiler.setParameter(LANGUAGES, XdmValue.makeSequence(PrintedWords.languages()));
    return compiler;
  }

  /**
   * Writes a page as HTML5, not indented, since white space is text.
   *
   * @param document the page, elements in no namespace or in XHTML's
   */
  public String html(XdmNode document) {
    return write(document, "html");
  }

  /**
   * Reads a page again that {@link #html} has written: the same tree, its elements in no namespace.
   */
  public XdmNode page(String html) {
    try {
      return PROCESSOR
          .newDocumentBuilder()
          .build(new DOMSource(new W3CDom().namespaceAware(false).fromJsoup(Jsoup.parse(html))));
    } catch (SaxonApiException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Writes a page as XHTML with an XML declaration, not indented.
   *
   * @param document the page, elements in XHTML's namespace
   */
  public String xhtml(XdmNode document) {
    return write(document, "xhtml");
  }

  /** Writes a document as XML. */
  public String xml(XdmNode document) {
    return write(document, "xml");
  }

  /** The digest (SHA-256, in hexadecimal) of a node as XML, which is not held in memory. */
  public String digest(XdmNode node) {
    MessageDigest digest = Sha256.begin();
    OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    write(node, "xml", PROCESSOR.newSerializer(out));
    return HexFormat.of().formatHex(digest.digest());
  }

  private String write(XdmNode document, String method) {
    StringWriter out = new StringWriter();
    write(document, method, PROCESSOR.newSerializer(out));
    return out.toString();
  }

  private static void write(XdmNode document, String method, Serializer serializer) {
    serializer.setOutputProperty(Serializer.Property.METHOD, method);
    serializer.setOutputProperty(Serializer.Property.HTML_VERSION, "5");
    serializer.setOutputProperty(Serializer.Property.ENCODING, "UTF-8");
    serializer.setOutputProperty(Serializer.Property.INDENT, "no");
    // The page says its charset itself, first of all, where the checker wants it.
    serializer.setOutputProperty(Serializer.Property.INCLUDE_CONTENT_TYPE, "no");
    serializer.setOutputProperty(Serializer.Property.ESCAPE_URI_ATTRIBUTES, "no");
    try {
      serializer.serializeNode(document);
    } catch (SaxonApiException e) {
      throw new IllegalStateException("Could not write " + method, e);
    }
  }

  private static String place(net.sf.saxon.s9api.Location location) {
    return location == null ? "" : location.getSystemId() + ":" + location.getLineNumber() + ": ";
  }

  private static StreamSource own(String name) throws XPathException {
    String uri = name.startsWith(ENTRY) ? XSLT + name.substring(ENTRY.length()) : name;
    if (!uri.startsWith(CLASSPATH)) {
      throw new XPathException("Nothing outside the program is read: " + uri);
    }
    // Saxon leaves out the slash when it resolves an import.
    String path = uri.substring(CLASSPATH.length()).replaceFirst("^/+", "");
    InputStream in = Xml.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new XPathException("The program has no resource " + path);
    }
    return new StreamSource(in, uri);
  }

  /**
   * The bytes of one of the program's own resources.
   *
   * @param uri a {@code classpath:} URI
   */
  public static byte[] resource(String uri) {
    try (InputStream in = own(uri).getInputStream()) {
      return in.readAllBytes();
    } catch (XPathException | IOException e) {
      throw new IllegalStateException("The program is not whole: " + uri, e);
    }
  }
}
