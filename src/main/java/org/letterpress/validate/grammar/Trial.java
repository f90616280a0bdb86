package org.letterpress.validate.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.xml.SourceText;
import org.xml.sax.SAXException;

/**
 * Tries mends on a file: those are offered that leave fewer faults. While there is time the whole
 * file is judged again; then, or at once where an element holds the same wherever it stands, the
 * smallest element that holds all that is changed, and its faults before and after are compared.
 */
final class Trial {

  /** So many characters are read again for whole files, one mend in any case, and for parts. */
  private static final int MOST = 2_000_000;

  /** To judge one of many faults takes as long as to read so many characters. */
  private static final int FAULT = 100;

  private final SourceText text;
  private final Item.Element root;
  private final int faults;
  private final State start;
  private final Vocabulary vocabulary;
  private final boolean isPlaceless;
  private final Map<Item.Element, Integer> before = new HashMap<>();
  private int whole;
  private int parts;

  /**
   * A trial of one file's mends.
   *
   * @param faults how many it has
   * @param isPlaceless whether the grammar says the same of an element wherever it stands
   */
  Trial(
      SourceText text,
      Item.Element root,
      int faults,
      State start,
      Vocabulary vocabulary,
      boolean isPlaceless) {
    this.text = text;
    this.root = root;
    this.faults = faults;
    this.start = start;
    this.vocabulary = vocabulary;
    this.isPlaceless = isPlaceless;
    this.whole = Math.max(MOST, text.characters().length());
    this.parts = MOST;
  }

  /** A finding with those of its mends that mend. */
  Finding tried(Finding finding) {
    List<Fix> fixes = new ArrayList<>();
    for (Fix fix : finding.fixes()) {
      if (mends(fix)) {
        fixes.add(fix);
      }
    }
    return Finding.of(
        finding.code(), finding.severity(), finding.location(), finding.arguments(), fixes);
  }

  private boolean mends(Fix fix) {
    try {
      Item.Element part = part(fix);
      int length = part == null ? Integer.MAX_VALUE : 2 * (part.end - part.start);
      boolean isQuicker = isPlaceless && length <= Math.min(parts, text.characters().length());
      if (!isQuicker && whole >= text.characters().length()) {
        whole -= text.characters().length() + weight(faults);
        SourceText mended = SourceText.of(text.file(), fix.apply(text.characters()));
        return Diagnosis.faults(Outline.read(mended), mended, start, vocabulary) < faults;
      }
      if (length > parts) {
        return false;
      }
      int known = before(part);
      parts -= length + weight(known);
      return faults(part, fix) < known;
    } catch (SAXException e) {
      return false; // the change breaks the file
    }
  }

  /** What more faults cost than a file has whose faults are all told. */
  private static int weight(int faults) {
    return FAULT * Math.max(0, Math.min(faults, MOST / FAULT) - Complaints.LIMIT);
  }

  /** The smallest element within whose tags all that a change touches lies; null for none. */
  private Item.Element part(Fix fix) {
    int from = fix.edits().stream().mapToInt(Fix.Edit::start).min().orElse(0);
    int to = fix.edits().stream().mapToInt(Fix.Edit::end).max().orElse(0);
    Item.Element part = null;
    Item.Element inner = root;
    while (inner != null) {
      part = inner == root ? null : inner;
      inner = inner.child(from, to);
    }
    return part;
  }

  private int before(Item.Element part) throws SAXException {
    Integer known = before.get(part);
    if (known == null) {
      known = faults(part, new Fix("", List.of()));
      before.put(part, known);
    }
    return known;
  }

  /** How many faults there are in a part after a change; it is read under its own namespaces. */
  private int faults(Item.Element part, Fix fix) throws SAXException {
    StringBuilder shell = new StringBuilder("<part");
    for (Scope scope = part.scope; scope.outer() != null; scope = scope.outer()) {
      String name = scope.prefix().isEmpty() ? "xmlns" : "xmlns:" + scope.prefix();
      if (shell.indexOf(" " + name + "=") < 0) {
        String uri = scope.uri().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        shell.append(' ').append(name).append("=\"").append(uri).append('"');
      }
    }
    shell.append('>');
    int shift = shell.length() - part.start;
    Fix moved =
        new Fix(
            "",
            fix.edits().stream()
                .map(one -> new Fix.Edit(one.start() + shift, one.end() + shift, one.text()))
                .toList());
    shell.append(text.characters(), part.start, part.end).append("</part>");
    SourceText alone = SourceText.of(text.file(), moved.apply(shell.toString()));
    Item.Element element = (Item.Element) Outline.read(alone).items.get(0);
    return Diagnosis.faultsWithin(element, alone, start, vocabulary);
  }
}
