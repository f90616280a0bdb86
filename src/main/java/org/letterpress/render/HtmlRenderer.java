package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.render.chart.CorrespondentChart;
import org.letterpress.render.chart.PlaceMap;
import org.letterpress.render.search.SearchIndex;
import org.letterpress.xml.Xml;

/**
 * The static web site: {@code xslt/html.xsl}, and the files that its pages ask for. The search
 * index holds the letters whose pages have been made.
 */
public final class HtmlRenderer implements Renderer {

  private static final String WEB = "classpath:/org/letterpress/web/";

  private final Xml xml;
  private final Stylesheet stylesheet;
  private final SearchIndex search = new SearchIndex();
  private final Optional<byte[]> css;

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param beside the formats whose files stand beside the pages and are linked from them
   */
  public HtmlRenderer(Xml xml, Corpus corpus, Set<Format> beside) {
    this(xml, corpus, beside, Optional.empty());
  }

  /**
   * The same with a style sheet of the user's, which follows the program's own on every page.
   *
   * @param css what it says
   */
  public HtmlRenderer(Xml xml, Corpus corpus, Set<Format> beside, Optional<byte[]> css) {
    this.xml = xml;
    this.css = css;
    Stream<String> formats =
        Stream.concat(
            beside.stream().filter(format -> format != Format.HTML).map(Format::word).sorted(),
            Stream.of("tei"));
    XdmValue links = new XdmValue(formats.map(XdmAtomicValue::new).toList());
    XdmNode document = corpus.document();
    this.stylesheet =
        new Stylesheet(
            xml,
            "html.xsl",
            document,
            Map.of(
                "formats",
                links,
                "styled",
                new XdmAtomicValue(css.isPresent()),
                "maps",
                new PlaceMap(document).maps(),
                "network",
                new CorrespondentChart(document).chart()));
  }

  @Override
  public Format format() {
    return Format.HTML;
  }

  @Override
  public Product letter(Letter letter) {
    Stylesheet.Result result = stylesheet.letter(letter);
    XdmNode page = (XdmNode) result.value().itemAt(0);
    search.add(letter.id(), page);
    return new Product(
        "letters/" + letter.id() + ".html", xml.html(page).getBytes(UTF_8), result.findings());
  }

  @Override
  public Stream<Product> others() {
    Stream<Product> pages =
        stylesheet.template("site").stream().parallel().map(page -> page((XdmMap) page));
    Stream<Product> assets =
        new String(Xml.resource(WEB + "assets.txt"), UTF_8).lines().map(HtmlRenderer::asset);
    return Stream.of(pages, assets, own(), Stream.of(search).flatMap(this::index))
        .flatMap(files -> files);
  }

  /** The user's own style sheet. */
  private Stream<Product> own() {
    return css.stream().map(own -> new Product("assets/custom.css", own, List.of()));
  }

  /** The search index of the letters that were made by then. */
  private Stream<Product> index(SearchIndex made) {
    XdmNode catalogue = (XdmNode) stylesheet.template("search-catalogue").itemAt(0);
    return made.files(catalogue).entrySet().stream()
        .map(file -> new Product(file.getKey(), file.getValue(), List.of()));
  }

  /** A page of the site, by what the stylesheet has said of it: its path, what it is, of whom. */
  private Product page(XdmMap what) {
    XdmNode page = (XdmNode) stylesheet.template("site-page", Map.of("page", what)).itemAt(0);
    String path = what.get("path").itemAt(0).getStringValue();
    return new Product(path, xml.html(page).getBytes(UTF_8), List.of());
  }

  /**
   * A line of assets.txt: a file that is copied, or its name and the parts it is put together of.
   */
  private static Product asset(String line) {
    List<String> names = List.of(line.split(" "));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    names.subList(names.size() > 1 ? 1 : 0, names.size()).stream()
        .map(part -> Xml.resource(WEB + part))
        .forEach(content::writeBytes);
    return new Product("assets/" + names.get(0), content.toByteArray(), List.of());
  }
}
