package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Finding;

/** Did those who wrote and received a letter live when it was sent? Only what is certain counts. */
final class LifeCheck {

  private static final Set<String> ENDS = Set.of("sent", "received");

  /** A letter that a person can't have written or received. */
  private record Contradiction(
      String code, Days sent, Facts.Token date, Facts.Party party, Days day) {}

  /** What a person's letters say: how many there are, and which can't be. */
  private static final class Life {
    private final Edition.Listed person;
    private int letters;
    private final List<Contradiction> contradictions = new ArrayList<>();

    private Life(Edition.Listed person) {
      this.person = person;
    }
  }

  private final Edition edition;
  private final Map<Facts.Token, Life> lives = new LinkedHashMap<>();

  private LifeCheck(Edition edition) {
    this.edition = edition;
  }

  static List<Finding> findings(Edition edition) {
    LifeCheck check = new LifeCheck(edition);
    for (Facts file : edition.files()) {
      file.letters().forEach(check::letter);
    }
    List<Finding> findings = new ArrayList<>();
    check.lives.values().forEach(life -> tell(life, findings));
    return findings;
  }

  private void letter(Facts.Letter letter) {
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
              .ifPresent(listed -> compare(days, sent.get().date().get(), party, listed));
        }
      }
    }
  }

  private void compare(Days sent, Facts.Token date, Facts.Party party, Edition.Listed listed) {
    Facts.Entry person = listed.entry();
    Life life = lives.computeIfAbsent(person.id(), unseen -> new Life(listed));
    life.letters++;
    if (sent.before(person.birth())) {
      life.contradictions.add(
          new Contradiction("letter-before-birth", sent, date, party, person.birth()));
    } else if (person.death().before(sent)) {
      life.contradictions.add(
          new Contradiction("letter-after-death", sent, date, party, person.death()));
    }
  }

  /** Where no letter agrees with the register, it is the register that errs: that is one slip. */
  private static void tell(Life life, List<Finding> findings) {
    boolean isRegister =
        life.contradictions.size() == life.letters
            && life.contradictions.stream().map(Contradiction::code).distinct().count() == 1;
    int told = isRegister ? 1 : life.contradictions.size();
    String times = isRegister && life.letters > 1 ? " (" + life.letters + "×)" : "";
    for (Contradiction one : life.contradictions.subList(0, told)) {
      findings.add(
          Finding.of(
              one.code(),
              WARNING,
              one.date().location(),
              Map.of(
                  "letter",
                  one.sent().toString(),
                  "person",
                  one.party().words(),
                  "day",
                  one.day().toString(),
                  "place",
                  life.person.entry().id().location().toString(),
                  "times",
                  times),
              List.of()));
    }
  }
}
