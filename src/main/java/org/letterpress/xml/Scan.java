package org.letterpress.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.letterpress.finding.Fix;

/**
 * Goes through a text that a parser has refused, by the rules of XML 1.0 and of Namespaces in XML
 * 1.0, until it comes to the first fault.
 */
final class Scan {

  /** What Git and others write where two versions of a file differ that they can't merge. */
  private static final String CONFLICT = "<<<<<<< ";

  private final SourceText text;
  private final String all;
  private final Nesting nesting;
  private final Characters characters;

  Scan(SourceText text) {
    this.text = text;
    this.all = text.characters();
    this.nesting = new Nesting(text);
    this.characters = new Characters(text);
  }

  /** Throws the first fault, if there is one. */
  void run() throws Fault {
    int at = new Prolog(text).read();
    while (at < all.length()) {
      int tag = all.indexOf('<', at);
      int end = tag < 0 ? all.length() : tag;
      words(at, end);
      if (tag < 0) {
        break;
      }
      at = markup(tag);
    }
    nesting.end();
  }

  private void words(int start, int end) throws Fault {
    if (nesting.isWithin()) {
      characters.checkContent(start, end);
      return;
    }
    int from = Chars.skipSpace(all, start);
    if (from >= end) {
      return;
    }
    int to = Chars.trimmed(all, end, from);
    characters.checkLegal(from, to);
    String code = nesting.isAfterRoot() ? "text-after-root" : "text-before-root";
    throw Fault.of(
        code,
        text,
        from,
        to,
        Map.of("text", Fault.quoted(all.substring(from, to))),
        List.of(
            Fault.fix(
                "− " + Fault.quoted(all.substring(from, to)),
                start == 0 ? 0 : from,
                start == 0 ? end : to,
                "")));
  }

  private int markup(int start) throws Fault {
    if (all.startsWith("<!--", start)) {
      return comment(start);
    }
    if (all.startsWith("<![CDATA[", start) && nesting.isWithin()) {
      int end = all.indexOf("]]>", start);
      if (end < 0) {
        int next = all.indexOf('<', start + 1);
        int line = text.lineEnd(text.line(start));
        int at = next < 0 ? line : Math.min(next, line);
        throw Fault.of(
            "cdata-unclosed",
            text,
            start,
            start + 9,
            Map.of(),
            List.of(Fault.fix("]]>", at, at, "]]>")));
      }
      characters.checkLegal(start, end);
      return end + 3;
    }
    if (all.startsWith("<?", start)) {
      return instruction(start);
    }
    if (all.startsWith("</", start)) {
      return endTag(start);
    }
    if (all.startsWith("<!", start)) {
      throw new Doctype(text).fault(start);
    }
    return startTag(start);
  }

  private int startTag(int start) throws Fault {
    int name = Chars.skipName(all, start + 1);
    if (name == start + 1) {
      throw rawLess(start);
    }
    StartTag tag = new StartTag(text, characters, start);
    int end = tag.read();
    nesting.open(tag);
    return end;
  }

  /** A {@code <} that begins no tag. */
  private Fault rawLess(int start) {
    if (all.startsWith(CONFLICT, start)) {
      int end = text.lineEnd(text.line(start));
      return Fault.of("merge-unfinished", text, start, end, Map.of(), List.of());
    }
    if (all.startsWith("<<", start) && Chars.skipName(all, start + 2) > start + 2) {
      String tag = "<" + all.substring(start + 2, Chars.skipName(all, start + 2));
      return Fault.of(
          "less-than-twice",
          text,
          start,
          start + 2,
          Map.of("tag", tag),
          List.of(Fault.fix("− <", start, start + 1, "")));
    }
    int name = Chars.skipSpace(all, start + 1);
    int letters = all.startsWith("/", name) ? name + 1 : name;
    int nameEnd = Chars.skipName(all, letters);
    int end = all.indexOf('>', start);
    int next = all.indexOf('<', start + 1);
    boolean tag =
        name > start + 1
            && nameEnd > letters
            && end > 0
            && (next < 0 || end < next)
            && text.line(end) == text.line(start);
    if (tag) {
      return Fault.of(
          "tag-space",
          text,
          start,
          end + 1,
          Map.of("element", all.substring(name, nameEnd)),
          List.of(Fault.fix("<" + all.substring(name, nameEnd), start + 1, name, "")));
    }
    return Fault.of(
        "less-than-raw", text, start, start + 1, Map.of(), List.of(TagFaults.escaped(all, start)));
  }

  private int endTag(int start) throws Fault {
    int nameEnd = Chars.skipName(all, start + 2);
    if (nameEnd == start + 2) {
      int name = Chars.skipSpace(all, start + 2);
      int after = Chars.skipName(all, name);
      boolean spaced = name > start + 2 && after > name;
      String open = spaced ? all.substring(name, after) : nesting.innermost();
      int end = spaced ? after : all.startsWith(">", name) ? name : start + 2;
      throw Fault.of(
          "end-tag-nameless",
          text,
          start,
          Math.min(all.length(), end + 1),
          Map.of("element", open),
          open.isEmpty() ? List.of() : List.of(Fault.fix("</" + open + ">", start + 2, end, open)));
    }
    String name = all.substring(start + 2, nameEnd);
    int close = Chars.skipSpace(all, nameEnd);
    if (close < all.length() && all.charAt(close) == '>') {
      nesting.close(name, start, close + 1);
      return close + 1;
    }
    int next = all.indexOf('<', start + 1);
    int found = all.indexOf('>', start);
    if (found < 0 || (next >= 0 && next < found)) {
      throw Fault.of(
          "tag-unfinished",
          text,
          start,
          nameEnd,
          Map.of("tag", "</" + name),
          List.of(Fault.fix("</" + name + ">", nameEnd, nameEnd, ">")));
    }
    throw Fault.of(
        "end-tag-attributes",
        text,
        start,
        found + 1,
        Map.of("element", name),
        List.of(Fault.fix("</" + name + ">", nameEnd, found, "")));
  }

  private int comment(int start) throws Fault {
    int dashes = all.indexOf("--", start + 4);
    if (dashes < 0 || runsIntoAnother(start, dashes)) {
      throw unclosedComment(start);
    }
    characters.checkLegal(start, dashes);
    if (all.startsWith("-->", dashes)) {
      return dashes + 3;
    }
    int end = all.indexOf("-->", dashes);
    List<Fix.Edit> edits = new ArrayList<>();
    for (int at = dashes;
        at >= 0 && at < end && edits.size() < Fault.MOST_EDITS;
        at = all.indexOf("--", at)) {
      int run = at;
      while (all.charAt(run) == '-') {
        run++;
      }
      boolean last = run > end;
      edits.add(new Fix.Edit(at, last ? end : run, "–"));
      at = run;
    }
    int run = dashes;
    while (run < all.length() && all.charAt(run) == '-') {
      run++;
    }
    throw Fault.of(
        "comment-dashes",
        text,
        dashes,
        run,
        Map.of(),
        end < 0 ? List.of() : List.of(new Fix("-- → –", edits)));
  }

  /** Whether a comment lacks its end and is ended by that of the next one, tags and all. */
  private boolean runsIntoAnother(int start, int dashes) {
    int next = dashes - 2;
    int end = all.indexOf("-->", dashes);
    if (end < 0 || !all.startsWith("<!--", next) || all.lastIndexOf('<', next - 1) <= start) {
      return false;
    }
    int other = all.indexOf("<!--", end);
    int again = all.indexOf("-->", end + 3);
    return again < 0 || (other >= 0 && other < again);
  }

  /** Where its words end nobody knows; before the next tag is likely, if the line holds both. */
  private Fault unclosedComment(int start) {
    int line = text.lineEnd(text.line(start));
    int tag = all.indexOf('<', start + 4);
    int end = tag < 0 ? all.length() : tag;
    boolean isOwnLine = Chars.skipSpace(all, line) >= end;
    int at = Chars.trimmed(all, Math.min(line, end), start + 4);
    return Fault.of(
        "comment-unclosed",
        text,
        start,
        start + 4,
        Map.of("line", String.valueOf(text.line(start))),
        isOwnLine || end < line ? List.of(Fault.fix("-->", at, at, " -->")) : List.of());
  }

  private int instruction(int start) throws Fault {
    int nameEnd = Chars.skipName(all, start + 2);
    String name = all.substring(start + 2, nameEnd);
    if (name.equals("xml")) {
      throw new Prolog(text).declarationAt(start);
    }
    if (name.isEmpty() || name.toLowerCase(Locale.ROOT).equals("xml")) {
      throw Fault.of(
          "instruction-name", text, start, Math.max(nameEnd, start + 2), Map.of(), List.of());
    }
    int end = all.indexOf("?>", nameEnd);
    if (end < 0) {
      int close = all.indexOf('>', nameEnd);
      int next = all.indexOf('<', nameEnd);
      boolean isItsOwn = close >= 0 && (next < 0 || close < next);
      throw Fault.of(
          "instruction-unclosed",
          text,
          start,
          nameEnd,
          Map.of("name", name),
          isItsOwn ? List.of(Fault.fix("?>", close, close, "?")) : List.of());
    }
    if (end > nameEnd && !Chars.isSpace(all.charAt(nameEnd))) {
      throw Fault.of("instruction-name", text, start, nameEnd + 1, Map.of(), List.of());
    }
    characters.checkLegal(nameEnd, end);
    return end + 2;
  }
}
