package org.letterpress.xml;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Fix;

/** The beginning of a file, where it shows what it is (XML 1.0, section 2.8). */
final class Prolog {

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml\\s+version\\s*=\\s*(?:\"([^\"<]*)\"|'([^'<]*)')"
              + "(?:\\s+encoding\\s*=\\s*(?:\"[A-Za-z][\\w.-]*\"|'[A-Za-z][\\w.-]*'))?"
              + "(?:\\s+standalone\\s*=\\s*(?:\"(?:yes|no)\"|'(?:yes|no)'))?\\s*\\?>");

  private static final Pattern HTML = Pattern.compile("<html\\b", Pattern.CASE_INSENSITIVE);

  private static final String RIGHT = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  /** As much of a text as shows what it is. */
  private static final int HEAD = 1000;

  private final SourceText text;
  private final String all;

  Prolog(SourceText text) {
    this.text = text;
    this.all = text.characters();
  }

  /** Reads the XML declaration, if there is one; the offset after it. */
  int read() throws Fault {
    int first = Chars.skipSpace(all, 0);
    if (first == all.length()) {
      throw Fault.of("file-empty", text, 0, 0, Map.of(), List.of());
    }
    if (all.indexOf('<') < 0) {
      throw Fault.of("not-xml", text, first, text.lineEnd(text.line(first)), Map.of(), List.of());
    }
    if (HTML.matcher(all).region(first, Math.min(all.length(), first + HEAD)).lookingAt()) {
      throw Fault.of("html-file", text, first, first + 5, Map.of(), List.of());
    }
    return isDeclaration(0) ? declaration() : 0;
  }

  private boolean isDeclaration(int at) {
    return all.startsWith("<?xml", at)
        && at + 5 < all.length()
        && !Chars.isName(all.charAt(at + 5));
  }

  private int declaration() throws Fault {
    Matcher matcher = DECLARATION.matcher(all).region(0, Math.min(all.length(), HEAD));
    boolean whole = matcher.lookingAt();
    int mark = all.indexOf("?>");
    int less = all.indexOf('<', 1);
    int close = all.indexOf('>');
    int end =
        mark >= 0 && (less < 0 || mark < less) ? mark + 2 : close >= 0 ? close + 1 : all.length();
    String version = !whole ? "" : matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    if (whole && version.equals("1.0")) {
      return matcher.end();
    }
    Fix right = Fault.fix(RIGHT, 0, end, RIGHT);
    throw Fault.of(
        whole ? "xml-version" : "declaration-wrong",
        text,
        whole ? Math.max(matcher.start(1), matcher.start(2)) : 0,
        whole ? Math.max(matcher.end(1), matcher.end(2)) : end,
        Map.of("version", Fault.quoted(version)),
        List.of(right));
  }

  /** An XML declaration that is not the first thing in the file. */
  Fault declarationAt(int start) {
    int mark = all.indexOf("?>", start);
    int end = mark < 0 ? start + 5 : mark + 2;
    String before = all.substring(0, start);
    if (before.isBlank()) {
      return Fault.of(
          "declaration-not-first",
          text,
          start,
          end,
          Map.of(),
          List.of(Fault.fix(all.substring(start, start + 5), 0, start, "")));
    }
    Fix dropped = Fault.fix("− " + Fault.quoted(all.substring(start, end)), start, end, "");
    Fix moved =
        new Fix(
            Fault.quoted(all.substring(start, end)),
            List.of(
                new Fix.Edit(0, 0, all.substring(start, end) + "\n"),
                new Fix.Edit(start, end, "")));
    boolean second = before.startsWith("<?xml ");
    return Fault.of(
        "declaration-within",
        text,
        start,
        end,
        Map.of("line", String.valueOf(text.line(start))),
        List.of(second ? dropped : moved));
  }
}
