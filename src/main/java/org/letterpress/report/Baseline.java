package org.letterpress.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;

/**
 * Findings that are known and borne with, so that only new ones are shown and stop anything. It is
 * kept as a text file that can be read, compared and shortened by hand: a line for each kind of
 * known finding, with its fingerprint, how many of it there are, its code and its file. Lines that
 * begin with {@code #} say nothing.
 */
public final class Baseline {

  /** The file is no baseline; the message says so in a sentence for the user. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String words;

    private Malformed(int line, String words) {
      super(line + ": " + words);
      this.line = line;
      this.words = words;
    }

    /** The number of the line. */
    public int line() {
      return line;
    }

    /** What stands there. */
    public String words() {
      return words;
    }
  }

  private static final String HEAD =
      """
      # Findings that Letterpress knows already: fingerprint, how many, code, file.
      # A line that is taken out is reported again. docs/validation.md tells more.
      """;

  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{16}) ([1-9][0-9]{0,8}) (\\S+) (\\S.*)");

  /** A kind of known finding. */
  private record Entry(String fingerprint, int count, String code, String file) {

    private String line() {
      return fingerprint + " " + count + " " + code + " " + file;
    }
  }

  /**
   * Findings, parted.
   *
   * @param fresh those that the baseline does not know, in their order
   * @param known how many it knows
   * @param mended how many that it knows are not there
   */
  public record Parted(List<Finding> fresh, int known, int mended) {}

  private final Map<String, Entry> entries;

  private Baseline(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** A baseline that knows these findings. */
  public static Baseline of(List<Finding> findings, SourceTexts texts) {
    List<String> fingerprints = Fingerprints.of(findings, texts);
    Map<String, Entry> entries = new TreeMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      String file = Visible.of(finding.location().file());
      entries.merge(
          fingerprints.get(i),
          new Entry(fingerprints.get(i), 1, finding.code(), file),
          (old, one) -> new Entry(old.fingerprint(), old.count() + 1, old.code(), old.file()));
    }
    return new Baseline(entries);
  }

  /**
   * Reads a baseline.
   *
   * @throws Malformed where it is none
   */
  public static Baseline read(String text) throws Malformed {
    Map<String, Entry> entries = new TreeMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line.strip());
      if (!parts.matches()) {
        throw new Malformed(number, Visible.of(line));
      }
      int count = Integer.parseInt(parts.group(2));
      Entry entry = new Entry(parts.group(1), count, parts.group(3), parts.group(4));
      entries.put(entry.fingerprint(), entry);
    }
    return new Baseline(entries);
  }

  /** The baseline as a file's text: by file, then by code. */
  public String write() {
    StringBuilder text = new StringBuilder(HEAD);
    entries.values().stream()
        .sorted(
            Comparator.comparing(Entry::file)
                .thenComparing(Entry::code)
                .thenComparing(Entry::fingerprint))
        .forEach(entry -> text.append(entry.line()).append('\n'));
    return text.toString();
  }

  /** How many findings it knows. */
  public int size() {
    return entries.values().stream().mapToInt(Entry::count).sum();
  }

  /**
   * Parts findings into those that are known and those that are not. Of equal ones, as many are
   * known as the baseline has counted.
   *
   * @param concerns whether a code and a file (as the baseline names it) were looked at in this
   *     run; what was not can't be called mended
   */
  public Parted part(List<Finding> findings, SourceTexts texts, Concern concerns) {
    List<String> fingerprints = Fingerprints.of(findings, texts);
    Map<String, Integer> left = new HashMap<>();
    entries.values().forEach(entry -> left.put(entry.fingerprint(), entry.count()));
    List<Finding> fresh = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      int known = left.getOrDefault(fingerprints.get(i), 0);
      if (known == 0) {
        fresh.add(findings.get(i));
      } else {
        left.put(fingerprints.get(i), known - 1);
      }
    }
    Predicate<Entry> seen = entry -> concerns.test(entry.code(), entry.file());
    int mended =
        entries.values().stream().filter(seen).mapToInt(e -> left.get(e.fingerprint())).sum();
    return new Parted(fresh, findings.size() - fresh.size(), mended);
  }

  /** Whether findings of a code in a file were sought. */
  @FunctionalInterface
  public interface Concern {
    /** Whether they were. */
    boolean test(String code, String file);
  }
}
