package org.letterpress.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** The letter's own text in finished products and in sources, for {@link Mutator}. */
final class Slots {

  /** A string in pieces, some of which may be changed. */
  static final class Pieces {
    private final List<StringBuilder> pieces = new ArrayList<>();
    private final List<Mutator.Slot> slots = new ArrayList<>();

    private void fixed(String text) {
      pieces.add(new StringBuilder(text));
    }

    private void open(String text) {
      StringBuilder piece = new StringBuilder(text);
      pieces.add(piece);
      slots.add(
          new Mutator.Slot() {
            @Override
            public String get() {
              return piece.toString();
            }

            @Override
            public void set(String changed) {
              piece.setLength(0);
              piece.append(changed);
            }
          });
    }

    List<Mutator.Slot> slots() {
      return slots;
    }

    @Override
    public String toString() {
      return String.join("", pieces);
    }
  }

  private Slots() {}

  /** Everything that the pattern does not match, from one index to another, is open. */
  private static Pieces pieces(String text, int from, int to, Pattern closed) {
    Pieces pieces = new Pieces();
    pieces.fixed(text.substring(0, from));
    Matcher matcher = closed.matcher(text).region(from, to);
    int done = from;
    while (matcher.find()) {
      pieces.open(text.substring(done, matcher.start()));
      pieces.fixed(matcher.group());
      done = matcher.end();
    }
    pieces.open(text.substring(done, to));
    pieces.fixed(text.substring(to));
    return pieces;
  }

  /** The plain-text edition, without its header and its marks. */
  static Pieces plain(String text) {
    int from = text.indexOf("\n=====");
    return pieces(
        text,
        text.indexOf('\n', from + 1),
        text.length(),
        Pattern.compile("\\[(Page|Seite)[^\\]]*\\]|\\[[^\\]a-z ]{1,6}\\]|\\[a\\]|\\w+\\n-{3,}\\n"));
  }

  /** The text of a TEI file, without its tags, references and what readers don't see as text. */
  static Pieces tei(String xml) {
    int from = xml.indexOf("<text>");
    return pieces(
        xml,
        from,
        xml.length(),
        Pattern.compile(
            "<(corr|reg|expan|figDesc)[ >].*?</\\1>|<[^>]*>|&[^;]*;|(?<=^|\\n)\\s+",
            Pattern.DOTALL));
  }

  /** The letter's own text nodes in a web page. */
  static List<Mutator.Slot> html(Document page) {
    List<Mutator.Slot> slots = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text && isLetters(text) && !text.isBlank()) {
            slots.add(
                new Mutator.Slot() {
                  @Override
                  public String get() {
                    return text.getWholeText();
                  }

                  @Override
                  public void set(String changed) {
                    text.text(changed);
                  }
                });
          }
        },
        page);
    return slots;
  }

  private static boolean isLetters(TextNode text) {
    Element parent = text.parent();
    return parent.closest("[data-audit=text], [data-audit=note]") != null
        && parent.closest("[data-audit=skip], [data-page], [data-note]") == null;
  }
}
