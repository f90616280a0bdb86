package org.letterpress.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Spelling;

/** Which elements are open, and whether tags and prefixes fit (XML 1.0, 3; Namespaces, 3 and 5). */
final class Nesting {

  /** Prefixes that need no declaration, and those that are often used without one. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "tei", "http://www.tei-c.org/ns/1.0",
          "xi", "http://www.w3.org/2001/XInclude",
          "xlink", "http://www.w3.org/1999/xlink",
          "xsi", "http://www.w3.org/2001/XMLSchema-instance",
          "svg", "http://www.w3.org/2000/svg",
          "mml", "http://www.w3.org/1998/Math/MathML");

  private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
  private static final String XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";

  /** An element that is open. */
  record Open(String name, int start, int end, Map<String, String> prefixes) {}

  private final SourceText text;
  private final String all;
  private final List<Open> open = new ArrayList<>();
  private final Set<String> prefixes = new HashSet<>();
  private boolean afterRoot;
  private int rootStart;
  private int rootNameEnd;

  Nesting(SourceText text) {
    this.text = text;
    this.all = text.characters();
  }

  /** Whether an element is open. */
  boolean isWithin() {
    return !open.isEmpty();
  }

  /** Whether the root element has ended. */
  boolean isAfterRoot() {
    return afterRoot;
  }

  /** The name of the element that was opened last; empty where none is open. */
  String innermost() {
    return open.isEmpty() ? "" : open.get(open.size() - 1).name();
  }

  void open(StartTag tag) throws Fault {
    if (afterRoot) {
      throw Fault.of(
          "root-second",
          text,
          tag.start(),
          tag.nameEnd(),
          Map.of("element", tag.name(), "line", String.valueOf(text.line(rootStart))),
          List.of());
    }
    if (open.isEmpty()) {
      rootStart = tag.start();
      rootNameEnd = tag.nameEnd();
    }
    if (open.size() >= SafeParser.DEEPEST) {
      throw Fault.of(
          "too-deep",
          text,
          tag.start(),
          tag.nameEnd(),
          Map.of("element", tag.name(), "most", String.valueOf(SafeParser.DEEPEST)),
          List.of());
    }
    Open opened = new Open(tag.name(), tag.start(), tag.end(), prefixes(tag));
    open.add(opened);
    checkPrefix(tag.name(), tag.start() + 1, false);
    Set<String> names = new HashSet<>();
    for (Tag.Attribute attribute : tag.attributes()) {
      if (!isDeclaration(attribute.name())) {
        checkPrefix(attribute.name(), attribute.start(), true);
        if (!names.add(expanded(attribute.name()))) {
          throw Fault.of(
              "attribute-twice",
              text,
              attribute.start(),
              attribute.end(),
              Map.of("attribute", attribute.name(), "element", tag.name()),
              List.of());
        }
      }
    }
    if (tag.isEmpty()) {
      open.remove(open.size() - 1);
      afterRoot = open.isEmpty();
    }
  }

  private static boolean isDeclaration(String name) {
    return name.equals("xmlns") || name.startsWith("xmlns:");
  }

  private Map<String, String> prefixes(StartTag tag) throws Fault {
    Map<String, String> declared = new java.util.HashMap<>();
    for (Tag.Attribute attribute : tag.attributes()) {
      if (!isDeclaration(attribute.name())) {
        continue;
      }
      String value = all.substring(attribute.valueStart(), attribute.valueEnd()).strip();
      boolean plain = attribute.name().equals("xmlns");
      String prefix = plain ? "" : attribute.name().substring("xmlns:".length());
      boolean wrong =
          prefix.equals("xmlns")
              || value.equals(XMLNS_NAMESPACE)
              || prefix.equals("xml") != value.equals(XML_NAMESPACE)
              || (!plain && (value.isEmpty() || prefix.isEmpty() || prefix.contains(":")));
      if (wrong) {
        throw Fault.of(
            "namespace-declaration",
            text,
            attribute.start(),
            attribute.end(),
            Map.of("declaration", Fault.quoted(all.substring(attribute.start(), attribute.end()))),
            List.of(
                Fault.fix(
                    "− " + attribute.name(),
                    Chars.trimmed(all, attribute.start(), tag.start()),
                    attribute.end(),
                    "")));
      }
      declared.put(prefix, value);
      prefixes.add(prefix);
      if (prefixes.size() > SafeParser.MOST_PREFIXES) {
        throw Fault.of(
            "too-many-prefixes",
            text,
            attribute.start(),
            attribute.end(),
            Map.of("most", "" + SafeParser.MOST_PREFIXES),
            List.of());
      }
    }
    return declared;
  }

  private String namespace(String prefix) {
    if (prefix.equals("xml")) {
      return XML_NAMESPACE;
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      String found = open.get(i).prefixes().get(prefix);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private String expanded(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? name
        : "{" + namespace(name.substring(0, colon)) + "}" + name.substring(colon + 1);
  }

  private void checkPrefix(String name, int at, boolean attribute) throws Fault {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return;
    }
    if (colon == 0
        || colon == name.length() - 1
        || name.indexOf(':', colon + 1) > 0
        || Chars.skipName(name, colon + 1) < name.length()) {
      throw Fault.of(
          "name-colon",
          text,
          at,
          at + name.length(),
          Map.of("name", Fault.quoted(name)),
          List.of());
    }
    String prefix = name.substring(0, colon);
    if (namespace(prefix) != null) {
      return;
    }
    throw Fault.of(
        attribute ? "prefix-undeclared-attribute" : "prefix-undeclared",
        text,
        attribute ? at : at - 1,
        at + name.length(),
        Map.of("name", name, "prefix", prefix),
        prefixFixes(prefix, name, at));
  }

  private List<Fix> prefixFixes(String prefix, String name, int at) {
    Set<String> declared = new HashSet<>(Set.of("xml"));
    open.forEach(one -> declared.addAll(one.prefixes().keySet()));
    declared.remove("");
    String known = KNOWN.get(prefix);
    String near =
        Spelling.nearest(prefix + ":", declared.stream().map(one -> one + ":").toList()).orElse("");
    if (known == null && !near.isEmpty()) {
      return List.of(
          Fault.fix(
              name + " → " + near + name.substring(prefix.length() + 1),
              at,
              at + prefix.length() + 1,
              near));
    }
    if (known != null && known.equals(namespace(""))) {
      List<Fix.Edit> edits = new ArrayList<>();
      for (String mark : List.of("<", "</")) {
        String written = mark + prefix + ":";
        for (int i = all.indexOf(written); i >= 0; i = all.indexOf(written, i + 1)) {
          edits.add(new Fix.Edit(i + mark.length(), i + written.length(), ""));
        }
      }
      edits.sort(java.util.Comparator.comparingInt(Fix.Edit::start));
      return edits.size() > Fault.MOST_EDITS ? List.of() : List.of(new Fix(prefix + ": → ", edits));
    }
    if (known != null) {
      String declaration = "xmlns:" + prefix + "=\"" + known + "\"";
      return List.of(Fault.fix(declaration, rootNameEnd, rootNameEnd, " " + declaration));
    }
    return List.of();
  }

  /** The end tag of a name stands at an offset. */
  void close(String name, int start, int end) throws Fault {
    if (open.isEmpty()) {
      throw Fault.of(
          "end-tag-stray",
          text,
          start,
          end,
          Map.of("element", name),
          List.of(Fault.fix("− </" + name + ">", start, end, "")));
    }
    if (!innermost().equals(name)) {
      throw new Mismatch(text, open, name, start, end).fault();
    }
    open.remove(open.size() - 1);
    afterRoot = open.isEmpty();
  }

  /** The text ends. */
  void end() throws Fault {
    if (!open.isEmpty()) {
      throw new Mismatch(text, open, "", all.length(), all.length()).cutOff();
    }
    if (!afterRoot) {
      throw Fault.of("root-missing", text, 0, 0, Map.of(), List.of());
    }
  }
}
