package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.AllowedFiles;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Tag;
import org.letterpress.xml.Xml;

/**
 * Schematron rules (ISO/IEC 19757-3) as the stylesheet that was made of them. A rule's {@code id}
 * is the finding's code, after {@link Catalogue#HOUSE} in somebody else's rules, whose ids may be
 * our codes as well; its {@code role} or {@code flag} is the severity. The remedy is the part of
 * its message in a {@code span} of class remedy, and what its diagnostics say in the language of
 * the message; a diagnostic in another language is the message in that language. In the letter
 * schema's own rules each other {@code span} holds the argument that its class names.
 */
final class Rules {

  private static final String STYLESHEET = "classpath:/org/letterpress/schema/letter.sch.xsl";
  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
  private static final QName NAMED = new QName("urn:letterpress:functions:private", "named");
  private static final QName LANG = new QName("http://www.w3.org/XML/1998/namespace", "lang");

  /** A step of a path to an element or an attribute; texts have the place of their element. */
  private static final Pattern STEP =
      Pattern.compile(
          "/(?:Q\\{(?<uri>[^}]*)}(?<name>[^/\\[]+)\\[(?<number>\\d+)]"
              + "|@(?:Q\\{(?<space>[^}]*)})?(?<attribute>[^/]+))");

  /** Rules that take longer than this for one file find no end; real ones need a second or two. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final XsltExecutable rules;
  private final Optional<Named> named;
  private final Optional<AllowedFiles> files;
  private final Duration most;
  private volatile boolean endless;

  /** The rules of the letter schema, which the build has made. */
  Rules(Xml xml) {
    this.rules = xml.stylesheet(STYLESHEET);
    this.named = Optional.of(new Named(xml, new String(Xml.resource(STYLESHEET), UTF_8)));
    this.files = Optional.empty();
    this.most = LONGEST;
  }

  /**
   * Somebody else's rules.
   *
   * @param files what they may read
   */
  Rules(XsltExecutable rules, AllowedFiles files) {
    this(rules, files, LONGEST);
  }

  /**
   * Somebody else's rules, with another limit.
   *
   * @param most how long they may take for one file
   */
  Rules(XsltExecutable rules, AllowedFiles files, Duration most) {
    this.rules = rules;
    this.named = Optional.empty();
    this.files = Optional.of(files);
    this.most = most;
  }

  /** Whether they are the letter schema's. */
  boolean areOwn() {
    return files.isEmpty();
  }

  /**
   * What the rules have to say of a file. Somebody else's have so much time for it; those that find
   * no end are applied to no other file.
   */
  List<Finding> check(SourceFile file, SourceText text) {
    if (areOwn()) {
      return apply(file, text);
    }
    try {
      Optional<List<Finding>> said =
          endless ? Optional.empty() : Deadline.within(most, () -> apply(file, text));
      endless |= said.isEmpty();
      return said.orElseGet(() -> List.of(endless(file.path())));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof StackOverflowError) {
        return List.of(failed(file.path(), "The rules call themselves too often."));
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) cause;
    }
  }

  private Finding endless(String file) {
    return Finding.of(
        "rules-endless",
        Severity.ERROR,
        Location.of(file),
        Map.of("seconds", String.valueOf(most.toSeconds())),
        List.of());
  }

  private List<Finding> apply(SourceFile file, SourceText text) {
    try {
      Xslt30Transformer transformer = rules.load30();
      files.ifPresent(allowed -> Schematron.confine(transformer, allowed));
      if (named.isPresent()) {
        transformer.setStylesheetParameters(Map.of(NAMED, named.get().of(file.tree())));
      }
      transformer.setGlobalContextItem(file.tree());
      XdmValue report = transformer.applyTemplates(file.tree());
      List<Finding> findings = new ArrayList<>();
      Map<String, List<XdmNode>> children = new HashMap<>();
      for (XdmNode said :
          report
              .select(
                  Steps.descendantOrSelf(SVRL, "failed-assert")
                      .cat(Steps.descendantOrSelf(SVRL, "successful-report")))
              .asListOfNodes()) {
        findings.add(finding(said, file, text, children));
      }
      // The letter schema's speak rule by rule; whoever hears only the first is to hear the top.
      findings.sort(Comparator.comparing(Finding::location));
      for (XdmNode error : report.select(Steps.descendant(SVRL, "error")).asListOfNodes()) {
        findings.add(failed(file.path(), words(Stream.of(error))));
      }
      return findings;
    } catch (SaxonApiException e) {
      if (files.isPresent()) {
        return List.of(failed(file.path(), String.valueOf(e.getMessage())));
      }
      throw new IllegalStateException("The rules fail on " + file.path(), e);
    }
  }

  /** Rules that come to nothing, such as one that reads a number where there is none. */
  private static Finding failed(String file, String said) {
    return Finding.of(
        "rules-failed", Severity.ERROR, Location.of(file), Map.of("said", said), List.of());
  }

  private Finding finding(
      XdmNode said, SourceFile file, SourceText text, Map<String, List<XdmNode>> children) {
    String id = said.attribute("id");
    List<XdmNode> parts =
        said.select(Steps.child(SVRL, "text").then(Steps.child())).asListOfNodes();
    XdmNode context = context(said.attribute("location"), file, children);
    Map<String, String> arguments = new TreeMap<>();
    List<String> remedies = new ArrayList<>();
    remedies.add(words(parts.stream().filter(Rules::isRemedy)));
    if (files.isPresent()) {
      diagnostics(said, arguments, remedies);
    } else {
      arguments(said, arguments);
      arguments.put("element", element(context).getNodeName().toString());
    }
    return new Finding(
        (areOwn() ? "" : Catalogue.HOUSE) + (id == null ? "rule" : id),
        severity(said),
        place(context, text),
        "",
        words(parts.stream().filter(part -> !isRemedy(part))),
        remedies.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(" ")),
        arguments,
        List.of());
  }

  private static Severity severity(XdmNode said) {
    String word =
        Stream.of("role", "flag", "severity")
            .map(said::attribute)
            .filter(value -> value != null && !value.isBlank())
            .findFirst()
            .orElse("error")
            .toLowerCase(Locale.ROOT)
            .strip();
    if (word.startsWith("warn") || word.equals("nonfatal")) {
      return Severity.WARNING;
    }
    return word.startsWith("info") || word.equals("hint") || word.equals("notice")
        ? Severity.INFO
        : Severity.ERROR;
  }

  private static void arguments(XdmNode said, Map<String, String> arguments) {
    for (XdmNode span : said.select(Steps.descendant("span")).asListOfNodes()) {
      if (span.attribute("class") != null && !isRemedy(span)) {
        arguments.put(span.attribute("class"), span.getStringValue().replaceAll("\\s+", " "));
      }
    }
  }

  private static void diagnostics(
      XdmNode said, Map<String, String> arguments, List<String> remedies) {
    for (XdmNode diagnostic :
        said.select(Steps.child(SVRL, "diagnostic-reference").then(Steps.child(SVRL, "text")))
            .asListOfNodes()) {
      String lang = diagnostic.getAttributeValue(LANG);
      if (lang == null) {
        remedies.add(words(Stream.of(diagnostic)));
      } else {
        arguments.put("message." + lang.replaceFirst("-.*", ""), words(Stream.of(diagnostic)));
      }
    }
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

  /**
   * The node that a report's path names, as fn:path writes it; as far as the path leads.
   *
   * @param children those of a name right within an element, by the path to them; what is looked up
   *     is added
   */
  private static XdmNode context(
      String path, SourceFile file, Map<String, List<XdmNode>> children) {
    if (path == null) {
      return file.tree();
    }
    XdmNode node = file.tree();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      XdmNode parent = node;
      Optional<XdmNode> next =
          step.group("attribute") == null
              ? children
                  .computeIfAbsent(
                      path.substring(0, step.start("number")),
                      named ->
                          parent
                              .select(Steps.child(step.group("uri"), step.group("name")))
                              .asListOfNodes())
                  .stream()
                  .skip(Integer.parseInt(step.group("number")) - 1L)
                  .findFirst()
              : node.select(
                      Steps.attribute(
                          Objects.requireNonNullElse(step.group("space"), ""),
                          step.group("attribute")))
                  .findFirst();
      if (next.isEmpty()) {
        return node;
      }
      node = next.get();
    }
    return node;
  }

  /** A node's own element; of the document its root. */
  private static XdmNode element(XdmNode node) {
    XdmNode element = node;
    while (element.getNodeKind() != XdmNodeKind.ELEMENT && element.getParent() != null) {
      element = element.getParent();
    }
    return element.getNodeKind() == XdmNodeKind.ELEMENT
        ? element
        : element.select(Steps.child(Predicates.isElement())).asNode();
  }

  /** The place of an attribute, name and value; of any other node as {@link #place} has it. */
  static Location place(XdmNode node, SourceText text) {
    XdmNode element = element(node);
    if (node.getNodeKind() == XdmNodeKind.ATTRIBUTE) {
      Tag tag = Tag.at(text, text.offset(element.getLineNumber(), element.getColumnNumber()));
      Optional<Tag.Attribute> attribute = tag.attribute(node.getNodeName().toString());
      if (attribute.isPresent()) {
        return text.location(attribute.get().start(), attribute.get().end());
      }
    }
    return place(element, text.file());
  }

  /** The place of an element's tag, or of that in which an attribute or text stands. */
  static Location place(XdmNode node, String file) {
    XdmNode element = element(node);
    String tag = "<" + element.getNodeName();
    return new Location(file, element.getLineNumber(), element.getColumnNumber(), tag.length());
  }
}
