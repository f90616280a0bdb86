package org.letterpress.validate.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.letterpress.finding.Severity.ERROR;
import static org.letterpress.finding.Severity.WARNING;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;

/**
 * Is each id given once, in a file and, for letters and entries, in the edition; do files have the
 * names of their letters, and names that serve as web addresses (RFC 3986, section 2.3)?
 */
final class IdentifierCheck {

  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._~/-]+");

  /** From so many letters on a practice may have exceptions. */
  private static final int SOME = 5;

  /** Ids that nobody has. One is offered once: all mends may be taken. */
  private static final class Free {
    private final Set<String> taken;
    private final Map<String, Integer> last = new HashMap<>();

    private Free(Set<String> ids) {
      this.taken = new HashSet<>(ids);
    }

    /** Whether an id is free; from now on it is not. */
    private boolean take(String id) {
      return taken.add(id);
    }

    /** An id with the first number that makes it free. */
    private String numbered(String id) {
      int number = last.getOrDefault(id, 1) + 1;
      while (!take(id + "-" + number)) {
        number++;
      }
      last.put(id, number);
      return id + "-" + number;
    }
  }

  private IdentifierCheck() {}

  static List<Finding> findings(Edition edition, Doubles doubles) {
    List<Finding> findings = new ArrayList<>();
    Free free = new Free(edition.ids());
    for (Facts file : edition.files()) {
      for (Facts.Repeated again : file.repeated()) {
        findings.add(
            Finding.of(
                "id-twice",
                ERROR,
                again.id().location(),
                Map.of("id", again.id().text(), "line", String.valueOf(again.first().line())),
                List.of(
                    rename(
                        again.id(),
                        doubles
                            .own(again.id())
                            .filter(free::take)
                            .orElseGet(() -> free.numbered(again.id().text()))))));
      }
    }
    Set<String> twice = documents(edition, free, findings);
    entries(edition, findings);
    if (edition.isWhole()) {
      names(edition, twice, free, findings);
      addresses(edition, findings);
    }
    return findings;
  }

  private static Fix rename(Facts.Token id, String other) {
    return new Fix("xml:id=\"" + other + "\"", List.of(new Fix.Edit(id.start(), id.end(), other)));
  }

  /** Two letters of one id would have one address. */
  private static Set<String> documents(Edition edition, Free free, List<Finding> findings) {
    Map<String, Facts> first = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (Facts file : edition.files()) {
      file.rootId()
          .ifPresent(
              id -> {
                Facts other = first.putIfAbsent(id.text(), file);
                if (other != null) {
                  twice.add(file.file());
                  String stem = Edition.stem(file.file());
                  boolean serves = isName(stem) && free.take(stem);
                  findings.add(
                      Finding.of(
                          "document-id-twice",
                          ERROR,
                          id.location(),
                          Map.of("id", id.text(), "other", other.file()),
                          List.of(rename(id, serves ? stem : free.numbered(id.text())))));
                }
              });
    }
    return twice;
  }

  private static boolean isName(String id) {
    return id.matches("[\\p{L}_][\\p{L}\\p{N}._-]*");
  }

  /** The same entry repeated in many files is a habit; another thing of the same id is a fault. */
  private static void entries(Edition edition, List<Finding> findings) {
    for (Facts file : edition.files()) {
      Set<String> said = new HashSet<>();
      for (Facts.Entry entry : file.entries()) {
        String id = entry.id().text();
        Edition.Listed other = edition.entry(id).orElseThrow();
        if (other.file().equals(file.file()) || !said.add(id)) {
          continue;
        }
        if (other.entry().kind() != entry.kind() || areDifferent(entry, other.entry())) {
          findings.add(
              Finding.of(
                  "entry-id-twice",
                  ERROR,
                  entry.id().location(),
                  Map.of(
                      "id",
                      id,
                      "element",
                      entry.element(),
                      "name",
                      entry.names().isEmpty() ? "" : entry.names().get(0),
                      "otherElement",
                      other.entry().element(),
                      "otherName",
                      other.entry().names().isEmpty() ? "" : other.entry().names().get(0),
                      "place",
                      other.entry().id().location().toString()),
                  List.of()));
        }
      }
    }
  }

  /**
   * No word of the names is the same, and the years of a life differ or are unknown; or birth and
   * death are both known to be others, as where two are called Smith.
   */
  private static boolean areDifferent(Facts.Entry one, Facts.Entry other) {
    if (one.names().isEmpty() || other.names().isEmpty()) {
      return false;
    }
    boolean sameLife =
        (one.birth().earliest().isPresent() && one.birth().equals(other.birth()))
            || (one.death().earliest().isPresent() && one.death().equals(other.death()));
    Set<String> words = words(one);
    words.retainAll(words(other));
    boolean otherLife =
        contradict(one.birth(), other.birth()) && contradict(one.death(), other.death());
    return otherLife || (words.isEmpty() && !sameLife);
  }

  private static boolean contradict(Days one, Days other) {
    return one.before(other) || other.before(one);
  }

  private static Set<String> words(Facts.Entry entry) {
    Set<String> words = new HashSet<>();
    for (String name : entry.names()) {
      Words.of(name).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
    }
    return words;
  }

  /**
   * What the edition, or else its practice, says of names and ids is asked of each letter whose id
   * has no other fault.
   */
  private static void names(Edition edition, Set<String> twice, Free free, List<Finding> findings) {
    List<Facts> letters =
        edition.letterFiles().stream().filter(file -> file.rootId().isPresent()).toList();
    List<Facts> different =
        letters.stream()
            .filter(file -> !file.rootId().get().text().equals(Edition.stem(file.file())))
            .toList();
    boolean isSaid = edition.files().stream().anyMatch(Facts::saysFileNames);
    boolean isPractice = letters.size() >= SOME && different.size() * 10 <= letters.size();
    if (!isSaid && !isPractice) {
      return;
    }
    for (Facts file : different) {
      Facts.Token id = file.rootId().get();
      if (twice.contains(file.file()) || !isName(id.text())) {
        continue;
      }
      String stem = Edition.stem(file.file());
      if (!isName(stem)) {
        continue; // what is wrong is the file's name
      }
      findings.add(
          Finding.of(
              "document-id-differs",
              WARNING,
              id.location(),
              Map.of(
                  "id",
                  id.text(),
                  "stem",
                  stem,
                  "same",
                  String.valueOf(letters.size() - different.size()),
                  "all",
                  String.valueOf(letters.size())),
              free.take(stem) ? List.of(rename(id, stem)) : List.of()));
    }
  }

  /** The name of the file or folder in a path that a character belongs to. */
  private static String step(String path, int at) {
    int end = path.indexOf('/', at);
    return path.substring(path.lastIndexOf('/', at) + 1, end < 0 ? path.length() : end);
  }

  /** One finding for all, at the first. */
  private static void addresses(Edition edition, List<Finding> findings) {
    List<String> unfit =
        edition.files().stream()
            .map(Facts::file)
            .filter(file -> UNFIT.matcher(file).find())
            .toList();
    if (!unfit.isEmpty()) {
      Matcher found = UNFIT.matcher(unfit.get(0));
      String characters = found.find() ? found.group() : "";
      findings.add(
          Finding.of(
              "file-name-unfit",
              WARNING,
              Location.of(unfit.get(0)),
              Map.of(
                  "file",
                  step(unfit.get(0), found.start()),
                  "characters",
                  characters,
                  "address",
                  URLEncoder.encode(characters, UTF_8).replace("+", "%20"),
                  "count",
                  String.valueOf(unfit.size())),
              List.of()));
    }
  }
}
