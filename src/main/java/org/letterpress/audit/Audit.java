package org.letterpress.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Json;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Letter;

/**
 * Are all words of a letter in its editions? One audit holds one letter's source; it may serve
 * several threads.
 */
public final class Audit {

  private static final Set<Anchor.Kind> ALL = EnumSet.of(Anchor.Kind.PAGE, Anchor.Kind.NOTE);

  private static final Set<Anchor.Kind> NOTES = EnumSet.of(Anchor.Kind.NOTE);

  /** More findings than these, and nobody reads them. */
  private static final int LIMIT = 50;

  /**
   * What an audit found.
   *
   * @param product the product's name
   * @param words how many words of the source were compared
   * @param notes how many notes
   * @param declared how often the encoding was read by a rule: passages supplied, sides of choices
   *     and the like, by name
   * @param findings every difference, an error each
   */
  public record Report(
      String product, int words, int notes, Map<String, Integer> declared, List<Finding> findings) {

    /** Copies. */
    public Report {
      declared = Collections.unmodifiableMap(new TreeMap<>(declared));
      findings = List.copyOf(findings);
    }

    private Map<String, Object> object() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("product", product);
      object.put("words", words);
      object.put("notes", notes);
      object.put("readByRule", declared);
      object.put("differences", findings.stream().map(Json::finding).toList());
      return object;
    }

    /** Whether source and product say the same. */
    public boolean isClean() {
      return findings.isEmpty();
    }
  }

  private final Letter letter;
  private final String file;
  private final Letter.Source encoded;
  private final Placement placement;
  private final Reading source;

  /** A text is asked for twice, alone and in its volume. */
  private final Map<TextForm, Reading> expected = new ConcurrentHashMap<>();

  /** Reads the source of a letter, or of part of a volume. */
  public Audit(Letter letter) {
    this.letter = letter;
    this.file = letter.file().path();
    this.encoded = letter.source();
    this.placement = Placement.of(encoded.element(), encoded.without());
    this.source = read(Signs.NONE, false);
  }

  private Reading read(Signs signs, boolean withoutLowLines) {
    return TeiReading.read(
        encoded.element(), encoded.without(), placement, signs, withoutLowLines, letter.lang());
  }

  /**
   * The words of the source: those of the text and of its notes. A dash parts words, a hyphen
   * doesn't.
   */
  public int words() {
    return source.words();
  }

  /**
   * Audits a web page.
   *
   * @param html the finished file's text
   * @param product the file's name, for findings
   */
  public Report html(String html, String product) {
    return report(source, HtmlReading.read(html), ALL, product);
  }

  /**
   * Audits the letter in plain text or Markdown.
   *
   * @param text the finished file's text
   * @param form how it was set
   * @param product the file's name, for findings
   */
  public Report text(String text, TextForm form, String product) {
    Reading expected = expected(form);
    Reading found =
        form.kind() == TextForm.Kind.MARKDOWN
            ? MarkdownReading.read(text, expected)
            : TextReading.read(text, form, expected);
    return text(expected, found, form, product);
  }

  /** The same of a text that is read back already, and of what is expected of it. */
  Report text(Reading expected, Reading found, TextForm form, String product) {
    return report(expected, found, form.pages() ? ALL : NOTES, product);
  }

  /** What a text of this form ought to say. */
  Reading expected(TextForm form) {
    return expected.computeIfAbsent(form, f -> read(f.signs(), f.hasLowLines()));
  }

  /** The letter is not in a product. */
  Report missing(String id, String product) {
    return new Report(
        product,
        source.words(),
        source.notes().size(),
        source.declared(),
        List.of(finding("letter-lost", id, product)));
  }

  /** What is wrong with the letter as a whole. */
  Finding finding(String code, String id, String product) {
    return Finding.of(
        code, Severity.ERROR, Location.of(file), Map.of("letter", id, "other", product), List.of());
  }

  /**
   * Audits a PDF by its structure tree. Page breaks stand in its margins, as artifacts, and are not
   * compared.
   *
   * @param pdf the finished file's bytes
   * @param product the file's name, for findings
   */
  public Report pdf(byte[] pdf, String product) {
    return report(source, PdfReading.read(pdf).only(), NOTES, product);
  }

  /**
   * Audits the letter in a book of many.
   *
   * @param book the finished file, read back
   * @param id the letter's id in it
   * @param product the file's name, for findings
   */
  public Report pdf(PdfReading book, String id, String product) {
    return report(source, book.letter(id), NOTES, product);
  }

  /**
   * Audits an e-book, which may hold other letters too.
   *
   * @param book the finished file, read back
   * @param id the letter's id in it
   * @param product the file's name, for findings
   */
  public Report epub(EpubReading book, String id, String product) {
    return report(source, book.letter(id), ALL, product);
  }

  /**
   * What the audits of several letters in one product found, as one.
   *
   * @param product the product's name
   * @param letters a report a letter, in the order of the findings
   */
  public static Report volume(String product, List<Report> letters) {
    Map<String, Integer> declared = new TreeMap<>();
    letters.forEach(
        letter ->
            letter.declared().forEach((what, times) -> declared.merge(what, times, Integer::sum)));
    return new Report(
        product,
        letters.stream().mapToInt(Report::words).sum(),
        letters.stream().mapToInt(Report::notes).sum(),
        declared,
        letters.stream().flatMap(letter -> letter.findings().stream()).toList());
  }

  /**
   * What the audits of one format found, for programs: one JSON object, the products in the order
   * of their names.
   *
   * @param unmade the products that could not be made, in order
   * @param letters a report a letter; their words are added up
   * @param volumes the reports of products that hold the same letters once more
   */
  public static String json(
      String format, SortedSet<String> unmade, Collection<Report> letters, List<Report> volumes) {
    List<Report> all =
        Stream.concat(letters.stream(), volumes.stream())
            .sorted(Comparator.comparing(Report::product))
            .toList();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", format);
    object.put("words", letters.stream().mapToInt(Report::words).sum());
    object.put("differences", all.stream().mapToInt(report -> report.findings().size()).sum());
    object.put("notMade", List.copyOf(unmade));
    object.put("products", all.stream().map(Report::object).toList());
    return Json.write(object) + "\n";
  }

  private Report report(Reading expected, Reading found, Set<Anchor.Kind> points, String product) {
    List<Difference> differences = Comparer.compare(expected, found, points);
    List<Finding> findings =
        new ArrayList<>(
            differences.stream().limit(LIMIT).map(d -> d.finding(file, product)).toList());
    if (differences.size() > LIMIT) {
      findings.add(
          Finding.of(
              "words-differ",
              Severity.ERROR,
              Location.of(file),
              Map.of("count", String.valueOf(differences.size() - LIMIT), "other", product),
              List.of()));
    }
    return new Report(
        product, source.words(), source.notes().size(), expected.declared(), findings);
  }
}
