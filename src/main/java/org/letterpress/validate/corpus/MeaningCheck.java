package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.letterpress.finding.Finding;

/**
 * Is a name linked to somebody who is called otherwise? {@code Greti} may be many; but where it
 * mostly stands for one who is known by that name, and here for one who is known by another, the
 * reference is likely a slip. By what names somebody is known, registers, headers and full names in
 * notes tell; words such as {@code Father}, which are part of no full name, are left alone.
 */
final class MeaningCheck {

  private static final Set<Kind> KINDS = EnumSet.of(Kind.PERSON, Kind.PLACE);

  /** Seldom linked is no practice. */
  private static final int SOME = 3;

  private record Key(Kind kind, String text) {}

  private final Map<Key, Map<String, List<Facts.Reference>>> spellings = new LinkedHashMap<>();

  /** By id: the names, each with its words. */
  private final Map<String, Map<String, List<String>>> known = new HashMap<>();

  /** By id: the names that the registers give; nobody doubts that these are names. */
  private final Map<String, Set<String>> registered = new HashMap<>();

  /** The capital words of each text, which many references have. */
  private final Map<String, List<String>> byText = new HashMap<>();

  MeaningCheck(Edition edition) {
    for (Facts file : edition.files()) {
      for (Facts.Entry entry : file.entries()) {
        String id = entry.id().text();
        entry.names().forEach(name -> know(id, name));
        registered.computeIfAbsent(id, unseen -> new HashSet<>()).addAll(entry.names());
      }
      for (Facts.Reference reference : file.references()) {
        if (reference.isName()
            && !reference.isImplied()
            && reference.tokens().size() == 1
            && !reference.words().isEmpty()) {
          Set<Kind> meant = reference.meant();
          if (meant.size() == 1 && KINDS.containsAll(meant)) {
            add(reference, meant.iterator().next());
          }
        }
      }
    }
  }

  private void add(Facts.Reference reference, Kind kind) {
    String id = id(reference);
    List<String> words = byText.computeIfAbsent(reference.words(), MeaningCheck::capitals);
    // Of persons only the editors' words count: a letter says "Herr Professor Tillich".
    if (kind != Kind.PERSON
        || reference.part() == Facts.Part.HEADER
        || (reference.part() == Facts.Part.NOTE && words.size() > 1)) {
      know(id, reference.words());
    }
    boolean inLetter = reference.part() == Facts.Part.TEXT || reference.part() == Facts.Part.NOTE;
    if (inLetter && !words.isEmpty()) {
      spellings
          .computeIfAbsent(new Key(kind, reference.words()), key -> new TreeMap<>())
          .computeIfAbsent(id, unseen -> new ArrayList<>())
          .add(reference);
    }
  }

  private static String id(Facts.Reference reference) {
    String token = reference.tokens().get(0).text();
    return token.substring(token.indexOf('#') + 1);
  }

  private static List<String> capitals(String text) {
    return Words.of(text).stream().filter(Words::isCapital).toList();
  }

  private void know(String id, String name) {
    known
        .computeIfAbsent(id, unseen -> new TreeMap<>())
        .computeIfAbsent(name, MeaningCheck::capitals);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    spellings.forEach((key, byId) -> check(key, byId, findings));
    return findings;
  }

  private void check(Key key, Map<String, List<Facts.Reference>> byId, List<Finding> findings) {
    String text = key.text();
    if (byId.size() < 2) {
      return;
    }
    String usual = "";
    int same = 0;
    int all = 0;
    for (Map.Entry<String, List<Facts.Reference>> one : byId.entrySet()) {
      int count = one.getValue().size();
      all += count;
      if (count > same) {
        usual = one.getKey();
        same = count;
      }
    }
    // A place is called what it is mostly called; "Professor" is no name of a person.
    Set<String> own = names(usual, key.kind() == Kind.PERSON ? text : "");
    if (same < SOME || same * 10 < all * 7 || !own.containsAll(capitals(text))) {
      return;
    }
    for (Map.Entry<String, List<Facts.Reference>> one : byId.entrySet()) {
      if (!one.getKey().equals(usual)) {
        Set<String> others = names(one.getKey(), text);
        if (!others.isEmpty() && !isAmong(text, others)) {
          findings.add(finding(text, one.getValue().get(0), byId.get(usual)));
        }
      }
    }
  }

  /** Whether a word of a name is among others, or short for one of them. */
  private static boolean isAmong(String name, Set<String> others) {
    return capitals(name).stream()
        .anyMatch(
            word ->
                others.stream()
                    .anyMatch(other -> isShortFor(word, other) || isShortFor(other, word)));
  }

  private static boolean isShortFor(String word, String other) {
    return other.startsWith(word.substring(0, Math.min(word.length(), SOME)));
  }

  /** The words of the names that somebody has, without one that only references give. */
  private Set<String> names(String id, String without) {
    Set<String> words = new HashSet<>();
    boolean isRegistered = registered.getOrDefault(id, Set.of()).contains(without);
    known
        .getOrDefault(id, Map.of())
        .forEach(
            (name, own) -> {
              if (isRegistered || !name.equals(without)) {
                words.addAll(own);
              }
            });
    return words;
  }

  private Finding finding(String text, Facts.Reference reference, List<Facts.Reference> usual) {
    String called =
        known.get(id(reference)).keySet().stream()
            .filter(name -> !name.equals(text))
            .findFirst()
            .orElse("");
    Facts.Token token = reference.tokens().get(0);
    Facts.Token other = usual.get(0).tokens().get(0);
    return Finding.of(
        "name-ambiguous",
        WARNING,
        token.location(),
        Map.of(
            "text",
            Suggestions.shortened(text),
            "ref",
            token.text(),
            "called",
            Suggestions.shortened(called),
            "usual",
            other.text(),
            "count",
            String.valueOf(usual.size()),
            "place",
            other.location().toString()),
        List.of(Suggestions.replace(reference.attribute(), token, other.text())));
  }
}
