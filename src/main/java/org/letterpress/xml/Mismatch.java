package org.letterpress.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Spelling;

/**
 * An end tag that is not that of the element opened last. Each mistake that it could come of is
 * tried: the likeliest is the one with which the tags that follow fit for longest.
 */
final class Mismatch {

  /** Elements of TEI that have no content, or seldom (TEI Guidelines 3.11, 11.3). */
  private static final Set<String> EMPTY =
      Set.of("lb", "pb", "cb", "gb", "milestone", "anchor", "gap", "space", "ptr", "graphic");

  /** Elements that no paragraph stands in. */
  private static final Set<String> WITHOUT_PARAGRAPHS =
      Set.of("opener", "closer", "salute", "signed", "dateline", "head", "p", "address");

  /** Elements that stand in none of those. */
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "opener", "closer", "postscript", "head", "list", "table", "lg", "quote");

  private final SourceText text;
  private final String all;
  private final List<Nesting.Open> open;
  private final String name;
  private final int start;
  private final int end;

  /**
   * An end tag that does not fit.
   *
   * @param open the open elements, outermost first
   * @param start where the end tag begins
   * @param end where it ends
   */
  Mismatch(SourceText text, List<Nesting.Open> open, String name, int start, int end) {
    this.text = text;
    this.all = text.characters();
    this.open = open;
    this.name = name;
    this.start = start;
    this.end = end;
  }

  private record Guess(int reach, Fault fault) {}

  /** The likeliest fault. */
  Fault fault() {
    List<String> names = new ArrayList<>(open.stream().map(Nesting.Open::name).toList());
    int last = names.size() - 1;
    int own = names.lastIndexOf(name);
    Guess best = new Guess(-1, null);
    boolean near = Spelling.nearest(name, List.of(names.get(last))).isPresent();
    if (near) {
      best = better(best, reach(names.subList(0, last), end), renamed());
    }
    if (own >= 0) {
      List<String> rest = names.subList(0, own);
      List<String> missing = names.subList(own + 1, names.size());
      Pieces.Piece crossing = crossing(rest, missing);
      if (crossing != null) {
        best = better(best, reach(rest, crossing.end()), crossed(crossing));
      }
      best = better(best, reach(rest, end), unclosed(own));
    }
    best = better(best, reach(names, end), stray());
    if (!near) {
      best = better(best, reach(names.subList(0, last), end), renamed());
    }
    return best.fault();
  }

  private static Guess better(Guess best, int reach, Fault fault) {
    return reach > best.reach() ? new Guess(reach, fault) : best;
  }

  /** How far the tags from an offset on fit those open elements; past the end where all do. */
  private int reach(List<String> names, int from) {
    List<String> stack = new ArrayList<>(names);
    Pieces pieces = new Pieces(all, from);
    for (Pieces.Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
      if (piece.isEnd()) {
        if (stack.isEmpty() || !stack.remove(stack.size() - 1).equals(piece.name())) {
          return piece.start();
        }
      } else if (!piece.isEmpty()) {
        stack.add(piece.name());
      }
    }
    return pieces.isCut() ? pieces.at() : all.length() + (stack.isEmpty() ? 1 : 0);
  }

  /** The end tag of the one element that is left open, further on, where it fits nothing else. */
  private Pieces.Piece crossing(List<String> rest, List<String> missing) {
    if (missing.size() != 1) {
      return null;
    }
    List<String> stack = new ArrayList<>(rest);
    Pieces pieces = new Pieces(all, end);
    for (Pieces.Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
      if (!piece.isEnd()) {
        if (!piece.isEmpty()) {
          stack.add(piece.name());
        }
      } else if (!stack.isEmpty() && stack.get(stack.size() - 1).equals(piece.name())) {
        stack.remove(stack.size() - 1);
      } else {
        return missing.contains(piece.name()) && stack.size() == rest.size() ? piece : null;
      }
    }
    return null;
  }

  private Nesting.Open innermost() {
    return open.get(open.size() - 1);
  }

  private Fault stray() {
    Nesting.Open within = innermost();
    return Fault.of(
        "end-tag-stray-within",
        text,
        start,
        end,
        Map.of("element", name, "parent", within.name(), "line", line(within.start())),
        List.of(Fault.fix("− </" + name + ">", start, end, "")));
  }

  private Fault renamed() {
    Nesting.Open begun = innermost();
    boolean startIsWrong =
        Spelling.nearest(name, List.of(begun.name())).isPresent()
            && occurrences("<" + begun.name()) == 1
            && occurrences("<" + name) > 0;
    Map<String, String> arguments =
        Map.of("element", begun.name(), "line", line(begun.start()), "end", name);
    if (startIsWrong) {
      int at = begun.start();
      int after = at + 1 + begun.name().length();
      return Fault.of(
          "start-tag-misspelt",
          text,
          at,
          after,
          arguments,
          List.of(Fault.fix("<" + begun.name() + "> → <" + name + ">", at + 1, after, name)));
    }
    String code =
        begun.name().equalsIgnoreCase(name)
            ? "end-tag-case"
            : Spelling.nearest(name, List.of(begun.name())).isPresent()
                ? "end-tag-misspelt"
                : "end-tag-other";
    String meant = "</" + begun.name() + ">";
    return Fault.of(
        code,
        text,
        start,
        end,
        arguments,
        List.of(Fault.fix("</" + name + "> → " + meant, start, end, meant)));
  }

  private int occurrences(String tag) {
    int count = 0;
    for (int at = all.indexOf(tag); at >= 0; at = all.indexOf(tag, at + 1)) {
      int after = at + tag.length();
      if (after < all.length() && !Chars.isName(all.charAt(after))) {
        count++;
      }
    }
    return count;
  }

  private Fault crossed(Pieces.Piece crossing) {
    Nesting.Open inner = innermost();
    Nesting.Open outer = open.get(open.size() - 2);
    String tag = "</" + inner.name() + ">";
    Fix moved =
        new Fix(
            tag + "</" + outer.name() + ">",
            List.of(
                new Fix.Edit(start, start, tag),
                new Fix.Edit(crossing.start(), crossing.end(), "")));
    return Fault.of(
        "tags-crossed",
        text,
        inner.start(),
        inner.start() + 1 + inner.name().length(),
        Map.of(
            "element", inner.name(),
            "line", line(inner.start()),
            "parent", outer.name(),
            "at", line(start)),
        List.of(moved));
  }

  /** What is open within the element that ends here has no end tag. */
  private Fault unclosed(int own) {
    Nesting.Open left = innermost();
    if (EMPTY.contains(left.name())) {
      return emptyLeftOpen(left);
    }
    Nesting.Open outer = open.get(open.size() - 2);
    if (own < open.size() - 2 && outer.name().equals(left.name())) {
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
        List.of(
            closed(culprit, tags.length() == 0 ? culprit : open.get(own + 1), tags.toString())));
  }

  private Fault emptyLeftOpen(Nesting.Open left) {
    List<Fix.Edit> edits = new ArrayList<>();
    boolean never = !all.contains("</" + left.name() + ">");
    Pieces pieces = new Pieces(all, never ? 0 : left.start());
    for (Pieces.Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
      boolean same = piece.name().equals(left.name()) && !piece.isEnd() && !piece.isEmpty();
      if (same && edits.size() < Fault.MOST_EDITS) {
        edits.add(new Fix.Edit(piece.end() - 1, piece.end() - 1, "/"));
      }
      if (!never) {
        break;
      }
    }
    String tag = Fault.quoted(all.substring(left.start(), left.end()));
    return Fault.of(
        "empty-element-open",
        text,
        left.start(),
        left.end(),
        Map.of("element", left.name()),
        List.of(new Fix(tag + " → " + tag.replaceFirst(">$", "/>"), edits)));
  }

  /** Closes an element where it is likely to end, and what is open around it. */
  private Fix closed(Nesting.Open left, Nesting.Open outermost, String others) {
    String tag = "</" + left.name() + ">";
    int limit = left.start() == innermost().start() ? start : all.indexOf(tag, left.end());
    int before = Chars.trimmed(all, limit, left.end());
    Pieces pieces = new Pieces(all, left.end());
    for (Pieces.Piece piece = pieces.next();
        piece != null && piece.start() < limit;
        piece = pieces.next()) {
      boolean slash = piece.isEmpty() && piece.name().equals(left.name());
      if (slash) {
        String written = all.substring(piece.start(), piece.end());
        return new Fix(
            written + " → " + tag,
            edits(new Fix.Edit(piece.start(), piece.end(), tag), before, others));
      }
      boolean ends =
          !piece.isEnd()
              && (piece.name().equals(left.name())
                  || (BLOCKS.contains(piece.name())
                      && WITHOUT_PARAGRAPHS.contains(outermost.name())));
      if (ends) {
        int at = Chars.trimmed(all, piece.start(), left.end());
        return Fault.fix(tag + others + "<" + piece.name() + ">", at, at, tag + others);
      }
    }
    return Fault.fix(tag + others + "</" + name + ">", before, before, tag + others);
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

  /** The text ends with elements open. */
  Fault cutOff() {
    Nesting.Open left = innermost();
    StringBuilder tags = new StringBuilder();
    for (int i = open.size() - 1; i >= 0; i--) {
      tags.append("</").append(open.get(i).name()).append('>');
    }
    int last = Chars.trimmed(all, all.length(), left.end());
    boolean whole = all.charAt(last - 1) == '>';
    return Fault.of(
        open.size() == 1 ? "root-unclosed" : "file-cut-off",
        text,
        left.start(),
        left.start() + 1 + left.name().length(),
        Map.of("element", left.name(), "line", line(left.start())),
        whole ? List.of(Fault.fix(tags.toString(), last, last, "\n" + tags)) : List.of());
  }

  private String line(int offset) {
    return String.valueOf(text.line(offset));
  }
}
