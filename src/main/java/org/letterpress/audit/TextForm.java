package org.letterpress.audit;

/**
 * How a plain text was set, as far as the audit has to know.
 *
 * @param diplomatic whether it follows the source line for line
 * @param pages whether it marks where pages of the source begin
 * @param italics whether it sets italics as {@code _word_}; low lines are then not compared
 */
public record TextForm(boolean diplomatic, boolean pages, boolean italics) {}
