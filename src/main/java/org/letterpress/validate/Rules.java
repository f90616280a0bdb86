package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
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
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.AllowedFiles;
import org.letterpress.xml.NodePlace;
import org.letterpress.xml.SourceText;
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

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Rules that take longer than this for one file find no end; real ones need a second or two. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private final XsltExecutable rules;
  private final Optional<Named> named;
  private final Optional<AllowedFiles> files;
  private final Deadline deadline;
  private volatile boolean endless;

  /** The rules of the letter schema, which the build has made. */
  Rules(Xml xml) {
    this.rules = xml.stylesheet(STYLESHEET);
    this.named = Optional.of(new Named(xml, new String(Xml.resource(STYLESHEET), UTF_8)));
    this.files = Optional.empty();
    this.deadline = new Deadline(LONGEST);
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
    this.deadline = new Deadline(most);
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
          endless ? Optional.empty() : deadline.within(() -> apply(file, text));
      endless |= said.isEmpty();
      return said.orElseGet(() -> List.of(endless(file.path())));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StackOverflowError) {
        return List.of(failed(file.path(), "The rules call themselves too often."));
      }
      throw Deadline.fault(e);
    }
  }

  private Finding endless(String file) {
    return Finding.of(
        "rules-endless",
        Severity.ERROR,
        Location.of(file),
        Map.of("seconds", deadline.seconds()),
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
      for (XdmNode said :
          report
              .select(
                  Steps.descendantOrSelf(SVRL, "failed-assert")
                      .cat(Steps.descendantOrSelf(SVRL, "successful-report")))
              .asListOfNodes()) {
        findings.add(finding(said, file, text));
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

  private Finding finding(XdmNode said, SourceFile file, SourceText text) {
    String id = said.attribute("id");
    List<XdmNode> parts =
        said.select(Steps.child(SVRL, "text").then(Steps.child())).asListOfNodes();
    NodePlace place = place(said.attribute("location"), file.tree());
    Map<String, String> arguments = new TreeMap<>();
    List<String> remedies = new ArrayList<>();
    remedies.add(words(parts.stream().filter(Rules::isRemedy)));
    if (files.isPresent()) {
      diagnostics(said, arguments, remedies);
    } else {
      arguments(said, arguments);
      arguments.put("element", place.element(text));
    }
    return new Finding(
        (areOwn() ? "" : Catalogue.HOUSE) + (id == null ? "rule" : id),
        severity(said),
        place.in(text),
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
        arguments.put(span.attribute("class"), oneLine(span.getStringValue()));
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
    return oneLine(parts.map(XdmNode::getStringValue).collect(Collectors.joining())).strip();
  }

  private static String oneLine(String text) {
    return SPACE.matcher(text).replaceAll(" ");
  }

  /** What a report is about; that of another document, such as a list it reads, is the root. */
  private static NodePlace place(String said, XdmNode tree) {
    return Optional.ofNullable(said)
        .map(NodePlace::of)
        .filter(place -> place.isIn(tree))
        .orElseGet(() -> NodePlace.of(tree));
  }
}
