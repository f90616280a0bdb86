package org.letterpress.validate.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;

/** All checks of an edition as a whole. */
public final class CorpusChecks {

  private CorpusChecks() {}

  /**
   * The checks of an edition, by the facts of its files. Each can be made beside the others.
   *
   * @param facts one for each file, those that can't be read included, in any order
   * @param whole whether these are all files of the edition, and not one letter with its registers;
   *     else nothing is said that other letters could refute
   * @param folder the edition's, where pictures are looked for
   * @return the checks; each finds the same for the same facts
   */
  public static List<Supplier<List<Finding>>> of(
      List<Facts> facts, boolean whole, Optional<Path> folder) {
    Edition edition = new Edition(facts, whole);
    Stream<Supplier<List<Finding>>> always =
        Stream.of(
            () -> references(edition),
            () -> folder.map(it -> PictureCheck.findings(edition, it)).orElse(List.of()),
            () -> LifeCheck.findings(edition),
            () -> PartyCheck.findings(edition));
    Stream<Supplier<List<Finding>>> ofAll =
        Stream.of(
            () -> new MeaningCheck(edition).findings(),
            () -> new SpellingCheck(edition).findings(),
            () -> new ChainCheck(edition).findings());
    return (whole ? Stream.concat(always, ofAll) : always).toList();
  }

  /** References first: they tell the ids that entries should have had. */
  private static List<Finding> references(Edition edition) {
    Doubles doubles = new Doubles(edition);
    List<Finding> findings = new ArrayList<>(new ReferenceCheck(edition, doubles).findings());
    findings.addAll(IdentifierCheck.findings(edition, doubles));
    return findings;
  }
}
