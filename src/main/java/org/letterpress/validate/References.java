package org.letterpress.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Spelling;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Xml;

/**
 * Do references lead somewhere, across all files of the edition? Looks at {@code @ref} of
 * everything that names a person, place, organisation, event or work (TEI Guidelines 3.6, 14.2).
 */
final class References {

  /** Which register entry an element that names something may refer to. */
  private static final Map<String, String> NAMES =
      Map.of("persName", "person", "placeName", "place", "orgName", "org", "eventName", "event");

  private static final Set<String> ANY_KIND = Set.of("rs", "name", "geogName", "title");

  /** Register entries, with the word for each. */
  private static final Map<String, String> ENTRIES =
      Map.of(
          "person", "a person",
          "place", "a place",
          "org", "an organisation",
          "event", "an event",
          "bibl", "a work",
          "biblStruct", "a work");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final QName REF = new QName("ref");

  private record Target(String element, Location location) {}

  private References() {}

  /** Checks all files of an edition together. */
  static List<Finding> check(List<SourceFile> files) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Target> entries = new TreeMap<>();
    Map<SourceFile, Map<String, Target>> ids = new HashMap<>();
    Map<String, Location> documents = new HashMap<>();
    for (SourceFile file : files) {
      ids.put(file, ids(file, entries, findings));
      documentIsNamedOnce(file, documents, findings);
    }
    for (SourceFile file : files) {
      if (!entries.isEmpty()) {
        check(file, ids.get(file), entries, findings);
      }
    }
    return findings;
  }

  /** Two letters of one id would have one address. */
  private static void documentIsNamedOnce(
      SourceFile file, Map<String, Location> documents, List<Finding> findings) {
    XdmNode root = file.tree().select(Steps.child(Predicates.isElement())).asNode();
    String id = root.getAttributeValue(Xml.ID);
    Location first = id == null ? null : documents.putIfAbsent(id, location(file, root));
    if (first != null) {
      findings.add(
          Finding.error(
              "document-id-twice",
              location(file, root),
              "The id \"" + id + "\" is also that of " + first.file() + ".",
              "Give one of the two files another xml:id."));
    }
  }

  private static Map<String, Target> ids(
      SourceFile file, Map<String, Target> entries, List<Finding> findings) {
    Map<String, Target> own = new HashMap<>();
    for (XdmNode element : elements(file)) {
      String id = element.getAttributeValue(Xml.ID);
      if (id == null) {
        continue;
      }
      Target target = new Target(element.getNodeName().getLocalName(), location(file, element));
      Target first = own.putIfAbsent(id, target);
      if (first != null) {
        findings.add(
            Finding.error(
                "id-twice",
                target.location(),
                "The id \""
                    + id
                    + "\" is given twice; it first stands in line "
                    + first.location().line()
                    + ".",
                "Give one of the two elements another id."));
      }
      if (ENTRIES.containsKey(target.element()) && isListed(element)) {
        Target other = entries.putIfAbsent(id, target);
        // The same entry repeated in many files is a habit; another thing of the same name is not.
        if (other != null && !other.element().equals(target.element())) {
          findings.add(
              Finding.error(
                  "id-twice",
                  target.location(),
                  "The id \""
                      + id
                      + "\" is also that of "
                      + ENTRIES.get(other.element())
                      + " ("
                      + other.location()
                      + ").",
                  "Give one of the two entries another id, and mend the references to it."));
        }
      }
    }
    return own;
  }

  /** A bibl in a header describes a source and is no entry of a register. */
  private static boolean isListed(XdmNode entry) {
    return entry.getParent().getNodeName() != null
        && entry.getParent().getNodeName().getLocalName().startsWith("list");
  }

  private static void check(
      SourceFile file,
      Map<String, Target> own,
      Map<String, Target> entries,
      List<Finding> findings) {
    for (XdmNode element : elements(file)) {
      String name = element.getNodeName().getLocalName();
      String ref = element.getAttributeValue(REF);
      if (ref == null || !(NAMES.containsKey(name) || ANY_KIND.contains(name))) {
        continue;
      }
      SPACE
          .splitAsStream(ref.strip())
          .flatMap(token -> check(token, element, name, file, own, entries).stream())
          .forEach(findings::add);
    }
  }

  private static Optional<Finding> check(
      String token,
      XdmNode element,
      String name,
      SourceFile file,
      Map<String, Target> own,
      Map<String, Target> entries) {
    Location location = location(file, element);
    String said = "<" + name + "> \"" + shortened(element.getStringValue()) + "\"";
    if (!token.contains("#")) {
      return entries.containsKey(token)
          ? Optional.of(
              Finding.error(
                  "ref-without-hash",
                  location,
                  said + " refers to \"" + token + "\" without \"#\".",
                  "Write ref=\"#" + token + "\"."))
          : Optional.empty();
    }
    if (token.matches("https?:.*")) {
      return Optional.empty();
    }
    String id = token.substring(token.indexOf('#') + 1);
    Target target = entries.getOrDefault(id, own.get(id));
    if (target == null) {
      return Optional.of(
          Finding.error(
              "ref-dangling",
              location,
              said + " refers to \"" + token + "\", but no register has an entry of that id.",
              Spelling.nearest(id, entries.keySet())
                  .map(near -> "Did you mean \"#" + near + "\"?")
                  .orElse("Correct the reference, or add the entry to its register.")));
    }
    String wanted = NAMES.get(name);
    if (wanted != null
        && ENTRIES.containsKey(target.element())
        && !wanted.equals(target.element())) {
      return Optional.of(
          Finding.error(
              "ref-kind",
              location,
              said
                  + " refers to \""
                  + token
                  + "\", which is "
                  + ENTRIES.get(target.element())
                  + " ("
                  + target.location()
                  + ").",
              "Refer to "
                  + ENTRIES.get(wanted)
                  + ", or use the element for "
                  + ENTRIES.get(target.element())
                  + "."));
    }
    return Optional.empty();
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 40 ? line : line.substring(0, 39) + "…";
  }

  private static Iterable<XdmNode> elements(SourceFile file) {
    return file.tree().select(Steps.descendant(Predicates.isElement())).asListOfNodes();
  }

  private static Location location(SourceFile file, XdmNode element) {
    return Rules.place(element, file.path());
  }
}
