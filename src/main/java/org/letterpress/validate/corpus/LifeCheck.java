package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Finding;

/** Did those who wrote and received a letter live when it was sent? Only what is certain counts. */
final class LifeCheck {

  private static final Set<String> ENDS = Set.of("sent", "received");

  private LifeCheck() {}

  static List<Finding> findings(Edition edition) {
    List<Finding> findings = new ArrayList<>();
    for (Facts file : edition.files()) {
      for (Facts.Letter letter : file.letters()) {
        check(edition, letter, findings);
      }
    }
    return findings;
  }

  private static void check(Edition edition, Facts.Letter letter, List<Finding> findings) {
    Optional<Facts.Action> sent =
        letter.actions().stream()
            .filter(action -> action.type().equals("sent") && action.date().isPresent())
            .findFirst();
    if (sent.isEmpty()) {
      return;
    }
    Days days = sent.get().days();
    for (Facts.Action action : letter.actions()) {
      for (Facts.Party party : action.parties()) {
        for (String id : ENDS.contains(action.type()) ? party.ids() : List.<String>of()) {
          edition
              .entry(id)
              .filter(listed -> listed.entry().kind() == Kind.PERSON)
              .ifPresent(listed -> check(days, sent.get().date().get(), party, listed, findings));
        }
      }
    }
  }

  private static void check(
      Days days,
      Facts.Token date,
      Facts.Party party,
      Edition.Listed listed,
      List<Finding> findings) {
    Facts.Entry person = listed.entry();
    if (days.before(person.birth())) {
      findings.add(finding("letter-before-birth", days, date, party, person.birth(), listed));
    } else if (person.death().before(days)) {
      findings.add(finding("letter-after-death", days, date, party, person.death(), listed));
    }
  }

  private static Finding finding(
      String code,
      Days days,
      Facts.Token date,
      Facts.Party party,
      Days other,
      Edition.Listed listed) {
    return Finding.of(
        code,
        WARNING,
        date.location(),
        Map.of(
            "letter",
            days.toString(),
            "person",
            party.words(),
            "day",
            other.toString(),
            "place",
            listed.entry().id().location().toString()),
        List.of());
  }
}
