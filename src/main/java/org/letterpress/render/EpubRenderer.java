package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.model.Corpus;
import org.letterpress.model.Edition;
import org.letterpress.model.Entry;
import org.letterpress.model.Letter;
import org.letterpress.render.epub.Container;
import org.letterpress.render.epub.Cover;
import org.letterpress.render.epub.Fonts;
import org.letterpress.xml.Xml;

/**
 * EPUB 3: {@code xslt/epub.xsl} and the container. One book a letter, and at the end one of the
 * whole edition and one of each correspondence, from the same pages.
 */
public final class EpubRenderer implements Renderer {

  /** The book of the whole edition; the web edition's first page leads to it. */
  private static final String EDITION = "edition.epub";

  /** A picture on a page. */
  private static final Pattern PICTURE =
      Pattern.compile("<img src=\"(?:\\.\\./)*(pictures/[^\"]+)\"");

  /** A picture of which the page doesn't say what it shows. */
  private static final Pattern UNTOLD = Pattern.compile("<img src=\"[^\"]+\" alt=\"\"");

  private static final String STYLE = "classpath:/org/letterpress/epub/epub.css";

  /**
   * A letter that is done.
   *
   * @param said what the books have to know of it
   * @param pages its pages by their paths
   * @param alone the same without ways to other letters
   */
  private record Done(XdmMap said, Map<String, String> pages, Map<String, String> alone) {}

  private final Xml xml;
  private final Corpus corpus;
  private final Instant date;
  private final Stylesheet stylesheet;
  private final Fonts fonts = new Fonts();
  private final Cover cover = new Cover();
  private final Pictures pictures;
  private final Map<String, Done> done = new ConcurrentHashMap<>();

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param root the edition's folder, from which pictures come
   * @param date what the books say of when they were changed last
   */
  public EpubRenderer(Xml xml, Corpus corpus, Path root, Instant date) {
    this.xml = xml;
    this.corpus = corpus;
    this.date = date;
    this.pictures = new Pictures(corpus, root);
    this.stylesheet = stylesheet(corpus.document(), Map.of());
  }

  /** Over the corpus document of a book. */
  private Stylesheet stylesheet(XdmNode document, Map<String, XdmValue> parameters) {
    Map<String, XdmValue> all = new HashMap<>(parameters);
    all.put("pictures", pictures.namedInBooks());
    return new Stylesheet(xml, "epub.xsl", document, all);
  }

  @Override
  public Format format() {
    return Format.EPUB;
  }

  @Override
  public String manner() {
    return date.toString();
  }

  @Override
  public boolean showsEntries() {
    return true;
  }

  /** Its pages are drawn once more, for the books that hold it; a book alone doesn't tell them. */
  @Override
  public void again(Letter letter, String key, Supplier<byte[]> content) {
    draw(letter, stylesheet.letter(letter));
  }

  @Override
  public Product letter(Letter letter) {
    Stylesheet.Result result = stylesheet.letter(letter);
    XdmNode own = draw(letter, result);
    Done drawn = done.get(letter.id());
    Stylesheet book = stylesheet(own, Map.of("only", new XdmAtomicValue(letter.id())));
    byte[] content =
        book(book, drawn.said(), drawn.alone(), "urn:uuid:" + NamedUuid.of(edition(), letter.id()));
    return new Product("letters/" + letter.id() + ".epub", content, result.findings());
  }

  /**
   * Takes a letter's pages down.
   *
   * @return the corpus document of the letter's own book
   */
  private XdmNode draw(Letter letter, Stylesheet.Result result) {
    XdmMap made = (XdmMap) result.value().itemAt(0);
    Map<String, String> pages = new LinkedHashMap<>();
    Map<String, String> alone = new LinkedHashMap<>();
    List<XdmItem> paths = new ArrayList<>();
    for (XdmItem item : made.get("pages")) {
      XdmMap page = (XdmMap) item;
      String path = page.get("path").itemAt(0).getStringValue();
      XdmNode document = node(page, "page");
      XdmNode without = node(page, "alone");
      String text = xml.xhtml(document);
      paths.add(new XdmAtomicValue(path));
      pages.put(path, text);
      alone.put(path, without.equals(document) ? text : xml.xhtml(without));
    }
    XdmNode own = node(made, "corpus");
    XdmMap said =
        made.put(new XdmAtomicValue("pages"), new XdmValue(paths))
            .remove(new XdmAtomicValue("corpus"));
    done.put(letter.id(), new Done(said, pages, alone));
    return own;
  }

  private static XdmNode node(XdmMap map, String key) {
    return (XdmNode) map.get(key).itemAt(0);
  }

  @Override
  public Stream<Volume> volumes() {
    String own = corpus.edition().identifier();
    String identifier = own.isEmpty() ? "urn:uuid:" + edition() : own;
    return Stream.concat(
            Stream.of(corpus.letters())
                .map(this::made)
                .map(
                    letters ->
                        new Volume(
                            EDITION,
                            letters,
                            corpus.entries().stream().map(Entry::id).toList(),
                            () -> content(stylesheet, letters, identifier))),
            Correspondence.of(corpus).stream().map(this::volume))
        .filter(volume -> !volume.letters().isEmpty());
  }

  private List<Letter> made(List<Letter> letters) {
    return letters.stream().filter(letter -> done.containsKey(letter.id())).toList();
  }

  /** The book of a correspondence: its letters, and the register entries that they lead to. */
  private Volume volume(Correspondence one) {
    List<Letter> letters = made(one.letters());
    // Those entries are in the letters' slices.
    return new Volume(one.path() + ".epub", letters, List.of(), () -> content(one, letters));
  }

  private byte[] content(Correspondence one, List<Letter> letters) {
    XdmValue entries =
        new XdmValue(letters.stream().flatMap(letter -> said(letter, "entries").stream()).toList());
    XdmValue between =
        stylesheet.template(
            "between", Map.of("correspondence", new XdmAtomicValue(one.id()), "entries", entries));
    Stylesheet book =
        stylesheet((XdmNode) between.itemAt(0), Map.of("between", new XdmAtomicValue(one.id())));
    String identifier = "urn:uuid:" + NamedUuid.of(edition(), one.path());
    return content(book, letters, identifier);
  }

  /** A book of several letters. A page that leads out of it is taken without its ways. */
  private byte[] content(Stylesheet book, List<Letter> letters, String identifier) {
    Set<String> within =
        letters.stream()
            .map(letter -> said(letter, "href").itemAt(0).getStringValue())
            .collect(Collectors.toSet());
    Map<String, String> pages = new LinkedHashMap<>();
    for (Letter letter : letters) {
      Done one = done.get(letter.id());
      boolean leadsOut =
          !said(letter, "ways").stream().map(XdmItem::getStringValue).allMatch(within::contains);
      pages.putAll(leadsOut ? one.alone() : one.pages());
    }
    XdmValue said = new XdmValue(letters.stream().map(one -> done.get(one.id()).said()).toList());
    return book(book, said, pages, identifier);
  }

  private XdmValue said(Letter letter, String what) {
    return done.get(letter.id()).said().get(what);
  }

  /**
   * Makes a book.
   *
   * @param book the stylesheet with the book's own corpus document
   * @param letters what the stylesheet has said of its letters
   * @param pages the letters' pages by their paths
   */
  private byte[] book(
      Stylesheet book, XdmValue letters, Map<String, String> pages, String identifier) {
    Map<String, String> texts = new LinkedHashMap<>();
    XdmValue made = book.template("book", Map.of("letters", letters));
    for (XdmItem item : made) {
      XdmMap page = (XdmMap) item;
      String path = page.get("path").itemAt(0).getStringValue();
      texts.put(path, pages.containsKey(path) ? pages.get(path) : xml.xhtml(node(page, "page")));
    }
    List<String> words =
        ((XdmMap) made.itemAt(0)).get("words").stream().map(XdmItem::getStringValue).toList();
    BitSet characters = new BitSet();
    texts.values().forEach(text -> characters.or(Fonts.charactersOf(text)));

    Map<String, byte[]> files = new LinkedHashMap<>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
    files.put(
        "epub.css",
        (fonts.rules(characters) + new String(Xml.resource(STYLE), UTF_8)).getBytes(UTF_8));
    files.put(
        Cover.PATH,
        cover.draw(new Cover.Words(words.get(0), words.get(1), words.get(2), words.get(3))));
    fonts.files(characters).forEach(path -> files.put(path, Fonts.content(path)));
    texts.values().stream()
        .flatMap(text -> PICTURE.matcher(text).results())
        .map(shown -> shown.group(1))
        .forEach(path -> pictures.inBook(path).ifPresent(picture -> files.put(path, picture)));
    boolean told = texts.values().stream().noneMatch(UNTOLD.asPredicate());
    List<XdmItem> listed = files.keySet().stream().<XdmItem>map(EpubRenderer::entry).toList();
    XdmValue document =
        book.template(
            "package",
            Map.of(
                "letters", letters,
                "files", new XdmValue(listed),
                "told", new XdmAtomicValue(told),
                "identifier", new XdmAtomicValue(identifier),
                "modified", new XdmAtomicValue(date.truncatedTo(ChronoUnit.SECONDS).toString())));
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("package.opf", xml.xml((XdmNode) document.itemAt(0)).getBytes(UTF_8));
    all.putAll(files);
    return Container.pack(all);
  }

  private static XdmMap entry(String path) {
    String type =
        switch (path.substring(path.lastIndexOf('.') + 1)) {
          case "xhtml" -> "application/xhtml+xml";
          case "css" -> "text/css";
          case "woff2" -> "font/woff2";
          case "png" -> "image/png";
          case "jpg" -> "image/jpeg";
          case "gif" -> "image/gif";
          case "webp" -> "image/webp";
          default -> throw new IllegalArgumentException(path);
        };
    String properties =
        switch (path) {
          case "nav.xhtml" -> "nav";
          case Cover.PATH -> "cover-image";
          default -> "";
        };
    return XdmMap.makeMap(Map.of("path", path, "type", type, "properties", properties));
  }

  /** The edition's own number, always the same for the same title under the same licence. */
  private UUID edition() {
    Edition edition = corpus.edition();
    String name =
        edition.identifier().isEmpty()
            ? "urn:letterpress:edition:" + edition.title() + "\n" + edition.licenceTarget()
            : edition.identifier();
    return NamedUuid.of(NamedUuid.URL, name);
  }
}
