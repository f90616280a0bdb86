package org.letterpress.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import net.sf.saxon.trans.XPathException;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.AllowedFiles;
import org.letterpress.xml.NodePlace;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;

/**
 * Makes rules of a Schematron schema (ISO/IEC 19757-3) by SchXslt2's {@code transpile.xsl}. Neither
 * the making nor the made rules read anything but what is allowed, write anything, call Java or see
 * the machine's environment.
 */
final class Schematron {

  private static final String TRANSPILE = "classpath:/content/transpile.xsl";
  private static final String EMBEDDED = "classpath:/org/letterpress/validate/embedded.xsl";
  private static final String MESSAGES = "classpath:/org/letterpress/validate/messages.xsl";
  private static final String SCHXSLT = "http://dmaus.name/ns/2023/schxslt";

  /** The query languages that Saxon understands; a schema that names none means XSLT 1.0. */
  private static final Set<String> BINDINGS =
      Set.of(
          "", "xslt", "xslt1", "xslt2", "xslt3", "xpath", "xpath1", "xpath2", "xpath3", "xpath31");

  /** Attributes that hold XPath. */
  private static final List<String> EXPRESSIONS =
      List.of("context", "test", "value", "select", "path", "subject", "documents");

  private final Xml xml;
  private final AllowedFiles files;

  Schematron(Xml xml, AllowedFiles files) {
    this.xml = xml;
    this.files = files;
  }

  /**
   * Makes rules of a schema.
   *
   * @param phase which of its phases; empty for its own choice
   * @throws SchemaFault where the schema is at fault
   */
  Rules compile(XdmNode schema, String phase) throws SchemaFault {
    return compile(schema, List.of(schema), phase);
  }

  /** Makes rules of those within grammars; empty where there are none. */
  Optional<Rules> embedded(List<XdmNode> grammars, String phase) throws SchemaFault {
    Xslt30Transformer transformer = xml.stylesheet(EMBEDDED).load30();
    try {
      transformer.setStylesheetParameters(Map.of(new QName("grammars"), new XdmValue(grammars)));
      XdmDestination schema = new XdmDestination();
      schema.setBaseURI(grammars.get(0).getBaseURI());
      transformer.callTemplate(null, schema);
      XdmNode made = schema.getXdmNode();
      return made.select(Steps.descendant("rule")).exists()
          ? Optional.of(compile(made, grammars, phase))
          : Optional.empty();
    } catch (SaxonApiException e) {
      throw new IllegalStateException("The rules in the grammar can't be taken out", e);
    }
  }

  private Rules compile(XdmNode schema, List<XdmNode> sources, String phase) throws SchemaFault {
    XdmNode root = schema.select(Steps.child(Predicates.isElement())).asNode();
    String binding = root.attribute("queryBinding");
    if (binding != null && !BINDINGS.contains(binding)) {
      throw fault("schema-query-unknown", Map.of("binding", binding), place(root), null);
    }
    String chosen = phase.isEmpty() ? root.attribute("defaultPhase") : phase;
    if (chosen != null && !chosen.startsWith("#") && !hasPhase(root, chosen)) {
      throw fault("schema-phase-unknown", Map.of("phase", chosen), place(root), null);
    }
    List<String> said = new ArrayList<>();
    try {
      Xslt30Transformer transpiler = transpiler().load30();
      confine(transpiler, files);
      transpiler.setMessageHandler(message -> said.add(message.getStringValue()));
      if (!phase.isEmpty()) {
        transpiler.setStylesheetParameters(
            Map.of(new QName(SCHXSLT, "phase"), new XdmAtomicValue(phase)));
      }
      XdmDestination made = new XdmDestination();
      transpiler.applyTemplates(schema, made);
      XdmDestination stylesheet = new XdmDestination();
      stylesheet.setBaseURI(schema.getBaseURI());
      xml.stylesheet(MESSAGES).load30().applyTemplates(made.getXdmNode(), stylesheet);
      XsltCompiler compiler = xml.processor().newXsltCompiler();
      compiler.setResourceResolver(files);
      compiler.setErrorReporter(
          error -> {
            if (!error.isWarning()) {
              said.add(error.getMessage());
            }
          });
      return new Rules(compiler.compile(stylesheet.getXdmNode().asSource()), files);
    } catch (SaxonApiException | SaxonApiUncheckedException e) {
      if (said.isEmpty()) {
        said.add(String.valueOf(e.getMessage()));
      }
      String first = said.get(0).replaceAll("\\s+", " ").strip();
      throw faulty(culprit(root, sources, said).orElse(place(root)), first, e);
    }
  }

  private static boolean hasPhase(XdmNode root, String phase) {
    return root.select(Steps.child())
        .anyMatch(part -> phase.equals(part.attribute("id")) || part.attribute("href") != null);
  }

  private XsltExecutable transpiler() {
    return xml.stylesheet(
        TRANSPILE,
        Map.of(
            new QName(SCHXSLT, "location-function"),
            new XdmAtomicValue(NodePlace.FUNCTION),
            new QName(SCHXSLT, "compact-report"),
            new XdmAtomicValue(true),
            new QName(SCHXSLT, "terminate-validation-on-error"),
            new XdmAtomicValue(false)));
  }

  /** Shuts all doors of a stylesheet but the allowed files. */
  static void confine(Xslt30Transformer transformer, AllowedFiles files) {
    transformer.setResourceResolver(files);
    transformer.setUnparsedTextResolver(files);
    transformer
        .getUnderlyingController()
        .setCollectionFinder(
            (context, uri) -> {
              throw new XPathException("Collections are not read.", "FODC0002");
            });
    transformer.setResultDocumentHandler(
        uri -> {
          throw new SaxonApiUncheckedException(
              new SaxonApiException("Rules write no files: " + uri));
        });
    transformer.setMessageHandler(message -> {});
    // What fails is told by the exception; Saxon would print it as well.
    transformer.getUnderlyingController().setErrorReporter(error -> {});
  }

  /**
   * Where the fault that Saxon speaks of stands in the schema: at the expression that, tried alone,
   * fails in the same way, or at the attribute whose value the message names.
   */
  private Optional<Location> culprit(XdmNode root, List<XdmNode> sources, List<String> said) {
    XPathCompiler compiler = xml.processor().newXPathCompiler();
    compiler.setAllowUndeclaredVariables(true);
    for (XdmNode ns : root.select(Steps.descendant("ns")).asListOfNodes()) {
      // Without either it is a fault of its own, which the transpiler tells.
      if (ns.attribute("prefix") != null && ns.attribute("uri") != null) {
        compiler.declareNamespace(ns.attribute("prefix"), ns.attribute("uri"));
      }
    }
    for (XdmNode source : sources) {
      for (XdmNode attribute :
          source
              .select(Steps.descendant(Predicates.isElement()).then(Steps.attribute()))
              .asListOfNodes()) {
        String name = attribute.getNodeName().getLocalName();
        String value = attribute.getStringValue();
        boolean named =
            said.stream().anyMatch(message -> message.contains("'" + value + "'"))
                && List.of("is-a", "rule", "href", "id", "pattern").contains(name);
        String wrong = EXPRESSIONS.contains(name) ? wrong(compiler, name, value) : "";
        boolean same =
            !wrong.isEmpty() && said.stream().anyMatch(message -> message.contains(wrong));
        if (named || same || said.stream().anyMatch(message -> readsFile(message, name, value))) {
          return Optional.of(place(attribute));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean readsFile(String message, String attribute, String value) {
    return attribute.equals("href")
        && message.contains(value.replaceFirst("^(\\.\\./)+", "").replaceFirst("#.*", ""));
  }

  private static String wrong(XPathCompiler compiler, String attribute, String expression) {
    try {
      if (attribute.equals("context")) {
        compiler.compilePattern(expression);
      } else {
        compiler.compile(expression);
      }
      return "";
    } catch (SaxonApiException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The place of a node of a schema, as the user knows the file. */
  Location place(XdmNode node) {
    String uri = String.valueOf(node.getBaseURI());
    String file = files.shown(uri);
    if (node.getLineNumber() <= 0
        && node.getParent() != null
        && node.getParent().getLineNumber() <= 0) {
      return Location.of(file);
    }
    try {
      return NodePlace.of(node).in(SourceText.of(file, files.read(uri)));
    } catch (IOException | SourceText.Undecodable e) {
      return Location.of(file);
    }
  }

  /** A schema that can't be used, in the words of the library that says so. */
  static SchemaFault faulty(Location location, String said, Throwable cause) {
    return fault("schema-faulty", Map.of("said", said.replaceFirst("\\.$", "")), location, cause);
  }

  private static SchemaFault fault(
      String code, Map<String, String> arguments, Location location, Throwable cause) {
    return new SchemaFault(
        List.of(Finding.of(code, Severity.ERROR, location, arguments, List.of())), cause);
  }
}
