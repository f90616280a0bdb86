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

    /** A piece in which line feeds are written so. */
    private void open(String text, String lineFeed) {
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
              piece.append(changed.replace("\n", lineFeed));
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
    return pieces(text, from, to, closed, "\n");
  }

  private static Pieces pieces(String text, int from, int to, Pattern closed, String lineFeed) {
    Pieces pieces = new Pieces();
    pieces.fixed(text.substring(0, from));
    Matcher matcher = closed.matcher(text).region(from, to);
    int done = from;
    while (matcher.find()) {
      pieces.open(text.substring(done, matcher.start()), lineFeed);
      pieces.fixed(matcher.group());
      done = matcher.end();
    }
    pieces.open(text.substring(done, to), lineFeed);
    pieces.fixed(text.substring(to));
    return pieces;
  }

  /** The plain-text edition, without its header and its marks. */
  static Pieces plain(String text) {
    return plain(text, text.indexOf("\n====="));
  }

  /** A letter in a volume of plain text, which begins with a rule of its own. */
  static Pieces inVolume(String text) {
    return plain(text, text.indexOf("\n=====", text.indexOf("\n=====") + 1));
  }

  private static Pieces plain(String text, int rule) {
    return pieces(
        text,
        text.indexOf('\n', rule + 1),
        text.length(),
        Pattern.compile(
            "\\[(Page|Seite)[^\\]]*\\]|\\[[^\\]a-z ]{1,6}\\]|\\[[ab]\\]|\\w+\\n-{3,}\\n"));
  }

  /**
   * The letter in Markdown, without header, markup and marks. In it no line feed is harmless: a
   * line may begin with what then is a list.
   */
  static Pieces markdown(String text) {
    return pieces(
        text,
        text.indexOf("\n---\n") + 5,
        text.length(),
        Pattern.compile(
            "\\\\\\[(Page|Seite)[^\\]]*\\\\\\]|\\[\\^[^\\]]+\\]:?( ([-+*]|\\d+[.)]) )?|\\]\\([^)]*\\)|\\\\.|[*]| *[|] *(--- *)?"
                + "|\\\\?\\n[ >]*([-+*] |\\d+[.)] |#+ )*"),
        " ");
  }

  /** A transcription, without its marks and those of its words that its conventions name. */
  static Pieces transcription(String text) {
    return pieces(
        text,
        0,
        text.length(),
        Pattern.compile(
            "\\[Page \\d+\\]|\\(p\\. \\d+\\)|\\[sic\\]|\\[!\\]|master 7|Michaelmas;8|not\\.Pray|Kennedy 0"
                + "|October 161|N\\. Khrushchev|\\n\\s*([•*] ?|\\(?[123][.)] )?"),
        " ");
  }

  /** The text of a TEI file, without its tags, references and what readers don't see as text. */
  static Pieces tei(String xml) {
    int from = xml.indexOf("<text>");
    return pieces(
        xml,
        from,
        xml.length(),
        Pattern.compile(
            "<(corr|reg|expan|figDesc|desc|listPlace)[\\s>].*?</\\1>|<[^>]*>|&[^;]*;|(?<=^|\\n)\\s+",
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
