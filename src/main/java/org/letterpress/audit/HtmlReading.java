package org.letterpress.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads a letter back from its finished web page, by the page's {@code data-audit} attributes. */
final class HtmlReading {

  private static final String AUDIT = "data-audit";

  private final PassageBuilder out = new PassageBuilder("", 0);
  private final Map<String, Passage> notes = new LinkedHashMap<>();

  /**
   * Reads a page.
   *
   * @param html the finished file's text
   */
  static Reading read(String html) {
    HtmlReading reading = new HtmlReading();
    reading.add(Jsoup.parse(html));
    return reading.build();
  }

  /** Reads on in the next page of the same letter. */
  void add(Document page) {
    for (Element text : page.select("[data-audit=text]")) {
      out.edge();
      children(text);
    }
    for (Element note : page.select("[data-audit=note]")) {
      HtmlReading reading = new HtmlReading();
      if (!isUnseen(note)) {
        reading.children(note);
      }
      // Two notes of one id would hide one another: the second keeps a key that no source has.
      String key = notes.containsKey(note.id()) ? note.id() + " again" : note.id();
      notes.put(key, reading.out.build());
    }
  }

  /** What has been read. */
  Reading build() {
    return new Reading(out.build(), notes);
  }

  private void children(Element parent) {
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text) {
        out.text(text.getWholeText());
      } else if (child instanceof Element element) {
        element(element);
      }
    }
  }

  private void element(Element e) {
    if (e.hasAttr("data-page")) {
      out.page(e.attr("data-page"));
    } else if (e.hasAttr("data-note")) {
      out.anchor(Anchor.Kind.NOTE, e.attr("data-note"));
    } else if (e.hasAttr("hidden") || isAside(e)) {
      return;
    } else if (e.nameIs("br")) {
      out.space();
    } else if (e.isBlock() || e.nameIs("td") || e.nameIs("th")) {
      out.space();
      if (e.nameIs("p")) {
        out.paragraph(0);
      }
      children(e);
      out.space();
    } else {
      children(e);
    }
  }

  private static boolean isAside(Element e) {
    return e.attr(AUDIT).equals("skip")
        || e.attr(AUDIT).equals("note")
        || e.nameIs("script")
        || e.nameIs("style")
        || e.nameIs("template");
  }

  private static boolean isUnseen(Element e) {
    return e.closest("[hidden], template") != null;
  }
}
