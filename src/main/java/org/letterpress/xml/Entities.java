package org.letterpress.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Fix;

/** The characters that HTML 4.01 (section 24) and ISO 8879 have names for, so far as letters do. */
final class Entities {

  private static final Set<String> XML = Set.of("amp", "lt", "gt", "quot", "apos");

  /** The names of U+00A0 to U+00FF, in that order. */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  /** The names of U+0391 to U+03A9 and, in lower case, of U+03B1 to U+03C9. */
  private static final String GREEK =
      "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - "
          + "Sigma Tau Upsilon Phi Chi Psi Omega";

  private static final String OTHERS =
      "OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ndash – mdash — lsquo ‘ rsquo"
          + " ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′"
          + " Prime ″ lsaquo ‹ rsaquo › euro € trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ minus −"
          + " infin ∞ asymp ≈ ne ≠ le ≤ ge ≥ loz ◊ sigmaf ς ccaron č Ccaron Č ecaron ě rcaron ř"
          + " Rcaron Ř zcaron ž Zcaron Ž sacute ś lstrok ł Lstrok Ł eogon ę aogon ą nacute ń"
          + " cacute ć zacute ź zdot ż longs ſ dash ‐ hyphen ‐ emsp \u2003 ensp \u2002 thinsp"
          + " \u2009 zwnj \u200C zwj \u200D";

  private static final Pattern REFERENCE = Pattern.compile("&(\\w{1,10});?");

  private static final Map<String, String> CHARACTERS = characters();

  private Entities() {}

  private static Map<String, String> characters() {
    Map<String, String> found = new HashMap<>();
    char c = '\u00A0';
    for (String name : LATIN.split(" ", -1)) {
      found.put(name, String.valueOf(c++));
    }
    char upper = '\u0391';
    for (String name : GREEK.split(" ", -1)) {
      if (!name.equals("-")) {
        found.put(name, String.valueOf(upper));
        found.put(name.toLowerCase(Locale.ROOT), String.valueOf((char) (upper + 32)));
      }
      upper++;
    }
    String[] others = OTHERS.split(" ", -1);
    for (int i = 0; i + 1 < others.length; i += 2) {
      found.put(others[i], others[i + 1]);
    }
    return Map.copyOf(found);
  }

  /** The five that need no declaration (XML 1.0, section 4.6). */
  static boolean isOfXml(String name) {
    return XML.contains(name);
  }

  /** What a name stands for, as it is written in XML. */
  static Optional<String> character(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return CHARACTERS.containsKey(name)
        ? Optional.of(CHARACTERS.get(name))
        : XML.contains(lower) ? Optional.of("&" + lower + ";") : Optional.empty();
  }

  /** A character as one can see it. */
  static String shown(String character) {
    char c = character.charAt(0);
    return Chars.isOddSpace(c) || Character.getType(c) == Character.FORMAT
        ? String.format("U+%04X", (int) c)
        : character;
  }

  /** Puts the characters for all such names in a text. */
  static Fix replaced(String all) {
    List<Fix.Edit> edits = new ArrayList<>();
    String title = "";
    Matcher references = REFERENCE.matcher(all);
    for (MatchResult found : (Iterable<MatchResult>) references.results()::iterator) {
      String name = found.group(1);
      boolean ended = found.group().endsWith(";");
      if (edits.size() < Fault.MOST_EDITS
          && !(ended && isOfXml(name))
          && character(name).isPresent()) {
        String by = character(name).get();
        edits.add(new Fix.Edit(found.start(), found.end(), by));
        title = title.isEmpty() ? found.group() + " → " + shown(by) : title;
      }
    }
    return new Fix(title, edits);
  }
}
