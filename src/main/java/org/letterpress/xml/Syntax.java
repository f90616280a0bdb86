package org.letterpress.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.xml.sax.SAXParseException;

/** Says in plain words why a file is not well-formed. */
final class Syntax {

  private static final Pattern UNCLOSED =
      Pattern.compile("The element type \"([^\"]+)\" must be terminated by the matching end-tag.*");

  private Syntax() {}

  static Finding finding(SAXParseException e, String file, OpenTags openTags) {
    Location location = new Location(file, e.getLineNumber(), e.getColumnNumber(), 0);
    String message = e.getMessage() == null ? "" : e.getMessage();
    Matcher unclosed = UNCLOSED.matcher(message);
    if (unclosed.matches()) {
      String name = unclosed.group(1);
      String begun =
          openTags
              .innermost()
              .filter(tag -> tag.name().equals(name) && tag.line() > 0)
              .map(tag -> ", which begins in line " + tag.line() + ",")
              .orElse("");
      return Finding.error(
          "not-well-formed",
          location,
          "The element <" + name + ">" + begun + " is not closed here.",
          "Write </" + name + "> where the element ends.");
    }
    if (message.contains("must start and end within the same entity")) {
      return Finding.error(
          "not-well-formed",
          location,
          "The file ends before "
              + openTags
                  .innermost()
                  .map(tag -> "<" + tag.name() + ">, which begins in line " + tag.line() + ",")
                  .orElse("its root element")
              + " is closed.",
          "Close what is open; perhaps the end of the file was cut off.");
    }
    if (message.contains("DOCTYPE is disallowed")) {
      return Finding.error(
          "doctype",
          location,
          "The file has a DOCTYPE. It is refused, since a DOCTYPE can make a reader fetch other"
              + " files.",
          "Delete the DOCTYPE line and write characters in place of entities.");
    }
    if (message.contains("Content is not allowed in prolog")
        || message.contains("Premature end of file")) {
      return Finding.error(
          "not-xml",
          location,
          "The file is empty or is not XML: it does not begin with \"<\".",
          "Save the letter as a TEI-XML file, or move this file out of the folder.");
    }
    return Finding.error(
        "not-well-formed",
        location,
        message,
        "Mend the tag or the character at this place; the rest of the file can't be judged"
            + " before.");
  }
}
