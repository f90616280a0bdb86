package org.letterpress.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a letter back from the plain-text edition. */
final class TextReading {

  private static final Pattern HEADER_END = Pattern.compile("={3,}");
  private static final Pattern NOTES_LINE = Pattern.compile("-{3,}");
  private static final Pattern NOTE = Pattern.compile("\\[([^\\]]{1,20})\\] ?(.*)");

  private record Listed(String mark, List<String> lines) {}

  private final List<String> open = new ArrayList<>();

  private final TextForm form;
  private final Map<String, String> marks = new HashMap<>();
  private Brackets brackets;

  /** The keys of what ought to stand in the passage that is being read. */
  private Set<String> here = Set.of();

  private TextReading(List<Listed> listed, TextForm form) {
    this.form = form;
    for (Listed note : listed) {
      open.add(note.mark());
      marks.put(key(marks.size()), note.mark());
    }
  }

  private static String key(int index) {
    return "note-" + (index + 1);
  }

  /**
   * Reads a text.
   *
   * @param content the finished file's text
   * @param form how it was set
   * @param expected what it ought to say, which tells the letter's own brackets from marks
   */
  static Reading read(String content, TextForm form, Reading expected) {
    List<String> lines = content.lines().toList();
    int from = 0;
    while (from < lines.size() && !HEADER_END.matcher(lines.get(from)).matches()) {
      from++;
    }
    from = Math.min(from + 1, lines.size());
    int notesAt = notesAt(lines, from);
    List<Listed> listed = listed(lines.subList(Math.min(notesAt + 2, lines.size()), lines.size()));
    TextReading reading = new TextReading(listed, form);
    Passage body = reading.passage(lines.subList(from, notesAt), from + 1, expected.body());
    Map<String, Passage> notes = new LinkedHashMap<>();
    for (Listed note : listed) {
      String key = key(notes.size());
      notes.put(key, reading.passage(note.lines(), 0, expected.notes().get(key)));
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

  private Passage passage(List<String> lines, int firstLine, Passage wanted) {
    brackets = new Brackets(wanted, marks);
    here =
        wanted == null
            ? Set.of()
            : wanted.anchors().stream().map(Anchor::key).collect(Collectors.toSet());
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
    boolean isPage = line(broken ? text.substring(0, text.length() - 1) : text, out);
    if (broken || (!text.isEmpty() && Fold.isDash(text.charAt(text.length() - 1)))) {
      out.join();
    } else if (!isPage) {
      out.edge();
    }
  }

  /**
   * The note that a mark stands for: of several with the same mark, which only their order tells
   * apart, the first that belongs into this passage, else the first; -1 where none is left.
   */
  private int note(String mark) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).equals(mark) && here.contains(key(i))) {
        return i;
      }
    }
    return open.indexOf(mark);
  }

  /** Reads a line; whether it is the mark of a page and nothing else. */
  private boolean line(String said, PassageBuilder out) {
    String line = form.hasLowLines() ? said.replace("_", "") : said;
    Matcher matcher = Brackets.MARK.matcher(line);
    int done = 0;
    boolean isPage = false;
    while (matcher.find()) {
      String mark = matcher.group(2);
      brackets.after(line.substring(done, matcher.start()));
      out.text(line.substring(done, matcher.start()));
      done = matcher.start();
      boolean isLiteral =
          mark == null ? brackets.isLiteralPage(matcher.group(1)) : brackets.isLiteralNote(mark);
      int note = mark == null ? -1 : note(mark);
      if (!isLiteral && (mark == null || note >= 0)) {
        done = matcher.end();
        if (mark == null) {
          out.page(matcher.group(1) == null ? "" : matcher.group(1));
          isPage = matcher.start() == 0 && done == line.length();
        } else {
          out.anchor(Anchor.Kind.NOTE, "note-" + (note + 1));
          open.set(note, ""); // used, and no mark is empty
        }
      }
    }
    brackets.after(line.substring(done));
    out.text(line.substring(done));
    return isPage;
  }
}
