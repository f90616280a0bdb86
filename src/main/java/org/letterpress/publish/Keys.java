package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.finding.Sha256;
import org.letterpress.model.Corpus;
import org.letterpress.model.Entry;
import org.letterpress.model.Letter;
import org.letterpress.model.Recall;
import org.letterpress.model.Slices;
import org.letterpress.render.BookRenderer;
import org.letterpress.render.Listing;
import org.letterpress.render.Pictures;
import org.letterpress.render.Renderer;
import org.letterpress.render.Volume;
import org.letterpress.xml.Xml;

/**
 * Digests (SHA-256) of what things are made of: with the same key comes the same product. Safe for
 * use by several threads.
 */
final class Keys {

  private final Xml xml;
  private final Corpus corpus;
  private final Path root;
  private final String base;
  private final Recall recall;
  private final String outline;
  private final String whole;
  private final View outlined;
  private final View full;
  private final Map<String, String> entries = new HashMap<>();
  private final Map<String, String> wordsAbout = new HashMap<>();
  private final Map<String, XdmNode> encodings;
  private final Map<String, String> encoded = new ConcurrentHashMap<>();

  /**
   * Takes down what all have in common: the program, the Java that it runs on, the user's styles.
   *
   * @param root the edition's folder, from which pictures come
   * @param styles the user's own stylesheets and style sheets
   * @param audited whether words are looked for: what was never audited is not as good
   * @param recall what earlier runs have found out of slices
   */
  Keys(Xml xml, Corpus corpus, Path root, List<Path> styles, boolean audited, Recall recall)
      throws IOException {
    this.xml = xml;
    this.corpus = corpus;
    this.root = root;
    this.recall = recall;
    Digest pictures = new Digest();
    corpus
        .document()
        .select(Steps.descendant("graphic").where(Predicates.hasAttribute("url")))
        .map(graphic -> graphic.attribute("url"))
        .forEach(url -> pictures.add(picture("edition.xml", url)));
    this.outline = pictures.add(said(corpus.outline())).hex();
    Digest registers = new Digest().add(outline);
    corpus
        .document()
        .select(Steps.child().then(Steps.child("urn:letterpress:model", "entry")))
        .forEach(
            entry -> {
              String said = said(entry);
              entries.put(entry.attribute("id"), said);
              registers.add(said);
            });
    this.outlined = new View(false, new Slices(xml, corpus.outline()), outline);
    this.full = new View(true, new Slices(xml, corpus.document()), registers.hex());
    this.whole = new Digest().add(outline).add(said(corpus.document())).hex();
    Map<String, Digest> words = new HashMap<>();
    corpus
        .document()
        .select(Steps.descendant("urn:letterpress:model", "mention"))
        .forEach(
            mention ->
                words
                    .computeIfAbsent(mention.attribute("ref"), ref -> new Digest())
                    .add(mention.attribute("before"))
                    .add(mention.attribute("after")));
    words.forEach((ref, all) -> wordsAbout.put(ref, all.hex()));
    this.encodings =
        corpus.entries().stream()
            .filter(entry -> entry.source().isPresent())
            .collect(Collectors.toMap(Entry::id, entry -> entry.source().orElseThrow()));
    Digest digest = new Digest().add(program());
    for (Path style : styles) {
      digest.add(style.toString()).add(Files.readAllBytes(style));
    }
    this.base = digest.add(String.valueOf(audited)).hex();
  }

  /** Of a letter in a format. */
  String letter(Letter letter, Renderer renderer) {
    return letter(letter, renderer.manner(), renderer.showsEntries() ? full : outlined);
  }

  private String letter(Letter letter, String manner, View view) {
    String own = view.letters().computeIfAbsent(letter.id(), id -> own(letter, view));
    return new Digest().add(base).add(manner).add(own).hex();
  }

  /** Of a list, a register or an entry's page. */
  String listing(Listing listing, Renderer renderer) {
    Digest digest = shown(listing.name(), listing.entries(), renderer);
    if (listing.quotes()) {
      listing.entries().forEach(id -> digest.add(wordsAbout.getOrDefault(id, "")));
    }
    return digest.hex();
  }

  /** Of what holds some letters in a format. */
  String volume(Volume volume, Renderer renderer) {
    Digest digest = shown(volume.path(), volume.entries(), renderer);
    volume.letters().forEach(letter -> digest.add(letter(letter, renderer)));
    return digest.hex();
  }

  /** Of what tells of the corpus in outline, and of some register entries at length. */
  private Digest shown(String name, List<String> ids, Renderer renderer) {
    Digest digest = new Digest().add(base).add(renderer.manner()).add(outline).add(name);
    ids.forEach(id -> digest.add(entries.getOrDefault(id, "")));
    return digest;
  }

  /** Of the book of all letters. */
  String book(BookRenderer renderer) {
    return all(new Digest().add(outline), renderer.manner(), outlined);
  }

  /** Of what holds all letters in a format, and may show whatever is known of the corpus. */
  String all(Renderer renderer) {
    View view = renderer.showsEntries() ? full : outlined;
    return all(new Digest().add(whole), renderer.manner(), view);
  }

  private String all(Digest digest, String manner, View view) {
    digest.add(base).add(manner);
    corpus.letters().forEach(letter -> digest.add(letter(letter, manner, view)));
    return digest.hex();
  }

  /**
   * A corpus document that letters are shown a slice of.
   *
   * @param showsEntries whether register entries are shown whole
   * @param digest of all that may be in a slice, but the words about mentions: a slice has those
   *     about the letter's own, and no others
   * @param letters what is known of each letter, by its id
   */
  private record View(
      boolean showsEntries, Slices slices, String digest, Map<String, String> letters) {
    View(boolean showsEntries, Slices slices, String digest) {
      this(showsEntries, slices, digest, new ConcurrentHashMap<>());
    }
  }

  /** What is known of a letter and its slice, and the register entries in that. */
  private record Cut(String digest, List<String> entries) {}

  /**
   * A letter's file, which findings tell, its encoding and slice, the register entries in it where
   * they are shown, and its pictures.
   */
  private String own(Letter letter, View view) {
    Cut cut =
        letter.isAlone()
            ? recall.known(
                (view.showsEntries() ? "slice " : "outlined ") + letter.id(),
                view.digest() + letter.file().path() + letter.file().digest(),
                Cut.class,
                () -> cut(letter, view))
            : cut(letter, view);
    Digest digest = new Digest().add(cut.digest());
    if (view.showsEntries()) {
      cut.entries().forEach(id -> digest.add(encoded.computeIfAbsent(id, this::encoded)));
    }
    letter.pictures().forEach(url -> digest.add(url).add(picture(letter.file().path(), url)));
    return digest.hex();
  }

  private Cut cut(Letter letter, View view) {
    XdmNode slice = view.slices().of(letter);
    Digest digest = new Digest().add(letter.file().path()).add(letter.encoding()).add(said(slice));
    if (!letter.isAlone()) {
      // What is made of it depends on the rest of its volume too, and findings tell its line.
      digest.add(String.valueOf(letter.source().element().getLineNumber()));
      digest.add(said(letter.normalised()));
    }
    List<String> ids =
        slice
            .select(Steps.descendant("entry").then(Steps.attribute("id")))
            .map(XdmNode::getStringValue)
            .toList();
    return new Cut(digest.hex(), ids);
  }

  private String encoded(String id) {
    return Optional.ofNullable(encodings.get(id)).map(this::said).orElse("");
  }

  /** Of all that a node says. */
  private String said(XdmNode node) {
    MessageDigest digest = Sha256.begin();
    xml.xml(node, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * What a picture's file holds.
   *
   * @param source the file that names it, to which its address is relative
   */
  private String picture(String source, String url) {
    try {
      Path file = Pictures.file(root, source, url);
      return Files.isRegularFile(file) ? Sha256.hex(Files.readAllBytes(file)) : "none";
    } catch (IOException | RuntimeException notOurs) {
      return "none";
    }
  }

  /**
   * Which build of the program this is, and on which Java: a digest of its archive's look, or of
   * its classes', and of Java's version.
   */
  static String program() throws IOException {
    try {
      Path classes =
          Path.of(Keys.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes)) {
        return new Digest()
            .add(Runtime.version().toString())
            .add(
                files
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(Keys::look)
                    .collect(Collectors.joining()))
            .hex();
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String look(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes in parts, each apart from the next. */
  private static final class Digest {

    private final MessageDigest digest = Sha256.begin();

    Digest add(String part) {
      return add(part.getBytes(UTF_8));
    }

    Digest add(byte[] part) {
      digest.update((part.length + ":").getBytes(UTF_8));
      digest.update(part);
      return this;
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
