package org.letterpress.xml;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Severity;

/** What keeps a text from being well-formed. Found by {@link Scan}. */
final class Fault extends Exception {

  private static final long serialVersionUID = 1L;

  /** A longer quotation is cut. */
  private static final int LONGEST = 60;

  /** Files that hold nothing that could be judged. */
  private static final Set<String> NOTHING_ELSE =
      Set.of("file-empty", "not-xml", "not-xml-format", "html-file", "root-missing");

  /** A mend of more places than these is none that somebody reads. */
  static final int MOST_EDITS = 10_000;

  private final transient Finding finding;

  private Fault(Finding finding) {
    super(finding.message());
    this.finding = finding;
  }

  /**
   * An error in the words of the catalogue.
   *
   * @param start where the culprit begins
   * @param end where it ends
   * @param fixes the likeliest first
   */
  static Fault of(
      String code,
      SourceText text,
      int start,
      int end,
      Map<String, String> arguments,
      List<Fix> fixes) {
    Map<String, String> all = new TreeMap<>(arguments);
    if (!NOTHING_ELSE.contains(code)) {
      all.put(Catalogue.REST, "not judged");
    }
    return new Fault(Finding.of(code, Severity.ERROR, text.location(start, end), all, fixes));
  }

  Finding finding() {
    return finding;
  }

  /** A mend by one edit. */
  static Fix fix(String title, int start, int end, String by) {
    return new Fix(title, List.of(new Fix.Edit(start, end, by)));
  }

  /** Words of the file in one line, and not too many of them. */
  static String quoted(String words) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < words.length() && line.length() <= LONGEST; i++) {
      char c = words.charAt(i);
      if (Chars.isSpace(c) || !Chars.isLegal(c)) {
        space = line.length() > 0;
      } else {
        line.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return line.length() <= LONGEST ? line.toString() : line.substring(0, LONGEST - 1) + "…";
  }
}
