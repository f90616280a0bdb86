package org.letterpress.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Fix;

/** What is wrong with a start tag that could not be read to its end. */
final class TagFaults {

  private final SourceText text;
  private final String all;
  private final StartTag tag;
  private final int start;
  private final int nameEnd;

  /**
   * The faults of one tag.
   *
   * @param tag as far as it was read
   */
  TagFaults(SourceText text, StartTag tag) {
    this.text = text;
    this.all = text.characters();
    this.tag = tag;
    this.start = tag.start();
    this.nameEnd = tag.nameEnd();
  }

  Fault twice(Tag.Attribute first, Tag.Attribute second) {
    Fix dropSecond =
        Fault.fix(
            "− " + Fault.quoted(all.substring(second.start(), second.end())),
            Chars.trimmed(all, second.start(), start),
            second.end(),
            "");
    Fix dropFirst =
        Fault.fix(
            "− " + Fault.quoted(all.substring(first.start(), first.end())),
            Chars.trimmed(all, first.start(), start),
            first.end(),
            "");
    return Fault.of(
        "attribute-twice",
        text,
        second.start(),
        second.end(),
        Map.of("attribute", second.name(), "element", tag.name()),
        List.of(dropSecond, dropFirst));
  }

  Fault quoteInValue(Tag.Attribute attribute) {
    char mark = all.charAt(attribute.valueEnd());
    int limit = all.indexOf('>', attribute.end());
    int less = all.indexOf('<', attribute.end());
    List<Fix> fixes = new ArrayList<>();
    int closing = all.indexOf(mark, attribute.end());
    boolean isDoubled =
        attribute.valueStart() == attribute.valueEnd()
            && closing > attribute.end()
            && closing < limit
            && all.charAt(closing + 1) == mark
            && all.substring(attribute.end(), closing).indexOf('=') < 0;
    if (isDoubled) {
      String value = mark + all.substring(attribute.end(), closing) + mark;
      fixes.add(
          new Fix(
              attribute.name() + "=" + Fault.quoted(value),
              List.of(
                  new Fix.Edit(attribute.valueEnd(), attribute.end(), ""),
                  new Fix.Edit(closing, closing + 1, ""))));
    } else if (all.charAt(attribute.end()) == mark) {
      fixes.add(Fault.fix("− " + mark, attribute.end(), attribute.end() + 1, ""));
    } else if (limit > 0 && (less < 0 || limit < less)) {
      int last = all.lastIndexOf(mark, limit);
      int next = last;
      Matcher following =
          Pattern.compile(mark + "\\s+[\\w:.-]+=" + mark)
              .matcher(all)
              .region(attribute.end(), limit);
      if (following.find()) {
        next = following.start();
      }
      List<Fix.Edit> edits = new ArrayList<>();
      for (int at = attribute.valueEnd(); at >= 0 && at < next; at = all.indexOf(mark, at + 1)) {
        edits.add(new Fix.Edit(at, at + 1, mark == '"' ? "&quot;" : "&apos;"));
      }
      if (next > attribute.valueEnd()) {
        fixes.add(new Fix(mark + " → " + (mark == '"' ? "&quot;" : "&apos;"), edits));
      }
    }
    return Fault.of(
        "attribute-quote-within",
        text,
        attribute.start(),
        attribute.end(),
        Map.of("attribute", attribute.name()),
        fixes);
  }

  /** A value that is not closed before the next tag. */
  Fault unclosedValue(String name, int at, int quote, int close, int less) {
    int next = less < 0 ? all.length() : less;
    int gt = all.indexOf('>', quote);
    if (gt >= 0 && gt < next) {
      Matcher swallowed =
          Pattern.compile("(?<!\\s)\\s++[\\w:.-]++\\s*+=").matcher(all).region(quote + 1, gt);
      int ends = swallowed.find() ? swallowed.start() : tagEnd(quote + 1);
      return quoteMissing(name, at, ends);
    }
    if (close >= 0 && text.line(close) == text.line(less)) {
      return Fault.of(
          "less-than-in-value",
          text,
          less,
          less + 1,
          Map.of("attribute", name),
          List.of(Fault.fix("< → &lt;", less, less + 1, "&lt;")));
    }
    return Fault.of(
        "attribute-unclosed", text, at, quote + 1, Map.of("attribute", name), List.of());
  }

  /** Where a tag ends that begins before an offset: at its {@code >} or {@code />}. */
  int tagEnd(int from) {
    int gt = all.indexOf('>', from);
    int end = gt > from && all.charAt(gt - 1) == '/' ? gt - 1 : gt;
    return Chars.trimmed(all, end, from);
  }

  Fault quoteMissing(String name, int at, int end) {
    int quote = Chars.skipSpace(all, Chars.skipSpace(all, at + name.length()) + 1);
    String mark = all.substring(quote, quote + 1);
    char last = all.charAt(end - 1);
    boolean isOtherMark =
        end > quote + 1
            && (Chars.isTypographicQuote(last) || last == (mark.equals("\"") ? '\'' : '"'));
    int from = isOtherMark ? end - 1 : end;
    return Fault.of(
        "attribute-unclosed",
        text,
        at,
        end,
        Map.of("attribute", name),
        List.of(Fault.fix(Fault.quoted(all.substring(at, from)) + mark, from, end, mark)));
  }

  Fault unquoted(String name, int at, int quote, char mark) {
    if (Chars.isTypographicQuote(mark)) {
      int close = quote + 1;
      while (close < all.length()
          && "<>\"'".indexOf(all.charAt(close)) < 0
          && !Chars.isTypographicQuote(all.charAt(close))) {
        close++;
      }
      boolean closed = close < all.length() && all.charAt(close) != '<' && all.charAt(close) != '>';
      int end = closed ? close + 1 : close;
      String value = all.substring(quote + 1, close);
      return Fault.of(
          "attribute-typographic-quotes",
          text,
          at,
          end,
          Map.of("attribute", name, "quote", String.valueOf(mark)),
          List.of(
              Fault.fix(
                  name + "=\"" + Fault.quoted(value) + "\"", quote, end, "\"" + value + "\"")));
    }
    int end = quote;
    while (end < all.length()
        && !Chars.isSpace(all.charAt(end))
        && all.charAt(end) != '>'
        && all.charAt(end) != '<'
        && !all.startsWith("/>", end)) {
      end++;
    }
    String value = all.substring(quote, end);
    boolean halfQuoted = value.endsWith("\"") || value.endsWith("'");
    String bare = halfQuoted ? value.substring(0, value.length() - 1) : value;
    return Fault.of(
        bare.isEmpty() ? "attribute-without-value" : "attribute-unquoted",
        text,
        at,
        Math.max(end, at + name.length()),
        Map.of("attribute", name),
        bare.contains("\"")
            ? List.of()
            : List.of(
                Fault.fix(
                    name + "=\"" + Fault.quoted(bare) + "\"", quote, end, "\"" + bare + "\"")));
  }

  Fault withoutValue(int at, int after, int next, int before) {
    String name = all.substring(at, after);
    if (next < all.length() && (all.charAt(next) == '"' || all.charAt(next) == '\'')) {
      return Fault.of(
          "attribute-without-equals",
          text,
          at,
          after,
          Map.of("attribute", name),
          List.of(Fault.fix(name + "=" + all.charAt(next), after, after, "=")));
    }
    int gt = all.indexOf('>', at);
    int less = all.indexOf('<', at);
    if (gt < 0 || (less >= 0 && less < gt)) {
      return unfinished(before);
    }
    Optional<Fault> swallowed = swallowed();
    if (swallowed.isPresent()) {
      return swallowed.get();
    }
    boolean isTag = !tag.attributes().isEmpty() || all.contains("</" + tag.name() + ">");
    Fix drop = Fault.fix("− " + name, before, after, "");
    return isTag
        ? Fault.of(
            "attribute-without-value", text, at, after, Map.of("attribute", name), List.of(drop))
        : Fault.of("less-than-raw", text, start, start + 1, Map.of(), List.of(escaped(all, start)));
  }

  /** Something that can't begin an attribute. */
  Fault odd(char c, int at, int before) {
    Optional<Fault> swallowed = swallowed();
    if (swallowed.isPresent()) {
      return swallowed.get();
    }
    if (c == '<') {
      return comment(at, before).orElseGet(() -> unfinished(before));
    }
    if (Chars.isOddSpace(c)) {
      return Fault.of(
          "tag-odd-space",
          text,
          at,
          at + 1,
          Map.of("character", String.format("U+%04X", (int) c)),
          List.of(Fault.fix(String.format("U+%04X → U+0020", (int) c), at, at + 1, " ")));
    }
    Optional<String> element = TeiNames.beginning(tag.name());
    if (c == '=' && tag.attributes().isEmpty() && element.isPresent()) {
      int name = start + 1 + element.get().length();
      return Fault.of(
          "tag-name-space",
          text,
          start,
          nameEnd,
          Map.of("element", element.get(), "attribute", all.substring(name, nameEnd)),
          List.of(
              Fault.fix(
                  "<" + element.get() + " " + all.substring(name, nameEnd), name, name, " ")));
    }
    if (c == '=' && tag.attributes().isEmpty() && TeiNames.has(tag.name())) {
      return fault("attribute-nameless", start, nameEnd, Map.of("element", tag.name()));
    }
    if (at == nameEnd) {
      return Fault.of(
          "less-than-raw", text, start, start + 1, Map.of(), List.of(escaped(all, start)));
    }
    int gt = Chars.skipSpace(all, at + 1);
    Fix drop =
        c == '/' && gt < all.length() && all.charAt(gt) == '>'
            ? Fault.fix("/>", at + 1, gt, "")
            : Fault.fix("− " + c, at, at + 1, "");
    return Fault.of(
        Chars.isLegal(c) ? "tag-odd-character" : "character-forbidden",
        text,
        at,
        at + 1,
        Map.of(
            "character",
            Chars.isLegal(c) ? String.valueOf(c) : String.format("U+%04X", (int) c),
            "element",
            tag.name()),
        List.of(drop));
  }

  /** A comment within the tag; it is put before the tag. */
  private Optional<Fault> comment(int at, int before) {
    int close = all.startsWith("<!--", at) ? all.indexOf("-->", at) : -1;
    int gt = close < 0 ? -1 : all.indexOf('>', close + 3);
    int less = close < 0 ? -1 : all.indexOf('<', close + 3);
    if (gt < 0 || (less >= 0 && less < gt)) {
      return Optional.empty();
    }
    String words = all.substring(at, close + 3);
    return Optional.of(
        Fault.of(
            "comment-in-tag",
            text,
            at,
            close + 3,
            Map.of("element", tag.name()),
            List.of(
                new Fix(
                    Fault.quoted(words) + " ↑",
                    List.of(
                        new Fix.Edit(start, start, words), new Fix.Edit(before, close + 3, ""))))));
  }

  /** An earlier value that reaches past its tag: its quotation mark is the one that is missing. */
  private Optional<Fault> swallowed() {
    return tag.attributes().stream()
        .filter(one -> all.substring(one.valueStart(), one.valueEnd()).indexOf('>') >= 0)
        .findFirst()
        .map(one -> quoteMissing(one.name(), one.start(), tagEnd(one.valueStart())));
  }

  Fault unfinished(int at) {
    if (all.indexOf('>', at) < 0 && all.indexOf('<', at) < 0) {
      return fault("file-cut-off-in-tag", start, nameEnd, Map.of("tag", "<" + tag.name()));
    }
    return Fault.of(
        "tag-unfinished",
        text,
        start,
        nameEnd,
        Map.of("tag", "<" + tag.name()),
        List.of(Fault.fix(Fault.quoted(all.substring(start, at)) + ">", at, at, ">")));
  }

  /** Writes a {@code <} as text, and the {@code >} that belongs to it. */
  static Fix escaped(String all, int start) {
    int gt = all.indexOf('>', start);
    int less = all.indexOf('<', start + 1);
    List<Fix.Edit> edits = new ArrayList<>();
    edits.add(new Fix.Edit(start, start + 1, "&lt;"));
    if (gt > 0 && (less < 0 || gt < less)) {
      edits.add(new Fix.Edit(gt, gt + 1, "&gt;"));
    }
    return new Fix("< → &lt;", edits);
  }

  Fault fault(String code, int from, int to, Map<String, String> arguments) {
    return Fault.of(code, text, from, to, arguments, List.of());
  }
}
