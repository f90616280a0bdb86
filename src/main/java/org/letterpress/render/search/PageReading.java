package org.letterpress.render.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/**
 * Reads a letter's passages from its finished page, so that what is found is what stands there: the
 * text first, then the notes; the program's own words are passed over.
 */
final class PageReading {

  private static final Set<String> BLOCKS =
      Set.of(
          "article",
          "aside",
          "blockquote",
          "caption",
          "dd",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "li",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private static final Set<String> SILENT = Set.of("script", "style", "template");

  /** What nobody sees in a word: soft hyphen, zero-width characters. */
  private static final String INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff";

  private record Note(XdmNode element, String lang) {}

  private final List<Passage> passages = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Passage.Turn> turns = new ArrayList<>();
  private String anchor = "";
  private boolean space;
  private boolean edge;

  private PageReading() {}

  /**
   * The passages of a page.
   *
   * @param page the page's tree, in the elements of HTML
   */
  static List<Passage> read(XdmNode page) {
    PageReading reading = new PageReading();
    reading.look(page, "");
    for (int i = 0; i < reading.notes.size(); i++) {
      Note note = reading.notes.get(i);
      String id = attribute(note.element(), "id");
      reading.children(note.element(), note.lang(), id, true);
      reading.finish();
    }
    return List.copyOf(reading.passages);
  }

  /** Looks for the text, and for notes outside it. */
  private void look(XdmNode parent, String lang) {
    for (XdmNode child : parent.children()) {
      if (child.getNodeKind() == XdmNodeKind.ELEMENT && isSeen(child)) {
        String own = language(child, lang);
        switch (attribute(child, "data-audit")) {
          case "text" -> {
            children(child, own, attribute(child, "id"), false);
            finish();
          }
          case "note" -> notes.add(new Note(child, own));
          case "skip" -> {}
          default -> look(child, own);
        }
      }
    }
  }

  /**
   * Reads on.
   *
   * @param id of the block round it
   * @param fixed whether blocks within have no places of their own
   */
  private void children(XdmNode parent, String lang, String id, boolean fixed) {
    for (XdmNode child : parent.children()) {
      if (child.getNodeKind() == XdmNodeKind.TEXT) {
        write(child.getStringValue(), lang, id);
      } else if (child.getNodeKind() == XdmNodeKind.ELEMENT && isSeen(child)) {
        element(child, language(child, lang), id, fixed);
      }
    }
  }

  private void element(XdmNode e, String lang, String id, boolean fixed) {
    String name = e.getNodeName().getLocalName();
    String audit = attribute(e, "data-audit");
    if (audit.equals("note")) {
      notes.add(new Note(e, lang));
    } else if (audit.equals("skip")) {
      return;
    } else if (name.equals("br")) {
      space = true;
    } else if (BLOCKS.contains(name)) {
      String own = attribute(e, "id");
      edge = true;
      children(e, lang, fixed || own.isEmpty() ? id : own, fixed);
      edge = true;
    } else {
      children(e, lang, id, fixed);
    }
  }

  private void write(String words, String lang, String id) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (INVISIBLE.indexOf(c) < 0) {
        settle(id);
        if (turns.isEmpty() || !turns.get(turns.size() - 1).lang().equals(lang)) {
          turns.add(new Passage.Turn(text.length(), lang));
        }
        text.append(c);
      }
    }
  }

  /** Before the next character: a new passage, a new line or a space, where one is due. */
  private void settle(String id) {
    if (edge && !anchor.equals(id)) {
      finish();
    }
    if (text.isEmpty()) {
      anchor = id;
    } else if (edge) {
      text.append('\n');
    } else if (space) {
      text.append(' ');
    }
    edge = false;
    space = false;
  }

  private void finish() {
    if (!text.isEmpty()) {
      passages.add(new Passage(anchor, text.toString(), List.copyOf(turns)));
    }
    text.setLength(0);
    turns.clear();
    space = false;
    edge = false;
  }

  private static boolean isSeen(XdmNode e) {
    return e.attribute("hidden") == null && !SILENT.contains(e.getNodeName().getLocalName());
  }

  private static String language(XdmNode e, String outer) {
    String own = attribute(e, "lang");
    return own.isEmpty() ? outer : own;
  }

  private static String attribute(XdmNode e, String name) {
    String value = e.attribute(name);
    return value == null ? "" : value;
  }
}
