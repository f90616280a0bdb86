package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;

/**
 * Is the same name linked to the same entry, and linked wherever it stands? Answers from what the
 * edition does itself: a name counts as known if it is linked often, nearly always, and nearly
 * always to one entry. The thresholds were found by reading what they let through.
 */
final class SpellingCheck {

  /** A full name has to be linked so often, a single word so often. */
  private static final int FULL = 2;

  private static final int SINGLE = 5;

  private static final int NEVER = 101;

  /** A single word of fewer letters may be anything. */
  private static final int SHORTEST = 4;

  /** Punctuation that no name has in running text. */
  private static final Pattern UNLIKE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} .'’-]");

  /** A place without a tag: from one offset to the other. */
  private record Bare(Location location, int start, int end) {}

  /** A name as it is written, in letters or in notes. */
  private static final class Spelling {
    private final String text;
    private final int capitals;
    private final Map<String, List<Facts.Reference>> byRef = new TreeMap<>();
    private int tagged;
    private final Map<String, List<Bare>> bare = new LinkedHashMap<>();
    private int bareCount;

    private Spelling(String text, int capitals) {
      this.text = text;
      this.capitals = capitals;
    }

    private Map.Entry<String, List<Facts.Reference>> usual() {
      return byRef.entrySet().stream()
          .max(
              Comparator.comparingInt(
                  (Map.Entry<String, List<Facts.Reference>> one) -> one.getValue().size()))
          .orElseThrow();
    }
  }

  private final Edition edition;
  private final Map<String, Spelling> inText = new TreeMap<>();
  private final Map<String, Spelling> inNotes = new TreeMap<>();

  SpellingCheck(Edition edition) {
    this.edition = edition;
    // A name is looked at once, however often it is linked.
    Map<String, Optional<Spelling>> textByWords = new HashMap<>();
    Map<String, Optional<Spelling>> notesByWords = new HashMap<>();
    for (Facts file : edition.files()) {
      for (Facts.Reference reference : file.references()) {
        if (reference.isName() && reference.tokens().size() == 1) {
          switch (reference.part()) {
            case TEXT -> add(reference, textByWords, inText);
            case NOTE -> add(reference, notesByWords, inNotes);
            default -> {
              // headers and registers name things in other ways
            }
          }
        }
      }
    }
  }

  private void add(
      Facts.Reference reference,
      Map<String, Optional<Spelling>> byWords,
      Map<String, Spelling> spellings) {
    Spelling spelling =
        byWords
            .computeIfAbsent(reference.words(), words -> spelling(words, spellings))
            .orElse(null);
    if (spelling == null) {
      return;
    }
    spelling.tagged++;
    spelling
        .byRef
        .computeIfAbsent(reference.tokens().get(0).text(), ref -> new ArrayList<>())
        .add(reference);
  }

  private static Optional<Spelling> spelling(String text, Map<String, Spelling> spellings) {
    List<String> all = Words.of(text);
    if (all.isEmpty() || UNLIKE.matcher(text).find() || !Words.isCapital(all.get(0))) {
      return Optional.empty();
    }
    return Optional.of(
        spellings.computeIfAbsent(
            String.join(" ", all),
            unseen -> new Spelling(text, (int) all.stream().filter(Words::isCapital).count())));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    count(inText, false);
    count(inNotes, true);
    for (Map<String, Spelling> spellings : List.of(inText, inNotes)) {
      spellings.values().forEach(spelling -> untagged(spelling, findings));
    }
    return findings;
  }

  /** Counts where each spelling stands without a tag: the longest at each place. */
  private void count(Map<String, Spelling> spellings, boolean notes) {
    Trie trie = new Trie();
    BitSet first = new BitSet();
    spellings.forEach(
        (key, spelling) -> {
          long[] numbers = numbers(key);
          trie.add(numbers, spelling);
          first.set(shortened(numbers[0])); // a spelling begins with a capital letter
        });
    for (Facts file : edition.letterFiles()) {
      Facts.Running running = notes ? file.notes() : file.text();
      int all = running.words().length;
      for (int at = 0; at < all; ) {
        Trie.Match match =
            running.isCapital(at) && first.get(shortened(running.number(at)))
                ? trie.longest(running, at)
                : null;
        if (match == null) {
          at++;
          continue;
        }
        int end = at + match.length();
        Spelling found = match.spelling();
        // A capital letter before or behind may make it part of another name.
        boolean before = at > 0 && running.isCapital(at - 1);
        boolean behind = end < all && running.isCapital(end);
        if (!behind && (!before || found.capitals > 1)) {
          found.bareCount++;
          found
              .bare
              .computeIfAbsent(file.file(), path -> new ArrayList<>())
              .add(bare(file, running, at, end, found));
        }
        at = end;
      }
    }
  }

  private static Bare bare(Facts file, Facts.Running running, int first, int end, Spelling found) {
    int start = running.start(first);
    List<String> words = Words.of(found.text);
    int last = running.start(end - 1) + words.get(words.size() - 1).length();
    return new Bare(running.location(file.file(), first, found.text.length()), start, last);
  }

  /** As {@link Facts.Running#number} has them. */
  private static long[] numbers(String key) {
    return Words.of(key).stream()
        .mapToLong(
            word -> {
              long number = Words.number(word, 0, word.length());
              return Facts.Running.word(number, 0, !Words.isCapital(word)) >> Words.PLACE_BITS;
            })
        .toArray();
  }

  private static int shortened(long number) {
    return (int) number & 0xFFFF;
  }

  /** In how many of a hundred places a single word has to be linked. */
  private static int rate(Facts.Reference usual) {
    Set<Kind> meant = usual.meant();
    // Family names are common nouns as well, and so are short titles, more so; places are seldom.
    return meant.contains(Kind.PLACE) ? 70 : meant.contains(Kind.PERSON) ? 85 : NEVER;
  }

  private void untagged(Spelling spelling, List<Finding> findings) {
    int all = spelling.tagged + spelling.bareCount;
    Map.Entry<String, List<Facts.Reference>> usual = spelling.usual();
    int same = usual.getValue().size();
    boolean full = spelling.capitals > 1;
    boolean known =
        full
            ? same >= FULL && spelling.tagged * 10 >= all * 6 && same * 100 >= spelling.tagged * 85
            : same >= SINGLE
                && spelling.text.length() >= SHORTEST
                && spelling.tagged * 100 >= all * rate(usual.getValue().get(0))
                && same * 100 >= spelling.tagged * 95;
    if (!known) {
      return;
    }
    for (Map.Entry<String, List<Bare>> one : spelling.bare.entrySet()) {
      List<Bare> places = one.getValue();
      String prefix = edition.file(one.getKey()).orElseThrow().prefix();
      findings.add(
          Finding.of(
              "name-untagged",
              WARNING,
              places.get(0).location(),
              Map.of(
                  "text",
                  spelling.text,
                  "times",
                  places.size() == 1 ? "" : " (" + places.size() + "×)",
                  "tagged",
                  String.valueOf(spelling.tagged),
                  "all",
                  String.valueOf(all),
                  "ref",
                  usual.getKey(),
                  "place",
                  usual.getValue().get(0).value().location().toString()),
              fix(places, prefix, spelling, usual.getValue().get(0))));
    }
  }

  /** Tags the name as it is tagged elsewhere, where nothing but spaces parts its words. */
  private static List<Fix> fix(
      List<Bare> places, String prefix, Spelling spelling, Facts.Reference like) {
    if (places.stream().anyMatch(one -> one.end() - one.start() != spelling.text.length())) {
      return List.of();
    }
    String name = prefix + like.element();
    String type = like.type().isEmpty() ? "" : " type=\"" + escaped(like.type()) + '"';
    // The value is as its file has it, escaped but perhaps for the other quotation mark.
    String value = like.value().text().replace("\"", "&quot;");
    String start = '<' + name + type + ' ' + like.attribute() + "=\"" + value + "\">";
    List<Fix.Edit> edits = new ArrayList<>();
    for (Bare one : places) {
      edits.add(new Fix.Edit(one.start(), one.start(), start));
      edits.add(new Fix.Edit(one.end(), one.end(), "</" + name + '>'));
    }
    return List.of(new Fix(start, edits));
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** The spellings, word by word. */
  private static final class Trie {
    private record Match(Spelling spelling, int length) {}

    private final Map<Long, Trie> next = new HashMap<>();
    private Spelling spelling;

    private void add(long[] key, Spelling end) {
      Trie at = this;
      for (long word : key) {
        at = at.next.computeIfAbsent(word, unseen -> new Trie());
      }
      at.spelling = end;
    }

    private Match longest(Facts.Running all, int from) {
      Match found = null;
      Trie at = this;
      for (int i = from; i < all.words().length; i++) {
        at = at.next.get(all.number(i));
        if (at == null) {
          break;
        }
        if (at.spelling != null) {
          found = new Match(at.spelling, i - from + 1);
        }
      }
      return found;
    }
  }
}
