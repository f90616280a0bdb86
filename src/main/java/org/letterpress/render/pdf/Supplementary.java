package org.letterpress.render.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Characters beyond U+FFFF on their way to FOP, which takes each for two: it would part them at the
 * end of a line, and names one that no font has by its second half alone. They are kept together,
 * and known by that half.
 */
final class Supplementary extends XMLFilterImpl {

  private static final String FO = "http://www.w3.org/1999/XSL/Format";

  /** Where an inline may stand. */
  private static final Set<String> LINES = Set.of("block", "inline", "basic-link", "wrapper");

  private final Map<Integer, Integer> seen = new HashMap<>();
  private final Deque<Boolean> open = new ArrayDeque<>();

  Supplementary(ContentHandler fop) {
    setContentHandler(fop);
  }

  /** The character that FOP means by a part of it; else the part itself. */
  int meant(int part) {
    return seen.getOrDefault(part, part);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    open.push(uri.equals(FO) && LINES.contains(local));
    super.startElement(uri, local, name, attributes);
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    open.pop();
    super.endElement(uri, local, name);
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    int end = start + length;
    int from = start;
    int at = start;
    while (at < end) {
      int next = behind(text, at, end);
      if (next > at && Boolean.TRUE.equals(open.peek())) {
        super.characters(text, from, at - from);
        together(text, at, next - at);
        from = next;
      }
      at = Math.max(next, at + 1);
    }
    super.characters(text, from, end - from);
  }

  /** Where a run of such characters ends that begins here. */
  private int behind(char[] text, int start, int end) {
    int at = start;
    while (at + 1 < end && Character.isSurrogatePair(text[at], text[at + 1])) {
      int character = Character.toCodePoint(text[at], text[at + 1]);
      seen.put((int) (char) character, character);
      at += 2;
    }
    return at;
  }

  private void together(char[] text, int start, int length) throws SAXException {
    AttributesImpl kept = new AttributesImpl();
    String keep = "keep-together.within-line";
    kept.addAttribute("", keep, keep, "CDATA", "always");
    String font = "font-selection-strategy";
    kept.addAttribute("", font, font, "CDATA", "auto");
    super.startElement(FO, "inline", "fo:inline", kept);
    super.characters(text, start, length);
    super.endElement(FO, "inline", "fo:inline");
  }
}
