package org.letterpress.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Fix;

/** Characters and references in text and in the values of attributes. */
final class Characters {

  private static final Pattern REFERENCE =
      Pattern.compile("&(#[xX]?[0-9a-zA-Z]*|[\\p{L}_:][\\p{L}\\p{N}_:.-]*)(;?)");

  /** A longer reference is none that somebody meant. */
  private static final int LONGEST = 1000;

  private final SourceText text;
  private final String all;

  Characters(SourceText text) {
    this.text = text;
    this.all = text.characters();
  }

  /** Text between tags. */
  void checkContent(int start, int end) throws Fault {
    check(start, end, true);
  }

  /** The value of an attribute. */
  void checkValue(int start, int end) throws Fault {
    check(start, end, false);
  }

  /** What has no references: comments and their like. */
  void checkLegal(int start, int end) throws Fault {
    for (int at = start; at < end; at++) {
      checkLegal(at);
    }
  }

  private void check(int start, int end, boolean content) throws Fault {
    for (int at = start; at < end; at++) {
      char c = all.charAt(at);
      if (c == '&') {
        at = reference(at) - 1;
      } else if (content && c == ']' && all.startsWith("]]>", at)) {
        throw Fault.of(
            "cdata-end",
            text,
            at,
            at + 3,
            Map.of(),
            List.of(Fault.fix("]]> → ]]&gt;", at + 2, at + 3, "&gt;")));
      } else {
        checkLegal(at);
      }
    }
  }

  private void checkLegal(int at) throws Fault {
    char c = all.charAt(at);
    boolean legal =
        Character.isSurrogate(c)
            ? Character.isSurrogatePair(c, at + 1 < all.length() ? all.charAt(at + 1) : ' ')
                || (at > 0 && Character.isSurrogatePair(all.charAt(at - 1), c))
            : Chars.isLegal(c);
    if (legal) {
      return;
    }
    List<Fix.Edit> edits = new ArrayList<>();
    for (int i = 0; i < all.length() && edits.size() <= Fault.MOST_EDITS; i++) {
      if (!Chars.isLegal(all.charAt(i))) {
        edits.add(new Fix.Edit(i, i + 1, ""));
      }
    }
    String point = String.format("U+%04X", (int) c);
    throw Fault.of(
        "character-forbidden",
        text,
        at,
        at + 1,
        Map.of("character", point),
        edits.isEmpty() || edits.size() > Fault.MOST_EDITS
            ? List.of()
            : List.of(new Fix("− " + point, edits)));
  }

  private int reference(int at) throws Fault {
    int window = Math.min(all.length(), at + LONGEST);
    Matcher matcher = REFERENCE.matcher(all).region(at, window);
    if (!matcher.lookingAt()) {
      throw raw(at);
    }
    String name = matcher.group(1);
    boolean ended = !matcher.group(2).isEmpty();
    if (name.startsWith("#")) {
      checkNumber(at, matcher.end(), name, ended);
      return matcher.end();
    }
    if (ended && Entities.isOfXml(name)) {
      return matcher.end();
    }
    Optional<String> meant = Entities.character(name);
    if (!ended && meant.isEmpty()) {
      throw raw(at);
    }
    String code =
        !ended
            ? "reference-unfinished"
            : meant.isPresent() ? "entity-of-html" : "entity-undeclared";
    throw Fault.of(
        code,
        text,
        at,
        matcher.end(),
        Map.of("reference", matcher.group(), "character", meant.map(Entities::shown).orElse("")),
        List.of(meant.isPresent() ? Entities.replaced(all) : ampersand(at)));
  }

  private Fault raw(int at) {
    return Fault.of("ampersand-raw", text, at, at + 1, Map.of(), List.of(ampersand(at)));
  }

  private static Fix ampersand(int at) {
    return Fault.fix("& → &amp;", at, at + 1, "&amp;");
  }

  private void checkNumber(int at, int end, String number, boolean ended) throws Fault {
    boolean hex = number.startsWith("#x");
    String digits = number.substring(hex ? 2 : 1);
    boolean whole = ended && digits.matches(hex ? "[0-9a-fA-F]+" : "[0-9]+");
    if (!whole) {
      String kept = digits.replaceFirst(hex ? "^([0-9a-fA-F]*).*" : "^([0-9]*).*", "$1");
      int after = at + (hex ? 3 : 2) + kept.length();
      Fix fix =
          kept.isEmpty()
              ? ampersand(at)
              : Fault.fix(all.substring(at, after) + ";", after, after, ";");
      throw Fault.of(
          "reference-number-unfinished",
          text,
          at,
          end,
          Map.of("reference", Fault.quoted(all.substring(at, end))),
          List.of(fix));
    }
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (significant.length() > 7 || !Chars.isLegal(Integer.parseInt(significant, hex ? 16 : 10))) {
      throw Fault.of(
          "reference-forbidden",
          text,
          at,
          end,
          Map.of("reference", Fault.quoted(all.substring(at, end))),
          List.of(Fault.fix("− " + Fault.quoted(all.substring(at, end)), at, end, "")));
    }
  }
}
