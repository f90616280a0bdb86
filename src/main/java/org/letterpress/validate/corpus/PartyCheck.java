package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;

/** Is a letter signed by those who are said to have sent it, and does it greet its recipients? */
final class PartyCheck {

  private PartyCheck() {}

  static List<Finding> findings(Edition edition) {
    List<Finding> findings = new ArrayList<>();
    for (Facts file : edition.files()) {
      for (Facts.Letter letter : file.letters()) {
        odds(edition, "signature-differs", letter, "sent", letter.signed())
            .ifPresent(findings::add);
        odds(edition, "salutation-differs", letter, "received", letter.greeted())
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Who gave an id: the same person has one in the register and another in each authority file. */
  private static String authority(String id) {
    int colon = id.indexOf(':');
    return id.substring(0, Math.max(colon, id.lastIndexOf('/')) + 1);
  }

  /** Speaks only where all are persons with references, and not one of them is the same. */
  private static Optional<Finding> odds(
      Edition edition, String code, Facts.Letter letter, String type, List<Facts.Reference> named) {
    List<Facts.Party> parties =
        letter.actions().stream()
            .filter(action -> action.type().equals(type))
            .flatMap(action -> action.parties().stream())
            .toList();
    boolean certain =
        !named.isEmpty()
            && !parties.isEmpty()
            && parties.stream().allMatch(party -> party.isPerson() && !party.ids().isEmpty());
    if (!certain) {
      return Optional.empty();
    }
    Set<String> ids = new HashSet<>();
    parties.forEach(party -> ids.addAll(party.ids()));
    Set<String> others = new HashSet<>();
    named.forEach(reference -> reference.tokens().forEach(token -> others.add(token.named())));
    boolean comparable =
        Stream.concat(ids.stream(), others.stream()).map(PartyCheck::authority).distinct().count()
            == 1;
    // A reference to nothing is a finding of its own.
    boolean dangling =
        edition.hasRegister(Set.of(Kind.PERSON))
            && Stream.concat(ids.stream(), others.stream())
                .anyMatch(id -> edition.entry(id).isEmpty());
    boolean same = others.stream().anyMatch(ids::contains);
    if (same || dangling || !comparable) {
      return Optional.empty();
    }
    Facts.Reference first = named.get(0);
    return Optional.of(
        Finding.of(
            code,
            WARNING,
            first.value().location(),
            Map.of(
                "text",
                Suggestions.shortened(first.words()),
                "ref",
                first.value().text(),
                "parties",
                parties.stream()
                    .map(Facts.Party::words)
                    .distinct()
                    .collect(Collectors.joining("; "))),
            List.of()));
  }
}
