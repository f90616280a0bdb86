package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.INFO;
import static org.letterpress.finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;

/**
 * Do letters agree on which comes before and which after? Looks at the links of {@code
 * correspContext} (TEI Guidelines 2.4.6).
 */
final class ChainCheck {

  /** A letter and its file; each is only itself. */
  private static final class Node {
    private final Facts file;
    private final Facts.Letter letter;

    private Node(Facts file, Facts.Letter letter) {
      this.file = file;
      this.letter = letter;
    }

    private String name() {
      return letter.id().map(Facts.Token::text).orElse(Edition.stem(file.file()));
    }

    private Days sent() {
      return letter.actions().stream()
          .filter(action -> action.type().equals("sent"))
          .findFirst()
          .map(Facts.Action::days)
          .orElse(Days.UNKNOWN);
    }
  }

  /** A link and where it leads. */
  private record Step(Node from, Facts.Link link, Node to) {}

  private final Map<String, Node> byName = new HashMap<>();
  private final Map<Node, List<Step>> steps = new LinkedHashMap<>();
  private final List<Facts.Link> missing = new ArrayList<>();
  private final Set<Facts.Token> said = new HashSet<>();
  private final List<Step> oneSided = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Edition edition;
  private int resolved;

  ChainCheck(Edition edition) {
    this.edition = edition;
    List<Node> nodes = new ArrayList<>();
    for (Facts file : edition.files()) {
      for (Facts.Letter letter : file.letters()) {
        Node node = new Node(file, letter);
        nodes.add(node);
        letter.id().ifPresent(id -> byName.putIfAbsent(id.text(), node));
        byName.putIfAbsent(file.file(), node);
      }
    }
    for (Node node : nodes) {
      byName.putIfAbsent(Edition.stem(node.file.file()), node);
    }
    for (Node node : nodes) {
      for (Facts.Link link : node.letter.links()) {
        follow(node, link);
      }
    }
  }

  private void follow(Node node, Facts.Link link) {
    String target = link.target().text().strip();
    if (target.isEmpty() || target.contains(":") || target.contains(" ")) {
      return; // an address elsewhere, or what the grammar judges
    }
    Optional<Node> to = to(node, target);
    if (to.isPresent()) {
      resolved++;
      steps.computeIfAbsent(node, from -> new ArrayList<>()).add(new Step(node, link, to.get()));
    } else if (!isElsewhere(node, target)) {
      missing.add(link);
    }
  }

  private Optional<Node> to(Node from, String target) {
    String id = target.substring(target.indexOf('#') + 1);
    String path = target.contains("#") ? target.substring(0, target.indexOf('#')) : target;
    if (path.endsWith(".xml")) {
      return Edition.resolve(from.file.file(), path).map(byName::get);
    }
    return Optional.ofNullable(byName.get(id));
  }

  /** A file that can't be read, or something else than a letter. */
  private boolean isElsewhere(Node from, String target) {
    String id = target.substring(target.indexOf('#') + 1);
    return edition.has(id)
        || edition.named(Edition.stem(target)).isPresent()
        || Edition.resolve(from.file.file(), target).isEmpty();
  }

  List<Finding> findings() {
    missing();
    for (List<Step> own : steps.values()) {
      own.forEach(this::check);
    }
    oneSided();
    return findings;
  }

  /** Where most are missing, the folder holds but part of the letters. */
  private void missing() {
    if (missing.size() > resolved) {
      if (edition.letterFiles().size() > 1) {
        findings.add(
            Finding.of(
                "chain-not-judged",
                INFO,
                Location.of(missing.get(0).target().location().file()),
                Map.of(
                    "missing",
                    String.valueOf(missing.size()),
                    "all",
                    String.valueOf(missing.size() + resolved)),
                List.of()));
      }
      return;
    }
    Suggestions names = new Suggestions(byName.keySet());
    for (Facts.Link link : missing) {
      findings.add(
          finding(
              "chain-target-missing",
              link,
              Map.of("link", link.shown(), "target", link.target().text()),
              nearest(link, names)));
    }
  }

  private static List<Fix> nearest(Facts.Link link, Suggestions names) {
    String target = link.target().text();
    String hash = target.startsWith("#") ? "#" : "";
    return names
        .nearest(target.substring(hash.length()))
        .map(near -> Suggestions.replace("target", link.target(), hash + near))
        .stream()
        .toList();
  }

  private void check(Step step) {
    if (step.to() == step.from()) {
      findings.add(
          finding("chain-self", step.link(), Map.of("link", step.link().shown()), List.of()));
      return;
    }
    order(step);
    Optional<Step> back = back(step);
    if (back.isEmpty()) {
      if (!reaches(step)) {
        oneSided.add(step);
      }
    } else if (back.get().to() != step.from()) {
      // Of the two that disagree the one is wrong that its own neighbour does not confirm.
      boolean confirmed = back(back.get()).filter(b -> b.to() == step.to()).isPresent();
      Step culprit = confirmed ? step : back.get();
      Step witness = confirmed ? back.get() : step;
      if (said.add(culprit.link().target())) {
        findings.add(
            finding(
                "chain-disagrees",
                culprit.link(),
                Map.of(
                    "link",
                    culprit.link().shown(),
                    "target",
                    culprit.link().target().text(),
                    "witness",
                    witness.from().name(),
                    "witnessLink",
                    witness.link().shown(),
                    "witnessTarget",
                    witness.link().target().text(),
                    "place",
                    witness.link().target().location().toString()),
                List.of()));
      }
    }
  }

  /** A link that is wrong for another letter's sake is not answered for that reason. */
  private void oneSided() {
    for (Step step : oneSided) {
      if (!said.contains(step.link().target())) {
        findings.add(
            finding(
                "chain-one-sided",
                step.link(),
                Map.of("link", step.link().shown(), "target", step.to().name()),
                List.of()));
      }
    }
  }

  /** The link in the other direction, in the same series, of the letter that a link leads to. */
  private Optional<Step> back(Step step) {
    return steps.getOrDefault(step.to(), List.of()).stream()
        .filter(
            other ->
                other.link().isNext() != step.link().isNext()
                    && other.link().chain().equals(step.link().chain()))
        .findFirst();
  }

  /** Whether the other letter has a link back that leads to no letter of this folder. */
  private static boolean reaches(Step step) {
    return step.to().letter.links().stream()
        .anyMatch(
            link ->
                link.isNext() != step.link().isNext() && link.chain().equals(step.link().chain()));
  }

  private void order(Step step) {
    Days here = step.from().sent();
    Days there = step.to().sent();
    boolean wrong = step.link().isNext() ? there.before(here) : here.before(there);
    // Both letters of a pair say the same; the earlier in the edition's order speaks.
    boolean mutual = back(step).filter(back -> back.to() == step.from()).isPresent();
    if (wrong && (!mutual || step.link().isNext())) {
      findings.add(
          finding(
              "chain-order",
              step.link(),
              Map.of(
                  "link",
                  step.link().shown(),
                  "target",
                  step.to().name(),
                  "there",
                  there.toString(),
                  "here",
                  here.toString()),
              List.of()));
    }
  }

  private static Finding finding(
      String code, Facts.Link link, Map<String, String> arguments, List<Fix> fixes) {
    return Finding.of(code, WARNING, link.target().location(), arguments, fixes);
  }
}
