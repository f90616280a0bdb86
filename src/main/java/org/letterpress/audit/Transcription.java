package org.letterpress.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.audit.Declared.Kind;

/** Reads a plain-text transcription by its conventions. */
final class Transcription {

  private static final Pattern HOLE = Pattern.compile("\\{([^}]+)\\}");

  private final Conventions conventions;
  private final PassageBuilder out = new PassageBuilder("", 0);
  private final List<Declared> declared = new ArrayList<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, Passage> notes = new LinkedHashMap<>();

  private Transcription(Conventions conventions) {
    this.conventions = conventions;
    conventions.marks().keySet().forEach(mark -> uses.put(mark, 0));
  }

  /**
   * A transcription as it was read.
   *
   * @param reading its text without marks, with pages, notes, items and sic as points
   * @param declared each change by a convention
   * @param uses how often each mark of a note was found; once is right
   */
  record Read(Reading reading, List<Declared> declared, Map<String, Integer> uses) {}

  static Read read(String content, Conventions conventions) {
    return new Transcription(conventions).read(content.lines().toList());
  }

  private Read read(List<String> lines) {
    int notesAt = notesAt(lines);
    if (!conventions.firstPage().isEmpty()) {
      out.page(conventions.firstPage());
      declare(Kind.FIRST_PAGE, conventions.firstPage(), 0);
    }
    boolean blank = true;
    for (int i = 0; i < notesAt; i++) {
      String line = lines.get(i);
      if (!line.isBlank() && (blank || isItem(line))) {
        out.edge();
        out.paragraph(i + 1);
      }
      blank = line.isBlank();
      out.line(i + 1);
      body(line, i + 1);
      out.space();
    }
    notes(lines.subList(notesAt, lines.size()), notesAt + 1);
    return new Read(new Reading(out.build(), notes), declared, uses);
  }

  private void declare(Kind kind, String what, int line) {
    declared.add(new Declared(kind, line, what));
  }

  /** Where the block of notes begins: the last line that is numbered 1. */
  private int notesAt(List<String> lines) {
    if (conventions.note() != null) {
      for (int i = lines.size() - 1; i >= 0; i--) {
        Matcher matcher = conventions.note().matcher(lines.get(i));
        if (matcher.lookingAt() && matcher.group(1).equals("1")) {
          return i;
        }
      }
    }
    return lines.size();
  }

  private boolean isItem(String line) {
    return !conventions.bullet().isEmpty() && line.stripLeading().startsWith(conventions.bullet());
  }

  private void body(String line, int number) {
    String rest = line;
    if (isItem(line)) {
      out.anchor(Anchor.Kind.ITEM, "");
      declare(Kind.BULLET, Declared.quoted(conventions.bullet()), number);
      rest = line.stripLeading().substring(conventions.bullet().length());
    }
    int at = 0;
    int done = 0;
    while (at < rest.length()) {
      int end = mark(rest, at, done, number);
      if (end > at) {
        done = end;
        at = end;
      } else {
        at++;
      }
    }
    out.text(conventions.meant(rest.substring(done)));
  }

  /** Takes in a mark that stands at an index, after the text before it; gives the index after. */
  private int mark(String line, int at, int done, int number) {
    if (conventions.page() != null) {
      Matcher page = conventions.page().matcher(line).region(at, line.length());
      if (page.lookingAt()) {
        out.text(conventions.meant(line.substring(done, at)));
        out.page(page.group(1));
        declare(Kind.PAGE, page.group(1), number);
        return page.end();
      }
    }
    if (!conventions.sic().isEmpty() && line.startsWith(conventions.sic(), at)) {
      out.text(conventions.meant(line.substring(done, at)));
      out.anchor(Anchor.Kind.SIC, "");
      declare(Kind.SIC, Declared.quoted(conventions.sic()), number);
      return at + conventions.sic().length();
    }
    if (conventions.deletion() != null) {
      Matcher deletion = conventions.deletion().matcher(line).region(at, line.length());
      if (deletion.lookingAt()) {
        out.text(conventions.meant(line.substring(done, at)));
        out.anchor(Anchor.Kind.DELETION, "");
        out.text(conventions.meant(deletion.group(1)));
        declare(Kind.DELETION, Declared.quoted(deletion.group(1)), number);
        return deletion.end();
      }
    }
    for (Map.Entry<String, String> mark : conventions.marks().entrySet()) {
      if (line.startsWith(mark.getKey(), at)) {
        out.text(conventions.meant(line.substring(done, at)));
        withHoles(mark.getValue());
        uses.merge(mark.getKey(), 1, Integer::sum);
        declare(Kind.MARK, Declared.pair(mark.getKey(), mark.getValue()), number);
        return at + mark.getKey().length();
      }
    }
    return at;
  }

  private void withHoles(String text) {
    Matcher hole = HOLE.matcher(text);
    int done = 0;
    while (hole.find()) {
      out.text(conventions.meant(text.substring(done, hole.start())));
      out.anchor(Anchor.Kind.NOTE, "note " + hole.group(1));
      done = hole.end();
    }
    out.text(conventions.meant(text.substring(done)));
  }

  private void notes(List<String> lines, int firstLine) {
    PassageBuilder note = null;
    String key = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = conventions.note().matcher(lines.get(i));
      String text = lines.get(i);
      if (matcher.lookingAt()) {
        if (note != null) {
          notes.put(key, note.build());
        }
        String number = matcher.group(1);
        String n = conventions.numbers().getOrDefault(number, number);
        key = "note " + n;
        note = new PassageBuilder("", firstLine + i);
        note.paragraph(firstLine + i);
        text = text.substring(matcher.end());
        boolean same = n.equals(number);
        declare(
            same ? Kind.NOTE : Kind.RENUMBERED, same ? number : number + " → " + n, firstLine + i);
      }
      if (note != null) {
        note.line(firstLine + i);
        note.text(conventions.meant(text));
        note.space();
      }
    }
    if (note != null) {
      notes.put(key, note.build());
    }
  }
}
