package org.letterpress.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.xml.PrintedWords;

/**
 * The signs that {@code xslt/text.xsl} and {@code xslt/markdown.xsl} print for what text alone
 * can't show otherwise.
 */
final class PlainSigns {

  static final String GAP = "[…]";
  static final String UNCLEAR = "[?]";
  static final String SUPPLIED_FROM = "[";
  static final String SUPPLIED_TO = "]";
  static final String DELETED_FROM = "⟦";
  static final String DELETED_TO = "⟧";

  static final String ADDED_FROM = "\\";
  static final String ADDED_TO = "/";
  static final String COLUMN = "‖";

  /** At the end of a line: the word goes on in the next. */
  static final String BROKEN = "¬";

  /** The mark of a page, in every language that the program prints; its label in group 1. */
  static final Pattern PAGE =
      Pattern.compile(
          "\\[(?:%s)(?: ([^\\]\\n]+?))?(?:, (?:%s))?\\]"
              .formatted(everyWord("text.page"), everyWord("text.inferred")));

  private static final QName REND = new QName("rend");
  private static final QName RENDITION = new QName("rendition");
  private static final QName TYPE = new QName("type");

  /** The number of an item; a name is none. */
  private static final Pattern NUMBER =
      Pattern.compile("\\(?(\\p{N}{1,4}\\p{L}?|\\p{L}|[ivxlIVXL]{1,6})[.):]?");

  private static final Pattern ENDS_IN_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}-]$");

  private static final Pattern MARKED = Pattern.compile("\\s*[\"“”„‘‚«»‹›]");

  /** What begins with an apostrophe is quoted where it ends with another. */
  private static final Pattern IN_APOSTROPHES =
      Pattern.compile("(?s)\\s*['’].*['’‘][.,;:!?…]*\\s*");

  private static final Pattern OPENED =
      Pattern.compile("(^|[\\s(\\[—–-])[\"“”„‘’‚«»‹›][\\s\u00A0]*$");

  private static final Set<XdmNodeKind> WORDS = Set.of(XdmNodeKind.TEXT, XdmNodeKind.ELEMENT);

  /** Phrases that are there for their looks. */
  private static final Set<String> FOR_LOOKS = Set.of("hi", "emph", "mentioned", "soCalled");

  private static final Set<String> RAISED = Set.of("superscript", "sup", "super");

  private static final Pattern CSS_RAISED = Pattern.compile("(?i)vertical-align:\\s*super");

  /** These part the paragraph that they stand in; the rule is that of {@code fp:breaks}. */
  private static final Set<String> BREAKERS =
      Set.of(
          "p",
          "ab",
          "list",
          "listBibl",
          "table",
          "lg",
          "l",
          "floatingText",
          "div",
          "attachment",
          "listPerson",
          "listPlace",
          "listOrg",
          "listEvent",
          "listRelation");

  private static final Set<String> CAPITALS =
      Set.of(
          "smallcaps", "small-caps", "sc", "capitals", "caps", "allcaps", "all-caps", "uppercase");

  private static final Pattern CSS_CAPITALS =
      Pattern.compile("(?i)font-variant[a-z-]*:[^;]*small-caps|text-transform:\\s*uppercase");

  private PlainSigns() {}

  /** Where the source has a gap: with what the editors say of it. */
  static String gap(XdmNode gap) {
    String said = Fold.line(gap.getStringValue());
    return said.isEmpty() ? GAP : GAP.replace("]", " " + said + "]");
  }

  /** After a reading that stands so: with the editors' correction, where they give one. */
  static String sic(XdmNode sic) {
    String correction = beside(sic, Set.of("corr"));
    return correction.isEmpty() ? "[sic]" : "[sic; recte " + correction + "]";
  }

  /** After an original or abbreviated form: what the editors read or expand; empty where not. */
  static String reading(XdmNode form) {
    String reading = beside(form, Set.of("reg", "expan"));
    return reading.isEmpty() ? "" : "[= " + reading + "]";
  }

  /** The texts of the other sides of a choice with one of these names. */
  private static String beside(XdmNode side, Set<String> names) {
    List<String> texts = new ArrayList<>();
    if (Tei.name(side.getParent()).equals("choice")) {
      for (XdmNode other : side.getParent().children()) {
        if (names.contains(Tei.name(other))) {
          texts.add(Fold.line(Tei.wordsWithoutNotes(other)));
        }
      }
    }
    return String.join(" / ", texts);
  }

  /** Where a hand begins. */
  static String hand(XdmNode shift) {
    StringBuilder hand = new StringBuilder();
    for (String name : List.of("new", "scribe", "medium")) {
      for (String said : Tei.value(shift, new QName(name)).split("\\s+", -1)) {
        hand.append(said.isEmpty() ? "" : " " + (said.startsWith("#") ? name(shift, said) : said));
      }
    }
    return "[Hand" + (hand.isEmpty() ? "" : ":") + hand + "]";
  }

  /** The name of a hand that the header describes; else its id. */
  private static String name(XdmNode shift, String pointer) {
    String id = pointer.substring(1);
    return Tei.inHeader(shift, "handNote", id)
        .map(PlainSigns::name)
        .filter(name -> !name.isEmpty())
        .orElse(id);
  }

  private static String name(XdmNode handNote) {
    String scribe = Tei.value(handNote, new QName("scribe")).replace('_', ' ');
    String called =
        handNote
            .select(Steps.child(Predicates.isElement()))
            .filter(e -> Set.of("persName", "name").contains(Tei.name(e)))
            .findFirst()
            .map(e -> Fold.line(e.getStringValue()))
            .orElse("");
    String all = Fold.line(handNote.getStringValue());
    return !scribe.isEmpty() ? scribe : !called.isEmpty() ? called : all.length() <= 60 ? all : "";
  }

  /** For a reference without words of its own: where it leads. */
  static String reference(XdmNode ref) {
    String target = Tei.value(ref, new QName("target"));
    return target.startsWith("#") ? "[→]" : "[→ " + Fold.line(target) + "]";
  }

  /** Whether a text set off by its looks is set in capitals. */
  static boolean isCapitals(XdmNode e) {
    return looks(e).anyMatch(CAPITALS::contains) || CSS_CAPITALS.matcher(Tei.css(e)).find();
  }

  private static Stream<String> looks(XdmNode e) {
    String rendition = Tei.value(e, RENDITION).replace("#", "");
    return Stream.of((Tei.value(e, REND).toLowerCase(Locale.ROOT) + " " + rendition).split("\\s+"));
  }

  /** Whether a quotation is set as a block, without marks. */
  static boolean isBlock(XdmNode quotation) {
    if (Tei.name(quotation.getParent()).equals("div")) {
      return true;
    }
    for (XdmNode child : quotation.children()) {
      if (breaks(child)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a node parts the paragraph in which it stands; the rule is that of {@code fp:breaks}.
   */
  static boolean breaks(XdmNode node) {
    String name = Tei.name(node);
    return (BREAKERS.contains(name) && !Tei.isRegister(node) && !isInLine(node))
        || (name.equals("figure") && has(node, "graphic"))
        || (Set.of("q", "quote", "cit").contains(name) && isBlock(node));
  }

  /** Whether a list runs on in the line; the rule is that of {@code fp:is-in-line}. */
  private static boolean isInLine(XdmNode list) {
    return Tei.name(list).equals("list")
        && (Set.of(Tei.value(list, REND).split("\\s+")).contains("inline")
            || Tei.value(list, TYPE).equals("inline"))
        && Tei.elements(list).stream()
            .flatMap(item -> Tei.elements(item).stream())
            .noneMatch(PlainSigns::breaks);
  }

  private static boolean has(XdmNode parent, String child) {
    for (XdmNode node : parent.children()) {
      if (Tei.name(node).equals(child)) {
        return true;
      }
    }
    return false;
  }

  /** The mark before a quotation that has none of its own, or the one after it. */
  static String quote(boolean opens, boolean isInner, String lang) {
    return PrintedWords.of(
        "print.quote" + (isInner ? ".inner" : "") + (opens ? ".open" : ".close"), lang);
  }

  /** The words of a message, without what is filled in, in each language, as a pattern. */
  private static String everyWord(String key) {
    return PrintedWords.languages().stream()
        .map(lang -> PrintedWords.of(key, lang).replaceAll("\\{\\w+\\}", "").strip())
        .distinct()
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /** Whether a quotation in the line has its marks in the source, as {@code f:is-marked} says. */
  static boolean hasMarks(XdmNode quotation) {
    String text = quotation.getStringValue();
    if (MARKED.matcher(text).lookingAt() || IN_APOSTROPHES.matcher(text).matches()) {
      return true;
    }
    List<XdmNode> before =
        quotation.select(Steps.precedingSibling()).asList().stream()
            .filter(node -> WORDS.contains(node.getNodeKind()))
            .limit(2)
            .toList();
    if (before.isEmpty() || before.get(0).getNodeKind() != XdmNodeKind.TEXT) {
      return false;
    }
    String earlier = before.size() > 1 ? before.get(1).getStringValue() : "";
    return OPENED.matcher(earlier + before.get(0).getStringValue()).find();
  }

  /** Whether letters of the same word follow a phrase, in the line of the file. */
  static boolean wordGoesOn(XdmNode phrase) {
    if (!ENDS_IN_WORD.matcher(phrase.getStringValue()).find()) {
      return false;
    }
    XdmNode at = Tei.name(phrase.getParent()).equals("choice") ? phrase.getParent() : phrase;
    return at.select(Steps.followingSibling())
        .findFirst()
        .filter(next -> next.getNodeKind() == XdmNodeKind.TEXT)
        .map(XdmNode::getStringValue)
        .filter(text -> !text.isEmpty() && Fold.isWordPart(text.codePointAt(0)))
        .isPresent();
  }

  /** Whether a phrase is raised by its looks. */
  static boolean isRaised(XdmNode e) {
    boolean hasLooks =
        FOR_LOOKS.contains(Tei.name(e))
            || e.getAttributeValue(RENDITION) != null
            || e.getAttributeValue(new QName("style")) != null;
    return hasLooks
        && !Tei.name(e).equals("note")
        && (looks(e).anyMatch(RAISED::contains) || CSS_RAISED.matcher(Tei.css(e)).find());
  }

  /**
   * The bullet or number before an item that is the program's to print; the rules are those of
   * {@code fp:list-rend} and {@code fp:number}.
   *
   * @param countsByItself whether bullets, and numbers that run on, are left to the format
   */
  static Optional<String> item(XdmNode item, boolean countsByItself) {
    XdmNode list = item.getParent();
    List<XdmNode> items =
        Tei.elements(list).stream().filter(child -> Tei.name(child).equals("item")).toList();
    if (isInLine(list) || has(list, "label")) {
      return Optional.empty();
    }
    String said = (Tei.value(list, REND) + " " + Tei.value(list, TYPE)).toLowerCase(Locale.ROOT);
    if (said.matches(".*(bullet|unorder|disc).*")) {
      return countsByItself ? Optional.empty() : Optional.of("-");
    }
    boolean isCounted =
        said.matches(".*(number|order|decimal|alpha|roman).*")
            || items.stream().noneMatch(one -> number(one).isEmpty());
    List<String> numbers = new ArrayList<>();
    for (XdmNode one : items) {
      String own = number(one);
      String number = own.isEmpty() ? String.valueOf(numbers.size() + 1) : own;
      numbers.add(number.matches(".*[.):]") ? number : number + ".");
    }
    return isCounted && !(countsByItself && runOn(numbers))
        ? Optional.of(numbers.get(items.indexOf(item)))
        : Optional.empty();
  }

  private static String number(XdmNode item) {
    String n = Fold.line(Tei.value(item, new QName("n")));
    return NUMBER.matcher(n).matches() ? n : "";
  }

  private static boolean runOn(List<String> numbers) {
    if (!numbers.stream().allMatch(number -> number.matches("\\d{1,9}\\."))) {
      return false;
    }
    int first = Integer.parseInt(numbers.get(0).replace(".", ""));
    for (int i = 0; i < numbers.size(); i++) {
      if (!numbers.get(i).equals(first + i + ".")) {
        return false;
      }
    }
    return true;
  }
}
