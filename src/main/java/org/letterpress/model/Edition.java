package org.letterpress.model;

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
    String licenceTarget) {}
