package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Letter;
import org.letterpress.model.SourceFile;
import org.letterpress.render.search.SearchIndex;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * A web edition in memory, made without any check of the letters.
 *
 * @param files all that belongs to no letter, by path, but assets
 */
record Site(
    Corpus corpus, HtmlRenderer renderer, Map<String, String> files, List<Finding> findings) {

  static final Path SHARED = Path.of(System.getProperty("letterpress.shared", "../shared"));
  static final Xml XML = new Xml();

  /** The header that editions of others get in tests. */
  static final String HEADER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title>Letters of others</title>
      <editor>Ann Tester <email>ann@example.org</email></editor></titleStmt>
      <publicationStmt><publisher>Tests</publisher><idno type="url">https://example.org/</idno>
      <date when="2024"/><availability>
      <licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence>
      </availability></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
      <text><body><p/></body></text></TEI>
      """;

  /** The edition in a folder, with the texts given in the place of its own files. */
  static Site of(Path folder, Map<String, String> instead) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".xml")).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    instead.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
    List<SourceFile> sources = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          if (XML.parse(content, path) instanceof Parsed.Tree tree) {
            sources.add(new SourceFile(path, content, tree.document()));
          }
        });
    Corpus corpus = new CorpusReader(XML).read(sources, "Letters");
    HtmlRenderer renderer =
        new HtmlRenderer(
            XML,
            corpus,
            Set.of(Format.HTML, Format.PDF),
            Optional.empty(),
            folder,
            new SearchIndex());
    Map<String, String> made = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Product product :
        Stream.concat(lists(renderer), renderer.gathered()).sequential().toList()) {
      findings.addAll(product.findings());
      if (!product.path().startsWith("assets/")) {
        made.put(product.path(), new String(product.content(), UTF_8));
      }
    }
    return new Site(corpus, renderer, made, findings);
  }

  /** What is made of the corpus document: lists, and the pages of register entries. */
  static Stream<Product> lists(Renderer renderer) {
    return renderer.listings().flatMap(listing -> listing.make().get());
  }

  /** The letters of others, with a header of the test's own; the test is skipped without them. */
  static Site shared(String name) {
    Path folder = SHARED.resolve("corpora").resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "Skipped: no letters of others at " + folder.toAbsolutePath());
    return of(folder, Map.of("edition.xml", HEADER));
  }

  Letter letter(String id) {
    return corpus.letters().stream()
        .filter(letter -> letter.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  String page(String id) {
    return new String(renderer.letter(letter(id)).content(), UTF_8);
  }

  static XdmNode tree(String xml) {
    return ((Parsed.Tree) XML.parse(xml.getBytes(UTF_8), "made.xml")).document();
  }

  /**
   * What an XPath gives for a made document: TEI is the default, {@code a} Atom, {@code s} a map.
   */
  static List<String> xpath(String xml, String expression) {
    return select(tree(xml), expression, "");
  }

  /** What an XPath gives for JSON, which is its {@code $json}. */
  static List<String> json(String text, String expression) {
    return select(null, "let $json := parse-json($text) return " + expression, text);
  }

  private static List<String> select(XdmNode context, String expression, String text) {
    try {
      XPathCompiler compiler = XML.processor().newXPathCompiler();
      compiler.declareNamespace("", "http://www.tei-c.org/ns/1.0");
      compiler.declareNamespace("array", "http://www.w3.org/2005/xpath-functions/array");
      compiler.declareNamespace("a", "http://www.w3.org/2005/Atom");
      compiler.declareNamespace("s", "http://www.sitemaps.org/schemas/sitemap/0.9");
      compiler.declareVariable(new QName("text"));
      XPathSelector selector = compiler.compile(expression).load();
      selector.setVariable(new QName("text"), new XdmAtomicValue(text));
      if (context != null) {
        selector.setContextItem(context);
      }
      XdmValue value = selector.evaluate();
      return value.stream().map(XdmItem::getStringValue).toList();
    } catch (SaxonApiException e) {
      throw new IllegalStateException(expression, e);
    }
  }
}
