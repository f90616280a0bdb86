package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.ERROR;
import static org.letterpress.finding.Severity.INFO;
import static org.letterpress.finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;

/**
 * Do references lead somewhere, and to the right kind of thing? Names refer to entries of registers
 * by {@code @ref}, {@code @key} or {@code @corresp} (TEI Guidelines 3.6.1, 14.1.1), other elements
 * by {@code @target} and its kin to any id (17.2). What the edition writes otherwise by habit is no
 * fault.
 */
final class ReferenceCheck {

  private static final Set<String> PERSONS =
      Set.of("who", "resp", "scribe", "active", "passive", "mutual");

  private final Edition edition;
  private final Doubles doubles;
  private final Practice practice;
  private final Linked linked;
  private final Nearest nearest;
  private final ReferenceForm form;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Kind, Integer> unjudged = new TreeMap<>();
  private final Map<String, Integer> hidden = new TreeMap<>();

  /** A reference to nothing: the first of its value in a file, and how often it stands there. */
  private record Dangling(Facts.Reference reference, List<Facts.Token> tokens) {}

  private Map<String, Dangling> dangling = Map.of();

  ReferenceCheck(Edition edition, Doubles doubles) {
    this.edition = edition;
    this.doubles = doubles;
    this.practice = new Practice(edition);
    this.linked = new Linked(edition);
    this.nearest = new Nearest(edition);
    this.form = new ReferenceForm(edition, practice, linked, nearest, findings);
  }

  List<Finding> findings() {
    for (Facts file : edition.files()) {
      dangling = new LinkedHashMap<>();
      for (Facts.Reference reference : file.references()) {
        check(file, reference);
      }
      dangling.values().forEach(this::dangling);
    }
    notes();
    return findings;
  }

  private void check(Facts file, Facts.Reference reference) {
    if (reference.isPicture() || form.isFaulty(reference)) {
      return;
    }
    for (Facts.Token token : reference.tokens()) {
      String text = token.text();
      int hash = text.indexOf('#');
      if (ReferenceForm.isAddress(text)) {
        continue; // a web address, or a private one
      }
      String path = hash < 0 ? text : text.substring(0, hash);
      if (path.endsWith(".xml")) {
        file(file, reference, token, path, hash < 0 ? "" : text.substring(hash + 1));
      } else if (hash == 0 && reference.isName()) {
        name(reference, token, text.substring(1));
      } else if (hash == 0) {
        pointer(file, reference, token, text.substring(1));
      } else if (hash < 0 && reference.attribute().equals("ref")) {
        form.bare(reference, token);
      } else if (hash < 0 && reference.attribute().equals("key") && practice.keysLead()) {
        name(reference, token, text);
      }
    }
  }

  /** A name's reference to an entry. */
  private void name(Facts.Reference reference, Facts.Token token, String id) {
    Set<Kind> meant = reference.meant();
    Optional<Edition.Listed> found = edition.entry(id);
    if (found.isPresent()) {
      Facts.Entry entry = found.get().entry();
      if (!meant.isEmpty() && !meant.contains(entry.kind())) {
        wrongKind(reference, token, found.get());
      }
      return;
    }
    if (edition.has(id) || doubles.explain(id)) {
      return; // to a letter, or another thing that has an id
    }
    boolean isOther =
        Kind.isOpen(reference.element()) && !reference.type().isEmpty() && meant.isEmpty();
    List<Facts> broken = edition.brokenRegisters(meant);
    if (!broken.isEmpty()) {
      hidden.merge(broken.get(0).file(), 1, Integer::sum);
    } else if (isOther) {
      if (edition.isWhole() && edition.named(id).isEmpty() && practice.leads(reference)) {
        remember(reference, token);
      }
    } else if (!edition.hasRegister(meant)) {
      for (Kind kind : meant.isEmpty() ? EnumSet.of(Kind.PERSON) : meant) {
        unjudged.merge(kind, 1, Integer::sum);
      }
    } else {
      remember(reference, token);
    }
  }

  private void remember(Facts.Reference reference, Facts.Token token) {
    dangling
        .computeIfAbsent(token.text(), text -> new Dangling(reference, new ArrayList<>()))
        .tokens()
        .add(token);
  }

  private void dangling(Dangling one) {
    Facts.Reference reference = one.reference();
    Facts.Token token = one.tokens().get(0);
    String hash = token.text().startsWith("#") ? "#" : "";
    String id = token.text().substring(hash.length());
    Optional<String> near = linked.only(reference).or(() -> nearest.entry(id, reference.meant()));
    Map<String, String> arguments = new HashMap<>(ReferenceForm.arguments(reference, token));
    arguments.put("times", one.tokens().size() == 1 ? "" : " (" + one.tokens().size() + "×)");
    near.ifPresent(meant -> arguments.put("near", hash + meant));
    findings.add(
        Finding.of(
            near.isPresent() ? "ref-misspelt" : "ref-dangling",
            ERROR,
            token.location(),
            arguments,
            near
                .map(
                    meant ->
                        new Fix(
                            reference.attribute() + "=\"" + hash + meant + '"',
                            one.tokens().stream()
                                .map(old -> new Fix.Edit(old.start(), old.end(), hash + meant))
                                .toList()))
                .stream()
                .toList()));
  }

  private void wrongKind(Facts.Reference reference, Facts.Token token, Edition.Listed listed) {
    Map<String, String> arguments = new HashMap<>(ReferenceForm.arguments(reference, token));
    arguments.put("entry", listed.entry().element());
    arguments.put("place", listed.entry().id().location().toString());
    findings.add(
        Finding.of(
            "ref-kind",
            ERROR,
            token.location(),
            arguments,
            linked
                .only(reference)
                .map(id -> Suggestions.replace(reference.attribute(), token, '#' + id))
                .stream()
                .toList()));
  }

  /** A pointer that is no name's. */
  private void pointer(Facts file, Facts.Reference reference, Facts.Token token, String id) {
    if (file.ids().contains(id) || edition.has(id) || edition.named(id).isPresent()) {
      return;
    }
    boolean isTarget = reference.attribute().equals("target");
    boolean isPerson = PERSONS.contains(reference.attribute());
    List<Facts> broken = edition.brokenRegisters(Set.of());
    if (!broken.isEmpty()) {
      hidden.merge(broken.get(0).file(), 1, Integer::sum);
      return;
    }
    Optional<String> near =
        isPerson ? nearest.entry(id, Set.of(Kind.PERSON)) : nearest.id(id, file);
    boolean isSlip = isPerson && near.isPresent();
    if (isTarget
        ? !edition.isWhole() && edition.mayBeLetter(id)
        : !isSlip && !practice.leads(reference)) {
      return;
    }
    Map<String, String> arguments = new HashMap<>(ReferenceForm.arguments(reference, token));
    near.ifPresent(meant -> arguments.put("near", '#' + meant));
    findings.add(
        Finding.of(
            near.isPresent() ? "link-misspelt" : "link-dangling",
            isTarget ? ERROR : WARNING,
            token.location(),
            arguments,
            near
                .map(meant -> Suggestions.replace(reference.attribute(), token, '#' + meant))
                .stream()
                .toList()));
  }

  /** A reference to another file of the edition. */
  private void file(
      Facts from, Facts.Reference reference, Facts.Token token, String path, String id) {
    Optional<String> resolved = Edition.resolve(from.file(), path);
    if (resolved.isEmpty()) {
      return; // outside the folder
    }
    Optional<Facts> file = edition.file(resolved.get());
    Map<String, String> arguments = new HashMap<>(ReferenceForm.arguments(reference, token));
    arguments.put("file", resolved.get());
    arguments.put("id", id);
    if (file.isEmpty()) {
      if (edition.isWhole()) {
        findings.add(
            Finding.of(
                "ref-file-missing",
                ERROR,
                token.location(),
                arguments,
                nearest.file(from.file(), path).stream()
                    .map(near -> near + (id.isEmpty() ? "" : "#" + id))
                    .map(near -> Suggestions.replace(reference.attribute(), token, near))
                    .toList()));
      }
    } else if (!id.isEmpty() && !file.get().broken() && !file.get().ids().contains(id)) {
      findings.add(
          Finding.of(
              "ref-file-id-missing",
              ERROR,
              token.location(),
              arguments,
              linked
                  .only(reference)
                  .filter(file.get().ids()::contains)
                  .or(() -> nearest.id(id, file.get()))
                  .map(near -> Suggestions.replace(reference.attribute(), token, path + '#' + near))
                  .stream()
                  .toList()));
    } else if (!id.isEmpty() && reference.isName() && !reference.meant().isEmpty()) {
      file.get().entries().stream()
          .filter(entry -> entry.id().text().equals(id))
          .filter(entry -> !reference.meant().contains(entry.kind()))
          .findFirst()
          .ifPresent(
              entry -> wrongKind(reference, token, new Edition.Listed(entry, file.get().file())));
    }
  }

  /** What could not be judged is said once. */
  private void notes() {
    hidden.forEach(
        (file, count) ->
            findings.add(
                Finding.of(
                    "references-not-judged",
                    INFO,
                    Location.of(file),
                    Map.of("file", file, "count", String.valueOf(count)),
                    List.of())));
    List<Facts> letters = edition.letterFiles();
    if (letters.size() > 1 && !unjudged.isEmpty()) {
      findings.add(
          Finding.of(
              "register-missing",
              INFO,
              Location.of(letters.get(0).file()),
              Map.of(
                  "lists",
                  unjudged.keySet().stream()
                      .map(kind -> "<" + kind.list() + ">")
                      .collect(Collectors.joining(", ")),
                  "count",
                  String.valueOf(unjudged.values().stream().mapToInt(Integer::intValue).sum())),
              List.of()));
    }
  }
}
