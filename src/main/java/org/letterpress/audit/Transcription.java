package org.letterpress.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a plain-text transcription by its conventions. */
final class Transcription {

  /**
   * Something that the transcription writes and the encoding says with tags.
   *
   * @param what the kind of change, the same for all of its kind
   * @param detail this one
   * @param line the line of the transcription; 0 where it has none
   */
  record Declared(String what, String detail, int line) {}

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
      declare("unmarked page → pb", conventions.firstPage() + ", inferred", 0);
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

  private void declare(String what, String detail, int line) {
    declared.add(new Declared(what, detail, line));
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
      declare("bullet → item", "“" + conventions.bullet() + "”", number);
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
    out.text(rest.substring(done));
  }

  /** Takes in a mark that stands at an index, after the text before it; gives the index after. */
  private int mark(String line, int at, int done, int number) {
    if (conventions.page() != null) {
      Matcher page = conventions.page().matcher(line).region(at, line.length());
      if (page.lookingAt()) {
        out.text(line.substring(done, at));
        out.page(page.group(1));
        declare("page mark → pb", page.group(1), number);
        return page.end();
      }
    }
    if (!conventions.sic().isEmpty() && line.startsWith(conventions.sic(), at)) {
      out.text(line.substring(done, at));
      out.anchor(Anchor.Kind.SIC, "");
      declare(conventions.sic() + " → sic", "its scope is the editors'", number);
      return at + conventions.sic().length();
    }
    for (Map.Entry<String, String> mark : conventions.marks().entrySet()) {
      if (line.startsWith(mark.getKey(), at)) {
        out.text(line.substring(done, at));
        withHoles(mark.getValue());
        uses.merge(mark.getKey(), 1, Integer::sum);
        declare("note mark → note", "“" + mark.getKey() + "” = “" + mark.getValue() + "”", number);
        return at + mark.getKey().length();
      }
    }
    return at;
  }

  private void withHoles(String text) {
    Matcher hole = HOLE.matcher(text);
    int done = 0;
    while (hole.find()) {
      out.text(text.substring(done, hole.start()));
      out.anchor(Anchor.Kind.NOTE, "note " + hole.group(1));
      done = hole.end();
    }
    out.text(text.substring(done));
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
        declare(
            n.equals(number) ? "listed note → note" : "note renumbered",
            number + " → " + n,
            firstLine + i);
      }
      if (note != null) {
        note.text(text);
        note.space();
      }
    }
    if (note != null) {
      notes.put(key, note.build());
    }
  }
}
