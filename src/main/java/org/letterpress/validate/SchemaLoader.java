package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.validate.Schemas.Schema;
import org.letterpress.validate.grammar.Grammar;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.validate.grammar.SchemaFiles;
import org.letterpress.xml.AllowedFiles;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;

/**
 * Loads schemas of any language that Letterpress knows: grammars in RELAX NG, in either syntax;
 * rules in Schematron, in a file of their own or within a grammar in XML syntax. A file's root
 * element says which it is.
 */
final class SchemaLoader {

  /** What the parser says of files that hold no XML, in words for letters. */
  private static final Set<String> NO_XML =
      Set.of("root-missing", "html-file", "not-xml", "not-xml-format");

  /** The program's own grammars by address: they never change, and a process loads them once. */
  private static final Map<String, Grammar> OWN = new ConcurrentHashMap<>();

  private static CompletableFuture<Rules> ownRules;

  private final Xml xml;
  private final AllowedFiles files;
  private final Schematron schematron;
  private final Set<String> found = ConcurrentHashMap.newKeySet();

  SchemaLoader(Xml xml, AllowedFiles files) {
    this.xml = xml;
    this.files = files;
    this.schematron = new Schematron(xml, files);
  }

  /** The address of one of the program's own schemas. */
  String own(String name) {
    try {
      return files.resolve(null, "urn:letterpress:schema:" + name);
    } catch (AllowedFiles.NoAddress e) {
      throw new IllegalStateException("The program's catalog lacks " + name, e);
    }
  }

  /**
   * The absolute address of a schema that a document names.
   *
   * @param document the document's address
   * @throws NoSuchFileException where there is no such file
   * @throws AllowedFiles.NoAddress where the reference is no address
   * @throws IOException where it may not be read
   */
  String find(String document, String reference) throws IOException {
    String uri = files.resolve(document, reference);
    // An edition names the same few in every letter.
    if (!found.contains(uri)) {
      files.read(uri);
      found.add(uri);
    }
    return uri;
  }

  /**
   * Loads a schema.
   *
   * @param address absolute, or a name of the catalog
   * @param phase the Schematron phase; empty for the schema's own choice
   * @throws SchemaFault where it can't be used
   */
  Schema load(String address, String phase) throws SchemaFault {
    return load(address, phase, false);
  }

  /**
   * Loads a schema.
   *
   * @param compact whether it is known to be RELAX NG in the compact syntax; a name in {@code .rnc}
   *     says so as well
   * @see #load(String, String)
   */
  Schema load(String address, String phase, boolean compact) throws SchemaFault {
    try {
      String uri = files.resolve(null, address);
      if (uri.equals(own("letter.sch"))) {
        return new Schema(Optional.empty(), Optional.of(ownRules(xml)));
      }
      if (uri.equals(own(Schemas.LETTER)) || uri.equals(own(Schemas.HABITS))) {
        CompletableFuture<Rules> rules = ownRules(xml);
        if (!OWN.containsKey(uri)) {
          OWN.put(uri, grammar(uri, true, new TreeSet<>()));
        }
        return new Schema(Optional.of(OWN.get(uri)), Optional.of(rules));
      }
      if (compact || Grammar.isCompact(uri)) {
        return new Schema(Optional.of(grammar(uri, true, new TreeSet<>())), Optional.empty());
      }
      XdmNode document = parse(uri);
      XdmNode root = document.select(Steps.child(Predicates.isElement())).asNode();
      String language = root.getNodeName().getNamespaceUri().toString();
      if (language.equals(XmlModel.RELAX_NG)) {
        return withEmbeddedRules(uri, phase);
      }
      if (language.equals(XmlModel.SCHEMATRON)) {
        return new Schema(
            Optional.empty(), Optional.of(ready(schematron.compile(document, phase))));
      }
      throw new SchemaFault(
          List.of(
              Finding.of(
                  "schema-language-unknown",
                  Severity.ERROR,
                  schematron.place(root),
                  Map.of("schema", files.shown(uri), "files", "1"),
                  List.of())),
          null);
    } catch (IOException | RuntimeException e) {
      // The libraries that read schemas fail in many ways for schemas that they did not foresee.
      throw Schematron.faulty(Location.of(files.shown(address)), said(e), e);
    } catch (StackOverflowError e) {
      throw Schematron.faulty(Location.of(files.shown(address)), "Stack overflow", e);
    }
  }

  /** The rules of the letter schema, made beside whatever is loaded meanwhile. */
  private static synchronized CompletableFuture<Rules> ownRules(Xml xml) {
    if (ownRules == null) {
      ownRules = CompletableFuture.supplyAsync(() -> new Rules(xml));
    }
    return ownRules;
  }

  private static CompletableFuture<Rules> ready(Rules rules) {
    return CompletableFuture.completedFuture(rules);
  }

  /** A grammar in XML syntax, and the rules in it and in those that it includes. */
  private Schema withEmbeddedRules(String uri, String phase) throws SchemaFault, IOException {
    Set<String> read = new TreeSet<>();
    Grammar grammar = grammar(uri, false, read);
    List<XdmNode> documents = new ArrayList<>();
    documents.add(parse(uri));
    read.remove(uri);
    for (String other : read) {
      documents.add(parse(other));
    }
    documents.removeIf(one -> !mentionsSchematron(one));
    return new Schema(
        Optional.of(grammar),
        documents.isEmpty()
            ? Optional.empty()
            : schematron.embedded(documents, phase).map(SchemaLoader::ready));
  }

  private boolean mentionsSchematron(XdmNode document) {
    try {
      byte[] content = files.read(document.getBaseURI().toString());
      return new String(content, ISO_8859_1).contains(XmlModel.SCHEMATRON);
    } catch (IOException e) {
      return false;
    }
  }

  private Grammar grammar(String uri, boolean compact, Set<String> read) throws SchemaFault {
    Modules modules = new Modules(compact, read);
    try {
      return new Grammar(uri, compact, modules);
    } catch (SchemaFault e) {
      if (modules.broken != null) {
        throw new SchemaFault(List.of(shown(modules.broken)), e);
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      Location at =
          cause instanceof IOException
              ? modules.reference(uri)
              : shown(e.findings().get(0)).location();
      throw Schematron.faulty(at, said(cause), e);
    }
  }

  private Finding shown(Finding finding) {
    Location at = finding.location();
    if (NO_XML.contains(finding.code())) {
      return Finding.of(
          "schema-not-xml",
          Severity.ERROR,
          Location.of(files.shown(at.file())),
          Map.of(),
          List.of());
    }
    return new Finding(
        finding.code(),
        finding.severity(),
        new Location(files.shown(at.file()), at.line(), at.column(), at.length()),
        finding.title(),
        finding.message(),
        finding.remedy(),
        finding.arguments(),
        finding.fixes());
  }

  /** Reads a grammar's modules; those in XML have to be well-formed and without a DTD. */
  private final class Modules implements SchemaFiles {
    private final boolean compact;
    private final Set<String> read;
    private Finding broken;
    private String base;
    private String reference;

    private Modules(boolean compact, Set<String> read) {
      this.compact = compact;
      this.read = read;
    }

    @Override
    public String resolve(String base, String reference) throws IOException {
      this.base = base;
      this.reference = reference;
      return files.resolve(base, reference);
    }

    /** Where the file that was asked for last is named; the grammar itself if it is that. */
    private Location reference(String uri) {
      String file = files.shown(base == null ? uri : base);
      try {
        SourceText text = SourceText.of(file, files.read(base == null ? uri : base));
        int at = base == null ? -1 : text.characters().indexOf(reference);
        return at < 0 ? Location.of(file) : text.location(at, at + reference.length());
      } catch (IOException | SourceText.Undecodable e) {
        return Location.of(file);
      }
    }

    @Override
    public byte[] read(String uri) throws IOException {
      byte[] content = files.read(uri);
      if (!compact) {
        read.add(uri);
        if (xml.parse(content, uri) instanceof Parsed.Broken found) {
          broken = found.finding();
          throw new IOException(files.shown(uri) + ": " + broken.message());
        }
      }
      return content;
    }
  }

  private XdmNode parse(String uri) throws SchemaFault, IOException {
    Parsed parsed = xml.parse(files.read(uri), uri);
    if (parsed instanceof Parsed.Broken broken) {
      throw new SchemaFault(List.of(shown(broken.finding())), null);
    }
    return ((Parsed.Tree) parsed).document();
  }

  private String said(Throwable e) {
    return e instanceof NoSuchFileException missing
        ? files.shown(missing.getFile()) + ": no such file"
        : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
