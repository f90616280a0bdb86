package org.letterpress.render.pdf;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.fop.area.IDTracker;
import org.apache.fop.area.PageViewport;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reads the marks that {@code xslt/fo.xsl} makes beside XSL-FO and takes them out: page numbers of
 * the source, how many lines are numbered, and in the index the places whose pages are wanted. FOP
 * lays a page sequence out when its end tag comes, so that all pages of the text are known when the
 * index arrives; it is the last, and its numbers go on from the pages before the front matter.
 */
final class PressMarks extends XMLFilterImpl {

  private static final String MODEL = "urn:letterpress:model";
  private static final String FO = "http://www.w3.org/1999/XSL/Format";
  private static final String FOX = "http://xmlgraphics.apache.org/fop/extensions";
  private static final String CDATA = "CDATA";

  /** More than a book has pages: in the index the front matter comes first. */
  private static final int FIRST = 1_000_000;

  private final IDTracker ids;
  private URI base;
  private String prefix = "";
  private Consumer<String> letters = id -> {};
  private final Map<String, SourcePage> pages;
  private final LineNumbers lines;
  private final List<IndexPages.Place> places = new ArrayList<>();
  private final Set<String> cited = new TreeSet<>();
  private IndexPages index = new IndexPages("", "");

  /**
   * Goes before FOP.
   *
   * @param base what the addresses of pictures are relative to
   * @param pages receives the source's pages by the ids of their marks
   * @param lines learns how many lines are numbered
   */
  PressMarks(
      ContentHandler fop,
      IDTracker ids,
      URI base,
      Map<String, SourcePage> pages,
      LineNumbers lines) {
    setContentHandler(fop);
    this.lines = lines;
    this.ids = ids;
    this.base = base;
    this.pages = pages;
  }

  /** Is called where the pages of a letter are to stand, with its id, to send them here. */
  void letters(Consumer<String> letters) {
    this.letters = letters;
  }

  /**
   * What follows is a letter's: the ids in it are made its own.
   *
   * @param id the letter's; empty for the book itself
   * @param base what the addresses of its pictures are relative to
   */
  void chapter(String id, URI base) {
    this.prefix = id.isEmpty() ? "" : id + ".";
    this.base = base;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (!uri.equals(MODEL)) {
      super.startElement(uri, local, name, uri.equals(FO) ? known(local, attributes) : attributes);
    } else if (local.equals("letter")) {
      letters.accept(attributes.getValue("id"));
    } else if (local.equals("pages")) {
      index = new IndexPages(attributes.getValue("page"), attributes.getValue("note"));
      places.clear();
    } else {
      place(attributes.getValue("id"), attributes.getValue("note"));
    }
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    if (!uri.equals(MODEL)) {
      super.endElement(uri, local, name);
    } else if (local.equals("pages")) {
      write(index.references(places));
    }
  }

  private void place(String id, String note) {
    PageViewport page = ids.getFirstPageViewportContaining(id);
    // A name without a letter in it leaves no trace on a page.
    if (page != null) {
      PageViewport front = ids.getFirstPageViewportContaining(Press.FRONT);
      boolean isFront = front != null && page.getPageIndex() >= front.getPageIndex();
      places.add(
          new IndexPages.Place(
              id,
              isFront ? page.getPageNumber() - FIRST : page.getPageNumber(),
              page.getPageNumberString(),
              note == null ? "" : note));
    }
  }

  /** The number of the first page of what is set behind the front matter. */
  private String goingOn() {
    return String.valueOf(ids.getFirstPageViewportContaining(Press.FRONT).getPageIndex() + 1);
  }

  private void write(List<IndexPages.Reference> references) throws SAXException {
    String separator = "";
    for (IndexPages.Reference reference : references) {
      text(separator);
      separator = ", ";
      AttributesImpl link = new AttributesImpl();
      link.addAttribute("", "internal-destination", "internal-destination", CDATA, reference.id());
      link.addAttribute(FOX, "alt-text", "fox:alt-text", CDATA, reference.spoken());
      super.startElement(FO, "basic-link", "fo:basic-link", link);
      text(reference.printed());
      super.endElement(FO, "basic-link", "fo:basic-link");
    }
  }

  private void text(String text) throws SAXException {
    super.characters(text.toCharArray(), 0, text.length());
  }

  /** The attributes that FOP knows; ours are remembered. */
  private Attributes known(String local, Attributes attributes) {
    AttributesImpl known = new AttributesImpl();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (!attributes.getURI(i).equals(MODEL)) {
        known.addAttribute(
            attributes.getURI(i),
            attributes.getLocalName(i),
            attributes.getQName(i),
            attributes.getType(i),
            value(local, attributes.getQName(i), attributes.getValue(i)));
      }
    }
    String page = attributes.getValue(MODEL, "page");
    if (page != null) {
      pages.put(
          known.getValue("id"),
          new SourcePage(page, SourcePage.Stroke.of(attributes.getValue(MODEL, "stroke"))));
    }
    if (attributes.getValue(MODEL, "follows") != null) {
      known.addAttribute("", "initial-page-number", "initial-page-number", CDATA, goingOn());
    }
    String every = attributes.getValue(MODEL, "lines");
    if (every != null) {
      lines.every(Integer.parseInt(every));
    }
    return known;
  }

  private String value(String element, String attribute, String value) {
    return switch (attribute) {
      case "id", "internal-destination" -> element.equals("bookmark") ? value : prefix + value;
      case "ref-id" -> cited(prefix + value);
      case "src" -> absolute(value);
      default -> value;
    };
  }

  private String cited(String id) {
    cited.add(id);
    return id;
  }

  /** The ids whose pages are cited and that stand on none; FOP leaves their place empty. */
  List<String> unresolved() {
    return cited.stream().filter(id -> ids.getFirstPageViewportContaining(id) == null).toList();
  }

  private String absolute(String src) {
    try {
      return base.resolve(src.replace(" ", "%20")).toString();
    } catch (IllegalArgumentException notAnAddress) {
      // FOP says of it that it can't be read.
      return src;
    }
  }
}
