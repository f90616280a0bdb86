package org.letterpress.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;

/**
 * Are all words of a letter in its editions? One audit holds one letter's source; it is immutable,
 * and may serve several threads.
 */
public final class Audit {

  private static final Set<Anchor.Kind> ALL = EnumSet.of(Anchor.Kind.PAGE, Anchor.Kind.NOTE);

  /** More findings than these, and nobody reads them. */
  private static final int LIMIT = 50;

  /**
   * What an audit found.
   *
   * @param product the product's name
   * @param words how many words of the source were compared
   * @param notes how many notes
   * @param findings every difference, an error each
   */
  public record Report(String product, int words, int notes, List<Finding> findings) {

    /** Copies. */
    public Report {
      findings = List.copyOf(findings);
    }

    /** Whether source and product say the same. */
    public boolean isClean() {
      return findings.isEmpty();
    }
  }

  private final XdmNode letter;
  private final String file;
  private final Reading source;

  /**
   * Reads the source.
   *
   * @param letter the TEI as it was parsed: a document, a TEI element, or a letter's division
   * @param file the source file's name, for findings
   */
  public Audit(XdmNode letter, String file) {
    this.letter = letter;
    this.file = file;
    this.source = TeiReading.read(letter, TeiReading.Signs.NONE);
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
   * Audits the plain-text edition.
   *
   * @param text the finished file's text
   * @param product the file's name, for findings
   */
  public Report text(String text, String product) {
    Reading withSigns = TeiReading.read(letter, TeiReading.Signs.PLAIN_TEXT);
    return report(withSigns, TextReading.read(text), ALL, product);
  }

  /**
   * Audits a PDF by its structure tree. Page breaks stand in its margins, as artifacts, and are not
   * compared.
   *
   * @param pdf the finished file's bytes
   * @param product the file's name, for findings
   */
  public Report pdf(byte[] pdf, String product) {
    return report(source, PdfReading.read(pdf), EnumSet.of(Anchor.Kind.NOTE), product);
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

  private Report report(Reading expected, Reading found, Set<Anchor.Kind> points, String product) {
    List<Difference> differences = Comparer.compare(expected, found, points);
    List<Finding> findings =
        new ArrayList<>(differences.stream().limit(LIMIT).map(d -> finding(d, product)).toList());
    if (differences.size() > LIMIT) {
      findings.add(
          Finding.error(
              "words-differ",
              Location.of(file),
              (differences.size() - LIMIT)
                  + " more differences between the letter and "
                  + product
                  + ".",
              ""));
    }
    return new Report(product, source.words(), source.notes().size(), findings);
  }

  private Finding finding(Difference d, String product) {
    String says = d.words();
    return Finding.error(
        d.kind().code(),
        Location.of(file, d.place().line()),
        "In " + product + ", " + says + " (" + d.where() + "): " + d.context(),
        "The letter's source is right: this is a fault of the program or of a custom style.");
  }
}
