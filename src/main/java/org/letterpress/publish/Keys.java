package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
import org.letterpress.render.Pictures;
import org.letterpress.render.Volume;
import org.letterpress.xml.Xml;

/**
 * Digests (SHA-256) of what things are made of: with the same key comes the same product. Safe for
 * use by several threads.
 */
final class Keys {

  /** The words before and after a mention, as the corpus document says them. */
  private static final Pattern WORDS_ABOUT =
      Pattern.compile("(<lp:mention [^>]*?) before=\"[^\"]*\" after=\"[^\"]*\"");

  private final Xml xml;
  private final Corpus corpus;
  private final Path root;
  private final String base;
  private final Slices slices;
  private final Recall recall;
  private final String lists;
  private final String whole;
  private final Map<String, String> wordsAbout;
  private final Map<String, XdmNode> sources;
  private final Map<String, String> letters = new ConcurrentHashMap<>();
  private final Map<String, String> entries = new ConcurrentHashMap<>();

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
    this.slices = new Slices(xml, corpus.document());
    String document = xml.xml(corpus.document());
    // Which of its pages a style sheet of the user's puts the words on is not known.
    Digest without =
        new Digest()
            .add(styles.isEmpty() ? WORDS_ABOUT.matcher(document).replaceAll("$1") : document);
    corpus
        .document()
        .select(Steps.descendant("graphic").where(Predicates.hasAttribute("url")))
        .map(graphic -> graphic.attribute("url"))
        .forEach(url -> without.add(picture("edition.xml", url)));
    this.lists = without.hex();
    this.whole = new Digest().add(lists).add(document).hex();
    this.wordsAbout =
        corpus
            .document()
            .select(Steps.descendant("urn:letterpress:model", "mention"))
            .collect(
                Collectors.groupingBy(
                    mention -> mention.attribute("ref"),
                    Collectors.mapping(
                        mention -> mention.attribute("before") + "\n" + mention.attribute("after"),
                        Collectors.joining("\n"))));
    this.sources =
        corpus.entries().stream()
            .filter(entry -> entry.source().isPresent())
            .collect(Collectors.toMap(Entry::id, entry -> entry.source().orElseThrow()));
    Digest digest = new Digest().add(program());
    for (Path style : styles) {
      digest.add(style.toString()).add(Files.readAllBytes(style));
    }
    this.base = digest.add(String.valueOf(audited)).hex();
  }

  /** Of a letter in a format, given the manner of the renderer. */
  String letter(Letter letter, String manner) {
    String own = letters.computeIfAbsent(letter.id(), id -> letter(letter));
    return new Digest().add(base).add(manner).add(own).hex();
  }

  /** Of what a format makes of the corpus document, the words about mentions left out. */
  String corpus(String manner) {
    return new Digest().add(base).add(manner).add(lists).hex();
  }

  /** Of the same for a register entry, with the words about its mentions. */
  String entry(String id, String manner) {
    return new Digest().add(corpus(manner)).add(id).add(wordsAbout.getOrDefault(id, "")).hex();
  }

  /** Of what holds some letters in a format. */
  String volume(Volume volume, String manner) {
    Digest digest = new Digest().add(corpus(manner)).add(volume.path());
    volume.letters().forEach(letter -> digest.add(letter(letter, manner)));
    return digest.hex();
  }

  /** Of what holds all letters in a format. */
  String all(String manner) {
    Digest digest = new Digest().add(base).add(manner).add(whole);
    corpus.letters().forEach(letter -> digest.add(letter(letter, manner)));
    return digest.hex();
  }

  /** What is known of a letter and its slice, and the register entries in that. */
  private record Cut(String digest, List<String> entries) {}

  /**
   * A letter's file, which findings tell, its encoding and slice, the register entries in it, and
   * its pictures.
   */
  private String letter(Letter letter) {
    // A slice has the words about no mentions but the letter's own.
    Cut cut =
        letter.isAlone()
            ? recall.known(
                "slice " + letter.id(),
                lists + letter.file().path() + letter.file().digest(),
                Cut.class,
                () -> cut(letter))
            : cut(letter);
    Digest digest = new Digest().add(cut.digest());
    cut.entries().forEach(id -> digest.add(entries.computeIfAbsent(id, this::entry)));
    letter.pictures().forEach(url -> digest.add(url).add(picture(letter.file().path(), url)));
    return digest.hex();
  }

  private Cut cut(Letter letter) {
    XdmNode slice = slices.of(letter);
    Digest digest =
        new Digest().add(letter.file().path()).add(letter.encoding()).add(xml.xml(slice));
    if (!letter.isAlone()) {
      // What is made of it depends on the rest of its volume too, and findings tell its line.
      digest.add(String.valueOf(letter.source().element().getLineNumber()));
      digest.add(xml.xml(letter.normalised()));
    }
    List<String> ids =
        slice
            .select(Steps.descendant("entry").then(Steps.attribute("id")))
            .map(XdmNode::getStringValue)
            .toList();
    return new Cut(digest.hex(), ids);
  }

  private String entry(String id) {
    return Optional.ofNullable(sources.get(id))
        .map(source -> new Digest().add(xml.xml(source)).hex())
        .orElse("");
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
