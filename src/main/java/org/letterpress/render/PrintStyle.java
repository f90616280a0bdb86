package org.letterpress.render;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.render.pdf.Sheet;

/**
 * How pages are printed.
 *
 * @param trim the page's size: royal, demy, a5 or WIDTHxHEIGHT with the unit mm or in; empty for
 *     what the stylesheet says
 * @param sheet what a printing house asks for; empty for files that are read and kept
 */
public record PrintStyle(Optional<String> trim, Optional<Sheet> sheet) {

  /** The stylesheet's page, for reading. */
  public static final PrintStyle DEFAULT = new PrintStyle(Optional.empty(), Optional.empty());

  /** The same pages, to be read and kept. */
  public PrintStyle reading() {
    return new PrintStyle(trim, Optional.empty());
  }

  /** How the names of its files end. */
  String extension() {
    return format(Format.PDF).extension();
  }

  /** The format that it makes in place of one for reading. */
  Format format(Format reading) {
    return sheet.isPresent() ? Format.PRESS : reading;
  }

  /** All that it asks for, in words. */
  String manner() {
    return trim + sheet.map(Sheet::manner).orElse("");
  }

  /** The stylesheet's parameters. */
  Map<String, XdmValue> parameters() {
    return Stream.ofNullable(trim.orElse(null))
        .collect(Collectors.toMap(name -> "trim", XdmAtomicValue::new));
  }
}
