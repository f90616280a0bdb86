package org.letterpress.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Spelling;

/**
 * An end tag that is not that of the element opened last. Each mistake that it could come of is
 * tried: the likeliest is the one with which the tags that follow fit for longest.
 */
final class Mismatch {

  /** So many characters before an end tag its start tag is looked for that lacks its bracket. */
  private static final int FARTHEST = 1000;

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
      best = better(best, reach(rest, end), new Unclosed(text, open, name, start).fault(own));
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

  /** A start tag of this name that lacks its bracket, in the words before. */
  private Optional<Fault> unopened() {
    Matcher tag =
        Pattern.compile(
                "(?<![<\\w/:.\"'=-])"
                    + Pattern.quote(name)
                    + "(?:\\s++[\\w:.-]++\\s*+=\\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))++\\s*+>")
            .matcher(all)
            .region(Math.max(0, start - FARTHEST), start);
    MatchResult last = null;
    while (tag.find()) {
      last = tag.toMatchResult();
    }
    return Optional.ofNullable(last)
        .map(
            found ->
                Fault.of(
                    "tag-unopened",
                    text,
                    found.start(),
                    found.end(),
                    Map.of("tag", Fault.quoted(found.group()), "element", name),
                    List.of(Fault.fix("<" + name, found.start(), found.start(), "<"))));
  }

  private Fault stray() {
    return unopened().orElseGet(this::withoutStart);
  }

  private Fault withoutStart() {
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
    boolean rare = occurrences("<" + begun.name()) == 1 && occurrences("<" + name) > 0;
    boolean startIsWrong =
        Spelling.nearest(name, List.of(begun.name())).isPresent()
            && (TeiNames.has(begun.name()) == TeiNames.has(name) ? rare : TeiNames.has(name));
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
