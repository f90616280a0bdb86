package org.letterpress.xml;

import java.util.List;
import java.util.Map;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.xml.sax.SAXParseException;

/**
 * Says in plain words why a file is not well-formed. Parsers tell where they noticed and in their
 * own words; this looks for the cause itself, in the whole text.
 */
final class Syntax {

  private Syntax() {}

  /**
   * The finding.
   *
   * @param e what the parser had to say; it is quoted where no cause is found
   */
  static Finding finding(SourceText text, SAXParseException e) {
    try {
      new Scan(text).run();
    } catch (Fault fault) {
      return fault.finding();
    }
    int at = text.offset(e.getLineNumber(), e.getColumnNumber());
    String said = Fault.quoted(String.valueOf(e.getMessage()));
    return Finding.of(
        "not-well-formed",
        Severity.ERROR,
        text.location(at, at),
        Map.of("parser", said),
        List.of());
  }
}
