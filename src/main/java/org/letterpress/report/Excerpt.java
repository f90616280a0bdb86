package org.letterpress.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;
import org.letterpress.xml.SourceText;

/**
 * A line of source, ready to be shown: cut to a width round the place that is meant, without its
 * indentation, with spaces for tabs and visible signs for characters that would do harm.
 *
 * @param line its number, from 1
 * @param parts the line, the marked parts by themselves
 */
record Excerpt(int line, List<Part> parts) {

  /** As much as is read with ease, in columns of a terminal. */
  static final int WIDTH = 96;

  /** No more lines of a changed text than these are shown. */
  private static final int LINES = 3;

  /**
   * What is farther away in a line, in UTF-16 units, is not laid out: a line may be a whole file.
   */
  private static final int NEAR = 10_000;

  private static final String CUT = "…";
  private static final String TAB = "    ";

  /** A stretch of the line, marked or not. */
  record Part(String text, boolean marked) {}

  /** A sign as it is shown: a character, and those that combine with it. */
  private record Cell(String text, int width, boolean marked) {}

  /** The line that a place is in; empty where the place has none. */
  static Optional<Excerpt> of(SourceText text, Location place) {
    if (place.line() < 1 || place.line() > text.lineCount()) {
      return Optional.empty();
    }
    String line = text.lineText(place.line());
    BitSet marked = new BitSet();
    int focus = line.length() - line.stripLeading().length();
    if (place.column() > 0) {
      focus = place.column() - 1;
      int from = Math.min(place.column() - 1, line.length());
      marked.set(from, Math.max(from + 1, Math.min(from + place.length(), line.length())));
    }
    return Optional.of(of(place.line(), line, marked, focus));
  }

  /**
   * The lines that show a finding: that of its place, those into which the marked part runs on, and
   * those that its sentence names, up to {@link #LINES} in all.
   */
  static List<Excerpt> of(SourceText text, Finding finding) {
    Location place = finding.location();
    TreeSet<Integer> lines = new TreeSet<>();
    if (place.line() < 1 || place.line() > text.lineCount()) {
      return List.of();
    }
    lines.add(place.line());
    if (runsOn(text, place)) {
      int line = place.line() + 1;
      lines.add(line);
      if (line < text.lineCount() && text.lineText(line).indexOf('>') < 0) {
        lines.add(line + 1);
      }
    }
    for (String named : List.of("line", "at")) {
      String line = finding.arguments().getOrDefault(named, "");
      boolean isLine = line.matches("[1-9]\\d{0,8}") && Integer.parseInt(line) <= text.lineCount();
      if (isLine && lines.size() < LINES) {
        lines.add(Integer.parseInt(line));
      }
    }
    return lines.stream()
        .flatMap(
            line ->
                of(text, line == place.line() ? place : Location.of(place.file(), line)).stream())
        .toList();
  }

  /** Whether a tag or a value that is marked goes on in the next line. */
  private static boolean runsOn(SourceText text, Location place) {
    if (place.column() < 1 || place.line() >= text.lineCount()) {
      return false;
    }
    String line = text.lineText(place.line());
    int from = Math.min(place.column() - 1, line.length());
    boolean isOpen = line.lastIndexOf('<') > line.lastIndexOf('>');
    return isOpen && line.indexOf('>', from) < 0;
  }

  /** The lines that a fix changes, as they would be, with what is new marked; the first few. */
  static List<Excerpt> of(SourceText text, Fix fix) {
    SourceText changed = SourceText.of(text.file(), fix.apply(text.characters()));
    List<Excerpt> lines = new ArrayList<>();
    int shift = 0;
    int shown = 0;
    for (Fix.Edit edit : fix.edits()) {
      int start = edit.start() + shift;
      int end = start + edit.text().length();
      shift += edit.text().length() - (edit.end() - edit.start());
      int last = changed.line(end);
      for (int number = changed.line(start); number <= last && lines.size() < LINES; number++) {
        int at = changed.lineStart(number);
        String line = changed.lineText(number);
        BitSet marked = new BitSet();
        marked.set(clamp(start - at, line.length()), clamp(end - at, line.length()));
        if (number > shown) {
          lines.add(of(number, line, marked, clamp(start - at, line.length())));
          shown = number;
        }
      }
    }
    return lines;
  }

  /** The lines that the likeliest fix of a finding would make of the text. */
  static List<Excerpt> mended(Optional<SourceText> text, Finding finding) {
    return text.isEmpty() || finding.fixes().isEmpty()
        ? List.of()
        : of(text.get(), finding.fixes().get(0));
  }

  private static int clamp(int at, int end) {
    return Math.max(0, Math.min(at, end));
  }

  private static Excerpt of(int number, String line, BitSet marked, int focus) {
    int start = Math.max(0, Math.min(focus, line.length()) - NEAR);
    int end = Math.min(line.length(), focus + NEAR);
    int marks = end < line.length() ? end : Math.max(end, marked.length());
    return laidOut(number, line.substring(start, end), marked.get(start, marks), focus - start);
  }

  private static Excerpt laidOut(int number, String line, BitSet marked, int focus) {
    List<Cell> cells = new ArrayList<>();
    int middle = 0;
    for (int at = 0; at < line.length(); ) {
      int next = next(line, at);
      middle = at <= focus ? cells.size() : middle;
      String sign = line.substring(at, next);
      boolean isMarked = marked.get(at, next).cardinality() > 0;
      cells.add(
          sign.equals("\t")
              ? new Cell(TAB, TAB.length(), isMarked)
              : new Cell(Visible.of(sign), Visible.width(line.codePointAt(at)), isMarked));
      at = next;
    }
    if (focus >= line.length() || marked.length() > line.length()) {
      middle = cells.size();
      cells.add(new Cell(marked.isEmpty() ? "" : " ", 1, !marked.isEmpty()));
    }
    int from = 0;
    while (from < middle && cells.get(from).text().isBlank()) {
      from++;
    }
    return new Excerpt(number, window(cells, from, middle));
  }

  /** The next sign: a character with all that combines with it. */
  private static int next(String line, int at) {
    int next = at + Character.charCount(line.codePointAt(at));
    while (next < line.length()
        && line.charAt(next) != '\t'
        && Visible.width(line.codePointAt(next)) == 0) {
      next += Character.charCount(line.codePointAt(next));
    }
    return next;
  }

  private static List<Part> window(List<Cell> cells, int first, int middle) {
    int width = 0;
    int from = Math.max(first, middle);
    while (from > first && width + cells.get(from - 1).width() <= WIDTH / 3) {
      width += cells.get(--from).width();
    }
    int to = middle;
    while (to < cells.size() && width + cells.get(to).width() <= WIDTH) {
      width += cells.get(to++).width();
    }
    while (to == cells.size() && from > first && width + cells.get(from - 1).width() <= WIDTH) {
      width += cells.get(--from).width();
    }
    List<Part> parts = new ArrayList<>();
    StringBuilder run = new StringBuilder(from > first ? CUT : "");
    boolean marked = false;
    for (Cell cell : cells.subList(from, to)) {
      if (cell.marked() != marked && run.length() > 0) {
        parts.add(new Part(run.toString(), marked));
        run.setLength(0);
      }
      marked = cell.marked();
      run.append(cell.text());
    }
    if (run.length() > 0) {
      parts.add(new Part(run.toString(), marked));
    }
    if (to < cells.size()) {
      parts.add(new Part(CUT, false));
    }
    return parts;
  }

  /** The line as it is shown. */
  String text() {
    StringBuilder all = new StringBuilder();
    parts.forEach(part -> all.append(part.text()));
    return all.toString().stripTrailing();
  }

  /** Signs that stand under the marked parts in a terminal; empty where nothing is marked. */
  String underline(char sign) {
    StringBuilder under = new StringBuilder();
    for (Part part : parts) {
      under.append(String.valueOf(part.marked() ? sign : ' ').repeat(Visible.columns(part.text())));
    }
    return under.toString().stripTrailing();
  }
}
