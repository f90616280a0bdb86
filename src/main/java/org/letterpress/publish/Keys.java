package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.finding.Sha256;
import org.letterpress.model.Corpus;
import org.letterpress.model.Encodings;
import org.letterpress.model.Letter;
import org.letterpress.model.Recall;
import org.letterpress.model.Slices;
import org.letterpress.render.BookRenderer;
import org.letterpress.render.Format;
import org.letterpress.render.Listing;
import org.letterpress.render.Renderer;
import org.letterpress.render.Volume;
import org.letterpress.xml.RealFile;
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

  /** Of the corpus document's outline without register entries. */
  private final String letters;

  /** Of the corpus document's outline. */
  private final String outline;

  /**
   * Of that and of the register entries: of all in the corpus document but words about mentions.
   */
  private final String atLength;

  private final View outlined;
  private final View full;

  /** Of each register entry. */
  private final Map<String, String> entries = new HashMap<>();

  private final Map<String, String> wordsAbout = new HashMap<>();
  private final Encodings encodings;

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
    Digest listed = new Digest();
    corpus
        .document()
        .select(Steps.descendant("graphic").where(Predicates.hasAttribute("url")))
        .map(graphic -> graphic.attribute("url"))
        .forEach(url -> listed.add(picture("edition.xml", url)));
    corpus
        .outline()
        .select(Steps.child().then(Steps.attribute()))
        .map(XdmNode::toString)
        .forEach(listed::add);
    digests(corpus.outline(), part -> !isEntry(part)).forEach(listed::add);
    String letters = listed.hex();
    Digest named = new Digest().add(letters);
    digests(corpus.outline(), Keys::isEntry).forEach(named::add);
    this.outline = named.hex();
    // A stylesheet of the user's may show anything anywhere.
    this.letters = xml.isLayered() ? outline : letters;
    Digest told = new Digest().add(outline);
    List<String> ofEntries = digests(corpus.document(), Keys::isEntry);
    ofEntries.forEach(told::add);
    for (int i = 0; i < ofEntries.size(); i++) {
      entries.put(corpus.entries().get(i).id(), ofEntries.get(i));
    }
    this.atLength = told.hex();
    this.outlined = new View(false, new Slices(xml, corpus.outline()), outline);
    this.full = new View(true, new Slices(xml, corpus.document()), atLength);
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
    words.forEach((ref, about) -> wordsAbout.put(ref, about.hex()));
    this.encodings = new Encodings(corpus.entries());
    Digest digest = new Digest().add(program());
    for (Path style : styles) {
      if (!Styles.isCss(style)) { // the web site's own, in its manner
        digest.add(style.toString()).add(Files.readAllBytes(style));
      }
    }
    this.base = digest.add(String.valueOf(audited)).hex();
  }

  /** Of some of the corpus document's parts, in order. */
  private List<String> digests(XdmNode document, Predicate<XdmNode> wanted) {
    // Saxon's own streams are not to be parted.
    List<XdmNode> parts =
        document.select(Steps.child().then(Steps.child())).filter(wanted).toList();
    return parts.parallelStream().map(xml::digest).toList();
  }

  private static boolean isEntry(XdmNode part) {
    return part.getNodeName() != null && part.getNodeName().getLocalName().equals("entry");
  }

  /** Of a letter in a format. */
  String letter(Letter letter, Renderer renderer) {
    Cut cut = cut(letter, renderer.showsEntries() ? full : outlined);
    Digest digest = new Digest().add(base).add(renderer.manner()).add(cut.digest());
    if (renderer.format() == Format.HTML) {
      // They go into the letter's TEI.
      encodings.reached(cut.entries()).values().forEach(one -> digest.add(one.digest()));
    }
    return digest.hex();
  }

  /** Of a list, a register or an entry's page. */
  String listing(Listing listing, Renderer renderer) {
    Digest digest = new Digest().add(base).add(renderer.manner()).add(listing.name());
    digest.add(listing.part().map(part -> part(listing.name(), part, renderer)).orElse(atLength));
    return digest.hex();
  }

  /** A digest of what a listing is made of. */
  private record Shown(String digest) {}

  private String part(String name, Listing.Part part, Renderer renderer) {
    Digest key = new Digest().add(renderer.manner()).add(atLength);
    part.mentioned().forEach(id -> key.add(wordsAbout.getOrDefault(id, "")));
    return recall
        .known(
            "shown " + name,
            key.hex(),
            Shown.class,
            () -> new Shown(xml.digest(part.document().get())))
        .digest();
  }

  /** Of what holds some letters in a format. */
  String volume(Volume volume, Renderer renderer) {
    Digest digest = new Digest().add(base).add(renderer.manner()).add(letters).add(volume.path());
    volume.entries().forEach(id -> digest.add(entries.getOrDefault(id, "")));
    volume.letters().forEach(letter -> digest.add(letter(letter, renderer)));
    return digest.hex();
  }

  /** Of the book of all letters. */
  String book(BookRenderer renderer) {
    Digest digest = new Digest().add(base).add(renderer.manner()).add(outline);
    corpus.letters().forEach(letter -> digest.add(cut(letter, outlined).digest()));
    return digest.hex();
  }

  /** Of what holds all letters in a format. */
  String all(Renderer renderer) {
    Digest digest = new Digest().add(base).add(renderer.manner());
    digest.add(renderer.showsEntries() ? atLength : outline);
    corpus.letters().forEach(letter -> digest.add(letter(letter, renderer)));
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
      boolean showsEntries, Slices slices, String digest, Map<String, Cut> letters) {
    View(boolean showsEntries, Slices slices, String digest) {
      this(showsEntries, slices, digest, new ConcurrentHashMap<>());
    }
  }

  /** A digest of all that a letter's edition is made of, and the register entries in its slice. */
  private record Cut(String digest, List<String> entries) {}

  private Cut cut(Letter letter, View view) {
    return view.letters().computeIfAbsent(letter.id(), id -> recalled(letter, view));
  }

  private Cut recalled(Letter letter, View view) {
    Cut cut =
        letter.isAlone()
            ? recall.known(
                (view.showsEntries() ? "slice " : "outlined ") + letter.id(),
                view.digest() + letter.file().path() + letter.file().digest(),
                Cut.class,
                () -> cutAnew(letter, view))
            : cutAnew(letter, view);
    Digest digest = new Digest().add(cut.digest());
    letter.pictures().forEach(url -> digest.add(url).add(picture(letter.file().path(), url)));
    return new Cut(digest.hex(), cut.entries());
  }

  /** Its file, which findings tell, its encoding and its slice. */
  private Cut cutAnew(Letter letter, View view) {
    XdmNode slice = view.slices().of(letter);
    Digest digest = new Digest().add(letter.file().path()).add(xml.digest(slice));
    if (letter.isAlone()) {
      digest.add(letter.file().digest());
    } else {
      digest.add(letter.encoding());
      // What is made of it depends on the rest of its volume too, and findings tell its line.
      digest.add(String.valueOf(letter.source().element().getLineNumber()));
      digest.add(xml.digest(letter.normalised()));
    }
    return new Cut(digest.hex(), Slices.entries(slice));
  }

  /**
   * What a picture's file holds.
   *
   * @param source the file that names it, to which its address is relative
   */
  private String picture(String source, String url) {
    try {
      Path file = RealFile.named(root, source, url);
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
