package org.letterpress.validate.grammar;

import com.thaiopensource.xml.util.Name;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.letterpress.finding.Spelling;

/** How names are chosen and shown to an editor. */
final class Names {

  /** Of more names than these nobody reads the list. */
  private static final int FEW = 6;

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

  /** What those who know HTML write, and what TEI has for it. */
  private static final Map<String, String> OF_HTML =
      Map.ofEntries(
          Map.entry("br", "lb"),
          Map.entry("hr", "milestone"),
          Map.entry("i", "hi"),
          Map.entry("b", "hi"),
          Map.entry("u", "hi"),
          Map.entry("em", "emph"),
          Map.entry("strong", "emph"),
          Map.entry("sup", "hi"),
          Map.entry("sub", "hi"),
          Map.entry("span", "seg"),
          Map.entry("a", "ref"),
          Map.entry("img", "graphic"),
          Map.entry("ul", "list"),
          Map.entry("ol", "list"),
          Map.entry("li", "item"),
          Map.entry("tr", "row"),
          Map.entry("td", "cell"),
          Map.entry("th", "cell"),
          Map.entry("h1", "head"),
          Map.entry("h2", "head"),
          Map.entry("h3", "head"),
          Map.entry("blockquote", "quote"),
          Map.entry("footnote", "note"));

  private static final Map<String, String> ATTRIBUTE_OF_HTML =
      Map.of("id", "id", "lang", "lang", "href", "target", "src", "url", "class", "rend");

  private static final Map<String, String> LOOKS =
      Map.of(
          "i", "italic", "b", "bold", "u", "underline", "sup", "superscript", "sub", "subscript");

  private Names() {}

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

  /** The element that somebody is likely to have meant. */
  static Optional<Name> meant(Name wrong, Collection<Name> candidates) {
    List<Name> sorted = sorted(candidates);
    Optional<Name> html = named(OF_HTML.get(wrong.getLocalName()), sorted);
    if (html.isPresent() && !wrong.getLocalName().equals("b")) {
      return html;
    }
    return Spelling.nearest(
            wrong.getLocalName(), sorted.stream().map(Name::getLocalName).distinct().toList())
        .flatMap(near -> named(near, sorted))
        .or(() -> html);
  }

  /** The attribute that somebody is likely to have meant. */
  static Optional<Name> meantAttribute(Name wrong, Collection<Name> candidates) {
    List<Name> sorted = sorted(candidates);
    String local = wrong.getLocalName();
    return named(local, sorted)
        .or(
            () ->
                Spelling.nearest(local, sorted.stream().map(Name::getLocalName).toList())
                    .flatMap(near -> named(near, sorted)))
        .or(() -> named(ATTRIBUTE_OF_HTML.get(local), sorted))
        .or(
            () ->
                sorted.stream()
                    .filter(name -> local.length() > 3 && name.getLocalName().startsWith(local))
                    .findFirst());
  }

  /** What an element of HTML says of looks, as an attribute of TEI; else nothing. */
  static String looks(Name html, Name tei) {
    String look = LOOKS.get(html.getLocalName());
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
