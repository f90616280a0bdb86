package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Corpus;
import org.letterpress.model.Encodings;
import org.letterpress.model.Letter;
import org.letterpress.model.Slices;
import org.letterpress.model.Soft;
import org.letterpress.render.chart.CorrespondentChart;
import org.letterpress.render.chart.PlaceMap;
import org.letterpress.render.search.SearchIndex;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * The static web site: {@code xslt/html.xsl}, and the files that its pages ask for. The search
 * index holds the letters whose pages have been made.
 */
public final class HtmlRenderer implements Renderer {

  private final Xml xml;
  private final Corpus corpus;
  private final Map<String, XdmValue> parameters;
  private final Stylesheet stylesheet;
  private final SearchIndex search;
  private final Pictures pictures;
  private final Optional<byte[]> css;
  private final Encodings encodings;
  private final String manner;

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param beside the formats whose files stand beside the pages and are linked from them
   */
  public HtmlRenderer(Xml xml, Corpus corpus, Set<Format> beside) {
    this(xml, corpus, beside, Optional.empty(), new Pictures(), new SearchIndex());
  }

  /**
   * The same with the pictures that lie in the edition's folder, and a style sheet of the user's,
   * which follows the program's own on every page.
   *
   * @param css what it says
   * @param root the edition's folder
   * @param search may be kept from one renderer to the next, so that only pages that have changed
   *     need be made for it
   */
  public HtmlRenderer(
      Xml xml,
      Corpus corpus,
      Set<Format> beside,
      Optional<byte[]> css,
      Path root,
      SearchIndex search) {
    this(xml, corpus, beside, css, new Pictures(corpus, root), search);
  }

  private HtmlRenderer(
      Xml xml,
      Corpus corpus,
      Set<Format> beside,
      Optional<byte[]> css,
      Pictures pictures,
      SearchIndex search) {
    this.xml = xml;
    this.pictures = pictures;
    this.search = search;
    this.css = css;
    this.corpus = corpus;
    this.encodings = new Encodings(corpus.entries());
    Stream<String> formats =
        Stream.concat(
            beside.stream().filter(format -> format != Format.HTML).map(Format::word).sorted(),
            corpus.entries().isEmpty() ? Stream.of("tei") : Stream.of("tei", "standoff"));
    XdmValue links = new XdmValue(formats.map(XdmAtomicValue::new).toList());
    XdmNode document = corpus.document();
    CompletableFuture<XdmValue> drawn =
        CompletableFuture.supplyAsync(() -> new CorrespondentChart(document).chart());
    XdmValue maps = new PlaceMap(document).maps();
    XdmValue network = drawn.join();
    // Letters know of the charts only whether there are any, unless the user's stylesheet draws
    // one.
    this.manner =
        String.join(
            " ",
            links.toString(),
            css.map(own -> new String(own, UTF_8)).orElse(""),
            pictures.named().toString(),
            String.valueOf(maps.size() > 0),
            String.valueOf(network.size() > 0),
            xml.isLayered() ? maps + " " + network : "");
    this.parameters =
        Map.of(
            "formats",
            links,
            "styled",
            new XdmAtomicValue(css.isPresent()),
            "pictures",
            pictures.named(),
            "maps",
            maps,
            "network",
            network);
    this.stylesheet = new Stylesheet(xml, "html.xsl", document, parameters);
  }

  @Override
  public Format format() {
    return Format.HTML;
  }

  @Override
  public String manner() {
    return manner;
  }

  @Override
  public boolean showsEntries() {
    return true;
  }

  @Override
  public void made(Letter letter, String key) {
    search.keep(letter.id(), key);
  }

  @Override
  public void again(Letter letter, String key, Supplier<byte[]> content) {
    search.again(letter.id(), key, () -> xml.page(new String(content.get(), UTF_8)));
  }

  @Override
  public Product letter(Letter letter) {
    Stylesheet.Result result = stylesheet.letter(letter);
    XdmNode page = (XdmNode) result.value().itemAt(0);
    byte[] content = xml.html(page).getBytes(UTF_8);
    search.add(letter.id(), page);
    return new Product("letters/" + letter.id() + ".html", content, result.findings());
  }

  /** The letter's TEI with the register entries that it refers to. */
  @Override
  public List<Product> beside(Letter letter) {
    if (corpus.entries().isEmpty() || letter.kind() != Letter.Kind.LETTER) {
      return List.of();
    }
    XdmValue made =
        stylesheet.template(
            "standoff",
            Map.of(
                "tei",
                tree(letter),
                "id",
                new XdmAtomicValue(letter.id()),
                "registers",
                registers(letter)));
    String tei = xml.xml((XdmNode) made.itemAt(0));
    return List.of(
        new Product("letters/" + letter.id() + ".standoff.xml", tei.getBytes(UTF_8), List.of()));
  }

  /** The encodings of all entries that a letter leads to. */
  private XdmMap registers(Letter letter) {
    List<String> named = Slices.entries(stylesheet.slice(letter));
    return XdmMap.makeMap(
        encodings.reached(named).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().element().get())));
  }

  @Override
  public Stream<Listing> listings() {
    XdmValue site = stylesheet.template("site");
    Map<Boolean, List<XdmMap>> pages =
        site.stream()
            .map(XdmMap.class::cast)
            .collect(Collectors.partitioningBy(HtmlRenderer::isList));
    Soft<XdmNode> shown = new Soft<>(() -> shown(Map.of()));
    Listing lists =
        new Listing("lists", part(List.of(), shown), () -> lists(pages.get(true), shown.get()));
    Listing data = new Listing("data", Optional.empty(), () -> data(site));
    return Stream.concat(Stream.of(lists, data), pages.get(false).stream().map(this::listing));
  }

  /** A page that is no list: of an entry, of a register, of a correspondence, with a chart. */
  private Listing listing(XdmMap page) {
    Soft<XdmNode> shown = new Soft<>(() -> shown(Map.of("page", page)));
    List<String> mentioned =
        string(page, "what").equals("entry") ? List.of(string(page, "id")) : List.of();
    return new Listing(
        path(page), part(mentioned, shown), () -> Stream.of(page(made(shown.get()), page)));
  }

  /**
   * What pages show of the corpus document; anything may be shown by a stylesheet of the user's.
   */
  private XdmNode shown(Map<String, XdmValue> page) {
    return xml.isLayered()
        ? corpus.document()
        : (XdmNode) stylesheet.template("shown", page).itemAt(0);
  }

  private Optional<Listing.Part> part(List<String> mentioned, Soft<XdmNode> shown) {
    return xml.isLayered() ? Optional.empty() : Optional.of(new Listing.Part(mentioned, shown));
  }

  /** The lists, and the files that all pages ask for. */
  private Stream<Product> lists(List<XdmMap> pages, XdmNode shown) {
    Stylesheet made = made(shown);
    return Stream.concat(pages.stream().map(page -> page(made, page)), assets());
  }

  private Stylesheet made(XdmNode shown) {
    return new Stylesheet(xml, "html.xsl", shown, parameters);
  }

  @Override
  public Stream<Product> gathered() {
    return Stream.concat(pictures.products(), Stream.of(search).flatMap(this::index));
  }

  /** Every page but the letters' own by its path, each made when it is asked for. */
  public Map<String, Supplier<Product>> pages() {
    return stylesheet.template("site").stream()
        .map(XdmMap.class::cast)
        .collect(Collectors.toMap(HtmlRenderer::path, what -> () -> page(what)));
  }

  /** Style sheets, scripts and fonts: the program's, and the user's own style sheet. */
  public Stream<Product> assets() {
    return Stream.concat(
        WebAssets.all(), css.stream().map(own -> new Product("assets/custom.css", own, List.of())));
  }

  /** A picture that the pages show, by its path. */
  public Optional<byte[]> picture(String path) {
    return pictures.content(path);
  }

  /** The files for machines. */
  public Stream<Product> data() {
    return data(stylesheet.template("site"));
  }

  /** The search index of the letters whose pages have been made; it may be asked for again. */
  public Stream<Product> index() {
    return index(new SearchIndex(search));
  }

  /** The search index of the letters that were made by then. */
  private Stream<Product> index(SearchIndex made) {
    XdmNode catalogue = (XdmNode) stylesheet.template("search-catalogue").itemAt(0);
    return made.files(catalogue).entrySet().stream()
        .map(file -> new Product(file.getKey(), file.getValue(), List.of()));
  }

  /** A page of the site, by what the stylesheet has said of it: its path, what it is, of whom. */
  private Product page(XdmMap what) {
    return page(stylesheet, what);
  }

  private Product page(Stylesheet from, XdmMap what) {
    XdmNode page = (XdmNode) from.template("site-page", Map.of("page", what)).itemAt(0);
    return new Product(path(what), xml.html(page).getBytes(UTF_8), List.of());
  }

  /** A list, which threads can share; Saxon's own streams are not to be parted. */
  private static List<XdmItem> items(XdmValue value) {
    return value.stream().map(XdmItem.class::cast).toList();
  }

  private static String path(XdmMap what) {
    return string(what, "path");
  }

  private static boolean isList(XdmMap what) {
    return what.get("entries") == null;
  }

  private static String string(XdmMap map, String key) {
    return map.get(key).itemAt(0).getStringValue();
  }

  private Stream<Product> data(XdmValue site) {
    XdmValue paths =
        new XdmValue(site.stream().map(page -> ((XdmMap) page).get("path").itemAt(0)).toList());
    Map<String, String> files =
        items(stylesheet.template("file-kinds")).parallelStream()
            .flatMap(kind -> files(kind, paths).entrySet().stream())
            .collect(
                Collectors.toMap(
                    file -> file.getKey().getStringValue(),
                    file -> file.getValue().itemAt(0).getStringValue(),
                    (one, other) -> one,
                    TreeMap::new));
    XdmValue named = new XdmValue(files.keySet().stream().map(XdmAtomicValue::new).toList());
    XdmNode index = (XdmNode) stylesheet.template("data-page", Map.of("files", named)).itemAt(0);
    files.put("data/index.html", xml.html(index));
    Stream<Product> headers =
        Stream.of(new Product("_headers", WebAssets.read("_headers"), lackingForCmif()));
    return Stream.concat(
        files.entrySet().stream()
            .map(file -> new Product(file.getKey(), file.getValue().getBytes(UTF_8), List.of())),
        headers);
  }

  private XdmMap files(XdmItem kind, XdmValue pages) {
    Map<String, XdmValue> asked =
        Map.of("kind", kind, "pages", pages, "uuid", new XdmAtomicValue(number()));
    return (XdmMap) stylesheet.template("files", asked).itemAt(0);
  }

  /** A letter's encoding by itself: of a volume, without the rest. */
  private XdmNode tree(Letter letter) {
    return letter.isAlone()
        ? letter.file().tree()
        : ((Parsed.Tree) xml.parse(letter.encoding(), letter.file().path())).document();
  }

  /** The edition's number in lists of editions, made from its address: static, as they ask. */
  private String number() {
    return NamedUuid.beginningWithLetter(NamedUuid.URL, corpus.edition().url());
  }

  /** What the edition's header doesn't say and a list for correspSearch wants. */
  private List<Finding> lackingForCmif() {
    XdmValue lacking = stylesheet.template("lacking");
    return lacking.size() == 0
        ? List.of()
        : List.of(
            Finding.of(
                "cmif-incomplete",
                Severity.INFO,
                Location.of("edition.xml"),
                Map.of(
                    "missing",
                    lacking.stream()
                        .map(XdmItem::getStringValue)
                        .collect(Collectors.joining(", "))),
                List.of()));
  }
}
