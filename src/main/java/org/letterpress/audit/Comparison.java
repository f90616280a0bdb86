package org.letterpress.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.audit.Transcription.Declared;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Json;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * Are all words of a transcription in the TEI, and no others? What the transcription's conventions
 * declare is listed; every other difference fails.
 */
public final class Comparison {

  private static final Set<Anchor.Kind> POINTS = EnumSet.allOf(Anchor.Kind.class);

  /** A file that takes part. */
  public record Text(String file, String content) {}

  /**
   * What a comparison found.
   *
   * @param transcription the file
   * @param encoding the file
   * @param bodyWords how many words of the letter's text were compared
   * @param noteWords how many words of its notes
   * @param declared every declared difference: its kind and the thing itself
   * @param findings every undeclared difference, and every convention that fits nothing
   */
  public record Report(
      String transcription,
      String encoding,
      int bodyWords,
      int noteWords,
      Map<String, List<String>> declared,
      List<Finding> findings) {

    /** Whether every difference is declared. */
    public boolean isClean() {
      return findings.isEmpty();
    }

    /** The report for people. */
    public String text() {
      StringBuilder text = new StringBuilder();
      text.append(transcription).append(" and ").append(encoding).append('\n');
      text.append(
          String.format(
              Locale.ROOT,
              "%,d words compared in the text, %,d in the notes.%n",
              bodyWords,
              noteWords));
      int count = declared.values().stream().mapToInt(List::size).sum();
      text.append('\n').append(count).append(" declared differences\n");
      declared.forEach(
          (what, details) -> {
            text.append(String.format(Locale.ROOT, "  %3d  %s%n", details.size(), what));
            details.forEach(detail -> text.append("         ").append(detail).append('\n'));
          });
      text.append('\n').append(findings.size()).append(" undeclared differences\n");
      findings.forEach(
          finding ->
              text.append("  ")
                  .append(finding.location())
                  .append(": ")
                  .append(finding.message())
                  .append('\n'));
      return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** The same for programs: one JSON object. */
    public String json() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("transcription", transcription);
      object.put("encoding", encoding);
      object.put("bodyWords", bodyWords);
      object.put("noteWords", noteWords);
      object.put("declared", declared);
      object.put("undeclared", findings.stream().map(Json::finding).toList());
      return Json.write(object) + "\n";
    }
  }

  private final Text transcription;
  private final Text conventions;
  private final Map<String, List<String>> declared = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private Comparison(Text transcription, Text conventions) {
    this.transcription = transcription;
    this.conventions = conventions;
  }

  /**
   * Compares.
   *
   * @param transcription the transcription; it is read and never changed
   * @param conventions its conventions ({@link Conventions}); empty content where there are none
   * @param letter the TEI, parsed
   * @param file the TEI's file name
   */
  public static Report compare(Text transcription, Text conventions, XdmNode letter, String file) {
    return new Comparison(transcription, conventions).compare(letter, file);
  }

  private Report compare(XdmNode letter, String file) {
    Conventions known = Conventions.read(conventions.content(), conventions.file(), findings);
    Transcription.Read read = Transcription.read(transcription.content(), known);
    for (Declared one : read.declared()) {
      declare(
          one.what(), one.line() == 0 ? one.detail() : "line " + one.line() + ": " + one.detail());
    }
    read.uses().forEach((mark, uses) -> marks(mark, uses));
    Encoded encoded = TeiReading.encoded(letter);
    Reading tei = withoutSupplied(encoded, known, file);
    Set<String> spaces = new HashSet<>(known.spaces().keySet());
    for (Difference difference : Comparer.compare(read.reading(), tei, POINTS)) {
      if (!isDeclaredSpace(difference, known, spaces)) {
        findings.add(difference.finding(transcription.file(), file));
      }
    }
    spaces.forEach(space -> unused("space " + space));
    int body = read.reading().body().words();
    return new Report(
        transcription.file(), file, body, read.reading().words() - body, declared, findings);
  }

  private void declare(String what, String detail) {
    declared.computeIfAbsent(what, key -> new ArrayList<>()).add(detail);
  }

  private void marks(String mark, int uses) {
    if (uses == 0) {
      unused("mark " + mark);
    } else if (uses > 1) {
      findings.add(
          Finding.of(
              "convention-ambiguous",
              Severity.ERROR,
              Location.of(conventions.file()),
              Map.of("mark", mark, "count", String.valueOf(uses)),
              List.of()));
    }
  }

  private void unused(String convention) {
    findings.add(
        Finding.of(
            "convention-unused",
            Severity.ERROR,
            Location.of(conventions.file()),
            Map.of("convention", convention),
            List.of()));
  }

  /** The encoding without those supplied words that the conventions say are missing. */
  private Reading withoutSupplied(Encoded encoded, Conventions known, String file) {
    Map<String, String> open = new LinkedHashMap<>();
    known.supplied().forEach(text -> open.put(Fold.fold(Fold.line(text)), text));
    Set<Integer> missing = new HashSet<>();
    for (int i = 0; i < encoded.supplied().size(); i++) {
      Encoded.Supplied supplied = encoded.supplied().get(i);
      if (open.remove(Fold.fold(supplied.text())) != null) {
        missing.add(i + 1);
        declare(
            "supplied",
            "“"
                + supplied.text()
                + "”, "
                + supplied.place().words()
                + ", from "
                + supplied.source());
        if (supplied.source().isEmpty()) {
          findings.add(
              Finding.of(
                  "supplied-without-source",
                  Severity.ERROR,
                  Location.of(file, supplied.place().line()),
                  Map.of("text", supplied.text()),
                  List.of()));
        }
      }
    }
    open.values().forEach(text -> unused("supplied " + text));
    Map<String, Passage> notes = new LinkedHashMap<>();
    encoded.reading().notes().forEach((key, note) -> notes.put(key, note.without(missing)));
    return new Reading(encoded.reading().body().without(missing), notes);
  }

  private boolean isDeclaredSpace(Difference d, Conventions known, Set<String> open) {
    if (d.kind() != Difference.Kind.SPACE
        && d.kind() != Difference.Kind.JOINED
        && d.kind() != Difference.Kind.SPLIT) {
      return false;
    }
    for (Map.Entry<String, String> space : known.spaces().entrySet()) {
      if (space.getKey().contains(d.expected()) && space.getValue().contains(d.found())) {
        open.remove(space.getKey());
        declare("space", "“" + space.getKey() + "” = “" + space.getValue() + "”, " + d.where());
        return true;
      }
    }
    return false;
  }
}
