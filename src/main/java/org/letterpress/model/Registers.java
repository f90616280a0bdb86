package org.letterpress.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** Reads register entries, wherever a file lists them. */
final class Registers {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Xml xml;
  private final Index index;

  /**
   * What a file lists.
   *
   * @param entries what the corpus document says of its entries, as the children of one element;
   *     empty where there are none
   * @param encodings their elements in the file; of several with the same id, the first
   */
  record Listed(String entries, List<Encoded> encodings) {

    boolean isEmpty() {
      return entries.isEmpty() && encodings.isEmpty();
    }
  }

  /** What is known of an entry's element. */
  record Encoded(String id, String digest, List<String> leadsTo) {}

  /** Reads nothing yet. */
  Registers(Xml xml, Index index) {
    this.xml = xml;
    this.index = index;
  }

  /** Reads a file. */
  Listed read(SourceFile file) {
    XdmNode entries = (XdmNode) index.call("entries", file.tree());
    return new Listed(
        entries.children().iterator().hasNext() ? xml.xml(entries) : "",
        elements(file).entrySet().stream()
            .map(one -> new Encoded(one.getKey(), xml.digest(one.getValue()), to(one.getValue())))
            .toList());
  }

  /** A file's entries; the same tree, whether they are read now or were. */
  XdmValue entries(SourceFile file, Listed listed) {
    if (listed.entries().isEmpty()) {
      return XdmEmptySequence.getInstance();
    }
    Parsed parsed = xml.parse(listed.entries().getBytes(UTF_8), file.path());
    return new XdmValue(
        ((Parsed.Tree) parsed).document().select(Steps.child().then(Steps.child())).toList());
  }

  /** A file's encodings of entries by their ids. */
  Map<String, Encoding> encodings(SourceFile file, Listed listed) {
    Supplier<Map<String, XdmNode>> elements = new Soft<>(() -> elements(file));
    Map<String, Encoding> encodings = new LinkedHashMap<>();
    for (Encoded one : listed.encodings()) {
      encodings.put(
          one.id(), new Encoding(one.digest(), one.leadsTo(), () -> elements.get().get(one.id())));
    }
    return encodings;
  }

  private Map<String, XdmNode> elements(SourceFile file) {
    return index.call("entry-sources", file.tree()).stream()
        .map(XdmNode.class::cast)
        .collect(
            Collectors.toMap(
                element -> element.getAttributeValue(Xml.ID),
                element -> element,
                (first, other) -> first,
                LinkedHashMap::new));
  }

  private static List<String> to(XdmNode element) {
    return element
        .select(Steps.descendantOrSelf().then(Steps.attribute("ref")))
        .flatMap(ref -> SPACE.splitAsStream(ref.getStringValue()))
        .map(ref -> ref.substring(ref.lastIndexOf('#') + 1))
        .toList();
  }
}
