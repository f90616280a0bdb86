package org.letterpress.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Xml;

/**
 * The Schematron rules (ISO/IEC 19757-3) beside the grammar, as the stylesheet that the build made
 * of them. A rule's {@code id} is the finding's code, its {@code role} the severity; the part of
 * its message in a {@code span} of class remedy is the finding's remedy.
 */
final class Rules {

  private static final String STYLESHEET = "classpath:/org/letterpress/schema/letter.sch.xsl";
  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";

  /** A step of a path to an element; attributes and texts have the place of their element. */
  private static final Pattern STEP = Pattern.compile("/Q\\{([^}]*)}([^/\\[]+)\\[(\\d+)]");

  private final XsltExecutable rules;

  Rules(Xml xml) {
    this.rules = xml.stylesheet(STYLESHEET);
  }

  /** What the rules have to say of a file. */
  List<Finding> check(SourceFile file) {
    try {
      XdmValue report = rules.load30().applyTemplates(file.tree());
      List<Finding> findings = new ArrayList<>();
      for (XdmNode said :
          report
              .select(
                  Steps.descendantOrSelf(SVRL, "failed-assert")
                      .cat(Steps.descendantOrSelf(SVRL, "successful-report")))
              .asListOfNodes()) {
        findings.add(finding(said, file));
      }
      return findings;
    } catch (SaxonApiException e) {
      throw new IllegalStateException("The rules fail on " + file.path(), e);
    }
  }

  private static Finding finding(XdmNode said, SourceFile file) {
    String id = said.attribute("id");
    String role = said.attribute("role");
    Severity severity =
        role != null && role.toLowerCase(Locale.ROOT).startsWith("warn")
            ? Severity.WARNING
            : Severity.ERROR;
    List<XdmNode> parts =
        said.select(Steps.child(SVRL, "text").then(Steps.child())).asListOfNodes();
    return new Finding(
        id == null ? "rule" : id,
        severity,
        place(said.attribute("location"), file),
        words(parts.stream().filter(part -> !isRemedy(part))),
        words(parts.stream().filter(Rules::isRemedy)));
  }

  private static boolean isRemedy(XdmNode part) {
    return part.getNodeKind() == XdmNodeKind.ELEMENT && "remedy".equals(part.attribute("class"));
  }

  private static String words(Stream<XdmNode> parts) {
    return parts
        .map(XdmNode::getStringValue)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** The place of the node that a report's path names, as fn:path writes it. */
  private static Location place(String path, SourceFile file) {
    if (path == null) {
      return Location.of(file.path());
    }
    XdmNode node = file.tree();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      Optional<XdmNode> child =
          node.select(Steps.child(step.group(1), step.group(2)))
              .skip(Integer.parseInt(step.group(3)) - 1L)
              .findFirst();
      if (child.isEmpty()) {
        return Location.of(file.path());
      }
      node = child.get();
    }
    return place(node, file.path());
  }

  /** The place of an element's tag, or of that in which an attribute or text stands. */
  static Location place(XdmNode node, String file) {
    XdmNode element = node;
    while (element.getNodeKind() != XdmNodeKind.ELEMENT) {
      if (element.getParent() == null) {
        return Location.of(file);
      }
      element = element.getParent();
    }
    String tag = "<" + element.getNodeName();
    return new Location(file, element.getLineNumber(), element.getColumnNumber(), tag.length());
  }
}
