package org.letterpress.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * What a run has judged and found: all that a report is made of.
 *
 * @param folder the edition's folder as the user named it, from which the paths of files start
 * @param files the paths of the files that were judged, in order
 * @param findings what is to be reported, in order of file and place
 * @param only the codes that were asked for; empty for all
 * @param known what the baseline has to say, where there is one
 * @param failOn the least grave finding that makes the run fail; empty where none does
 * @param texts where the lines of the files are read
 * @param words the language of the report
 * @param version the program's version
 */
public record Judgement(
    Path folder,
    List<String> files,
    List<Finding> findings,
    List<String> only,
    Optional<Known> known,
    Optional<Severity> failOn,
    SourceTexts texts,
    Catalogue words,
    String version) {

  /**
   * Findings that the baseline holds, which are counted and not shown.
   *
   * @param file the baseline's path as the user named it
   * @param count how many findings of this run it knows
   * @param mended how many that it knows are no longer there
   */
  public record Known(String file, int count, int mended) {}

  /** Keeps its own copies. */
  public Judgement {
    Objects.requireNonNull(folder);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    only = List.copyOf(only);
    Objects.requireNonNull(words);
    Objects.requireNonNull(version);
  }

  /** Whether the run fails for a finding. */
  public boolean isFailure(Finding finding) {
    return failOn.filter(least -> finding.severity().compareTo(least) <= 0).isPresent();
  }

  /** How many findings there are of a severity. */
  int count(Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  String message(Finding finding) {
    return words.message(finding);
  }

  /** How to mend it; empty where the message says it all. */
  String remedy(Finding finding) {
    return words.remedy(finding);
  }

  /** A file as the user can open it from here, with {@code /}. */
  String shown(String file) {
    return slashed(folder.resolve(file));
  }

  /** A path with {@code /} on every system; a backslash that is part of a name stays. */
  static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** {@code file:line:column} as the user can open it from here. */
  String shown(Location place) {
    return new Location(shown(place.file()), place.line(), place.column(), 0).toString();
  }

  /**
   * A file by its path from the working folder, as programs that know the whole project look for
   * it; a path that leads out of the working folder stays as it is.
   */
  String fromHere(String file) {
    Path here = Path.of("").toAbsolutePath();
    Path there = here.resolve(folder).resolve(file).normalize();
    Path path = there.startsWith(here) ? here.relativize(there) : there;
    return slashed(path);
  }
}
