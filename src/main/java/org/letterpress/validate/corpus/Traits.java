package org.letterpress.validate.corpus;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.letterpress.xml.TeiNames;

/**
 * What the facts of a file have to know of an element by its name, looked up once for each tag.
 *
 * @param isName whether it names something
 * @param isUntagged whether names within it are not expected to be tagged
 * @param isWithinNames whether a name may go on behind its tag
 * @param isProse whether it holds the text of a letter
 * @param list the kind of register that it is, if it is one
 */
record Traits(
    boolean isName,
    boolean isUntagged,
    boolean isWithinNames,
    boolean isProse,
    Optional<Kind> list) {

  /** Within these nothing is expected to be tagged. */
  private static final Set<String> UNTAGGED =
      Set.of(
          "teiHeader",
          "standOff",
          "title",
          "bibl",
          "biblStruct",
          "listBibl",
          "q",
          "quote",
          "cit",
          "ref",
          "figure",
          "figDesc",
          "fw",
          "foreign",
          "titlePage",
          "address",
          "addrLine",
          "abbr",
          "date",
          "time",
          "term",
          "gloss",
          "orig",
          "sic",
          "del",
          "label",
          "desc",
          "docTitle",
          "stamp",
          "measure",
          "num",
          "formula",
          "floatingText",
          "facsimile");

  /** These don't end a name that goes on behind them. */
  private static final Set<String> WITHIN_NAMES =
      Set.of("hi", "lb", "pb", "cb", "c", "seg", "supplied", "unclear", "space", "w", "anchor");

  private static final Set<String> PROSE = Set.of("p", "ab", "opener", "closer", "l", "table");

  private static final Map<String, Traits> KNOWN =
      TeiNames.all().stream().collect(Collectors.toMap(Function.identity(), Traits::read));

  /** Those of an element. */
  static Traits of(String element) {
    Traits known = KNOWN.get(element);
    return known == null ? read(element) : known;
  }

  private static Traits read(String element) {
    return new Traits(
        Kind.isName(element),
        // An element that TEI has not may be a name's with a slip.
        UNTAGGED.contains(element) || !TeiNames.has(element),
        WITHIN_NAMES.contains(element),
        PROSE.contains(element),
        Kind.ofList(element));
  }
}
