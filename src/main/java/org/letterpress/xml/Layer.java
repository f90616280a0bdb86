package org.letterpress.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * A stylesheet of the user's over one of the program's own.
 *
 * @param entry the program's, by its name
 * @param compiled the two together
 */
record Layer(String entry, XsltExecutable compiled) {

  private static final String XSL = "http://www.w3.org/1999/XSL/Transform";

  private static final String PRINT = "fo.xsl";

  /** The stylesheets that a user's may import. */
  private static final List<String> ENTRIES =
      List.of("html.xsl", "fo.xsl", "epub.xsl", "text.xsl", "markdown.xsl");

  /**
   * Compiles one.
   *
   * @param content the file's bytes
   * @param file its name in findings
   * @throws StyleFault where it is no XML, imports no entry, doesn't compile, or names a page for
   *     print that can't be made
   */
  static Layer of(Xml xml, byte[] content, String file) throws StyleFault {
    Parsed parsed = xml.parse(content, file);
    if (parsed instanceof Parsed.Broken broken) {
      throw new StyleFault(broken.finding());
    }
    XdmNode layer = ((Parsed.Tree) parsed).document();
    String entry =
        layer
            .select(
                Steps.descendant(XSL, "import")
                    .then(Steps.attribute("href"))
                    .where(href -> href.getStringValue().startsWith(Xml.ENTRY)))
            .map(href -> href.getStringValue().substring(Xml.ENTRY.length()))
            .findFirst()
            .filter(ENTRIES::contains)
            .orElseThrow(
                () -> fault("style-without-entry", Location.of(file), "entries", entries()));
    List<XmlProcessingError> errors = new ArrayList<>();
    XsltCompiler compiler = xml.compiler();
    compiler.setErrorReporter(errors::add);
    XsltExecutable compiled;
    try {
      compiled = compiler.compile(layer.asSource());
    } catch (SaxonApiException e) {
      Location location =
          errors.stream()
              .filter(error -> error.getLocation() != null && !error.isWarning())
              .map(error -> Location.of(file, Math.max(1, error.getLocation().getLineNumber())))
              .findFirst()
              .orElse(Location.of(file));
      String said =
          errors.stream()
              .filter(error -> !error.isWarning())
              .map(XmlProcessingError::getMessage)
              .findFirst()
              .orElse(e.getMessage());
      throw fault("style-faulty", location, "said", said.replaceFirst("\\.$", ""));
    }
    if (entry.equals(PRINT)) {
      page(xml, compiled, layer, file);
    }
    return new Layer(entry, compiled);
  }

  /** The page that a layer asks for is looked at before any letter is printed on it. */
  private static void page(Xml xml, XsltExecutable print, XdmNode layer, String file)
      throws StyleFault {
    byte[] none = "<corpus xmlns='urn:letterpress:model'/>".getBytes(UTF_8);
    XdmNode corpus = ((Parsed.Tree) xml.parse(none, "corpus")).document();
    try {
      Xslt30Transformer transformer = print.load30();
      transformer.setStylesheetParameters(Map.of(new QName("corpus"), corpus));
      transformer.setErrorReporter(error -> {});
      transformer.callTemplate(new QName("urn:letterpress:templates", "page-is-known"));
    } catch (SaxonApiException e) {
      int line =
          layer
              .select(Steps.descendant(XSL, "param").where(Predicates.attributeEq("name", "trim")))
              .findFirst()
              .map(XdmNode::getLineNumber)
              .orElse(1);
      throw fault("style-faulty", Location.of(file, Math.max(1, line)), "said", e.getMessage());
    }
  }

  private static String entries() {
    return ENTRIES.stream().map(Xml.ENTRY::concat).collect(Collectors.joining(", "));
  }

  private static StyleFault fault(String code, Location place, String key, String words) {
    return new StyleFault(Finding.of(code, Severity.ERROR, place, Map.of(key, words), List.of()));
  }
}
