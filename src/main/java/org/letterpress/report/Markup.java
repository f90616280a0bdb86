package org.letterpress.report;

/** Text within XML and HTML. What neither may hold becomes a visible sign. */
final class Markup {

  private Markup() {}

  /** Text between tags; line ends and tabs stay. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (String line : text.split("(?<=[\\n\\t])|(?=[\\n\\t])", -1)) {
      safe.append(line.equals("\n") || line.equals("\t") ? line : Visible.of(line));
    }
    return safe.toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\uFFFE", "\uFFFD")
        .replace("\uFFFF", "\uFFFD");
  }

  /** The value of an attribute within double quotation marks. */
  static String attribute(String text) {
    return text(Visible.of(text)).replace("\"", "&quot;");
  }
}
