package org.letterpress.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * How a transcription writes what its encoding says with tags. A plain file beside the
 * transcription: one convention a line, a keyword and its value; {@code #} begins a comment.
 *
 * <pre>
 * page       [Page {n}]                        how a page's beginning is marked
 * first-page 45                                the page on which it begins, unmarked
 * bullet     •                                 what begins a list's item
 * sic        [sic]                             what marks a reading that stands so
 * notes      {i}.                              what begins each note of the block at the end
 * note       1 = 0                             the number there, and the encoding's
 * mark       October 161 = October 16{1}       a note's mark, and where it stands
 * supplied   Sincerely,                        supplied words that the transcription lacks
 * deleted    I fear                            deleted words that the transcription lacks
 * deletion   [-{w}-]                           how deleted words are marked
 * space      Mr.Robert = Mr. Robert            a space that the encoding sets otherwise
 * alike      ' = ’ ‘                           a mark that stands for others of the encoding's
 * </pre>
 *
 * @param page the pattern of a page's mark, its label in group 1; null where none is marked
 * @param firstPage the page on which the transcription begins; empty where unknown
 * @param bullet empty where there is none
 * @param sic empty where there is none
 * @param note the pattern of a note's beginning, its number in group 1; null where there are none
 * @param numbers the encoding's number for each of the transcription's
 * @param marks each mark as it is written, and the text that it stands for, with {@code {n}}
 * @param supplied passages
 * @param deleted passages
 * @param deletion the pattern of deleted words in their marks, the words in group 1; null where
 *     there are none
 * @param spaces each as the transcription has it, and as the encoding has it
 * @param alike each mark of the transcription's, and those of the encoding's that it stands for
 */
record Conventions(
    Pattern page,
    String firstPage,
    String bullet,
    String sic,
    Pattern note,
    Map<String, String> numbers,
    Map<String, String> marks,
    List<String> supplied,
    List<String> deleted,
    Pattern deletion,
    Map<String, String> spaces,
    Map<String, String> alike) {

  /** What stands for that which is another each time. */
  private static final Map<String, String> HOLES =
      Map.of("page", "{n}", "notes", "{i}", "deletion", "{w}");

  private static final Map<String, String> EXAMPLES =
      Map.of("page", "page [Page {n}]", "notes", "notes {i}.", "deletion", "deletion [-{w}-]");

  private static final class Draft {
    private Pattern page;
    private String firstPage = "";
    private String bullet = "";
    private String sic = "";
    private Pattern note;
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final Map<String, String> marks = new LinkedHashMap<>();
    private final List<String> supplied = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private Pattern deletion;
    private final Map<String, String> spaces = new LinkedHashMap<>();
    private final Map<String, String> alike = new LinkedHashMap<>();

    /** Takes one convention in; false where it makes none. */
    boolean take(String keyword, String value) {
      switch (keyword) {
        case "page" -> page = pattern(value, "{n}", "([^\\]\\s]+)");
        case "first-page" -> firstPage = value;
        case "bullet" -> bullet = value;
        case "sic" -> sic = value;
        case "notes" -> note = pattern("^ *" + value, "{i}", "(\\d+)");
        case "note" -> {
          return pair(value, numbers);
        }
        case "mark" -> {
          return pair(value, marks) && value.matches(".*\\{[^}]+\\}.*");
        }
        case "supplied" -> supplied.add(value);
        case "deleted" -> deleted.add(value);
        case "deletion" -> deletion = pattern(value, "{w}", "(.+?)");
        case "space" -> {
          return pair(value, spaces);
        }
        case "alike" -> {
          return pair(value, alike);
        }
        default -> {
          return false;
        }
      }
      return !value.isEmpty();
    }

    private static boolean pair(String value, Map<String, String> into) {
      int equals = value.indexOf(" = ");
      return equals > 0
          && into.put(value.substring(0, equals).strip(), value.substring(equals + 3).strip())
              == null;
    }

    /** A pattern that takes all but the place of the number literally. */
    private static Pattern pattern(String value, String hole, String number) {
      int at = value.indexOf(hole);
      if (at < 0) {
        return null;
      }
      boolean anchored = value.startsWith("^ *");
      int from = anchored ? 3 : 0;
      return Pattern.compile(
          (anchored ? "^\\s*" : "")
              + Pattern.quote(value.substring(from, at))
              + number
              + Pattern.quote(value.substring(at + hole.length())));
    }
  }

  /**
   * Reads conventions.
   *
   * @param content the file's text; empty where there is no file
   * @param file its name, for findings
   * @param findings takes what can't be understood
   */
  static Conventions read(String content, String file, List<Finding> findings) {
    Draft draft = new Draft();
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String[] parts = text.split("\\s+", 2);
      String value = parts.length < 2 ? "" : parts[1].replaceFirst("^= ", "");
      String hole = HOLES.getOrDefault(parts[0], "");
      if (!value.isEmpty() && !value.contains(hole)) {
        findings.add(
            Finding.of(
                "convention-incomplete",
                Severity.ERROR,
                Location.of(file, number),
                Map.of("line", text, "hole", hole, "example", EXAMPLES.get(parts[0])),
                List.of()));
      } else if (value.isEmpty() || !draft.take(parts[0], value)) {
        findings.add(
            Finding.of(
                "convention-unknown",
                Severity.ERROR,
                Location.of(file, number),
                Map.of("line", text),
                List.of()));
      }
    }
    return new Conventions(
        draft.page,
        draft.firstPage,
        draft.bullet,
        draft.sic,
        draft.note,
        draft.numbers,
        draft.marks,
        draft.supplied,
        draft.deleted,
        draft.deletion,
        draft.spaces,
        draft.alike);
  }

  /** A text of the transcription's with the marks that it stands for. */
  String meant(String written) {
    String meant = written;
    for (Map.Entry<String, String> one : alike.entrySet()) {
      meant = meant.replace(one.getKey(), marks(one)[0]);
    }
    return meant;
  }

  /** A reading in which marks that are written in one way are one. */
  Reading alike(Reading reading) {
    if (alike.isEmpty()) {
      return reading;
    }
    Map<String, Passage> notes = new LinkedHashMap<>();
    reading.notes().forEach((key, note) -> notes.put(key, note.with(this::alike)));
    return new Reading(reading.body().with(this::alike), notes, reading.declared());
  }

  private String alike(String key) {
    String folded = key;
    for (Map.Entry<String, String> one : alike.entrySet()) {
      String[] marks = marks(one);
      for (String mark : marks) {
        folded = folded.replace(mark, marks[0]);
      }
    }
    return folded;
  }

  private static String[] marks(Map.Entry<String, String> alike) {
    return alike.getValue().split("\\s+", -1);
  }
}
