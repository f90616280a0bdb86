package org.letterpress.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.render.pdf.Faces;
import org.letterpress.render.pdf.Sheet;

/**
 * How pages are printed.
 *
 * @param trim the page's size: royal, demy, a5 or WIDTHxHEIGHT with the unit mm or in; empty for
 *     what the stylesheet says
 * @param notes where notes stand: foot or end; empty for what the stylesheet says
 * @param lineNumbers whether every fifth line is numbered; otherwise as the stylesheet says
 * @param faces the fonts
 * @param sheet what a printing house asks for; empty for files that are read and kept
 */
public record PrintStyle(
    Optional<String> trim,
    Optional<String> notes,
    boolean lineNumbers,
    Faces faces,
    Optional<Sheet> sheet) {

  /** How many lines apart the numbers stand, as in most editions. */
  private static final int LINES = 5;

  /** The stylesheet's page, for reading. */
  public static final PrintStyle DEFAULT =
      new PrintStyle(Optional.empty(), Optional.empty(), false, Faces.OWN, Optional.empty());

  /** The same pages, to be read and kept. */
  public PrintStyle reading() {
    return new PrintStyle(trim, notes, lineNumbers, faces, Optional.empty());
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
    return String.join(
        " ",
        trim.toString(),
        notes.toString(),
        String.valueOf(lineNumbers),
        faces.manner(),
        sheet.map(Sheet::manner).orElse(""));
  }

  /** The stylesheet's parameters. */
  Map<String, XdmValue> parameters() {
    Map<String, XdmValue> parameters = new HashMap<>();
    trim.ifPresent(size -> parameters.put("trim", new XdmAtomicValue(size)));
    notes.ifPresent(place -> parameters.put("notes", new XdmAtomicValue(place)));
    if (lineNumbers) {
      parameters.put("line-numbers", new XdmAtomicValue(LINES));
    }
    if (!faces.equals(Faces.OWN)) {
      parameters.put("font-family", new XdmAtomicValue(faces.families()));
    }
    return parameters;
  }
}
