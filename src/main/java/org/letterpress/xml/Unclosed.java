package org.letterpress.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.finding.Fix;

/**
 * An element ends, and what was opened within it is open still: where should it have ended? A mend
 * is offered only where it is likely to be what was meant.
 */
final class Unclosed {

  /** Elements of TEI that have no content, or seldom (TEI Guidelines 3.11, 11.3). */
  private static final Set<String> EMPTY =
      Set.of("lb", "pb", "cb", "gb", "milestone", "anchor", "gap", "space", "ptr", "graphic");

  /** Elements that no paragraph stands in. */
  private static final Set<String> WITHOUT_PARAGRAPHS =
      Set.of("opener", "closer", "salute", "signed", "dateline", "head", "p", "address");

  /** Elements that stand in none of those. */
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "opener", "closer", "postscript", "head", "list", "table", "lg", "quote");

  /** Elements of which none stands directly within another of its name. */
  private static final Set<String> SIDE_BY_SIDE =
      Set.of("p", "l", "item", "row", "cell", "head", "opener", "closer", "addrLine");

  /** Elements of HTML that have no content, and what TEI has for them. */
  private static final Map<String, String> EMPTY_IN_HTML = Map.of("br", "lb");

  /** Elements that mark words within a text, and may end after any of them. */
  private static final Set<String> PHRASES =
      Set.of(
          ("persName placeName orgName geogName name rs hi del add sic corr orig reg abbr expan"
                  + " supplied unclear emph foreign term title date ref seg q quote note num said"
                  + " soCalled mentioned gloss choice subst w measure")
              .split(" "));

  /** Elements of running text, where one word is closed and no more. */
  private static final Set<String> RUNNING = Set.of("p", "ab", "note", "item", "quote", "q", "hi");

  /** Elements of a line or so, where a few words are closed. */
  private static final Set<String> LINES =
      Set.of("salute", "signed", "dateline", "head", "opener", "closer", "l", "cell", "addrLine");

  private static final int FEW = 4;

  private final SourceText text;
  private final String all;
  private final List<Nesting.Open> open;
  private final String name;
  private final int start;

  /**
   * Elements left open.
   *
   * @param open the open elements, outermost first
   * @param name that of the element that ends
   * @param start where its end tag begins
   */
  Unclosed(SourceText text, List<Nesting.Open> open, String name, int start) {
    this.text = text;
    this.all = text.characters();
    this.open = open;
    this.name = name;
    this.start = start;
  }

  private Nesting.Open innermost() {
    return open.get(open.size() - 1);
  }

  /**
   * The fault.
   *
   * @param own which of the open elements it is that ends
   */
  Fault fault(int own) {
    Nesting.Open left = innermost();
    if (EMPTY.contains(left.name()) || EMPTY_IN_HTML.containsKey(left.name())) {
      return emptyLeftOpen(left);
    }
    Nesting.Open outer = open.get(open.size() - 2);
    boolean again = own < open.size() - 2 && outer.name().equals(left.name());
    if (again && SIDE_BY_SIDE.contains(left.name()) && words(left.end(), start) > 0) {
      return sideBySide(own);
    }
    if (again) {
      return Fault.of(
          "slash-missing",
          text,
          left.start(),
          left.end(),
          Map.of("element", left.name(), "line", line(outer.start())),
          List.of(
              Fault.fix(
                  "</" + left.name() + ">", left.start(), left.end(), "</" + left.name() + ">")));
    }
    Nesting.Open culprit = own == open.size() - 2 ? byIndent(left) : left;
    StringBuilder tags = new StringBuilder();
    for (int i = open.size() - 2; i > own; i--) {
      tags.append("</").append(open.get(i).name()).append('>');
    }
    Map<String, String> arguments = new HashMap<>();
    arguments.put("element", culprit.name());
    arguments.put("line", line(culprit.start()));
    arguments.put("parent", name);
    arguments.put("at", line(start));
    arguments.put("outer", outer.name());
    arguments.put("begun", line(outer.start()));
    return Fault.of(
        tags.length() == 0 ? "element-unclosed" : "elements-unclosed",
        text,
        culprit.start(),
        culprit.start() + 1 + culprit.name().length(),
        arguments,
        closed(culprit, tags.length() == 0 ? culprit : open.get(own + 1), tags.toString()));
  }

  /** One after the other was begun, and none of them ended. */
  private Fault sideBySide(int own) {
    int outermost = open.size() - 1;
    String element = open.get(outermost).name();
    while (outermost - 1 > own && open.get(outermost - 1).name().equals(element)) {
      outermost--;
    }
    List<Fix.Edit> edits = new ArrayList<>();
    String tag = "</" + element + ">";
    for (int i = outermost; i < open.size(); i++) {
      int next = start;
      Pieces pieces = new Pieces(all, open.get(i).end());
      for (Pieces.Piece piece = pieces.next();
          piece != null && piece.start() < start;
          piece = pieces.next()) {
        if (!piece.isEnd()
            && (piece.name().equals(element)
                || (BLOCKS.contains(piece.name()) && WITHOUT_PARAGRAPHS.contains(element)))) {
          next = piece.start();
          break;
        }
      }
      int at = Chars.trimmed(all, next, open.get(i).end());
      edits.add(new Fix.Edit(at, at, tag));
    }
    Nesting.Open first = open.get(outermost);
    boolean alone = own == outermost - 1;
    return Fault.of(
        "end-tag-forgotten",
        text,
        first.start(),
        first.start() + 1 + element.length(),
        Map.of(
            "element", element,
            "line", line(first.start()),
            "at", line(open.get(outermost + 1).start())),
        alone && edits.size() < Fault.MOST_EDITS
            ? List.of(new Fix(tag + "<" + element + ">", edits))
            : List.of());
  }

  /** How many words stand between two offsets, tags aside. */
  private int words(int from, int to) {
    String words = all.substring(from, to).replaceAll("<[^<>]*>", " ").strip();
    return words.isEmpty() ? 0 : words.split("\\s+", -1).length;
  }

  private Fault emptyLeftOpen(Nesting.Open left) {
    List<Fix.Edit> edits = new ArrayList<>();
    String tei = EMPTY_IN_HTML.getOrDefault(left.name(), "");
    boolean never = !all.contains("</" + left.name() + ">");
    Pieces pieces = new Pieces(all, never ? 0 : left.start());
    for (Pieces.Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
      boolean same = piece.name().equals(left.name()) && !piece.isEnd();
      if (same && edits.size() < Fault.MOST_EDITS) {
        if (!tei.isEmpty()) {
          edits.add(new Fix.Edit(piece.start(), piece.end(), "<" + tei + "/>"));
        } else if (!piece.isEmpty()) {
          edits.add(new Fix.Edit(piece.end() - 1, piece.end() - 1, "/"));
        }
      }
      if (!never) {
        break;
      }
    }
    String tag = Fault.quoted(all.substring(left.start(), left.end()));
    String written = tei.isEmpty() ? tag.replaceFirst(">$", "/>") : "<" + tei + "/>";
    return Fault.of(
        tei.isEmpty() ? "empty-element-open" : "empty-element-of-html",
        text,
        left.start(),
        left.end(),
        Map.of("element", left.name(), "near", tei),
        List.of(new Fix(tag + " → " + written, edits)));
  }

  /**
   * Closes an element where it is likely to end, and what is open around it. A phrase in running
   * text may end after any word: only a short one is closed.
   */
  private List<Fix> closed(Nesting.Open left, Nesting.Open outermost, String others) {
    String tag = "</" + left.name() + ">";
    int limit = left.start() == innermost().start() ? start : all.indexOf(tag, left.end());
    int before = Chars.trimmed(all, limit, left.end());
    if (others.isEmpty() && isEmpty(left)) {
      String written = Fault.quoted(all.substring(left.start(), left.end() - 1)) + "/>";
      return List.of(Fault.fix(written, left.end() - 1, left.end() - 1, "/"));
    }
    Pieces pieces = new Pieces(all, left.end());
    for (Pieces.Piece piece = pieces.next();
        piece != null && piece.start() < limit;
        piece = pieces.next()) {
      boolean slash = piece.isEmpty() && piece.name().equals(left.name());
      if (slash) {
        String written = all.substring(piece.start(), piece.end());
        return List.of(
            new Fix(
                written + " → " + tag,
                edits(new Fix.Edit(piece.start(), piece.end(), tag), before, others)));
      }
      boolean ends =
          !piece.isEnd()
              && (piece.name().equals(left.name())
                  || (BLOCKS.contains(piece.name())
                      && WITHOUT_PARAGRAPHS.contains(outermost.name())));
      if (ends) {
        int at = Chars.trimmed(all, piece.start(), left.end());
        return isUncertain(left, at)
            ? List.of()
            : List.of(Fault.fix(tag + others + "<" + piece.name() + ">", at, at, tag + others));
      }
    }
    if (isUncertain(left, before)) {
      return List.of();
    }
    int at = before;
    String marks = RUNNING.contains(around()) ? ".,;:!?" : ",;:!?";
    while (PHRASES.contains(left.name()) && marks.indexOf(all.charAt(at - 1)) >= 0) {
      at--;
    }
    return List.of(
        new Fix(
            tag + others + "</" + name + ">",
            at == before
                ? List.of(new Fix.Edit(at, at, tag + others))
                : edits(new Fix.Edit(at, at, tag), before, others)));
  }

  /** Whether an element says all in its attributes: the next begins right under it. */
  private boolean isEmpty(Nesting.Open left) {
    int next = Chars.skipSpace(all, left.end());
    return !BLOCKS.contains(left.name())
        && left.end() - left.start() > left.name().length() + 2
        && all.startsWith("<", next)
        && !all.startsWith("</", next)
        && indent(left.start()) == indent(next)
        && indent(start) >= 0
        && indent(start) < indent(next);
  }

  /** Whether an element could as well end before the place where it has to at the latest. */
  private boolean isUncertain(Nesting.Open left, int end) {
    int most = RUNNING.contains(around()) ? 1 : LINES.contains(around()) ? FEW : Integer.MAX_VALUE;
    return PHRASES.contains(left.name()) && words(left.end(), end) > most;
  }

  /** The element in which the one stands that was opened last. */
  private String around() {
    return open.get(open.size() - 2).name();
  }

  private static List<Fix.Edit> edits(Fix.Edit first, int at, String others) {
    return others.isEmpty() ? List.of(first) : List.of(first, new Fix.Edit(at, at, others));
  }

  /**
   * Of nested elements of one name, the one whose end tag is missing: an end tag that stands right
   * under the outer start tag is the outer's.
   */
  private Nesting.Open byIndent(Nesting.Open left) {
    int outer = indent(left.start());
    Nesting.Open child = null;
    int depth = 0;
    Pieces pieces = new Pieces(all, left.end());
    for (Pieces.Piece piece = pieces.next();
        piece != null && piece.start() < start;
        piece = pieces.next()) {
      if (piece.isEnd()) {
        depth--;
        boolean outers =
            depth == 0
                && child != null
                && piece.name().equals(left.name())
                && outer >= 0
                && indent(piece.start()) == outer
                && indent(child.start()) > outer;
        if (outers) {
          return child;
        }
      } else if (!piece.isEmpty()) {
        if (depth == 0 && piece.name().equals(left.name())) {
          child = new Nesting.Open(piece.name(), piece.start(), piece.end(), Map.of());
        }
        depth++;
      }
    }
    return left;
  }

  /** How far a tag that begins its line is indented; -1 for one that does not. */
  private int indent(int at) {
    int column = text.column(at) - 1;
    return Chars.trimmed(all, at, at - column) == at - column ? column : -1;
  }

  private String line(int offset) {
    return String.valueOf(text.line(offset));
  }
}
