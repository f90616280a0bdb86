package org.letterpress.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import net.sf.saxon.s9api.XdmNode;

/**
 * What an edition says of itself.
 *
 * @param title its title; the folder's name where it has no header of its own
 * @param lang the language of its words, BCP 47
 * @param publisher as the header has it, or empty
 * @param date year or day of publication as the header has it, or empty
 * @param identifier its number, as a URI where its kind has one, or empty
 * @param url the address that it is published at, with {@code /} at its end, or empty
 * @param licence the licence in words, or empty
 * @param licenceTarget the licence's address, or empty
 */
public record Edition(
    String title,
    String lang,
    String publisher,
    String date,
    String identifier,
    String url,
    String licence,
    String licenceTarget) {

  /** As the corpus document has it. */
  static Edition of(XdmNode edition) {
    return new Edition(
        CorpusReader.attribute(edition, "title"),
        CorpusReader.attribute(edition, "lang"),
        CorpusReader.attribute(edition, "publisher"),
        CorpusReader.attribute(edition, "date"),
        CorpusReader.attribute(edition, "identifier"),
        CorpusReader.attribute(edition, "url"),
        CorpusReader.attribute(edition, "licence"),
        CorpusReader.attribute(edition, "licence-target"));
  }

  /**
   * The beginning of the day or year of publication; the first moment of all where there is none.
   */
  public Instant published() {
    String day = date.matches("\\d{4}") ? date + "-01-01" : date;
    try {
      return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException notADay) {
      return Instant.EPOCH;
    }
  }
}
