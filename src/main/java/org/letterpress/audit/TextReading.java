package org.letterpress.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a letter back from the plain-text edition. */
final class TextReading {

  private static final Pattern HEADER_END = Pattern.compile("={3,}");
  private static final Pattern NOTES_LINE = Pattern.compile("-{3,}");
  private static final Pattern NOTE = Pattern.compile("\\[([^\\]]{1,20})\\] ?(.*)");

  private static final Pattern MARK =
      Pattern.compile(PlainSigns.PAGE.pattern() + "|\\[([^\\[\\]\\s]{1,20})\\]");

  private record Listed(String mark, List<String> lines) {}

  private final List<String> open = new ArrayList<>();

  private final TextForm form;

  private TextReading(List<Listed> listed, TextForm form) {
    this.form = form;
    listed.forEach(note -> open.add(note.mark()));
  }

  /**
   * Reads a text.
   *
   * @param content the finished file's text
   * @param form how it was set
   */
  static Reading read(String content, TextForm form) {
    List<String> lines = content.lines().toList();
    int from = 0;
    while (from < lines.size() && !HEADER_END.matcher(lines.get(from)).matches()) {
      from++;
    }
    from = Math.min(from + 1, lines.size());
    int notesAt = notesAt(lines, from);
    List<Listed> listed = listed(lines.subList(Math.min(notesAt + 2, lines.size()), lines.size()));
    TextReading reading = new TextReading(listed, form);
    Passage body = reading.passage(lines.subList(from, notesAt), from + 1);
    Map<String, Passage> notes = new LinkedHashMap<>();
    for (Listed note : listed) {
      notes.put("note-" + (notes.size() + 1), reading.passage(note.lines(), 0));
    }
    return new Reading(body, notes);
  }

  /** The index of the heading over the notes; the number of lines where there are none. */
  private static int notesAt(List<String> lines, int from) {
    for (int i = lines.size() - 1; i > from; i--) {
      if (NOTES_LINE.matcher(lines.get(i)).matches()
          && lines.get(i - 1).length() == lines.get(i).length()
          && i + 2 < lines.size()
          && NOTE.matcher(lines.get(i + 2)).matches()) {
        return i - 1;
      }
    }
    return lines.size();
  }

  private static List<Listed> listed(List<String> lines) {
    List<Listed> listed = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = NOTE.matcher(line);
      if (matcher.matches()) {
        listed.add(new Listed(matcher.group(1), new ArrayList<>(List.of(matcher.group(2)))));
      } else if (!listed.isEmpty()) {
        listed.get(listed.size() - 1).lines().add(line);
      }
    }
    return listed;
  }

  private Passage passage(List<String> lines, int firstLine) {
    PassageBuilder out = new PassageBuilder("", firstLine);
    boolean blank = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && blank) {
        out.paragraph(firstLine + i);
      }
      blank = line.isBlank();
      if (form.isDiplomatic()) {
        diplomatic(line, out);
      } else {
        line(line, out);
        out.space();
      }
    }
    return out.build();
  }

  /** Whether there is a space at the end of a line, nobody sees; a word may go on after it. */
  private void diplomatic(String line, PassageBuilder out) {
    String text = line.strip();
    boolean broken = text.endsWith(PlainSigns.BROKEN);
    line(broken ? text.substring(0, text.length() - 1) : text, out);
    if (broken || (!text.isEmpty() && Fold.isDash(text.charAt(text.length() - 1)))) {
      out.join();
    } else if (!PlainSigns.PAGE.matcher(text).matches()) {
      out.edge();
    }
  }

  private void line(String said, PassageBuilder out) {
    String line = form.hasLowLines() ? said.replace("_", "") : said;
    Matcher matcher = MARK.matcher(line);
    int done = 0;
    while (matcher.find()) {
      String mark = matcher.group(2);
      int note = mark == null ? -1 : open.indexOf(mark);
      if (mark == null || note >= 0) {
        out.text(line.substring(done, matcher.start()));
        done = matcher.end();
        if (mark == null) {
          out.page(matcher.group(1) == null ? "" : matcher.group(1));
        } else {
          out.anchor(Anchor.Kind.NOTE, "note-" + (note + 1));
          open.set(note, ""); // used, and no mark is empty
        }
      }
    }
    out.text(line.substring(done));
  }
}
