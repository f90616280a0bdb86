package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.letterpress.model.Entry;
import org.letterpress.model.Letter;
import org.letterpress.xml.Xml;

/** The static web site: {@code xslt/html.xsl}, and the files that its pages ask for. */
public final class HtmlRenderer implements Renderer {

  private static final String WEB = "classpath:/org/letterpress/web/";

  private final Xml xml;
  private final Corpus corpus;
  private final Stylesheet stylesheet;
  private final XdmMap registers;

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param beside the formats whose files stand beside the pages and are linked from them
   */
  public HtmlRenderer(Xml xml, Corpus corpus, Set<Format> beside) {
    this.xml = xml;
    this.corpus = corpus;
    this.registers =
        XdmMap.makeMap(
            corpus.entries().stream().collect(Collectors.toMap(Entry::id, Entry::source)));
    Stream<String> formats =
        Stream.concat(
            beside.stream().filter(format -> format != Format.HTML).map(Format::word).sorted(),
            corpus.entries().isEmpty() ? Stream.of("tei") : Stream.of("tei", "standoff"));
    XdmValue links = new XdmValue(formats.map(XdmAtomicValue::new).toList());
    this.stylesheet = new Stylesheet(xml, "html.xsl", corpus.document(), Map.of("formats", links));
  }

  @Override
  public Format format() {
    return Format.HTML;
  }

  @Override
  public Product letter(Letter letter) {
    Stylesheet.Result result = stylesheet.letter(letter);
    String page = xml.html((XdmNode) result.value().itemAt(0));
    return new Product("letters/" + letter.id() + ".html", page.getBytes(UTF_8), result.findings());
  }

  /** The letter's TEI with the register entries that it refers to. */
  @Override
  public List<Product> beside(Letter letter) {
    if (corpus.entries().isEmpty()) {
      return List.of();
    }
    XdmValue made =
        stylesheet.template(
            "standoff",
            Map.of(
                "tei",
                letter.file().tree(),
                "id",
                new XdmAtomicValue(letter.id()),
                "registers",
                registers));
    String tei = xml.xml((XdmNode) made.itemAt(0));
    return List.of(
        new Product("letters/" + letter.id() + ".standoff.xml", tei.getBytes(UTF_8), List.of()));
  }

  @Override
  public List<Product> others() {
    List<Product> others = new ArrayList<>();
    XdmMap pages = (XdmMap) stylesheet.template("pages").itemAt(0);
    add(pages, others);
    XdmMap files =
        (XdmMap)
            stylesheet
                .template(
                    "files",
                    Map.of(
                        "pages", new XdmValue(pages.keySet()),
                        "uuid", new XdmAtomicValue(number())))
                .itemAt(0);
    add(files, others);
    others.add(new Product("_headers", Xml.resource(WEB + "_headers"), lackingForCmif()));
    new String(Xml.resource(WEB + "assets.txt"), UTF_8)
        .lines()
        .map(HtmlRenderer::asset)
        .forEach(others::add);
    return others;
  }

  /** Adds files by their paths: pages as HTML, all else as the text that it is. */
  private void add(XdmMap files, List<Product> products) {
    files
        .entrySet()
        .forEach(
            file -> {
              XdmItem item = file.getValue().itemAt(0);
              String text = item instanceof XdmNode page ? xml.html(page) : item.getStringValue();
              products.add(
                  new Product(file.getKey().getStringValue(), text.getBytes(UTF_8), List.of()));
            });
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
