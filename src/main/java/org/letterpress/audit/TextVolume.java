package org.letterpress.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * A volume of letters in plain text or Markdown, read back and parted once. Its letters say nowhere
 * which they are: each is looked for at its place, and where the volume has other letters than it
 * ought to, by its words.
 */
public final class TextVolume {

  /** A rule, the lines of a letter's header, and the same rule again. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?m)^\\n(?<rule>={3,})\\n(?<header>(?:[^\\n]+\\n)*?)\\k<rule>\\n");

  /**
   * A letter that ought to be in the volume.
   *
   * @param id its id, for findings
   * @param audit gives its audit; asked more than once, so that it need not be kept
   * @param proven the report on exactly this text as an edition of the letter, where there is one
   *     and it is clean: what was proven of a text need not be proven of its copy
   */
  public record Wanted(
      String id, Supplier<Audit> audit, Function<String, Optional<Audit.Report>> proven) {}

  /** A letter as the volume has it; the text is empty where it has another form there. */
  private record Part(String text, UnaryOperator<Reading> read) {

    Reading apply(Reading expected) {
      return read.apply(expected);
    }
  }

  private final List<Part> letters;
  private final TextForm form;

  private TextVolume(List<Part> letters, TextForm form) {
    this.letters = letters;
    this.form = form;
  }

  /**
   * Reads a volume.
   *
   * @param content the finished file's text
   * @param form how it was set
   */
  public static TextVolume read(String content, TextForm form) {
    if (form.kind() == TextForm.Kind.MARKDOWN) {
      return new TextVolume(
          MarkdownReading.volume(content).stream().map(read -> new Part("", read)).toList(), form);
    }
    List<Part> letters = new ArrayList<>();
    Matcher beginning = BEGINNING.matcher(content);
    int from = -1;
    while (beginning.find()) {
      if (from >= 0) {
        String letter = content.substring(from, beginning.start());
        letters.add(new Part(letter, expected -> TextReading.read(letter, form, expected)));
      }
      from = beginning.start("header");
    }
    if (from >= 0) {
      String letter = content.substring(from);
      letters.add(new Part(letter, expected -> TextReading.read(letter, form, expected)));
    }
    return new TextVolume(letters, form);
  }

  /**
   * Audits the volume.
   *
   * @param wanted the letters that ought to be in it, in order
   * @param product its name, for findings
   */
  public Audit.Report audit(List<Wanted> wanted, String product) {
    int[] places = IntStream.range(0, wanted.size()).toArray();
    List<Audit.Report> reports = reports(wanted, places, product);
    if (wanted.size() != letters.size() || !reports.stream().allMatch(Audit.Report::isClean)) {
      places = places(wanted);
      reports = reports(wanted, places, product);
    }
    Audit.Report all = Audit.volume(product, reports);
    List<Finding> findings = new ArrayList<>(all.findings());
    findings.addAll(moved(wanted, places, product));
    findings.addAll(added(places, product));
    return new Audit.Report(product, all.words(), all.notes(), all.declared(), findings);
  }

  /** A report on each letter at its place; -1, or a place past the end, says that it has none. */
  private List<Audit.Report> reports(List<Wanted> wanted, int[] places, String product) {
    return IntStream.range(0, wanted.size())
        .parallel()
        .mapToObj(
            i ->
                places[i] >= 0 && places[i] < letters.size()
                    ? wanted
                        .get(i)
                        .proven()
                        .apply(letters.get(places[i]).text())
                        .orElseGet(() -> report(wanted.get(i), letters.get(places[i]), product))
                    : wanted.get(i).audit().get().missing(wanted.get(i).id(), product))
        .toList();
  }

  private Audit.Report report(Wanted wanted, Part part, String product) {
    Audit audit = wanted.audit().get();
    Reading expected = audit.expected(form);
    return audit.text(expected, part.apply(expected), form, product);
  }

  /** Where each letter stands by its words; else after the one before it, if there is none yet. */
  private int[] places(List<Wanted> wanted) {
    Map<String, Queue<Integer>> byWords = new HashMap<>();
    for (int place = 0; place < letters.size(); place++) {
      byWords.computeIfAbsent(read(place).letters(), w -> new ArrayDeque<>()).add(place);
    }
    List<String> words =
        wanted.parallelStream().map(one -> one.audit().get().expected(form).letters()).toList();
    int[] places = new int[wanted.size()];
    boolean[] taken = new boolean[letters.size()];
    for (int i = 0; i < places.length; i++) {
      Integer place = byWords.getOrDefault(words.get(i), new ArrayDeque<>()).poll();
      places[i] = place == null ? -1 : place;
      if (place != null) {
        taken[place] = true;
      }
    }
    for (int i = 0; i < places.length; i++) {
      // Brackets of its own, read as marks, hide a letter until it is known what it ought to say.
      Reading expected = places[i] < 0 ? wanted.get(i).audit().get().expected(form) : null;
      for (int place = 0; place < taken.length && places[i] < 0; place++) {
        if (!taken[place] && letters.get(place).apply(expected).letters().equals(words.get(i))) {
          places[i] = place;
          taken[place] = true;
        }
      }
    }
    for (int i = 0; i < places.length; i++) {
      int next = i == 0 ? 0 : places[i - 1] + 1;
      if (places[i] < 0 && next < letters.size() && !taken[next]) {
        places[i] = next;
        taken[next] = true;
      }
    }
    return places;
  }

  /** A letter of which nothing is known beforehand. */
  private Reading read(int place) {
    return letters.get(place).apply(Reading.NOTHING);
  }

  /** The fewest letters that are out of order. */
  private static List<Finding> moved(List<Wanted> wanted, int[] places, String product) {
    int[] length = new int[places.length];
    int longest = 0;
    for (int i = 0; i < places.length; i++) {
      for (int before = 0; before < i; before++) {
        if (places[before] >= 0 && places[before] < places[i]) {
          length[i] = Math.max(length[i], length[before]);
        }
      }
      length[i] += places[i] < 0 ? 0 : 1;
      longest = Math.max(longest, length[i]);
    }
    List<Finding> moved = new ArrayList<>();
    int next = Integer.MAX_VALUE;
    for (int i = places.length - 1; i >= 0; i--) {
      if (places[i] >= 0 && length[i] == longest && places[i] < next) {
        next = places[i];
        longest--;
      } else if (places[i] >= 0) {
        Wanted one = wanted.get(i);
        moved.add(0, one.audit().get().finding("letter-moved", one.id(), product));
      }
    }
    return moved;
  }

  /** The texts that no letter wants. */
  private List<Finding> added(int[] places, String product) {
    Set<Integer> taken = Arrays.stream(places).boxed().collect(Collectors.toSet());
    return IntStream.range(0, letters.size())
        .filter(place -> !taken.contains(place))
        .mapToObj(
            place ->
                Finding.of(
                    "letter-added",
                    Severity.ERROR,
                    Location.of(product),
                    Map.of(
                        "number", String.valueOf(place + 1),
                        "other", product,
                        "beginning", read(place).body().after(0)),
                    List.of()))
        .toList();
  }
}
