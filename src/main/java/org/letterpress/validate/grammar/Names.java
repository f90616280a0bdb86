package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.letterpress.finding.Spelling;

/** How names are chosen and shown to an editor. */
final class Names {

  /** Of more names than these nobody reads the list. */
  private static final int FEW = 6;

  static final String TEI = "http://www.tei-c.org/ns/1.0";

  static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** The elements of letters, the commonest first, as counted in four editions. */
  private static final List<String> COMMON =
      List.of(
          "p",
          "hi",
          "rs",
          "persName",
          "note",
          "pb",
          "date",
          "placeName",
          "lb",
          "div",
          "closer",
          "opener",
          "signed",
          "salute",
          "dateline",
          "ref",
          "item",
          "head",
          "row",
          "cell",
          "list",
          "title",
          "postscript",
          "body",
          "text",
          "table",
          "orgName",
          "name",
          "address",
          "addrLine",
          "del",
          "add",
          "unclear",
          "quote",
          "foreign",
          "anchor",
          "lg",
          "l",
          "figure",
          "graphic",
          "teiHeader",
          "standOff",
          "titleStmt",
          "publicationStmt",
          "sourceDesc",
          "fileDesc",
          "encodingDesc",
          "profileDesc",
          "revisionDesc",
          "change",
          "correspDesc",
          "correspAction",
          "person",
          "place",
          "org",
          "event",
          "bibl",
          "listPerson",
          "listPlace",
          "listOrg",
          "listEvent",
          "listBibl",
          "seg");

  private static final Map<String, Integer> RANK = ranks(COMMON);

  /** What those write who know HTML, or say in their own words what TEI has a name for. */
  private static final Map<String, String> SYNONYMS = synonyms();

  private static final Map<String, List<String>> ATTRIBUTES_OF_HTML =
      Map.of(
          "id", List.of("id"),
          "lang", List.of("lang"),
          "href", List.of("target", "url", "ref"),
          "src", List.of("url", "target"),
          "class", List.of("rend"));

  private static final Map<String, String> LOOKS =
      Map.ofEntries(
          Map.entry("i", "italic"),
          Map.entry("em", "italic"),
          Map.entry("italic", "italic"),
          Map.entry("b", "bold"),
          Map.entry("strong", "bold"),
          Map.entry("bold", "bold"),
          Map.entry("u", "underline"),
          Map.entry("underline", "underline"),
          Map.entry("sup", "superscript"),
          Map.entry("sub", "subscript"));

  /** Of elements that stand side by side within {@code choice}, the other. */
  private static final Map<String, String> PARTNERS =
      Map.of(
          "sic", "corr", "corr", "sic", "abbr", "expan", "expan", "abbr", "orig", "reg", "reg",
          "orig");

  private Names() {}

  private static Map<String, String> synonyms() {
    Map<String, String> synonyms = new HashMap<>();
    Map.of(
            "hi", "i b u em strong italic bold underline sup sub small font center",
            "p", "para paragraph absatz",
            "salute", "greeting salutation anrede gruss gruß",
            "persName", "sender recipient absender empfänger",
            "head", "h1 h2 h3 h4 h5 h6 caption heading",
            "note", "footnote endnote fussnote fußnote",
            "signed", "signature unterschrift",
            "lb", "br linebreak",
            "list", "ul ol liste",
            "cell", "td th")
        .forEach((tei, others) -> put(synonyms, tei, others));
    Map.of(
            "milestone", "hr",
            "seg", "span",
            "ref", "a link",
            "graphic", "img image",
            "item", "li",
            "row", "tr",
            "quote", "blockquote",
            "postscript", "ps",
            "date", "datum",
            "pb", "pagebreak")
        .forEach((tei, others) -> put(synonyms, tei, others));
    Map.of("del", "strike s", "add", "ins", "div", "section article", "placeName", "ort")
        .forEach((tei, others) -> put(synonyms, tei, others));
    return Map.copyOf(synonyms);
  }

  private static void put(Map<String, String> synonyms, String tei, String others) {
    for (String other : others.split(" ", -1)) {
      synonyms.put(other, tei);
    }
  }

  private static Map<String, Integer> ranks(List<String> names) {
    return java.util.stream.IntStream.range(0, names.size())
        .boxed()
        .collect(Collectors.toMap(names::get, i -> i));
  }

  /** Whether an element is common in letters. */
  static boolean isCommon(Name name) {
    return RANK.containsKey(name.getLocalName());
  }

  /** By how common they are in letters, then by the alphabet. */
  static List<Name> sorted(Collection<Name> names) {
    return names.stream()
        .sorted(
            Comparator.comparingInt((Name name) -> rank(name.getLocalName()))
                .thenComparing(Name::getLocalName)
                .thenComparing(Name::getNamespaceUri))
        .toList();
  }

  private static int rank(String local) {
    return RANK.getOrDefault(local, COMMON.size());
  }

  /** A few of many: the nearest in spelling first, then the commonest in letters. */
  static String few(Collection<Name> names, String wanted) {
    List<String> sorted = sorted(names).stream().map(Name::getLocalName).distinct().toList();
    Optional<String> near = wanted.isEmpty() ? Optional.empty() : Spelling.nearest(wanted, sorted);
    List<String> few =
        java.util.stream.Stream.concat(near.stream(), sorted.stream())
            .distinct()
            .limit(FEW)
            .map(name -> "<" + name + ">")
            .toList();
    return String.join(", ", few);
  }

  /**
   * The element that somebody is likely to have meant. A name that is known to mean something is
   * never taken for another that is spelt like it.
   */
  static Optional<Name> meant(Name wrong, Collection<Name> candidates) {
    List<Name> sorted = sorted(candidates);
    String synonym = SYNONYMS.get(wrong.getLocalName().toLowerCase(Locale.ROOT));
    return synonym != null
        ? named(synonym, sorted)
        : Spelling.nearest(
                wrong.getLocalName(), sorted.stream().map(Name::getLocalName).distinct().toList())
            .flatMap(near -> named(near, sorted));
  }

  /** Whether it is known what a name means that TEI has not. */
  static boolean isSynonym(Name wrong) {
    return SYNONYMS.containsKey(wrong.getLocalName().toLowerCase(Locale.ROOT));
  }

  /** Of two elements that stand side by side the other's name; empty where there is none. */
  static String partner(String local) {
    return PARTNERS.getOrDefault(local, "");
  }

  /** The attribute that somebody is likely to have meant. */
  static Optional<Name> meantAttribute(Name wrong, Collection<Name> candidates) {
    List<Name> sorted = sorted(candidates);
    String local = wrong.getLocalName();
    if (ATTRIBUTES_OF_HTML.containsKey(local)) {
      return attributeOfHtml(wrong, sorted);
    }
    return named(local, sorted)
        .or(
            () ->
                Spelling.nearest(local, sorted.stream().map(Name::getLocalName).toList())
                    .flatMap(near -> named(near, sorted)))
        .or(
            () ->
                sorted.stream()
                    .filter(name -> local.length() > 3 && name.getLocalName().startsWith(local))
                    .findFirst());
  }

  /** What TEI has for an attribute of HTML. */
  static Optional<Name> attributeOfHtml(Name html, Collection<Name> candidates) {
    List<Name> sorted = sorted(candidates);
    return ATTRIBUTES_OF_HTML.getOrDefault(html.getLocalName(), List.of()).stream()
        .flatMap(tei -> named(tei, sorted).stream())
        .findFirst();
  }

  /** What an element of HTML says of looks, as an attribute of TEI; else nothing. */
  static String looks(Name html, Name tei) {
    String look = LOOKS.get(html.getLocalName().toLowerCase(Locale.ROOT));
    return look == null || !tei.getLocalName().equals("hi") ? "" : " rend=\"" + look + "\"";
  }

  private static Optional<Name> named(String local, List<Name> names) {
    return names.stream().filter(name -> name.getLocalName().equals(local)).findFirst();
  }

  /** An attribute's name as it is written. */
  static String attribute(Name name) {
    return name.getNamespaceUri().equals(XML) ? "xml:" + name.getLocalName() : name.getLocalName();
  }
}
