package org.letterpress.validate.corpus;

import java.util.ArrayList;
import java.util.List;
import org.letterpress.finding.Finding;

/** All checks of an edition as a whole. */
public final class CorpusChecks {

  private CorpusChecks() {}

  /**
   * Judges an edition by the facts of its files.
   *
   * @param facts one for each file, those that can't be read included, in any order
   * @param words the words of the run
   * @param whole whether these are all files of the edition, and not one letter with its registers;
   *     else nothing is said that other letters could refute
   * @return what was found, in no order; the same for the same facts
   */
  public static List<Finding> findings(List<Facts> facts, Words words, boolean whole) {
    Edition edition = new Edition(facts, whole);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(IdentifierCheck.findings(edition));
    findings.addAll(new ReferenceCheck(edition).findings());
    findings.addAll(LifeCheck.findings(edition));
    findings.addAll(PartyCheck.findings(edition));
    if (whole) {
      findings.addAll(new ChainCheck(edition).findings());
      findings.addAll(new SpellingCheck(edition, words).findings());
    }
    return findings;
  }
}
