package org.letterpress.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.letterpress.finding.Fix;

/**
 * A document type declaration (XML 1.0, section 2.8), or what looks like one. It is refused: it can
 * make a reader fetch other files or grow a small file without bound.
 */
final class Doctype {

  private static final Pattern HTML =
      Pattern.compile("<!DOCTYPE\\s+html\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** As much of a text as shows what it is. */
  private static final int HEAD = 200;

  private final SourceText text;
  private final String all;

  Doctype(SourceText text) {
    this.text = text;
    this.all = text.characters();
  }

  /** What is wrong with the {@code <!} at an offset. */
  Fault fault(int start) {
    String head = all.substring(start, Math.min(all.length(), start + HEAD));
    if (!head.toUpperCase(Locale.ROOT).startsWith("<!DOCTYPE")) {
      return Fault.of(
          "markup-unknown",
          text,
          start,
          start + 2,
          Map.of("text", Fault.quoted(head)),
          List.of(Fault.fix("< → &lt;", start, start + 1, "&lt;")));
    }
    int nameEnd = start + "<!DOCTYPE".length();
    if (HTML.matcher(head).matches()) {
      return Fault.of("html-file", text, start, nameEnd, Map.of(), List.of());
    }
    int subset = all.indexOf('[', start);
    int close = all.indexOf('>', start);
    boolean plain = subset < 0 || (close >= 0 && close < subset);
    int end = plain ? close + 1 : subsetEnd(subset);
    return Fault.of(
        plain ? "doctype" : "doctype-declares",
        text,
        start,
        nameEnd,
        Map.of("doctype", Fault.quoted(head)),
        end <= start ? List.of() : List.of(deleted(start, end)));
  }

  private int subsetEnd(int subset) {
    int bracket = all.indexOf(']', subset);
    int close = bracket < 0 ? -1 : Chars.skipSpace(all, bracket + 1);
    return close > 0 && close < all.length() && all.charAt(close) == '>' ? close + 1 : -1;
  }

  /** Deletes it, with its line end, and writes characters for the entities that it brought. */
  private Fix deleted(int start, int end) {
    int line = Chars.skipSpace(all, end);
    int to = line < all.length() && all.substring(end, line).contains("\n") ? line : end;
    List<Fix.Edit> edits = new ArrayList<>();
    edits.add(new Fix.Edit(start, to, ""));
    for (Fix.Edit edit : Entities.replaced(all).edits()) {
      if (edit.start() >= to) {
        edits.add(edit);
      }
    }
    return new Fix("− <!DOCTYPE …>", edits);
  }
}
