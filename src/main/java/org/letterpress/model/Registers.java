package org.letterpress.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** Reads register entries, wherever a file lists them; no tree is made of a file that was read. */
final class Registers {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Xml xml;
  private final Index index;
  private final Recall recall;

  /** What the corpus document says of a file's entries, as the children of one element. */
  private record Told(String xml) {}

  private record Listed(List<Encoded> encodings) {}

  /** What is known of an entry's encoding. */
  private record Encoded(String id, String digest, List<String> leadsTo) {}

  /**
   * Reads nothing yet.
   *
   * @param recall what earlier runs have read
   */
  Registers(Xml xml, Index index, Recall recall) {
    this.xml = xml;
    this.index = index;
    this.recall = recall;
  }

  /** Whether a file lists none. */
  boolean isEmpty(SourceFile file) {
    return !entriesAnew(file).children().iterator().hasNext()
        && index.call("entry-sources", file.tree()).size() == 0;
  }

  /** A file's entries; the same tree, whether they are read now or were. */
  XdmValue entries(SourceFile file) {
    Told told =
        recall.known(
            "entries " + file.path(),
            file.digest(),
            Told.class,
            () -> new Told(xml.xml(entriesAnew(file))));
    Parsed parsed = xml.parse(told.xml().getBytes(UTF_8), file.path());
    return new XdmValue(
        ((Parsed.Tree) parsed).document().select(Steps.child().then(Steps.child())).toList());
  }

  /** A file's encodings of entries by their ids; of several with the same, the first. */
  Map<String, Encoding> encodings(SourceFile file) {
    Listed listed =
        recall.known("encodings " + file.path(), file.digest(), Listed.class, () -> listed(file));
    Supplier<Map<String, XdmNode>> elements = new Soft<>(() -> elements(file));
    Map<String, Encoding> encodings = new LinkedHashMap<>();
    for (Encoded one : listed.encodings()) {
      encodings.put(
          one.id(), new Encoding(one.digest(), one.leadsTo(), () -> elements.get().get(one.id())));
    }
    return encodings;
  }

  private Listed listed(SourceFile file) {
    return new Listed(
        elements(file).entrySet().stream()
            .map(one -> new Encoded(one.getKey(), xml.digest(one.getValue()), to(one.getValue())))
            .toList());
  }

  private XdmNode entriesAnew(SourceFile file) {
    return (XdmNode) index.call("entries", file.tree());
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
