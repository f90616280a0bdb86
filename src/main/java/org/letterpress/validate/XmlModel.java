package org.letterpress.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Location;
import org.letterpress.xml.SourceText;

/**
 * A schema that a document names in an {@code xml-model} instruction before its root element
 * ("Associating Schemas with XML documents 1.0", W3C Working Group Note 2012, ISO/IEC 19757-11).
 *
 * @param href its address; empty where the instruction gives none
 * @param language the namespace of the schema's language ({@code schematypens}) or its media type
 *     where there is no namespace; empty where neither is given
 * @param compact whether its media type is that of RELAX NG's compact syntax
 * @param phase the Schematron phase; empty for the schema's own choice
 * @param location where the address stands
 */
record XmlModel(String href, String language, boolean compact, String phase, Location location) {

  static final String RELAX_NG = "http://relaxng.org/ns/structure/1.0";
  static final String SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";

  private static final String COMPACT = "application/relax-ng-compact-syntax";
  private static final String TARGET = "<?xml-model";

  private static final Pattern PSEUDO_ATTRIBUTE =
      Pattern.compile("\\s([a-z]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  /**
   * The instructions of a document, in their order. Of groups ({@code group}) the first one counts,
   * together with the instructions that are in none.
   */
  static List<XmlModel> of(SourceText text) {
    String all = text.characters();
    List<XmlModel> models = new ArrayList<>();
    String chosen = "";
    int at = 0;
    while (true) {
      while (at < all.length() && Character.isWhitespace(all.charAt(at))) {
        at++;
      }
      String close = all.startsWith("<!--", at) ? "-->" : all.startsWith("<?", at) ? "?>" : null;
      int end = close == null ? -1 : all.indexOf(close, at + 2);
      if (end < 0) {
        return models;
      }
      int from = at + TARGET.length();
      if (all.startsWith(TARGET, at) && from < end && Character.isWhitespace(all.charAt(from))) {
        Map<String, String> values = new HashMap<>();
        Location location = text.location(at, end + 2);
        for (Matcher m = PSEUDO_ATTRIBUTE.matcher(all).region(from, end); m.find(); ) {
          int group = m.group(2) == null ? 3 : 2;
          values.put(m.group(1), unescaped(m.group(group)));
          if (m.group(1).equals("href")) {
            location = text.location(m.start(group), m.end(group));
          }
        }
        String group = values.getOrDefault("group", "");
        chosen = chosen.isEmpty() ? group : chosen;
        if (group.isEmpty() || group.equals(chosen)) {
          models.add(
              new XmlModel(
                  values.getOrDefault("href", "").strip(),
                  values.getOrDefault("schematypens", values.getOrDefault("type", "")).strip(),
                  values.getOrDefault("type", "").strip().equals(COMPACT),
                  values.getOrDefault("phase", "").strip(),
                  location));
        }
      }
      at = end + close.length();
    }
  }

  /** The five characters that an instruction may have to write so. */
  private static String unescaped(String value) {
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  /** Whether the instruction speaks of a language that Letterpress knows, or of none. */
  boolean isKnownLanguage() {
    return language.isEmpty()
        || language.equals(RELAX_NG)
        || language.equals(SCHEMATRON)
        || language.equals(COMPACT)
        || language.equals("application/xml")
        || language.equals("text/xml")
        || language.equals("text/plain");
  }

  /** Whether only the rules of the schema are meant, and not its grammar. */
  boolean isRulesOnly() {
    return language.equals(SCHEMATRON);
  }
}
