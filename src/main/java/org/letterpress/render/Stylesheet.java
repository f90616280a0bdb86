package org.letterpress.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Letter;
import org.letterpress.model.Slices;
import org.letterpress.xml.Xml;

/** One of the public stylesheets with its parameters, ready to be applied to letters. */
final class Stylesheet {

  /** What came of it, and what the stylesheet said by {@code xsl:message}. */
  record Result(XdmValue value, List<Finding> findings) {}

  private static final QName CORPUS = new QName("corpus");

  private final XsltExecutable executable;
  private final Map<QName, XdmValue> parameters;
  private final Slices slices;

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param name its file in {@code xslt/}
   * @param corpus the corpus document
   * @param parameters beside {@code $corpus}, by name
   */
  Stylesheet(Xml xml, String name, XdmNode corpus, Map<String, XdmValue> parameters) {
    this.executable = xml.stylesheet(Xml.XSLT + name);
    Map<QName, XdmValue> all = new HashMap<>();
    all.put(CORPUS, corpus);
    parameters.forEach((key, value) -> all.put(new QName(key), value));
    this.parameters = Map.copyOf(all);
    this.slices = new Slices(xml, corpus);
  }

  /** What a letter knows of the corpus. */
  XdmNode slice(Letter letter) {
    return slices.of(letter);
  }

  /** Applies mode {@code m:letter} to a letter, which knows its own slice of the corpus alone. */
  Result letter(Letter letter) {
    return apply("letter", letter, slices.of(letter));
  }

  /** Applies a public mode, by its name, to a letter that knows the whole corpus. */
  Result apply(String mode, Letter letter) {
    return apply(mode, letter, parameters.get(CORPUS));
  }

  private Result apply(String mode, Letter letter, XdmValue corpus) {
    List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    try {
      Xslt30Transformer transformer = load(letter.file().path(), findings, corpus);
      transformer.setInitialMode(new QName("urn:letterpress:modes", mode));
      transformer.setGlobalContextItem(letter.normalised());
      return new Result(transformer.applyTemplates(letter.normalised()), findings);
    } catch (SaxonApiException e) {
      throw new IllegalStateException("A stylesheet failed on " + letter.file().path(), e);
    }
  }

  /** Calls a named template in the namespace of public templates. */
  XdmValue template(String name) {
    return template(name, Map.of());
  }

  /**
   * Calls a named template in the namespace of public templates.
   *
   * @param parameters the template's own, by name
   */
  XdmValue template(String name, Map<String, XdmValue> parameters) {
    List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    try {
      Xslt30Transformer transformer = load("", findings, this.parameters.get(CORPUS));
      Map<QName, XdmValue> own = new HashMap<>();
      parameters.forEach((key, value) -> own.put(new QName(key), value));
      transformer.setInitialTemplateParameters(own, false);
      return transformer.callTemplate(new QName("urn:letterpress:templates", name));
    } catch (SaxonApiException e) {
      throw new IllegalStateException("A stylesheet failed in " + name, e);
    }
  }

  private Xslt30Transformer load(String file, List<Finding> findings, XdmValue corpus)
      throws SaxonApiException {
    Xslt30Transformer transformer = executable.load30();
    Map<QName, XdmValue> all = new HashMap<>(parameters);
    all.put(CORPUS, corpus);
    transformer.setStylesheetParameters(all);
    transformer.setMessageHandler(
        message ->
            findings.add(
                Finding.of(
                    "stylesheet-message",
                    Severity.WARNING,
                    Location.of(file),
                    Map.of("words", message.getContent().getStringValue().strip()),
                    List.of())));
    return transformer;
  }
}
