package org.letterpress.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * Reads the corpus out of TEI files. The stylesheet {@code xslt/index.xsl} knows headers and
 * registers, and which letters a file holds; this class only calls it and turns what it says into
 * records.
 */
public final class CorpusReader {

  private static final String MODEL = "urn:letterpress:model";

  private final Xml xml;
  private final Index index;
  private final Registers registers;

  /** What was made of each file, by what was asked of it; none where nothing is kept. */
  private final Optional<Map<SourceFile, Map<String, Object>>> memory;

  private final Recall recall;

  /** Compiles the stylesheet if this run has not yet done so. */
  public CorpusReader(Xml xml) {
    this(xml, Recall.NOTHING);
  }

  /**
   * The same, for an edition that was read before.
   *
   * @param recall what was read of letters that are a file by themselves
   */
  public CorpusReader(Xml xml, Recall recall) {
    this(xml, recall, false);
  }

  /**
   * The same, for an edition that is read again and again while it is edited.
   *
   * @param remembers whether it keeps what it has made of the files that it read last, and makes
   *     anew only what comes of others; files are told apart as objects
   */
  public CorpusReader(Xml xml, boolean remembers) {
    this(xml, Recall.NOTHING, remembers);
  }

  private CorpusReader(Xml xml, Recall recall, boolean remembers) {
    this.xml = xml;
    this.recall = recall;
    this.index = new Index(xml);
    this.registers = new Registers(xml, index);
    this.memory = remembers ? Optional.of(new ConcurrentHashMap<>()) : Optional.empty();
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
    memory.ifPresent(known -> known.keySet().retainAll(Set.copyOf(files)));
    List<Looked> looked = files.parallelStream().map(file -> new Looked(file, look(file))).toList();
    List<Looked> letterFiles =
        looked.stream()
            .filter(one -> one.look().role().equals("letter") && wanted.test(one.file().path()))
            .toList();
    List<Read> read =
        units(letterFiles, new HashSet<>()).parallelStream()
            .flatMap(units -> read(units).stream())
            .toList();
    Map<String, Letter> letters =
        read.stream().map(Read::letter).collect(Collectors.toMap(Letter::id, letter -> letter));

    XdmValue entries =
        join(
            looked.parallelStream()
                .filter(one -> !one.look().listed().isEmpty())
                .map(
                    one ->
                        once(
                            one.file(),
                            "entries",
                            () -> registers.entries(one.file(), one.look().listed())))
                .toList());
    XdmValue metadata =
        index.call("named", join(read.stream().map(Read::metadata).toList()), entries);
    Map<String, Encoding> encodings = new HashMap<>();
    for (Looked one : looked) {
      registers.encodings(one.file(), one.look().listed()).forEach(encodings::putIfAbsent);
    }
    Optional<SourceFile> header =
        looked.stream()
            .filter(one -> one.look().role().equals("edition"))
            .map(Looked::file)
            .findFirst();
    XdmValue edition;
    if (header.isPresent()) {
      edition = index.call("edition", header.get().tree(), new XdmAtomicValue(true));
    } else if (letterFiles.size() == 1 && read.size() > 1) {
      // A single volume is an edition by itself.
      edition = index.call("edition", letterFiles.get(0).file().tree(), new XdmAtomicValue(false));
    } else {
      edition = index.call("edition-without-header", string(fallbackTitle), metadata);
    }
    XdmNode document =
        (XdmNode)
            index.call(
                "corpus", edition, worded(read, metadata, (XdmNode) edition.itemAt(0)), entries);

    XdmNode corpus = children(document, "corpus").get(0);
    return new Corpus(
        Edition.of(children(corpus, "edition").get(0)),
        index.call("reading-order", document).stream()
            .map(letter -> letters.get(attribute((XdmNode) letter, "id")))
            .toList(),
        children(corpus, "entry").stream().map(entry -> Entry.of(entry, encodings)).toList(),
        document,
        Slices.outline(xml, document));
  }

  /**
   * Letters and parts with words for their dates.
   *
   * @param metadata what is said of each of them, in their order
   */
  private XdmValue worded(List<Read> read, XdmValue metadata, XdmNode edition) {
    XdmValue lang = string(attribute(edition, "lang"));
    return join(
        IntStream.range(0, read.size())
            .parallel()
            .mapToObj(
                i -> {
                  XdmNode said = (XdmNode) metadata.itemAt(i);
                  Letter letter = read.get(i).letter();
                  if (letter.kind() != Letter.Kind.LETTER) {
                    return said;
                  }
                  Supplier<XdmValue> make = () -> index.call("worded", said, lang);
                  return said.equals(read.get(i).metadata())
                      ? once(letter.file(), "worded " + lang + " " + letter.id(), make)
                      : make.get();
                })
            .toList());
  }

  /**
   * The corpus with the letters of a file that has changed, and all else as it was, the corpus
   * document too: what can be shown at once of a letter while it is edited.
   *
   * @param file well-formed; of its letters only those are taken whose ids the corpus knows
   */
  public Corpus with(SourceFile file, Corpus last) {
    Look look = look(file);
    if (!look.role().equals("letter")) {
      return last;
    }
    Set<String> taken =
        last.letters().stream()
            .filter(letter -> !letter.file().path().equals(file.path()))
            .map(Letter::id)
            .collect(Collectors.toCollection(HashSet::new));
    Map<String, Letter> changed =
        units(List.of(new Looked(file, look)), taken).stream()
            .flatMap(units -> read(units).stream())
            .map(Read::letter)
            .collect(Collectors.toMap(Letter::id, letter -> letter));
    List<Letter> letters =
        last.letters().stream().map(letter -> changed.getOrDefault(letter.id(), letter)).toList();
    return new Corpus(last.edition(), letters, last.entries(), last.document(), last.outlined());
  }

  /** What is known of a file by itself: its role, the letters and parts in it, its registers. */
  private record Look(String role, List<Unit.Said> units, Registers.Listed listed) {}

  private record Looked(SourceFile file, Look look) {}

  /** A letter, and what {@code f:read} says of it. */
  private record Reading(String xml) {}

  /** A letter or part, and what the corpus document says of it. */
  private record Read(Letter letter, XdmNode metadata) {}

  /** What a file is, without its tree where an earlier run has looked at the same. */
  private Look look(SourceFile file) {
    return once(
        file,
        "look",
        () -> recall.known("look " + file.path(), file.digest(), Look.class, () -> lookAnew(file)));
  }

  private Look lookAnew(SourceFile file) {
    String own = root(file).getAttributeValue(Xml.ID);
    String stem = file.path().replaceFirst("^.*/", "").replaceFirst("\\.xml$", "");
    String wish = own == null || own.isBlank() ? stem : own;
    String role = ((XdmItem) index.call("role", file.tree(), string(file.path()))).getStringValue();
    return new Look(
        role,
        role.equals("letter")
            ? Unit.said(index.call("units", file.tree(), string(wish)))
            : List.of(),
        registers.read(file));
  }

  /** What is made of a file: what is remembered, where that is wanted. */
  @SuppressWarnings("unchecked") // a name always stands for the same type
  private <T> T once(SourceFile file, String what, Supplier<T> make) {
    if (memory.isEmpty()) {
      return make.get();
    }
    Map<String, Object> known =
        memory.get().computeIfAbsent(file, unknown -> new ConcurrentHashMap<>());
    Object made = known.get(what);
    if (made == null) {
      made = make.get();
      known.put(what, made);
    }
    return (T) made;
  }

  /**
   * The letters and parts of each file, each with a name that no other has.
   *
   * @param taken the names that others have; those of these are added
   */
  private static List<List<Unit>> units(List<Looked> files, Set<String> taken) {
    return files.stream().map(one -> Unit.of(one.file(), one.look().units(), taken)).toList();
  }

  /** Reads the letters and parts of one file. */
  private List<Read> read(List<Unit> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    String ids = units.stream().map(Unit::id).collect(Collectors.joining(" "));
    return once(units.get(0).file(), "letters " + ids, () -> readAnew(units));
  }

  private List<Read> readAnew(List<Unit> units) {
    if (units.size() == 1 && units.get(0).alone()) {
      Unit unit = units.get(0);
      Soft<XdmNode> letter = new Soft<>(() -> letter(normalise(unit)));
      return List.of(read(unit, letter, recalled(unit, letter)));
    }
    List<XdmValue> normalised = units.parallelStream().map(this::normalise).toList();
    // What letters of a volume are depends on each other: these are kept.
    List<Soft<XdmNode>> letters =
        index.call("linked", join(normalised)).stream()
            .map(letter -> Soft.kept((XdmNode) letter))
            .toList();
    return IntStream.range(0, units.size())
        .parallel()
        .mapToObj(i -> read(units.get(i), letters.get(i), said(units.get(i), letters.get(i))))
        .toList();
  }

  /** What is read of a letter that is a file; the same tree, whether it is read now or was. */
  private XdmNode recalled(Unit unit, Soft<XdmNode> letter) {
    String path = unit.file().path();
    String key = unit.id() + "\n" + new TreeMap<>(unit.place()) + "\n" + unit.file().digest();
    Reading reading =
        recall.known(
            "letter " + path, key, Reading.class, () -> new Reading(xml.xml(said(unit, letter))));
    return xml.parse(reading.xml().getBytes(UTF_8), path) instanceof Parsed.Tree tree
        ? children(tree.document(), "read").get(0)
        : said(unit, letter);
  }

  private static XdmNode letter(XdmValue normalised) {
    return (XdmNode) ((XdmMap) normalised.itemAt(0)).get("letter").itemAt(0);
  }

  private XdmValue normalise(Unit unit) {
    Letter.Source source = unit.source();
    return index.call(
        "normalise",
        source.element(),
        string(unit.id()),
        new XdmValue(source.without()),
        new XdmValue(unit.without().stream().map(other -> new XdmAtomicValue(other.id())).toList()),
        new XdmAtomicValue(unit.alone()));
  }

  private XdmNode said(Unit unit, Soft<XdmNode> normalised) {
    return (XdmNode)
        index.call(
            "read",
            string(unit.kind() == Letter.Kind.LETTER ? "letter" : "part"),
            unit.source().element(),
            normalised.get(),
            string(unit.id()),
            string(unit.file().path()),
            unit.placeForStylesheets());
  }

  private Read read(Unit unit, Soft<XdmNode> normalised, XdmNode said) {
    XdmNode metadata =
        said.select(Steps.child(MODEL, unit.kind() == Letter.Kind.LETTER ? "letter" : "part"))
            .asNode();
    Letter letter =
        new Letter(
            unit.id(),
            unit.kind(),
            attribute(metadata, "title"),
            attribute(metadata, "lang"),
            unit.file(),
            unit::source,
            unit.alone() ? Optional.empty() : Optional.of(extract(unit)),
            normalised,
            children(said, "unknown").stream().map(XdmNode::getStringValue).toList(),
            children(said, "picture").stream().map(XdmNode::getStringValue).toList(),
            children(said, "named").get(0).getStringValue());
    return new Read(letter, metadata);
  }

  private byte[] extract(Unit unit) {
    Letter.Source source = unit.source();
    XdmValue document =
        index.call("extract", source.element(), string(unit.id()), new XdmValue(source.without()));
    return xml.xml((XdmNode) document.itemAt(0)).getBytes(UTF_8);
  }

  private static XdmNode root(SourceFile file) {
    return file.tree().select(Steps.child(Predicates.isElement())).asNode();
  }

  private static List<XdmNode> children(XdmNode parent, String name) {
    return parent.select(Steps.child(MODEL, name)).asListOfNodes();
  }

  /** The value of an attribute; empty where there is none. */
  static String attribute(XdmNode element, String name) {
    String value = element.attribute(name);
    return value == null ? "" : value;
  }

  private static XdmValue string(String value) {
    return new XdmAtomicValue(value);
  }

  private static XdmValue join(List<? extends XdmValue> values) {
    List<XdmItem> items = new ArrayList<>();
    values.forEach(value -> value.forEach(items::add));
    return new XdmValue(items);
  }
}
