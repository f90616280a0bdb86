package org.letterpress.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Json;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * Are all words of a transcription in the TEI, and no others? What the transcription's conventions
 * declare is listed; every other difference fails.
 */
public final class Comparison {

  /** A file that takes part. */
  public record Text(String file, String content) {}

  /**
   * What a comparison found.
   *
   * @param transcription the file
   * @param encoding the file
   * @param bodyWords how many words of the letter's text were compared
   * @param noteWords how many words of its notes
   * @param declared every declared difference, by its kind
   * @param findings every undeclared difference, and every convention that fits nothing
   */
  public record Report(
      String transcription,
      String encoding,
      int bodyWords,
      int noteWords,
      Map<Declared.Kind, List<Declared>> declared,
      List<Finding> findings) {

    /** Whether every difference is declared. */
    public boolean isClean() {
      return findings.isEmpty();
    }

    /** The report for programs: one JSON object. */
    public String json() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("transcription", transcription);
      object.put("encoding", encoding);
      object.put("bodyWords", bodyWords);
      object.put("noteWords", noteWords);
      Map<String, Object> kinds = new LinkedHashMap<>();
      declared.forEach(
          (kind, all) -> kinds.put(kind.word(), all.stream().map(Declared::object).toList()));
      object.put("declared", kinds);
      object.put("undeclared", findings.stream().map(Json::finding).toList());
      return Json.write(object) + "\n";
    }
  }

  private final Text transcription;
  private final Text conventions;
  private final Map<Declared.Kind, List<Declared>> declared = new EnumMap<>(Declared.Kind.class);
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
    read.declared().forEach(this::declare);
    read.uses().forEach((mark, uses) -> marks(mark, uses));
    Encoded encoded = TeiReading.encoded(letter);
    Reading tei = known.alike(withoutSupplied(encoded, known, file));
    Reading said = known.alike(read.reading());
    alike(known);
    Set<Anchor.Kind> points = EnumSet.complementOf(EnumSet.of(Anchor.Kind.BREAK));
    if (known.deletion() == null) {
      points.remove(Anchor.Kind.DELETION);
    }
    Set<String> spaces = new HashSet<>(known.spaces().keySet());
    for (Difference difference : Comparer.compare(said, tei, points)) {
      if (difference.kind() == Difference.Kind.LINE_END) {
        String what = Declared.pair(difference.expected(), difference.found());
        declare(new Declared(Declared.Kind.LINE_END, difference.place().line(), what));
      } else if (!isDeclaredSpace(difference, known, spaces)) {
        String there =
            difference.there().line() > 0 ? file + ":" + difference.there().line() : file;
        findings.add(difference.finding(transcription.file(), there));
      }
    }
    spaces.forEach(space -> unused("space " + space));
    int body = said.body().words();
    return new Report(transcription.file(), file, body, said.words() - body, declared, findings);
  }

  private void declare(Declared one) {
    declared.computeIfAbsent(one.kind(), key -> new ArrayList<>()).add(one);
  }

  /** Marks that are not told apart: each must stand in the transcription. */
  private void alike(Conventions known) {
    known
        .alike()
        .forEach(
            (mark, others) -> {
              if (transcription.content().contains(mark)) {
                declare(new Declared(Declared.Kind.ALIKE, 0, mark + " = " + others));
              } else {
                unused("alike " + mark + " = " + others);
              }
            });
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

  /** The encoding without those supplied and deleted words that the conventions say are missing. */
  private Reading withoutSupplied(Encoded encoded, Conventions known, String file) {
    Map<String, String> open = new LinkedHashMap<>();
    known.supplied().forEach(text -> open.put("supplied " + Fold.fold(Fold.line(text)), text));
    known.deleted().forEach(text -> open.put("deleted " + Fold.fold(Fold.line(text)), text));
    Set<Integer> missing = new HashSet<>();
    for (int i = 0; i < encoded.supplied().size(); i++) {
      Encoded.Supplied supplied = encoded.supplied().get(i);
      String convention = supplied.isDeletion() ? "deleted" : "supplied";
      Declared.Kind kind = supplied.isDeletion() ? Declared.Kind.DELETED : Declared.Kind.SUPPLIED;
      if (open.remove(convention + " " + Fold.fold(supplied.text())) != null) {
        missing.add(i + 1);
        String from = supplied.source().isEmpty() ? "" : ", " + supplied.source();
        String what = Declared.quoted(supplied.text()) + ", " + supplied.place().words() + from;
        declare(new Declared(kind, 0, what));
        if (supplied.source().isEmpty() && !supplied.isDeletion()) {
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
    open.forEach((key, text) -> unused(key.substring(0, key.indexOf(' ') + 1) + text));
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
        String what = Declared.pair(space.getKey(), space.getValue()) + ", " + d.where();
        declare(new Declared(Declared.Kind.SPACE, 0, what));
        return true;
      }
    }
    return false;
  }
}
