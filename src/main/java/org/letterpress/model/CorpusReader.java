package org.letterpress.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.Xml;

/**
 * Reads the corpus out of TEI files. The stylesheet {@code xslt/index.xsl} knows headers and
 * registers; this class only calls it and turns what it says into records.
 */
public final class CorpusReader {

  private static final String MODEL = "urn:letterpress:model";
  private static final QName NORMALISE = new QName("urn:letterpress:modes", "normalise");

  private final XsltExecutable index;

  /** Compiles the stylesheet if this run has not yet done so. */
  public CorpusReader(Xml xml) {
    this.index = xml.stylesheet(Xml.XSLT + "index.xsl");
  }

  /** Reads the whole edition. */
  public Corpus read(List<SourceFile> files, String fallbackTitle) {
    return read(files, path -> true, fallbackTitle);
  }

  /**
   * Reads the edition.
   *
   * @param files well-formed files, in any order; what is not TEI is passed over
   * @param wanted which files' letters are wanted; registers are read from all
   * @param fallbackTitle the title of an edition without {@code edition.xml}
   */
  public Corpus read(List<SourceFile> files, Predicate<String> wanted, String fallbackTitle) {
    Map<String, List<SourceFile>> roles =
        files.stream()
            .collect(Collectors.groupingBy(this::role, LinkedHashMap::new, Collectors.toList()));
    Map<SourceFile, String> ids =
        ids(
            roles.getOrDefault("letter", List.of()).stream()
                .filter(file -> wanted.test(file.path()))
                .toList());

    record Read(Letter letter, XdmValue metadata) {}
    Map<String, Read> letters =
        ids.entrySet().parallelStream()
            .map(
                named -> {
                  XdmNode normalised = normalise(named.getKey(), named.getValue());
                  XdmNode metadata =
                      (XdmNode)
                          call(
                              "letter",
                              root(named.getKey()),
                              normalised,
                              string(named.getValue()),
                              string(named.getKey().path()));
                  return new Read(letter(metadata, named.getKey(), normalised), metadata);
                })
            .collect(
                Collectors.toMap(
                    read -> read.letter().id(), read -> read, (a, b) -> a, LinkedHashMap::new));

    XdmValue metadata = join(letters.values().stream().map(Read::metadata).toList());
    XdmValue entries = join(files.stream().map(file -> call("entries", file.tree())).toList());
    Map<String, XdmNode> sources = sources(files);
    Optional<SourceFile> header = roles.getOrDefault("edition", List.of()).stream().findFirst();
    XdmValue edition =
        header.isPresent()
            ? call("edition", header.get().tree())
            : call("edition-without-header", string(fallbackTitle), metadata);
    XdmNode document = (XdmNode) call("corpus", edition, metadata, entries);

    XdmNode corpus = children(document, "corpus").get(0);
    return new Corpus(
        edition(children(corpus, "edition").get(0)),
        children(corpus, "letter").stream()
            .map(letter -> letters.get(attribute(letter, "id")).letter())
            .toList(),
        children(corpus, "entry").stream().map(entry -> entry(entry, sources)).toList(),
        document);
  }

  private String role(SourceFile file) {
    return ((XdmItem) call("role", file.tree(), string(file.path()))).getStringValue();
  }

  /** Each letter's name: its own id, else its file's; never the same for two. */
  private static Map<SourceFile, String> ids(List<SourceFile> letters) {
    Map<SourceFile, String> ids = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (SourceFile file : letters) {
      String own = root(file).getAttributeValue(Xml.ID);
      String stem = file.path().replaceFirst("^.*/", "").replaceFirst("\\.xml$", "");
      String wish = own == null || own.isBlank() ? stem : own;
      String safe = wish.replaceAll("[^\\p{L}\\p{N}._-]", "-");
      String id = safe;
      for (int n = 2; !taken.add(id); n++) {
        id = safe + "-" + n;
      }
      ids.put(file, id);
    }
    return ids;
  }

  private XdmNode normalise(SourceFile file, String id) {
    try {
      Xslt30Transformer transformer = index.load30();
      transformer.setInitialMode(NORMALISE);
      transformer.setInitialTemplateParameters(
          Map.of(new QName("id"), new XdmAtomicValue(id)), true);
      XdmNode document = (XdmNode) transformer.applyTemplates(file.tree()).itemAt(0);
      return children(document, "letter").get(0);
    } catch (SaxonApiException e) {
      throw new IllegalStateException("Could not normalise " + file.path(), e);
    }
  }

  private XdmValue call(String function, XdmValue... arguments) {
    try {
      return index
          .load30()
          .callFunction(new QName("urn:letterpress:functions", function), arguments);
    } catch (SaxonApiException e) {
      throw new IllegalStateException(
          "index.xsl failed in f:" + function + " " + Arrays.toString(arguments), e);
    }
  }

  private Letter letter(XdmNode metadata, SourceFile file, XdmNode normalised) {
    return new Letter(
        attribute(metadata, "id"),
        attribute(metadata, "title"),
        attribute(metadata, "lang"),
        file,
        normalised);
  }

  private static Edition edition(XdmNode edition) {
    return new Edition(
        attribute(edition, "title"),
        attribute(edition, "lang"),
        attribute(edition, "publisher"),
        attribute(edition, "date"),
        attribute(edition, "identifier"),
        attribute(edition, "url"),
        attribute(edition, "licence"),
        attribute(edition, "licence-target"));
  }

  private static Entry entry(XdmNode entry, Map<String, XdmNode> sources) {
    String id = attribute(entry, "id");
    return new Entry(id, attribute(entry, "kind"), attribute(entry, "label"), sources.get(id));
  }

  /** The encodings of register entries by their ids; of several with the same, the first. */
  private Map<String, XdmNode> sources(List<SourceFile> files) {
    Map<String, XdmNode> sources = new HashMap<>();
    for (SourceFile file : files) {
      for (XdmItem source : call("entry-sources", file.tree())) {
        sources.putIfAbsent(((XdmNode) source).getAttributeValue(Xml.ID), (XdmNode) source);
      }
    }
    return sources;
  }

  private static XdmNode root(SourceFile file) {
    return file.tree().select(Steps.child(Predicates.isElement())).asNode();
  }

  private static List<XdmNode> children(XdmNode parent, String name) {
    return parent.select(Steps.child(MODEL, name)).asListOfNodes();
  }

  private static String attribute(XdmNode element, String name) {
    String value = element.attribute(name);
    return value == null ? "" : value;
  }

  private static XdmValue string(String value) {
    return new XdmAtomicValue(value);
  }

  private static XdmValue join(List<XdmValue> values) {
    List<XdmItem> items = new ArrayList<>();
    values.forEach(value -> value.forEach(items::add));
    return new XdmValue(items);
  }
}
