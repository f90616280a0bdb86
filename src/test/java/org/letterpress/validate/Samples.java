package org.letterpress.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the tests of the schema have in common. */
final class Samples {

  /** The grammar under test. */
  static final Path GRAMMAR = Path.of("schema", "letter.rnc");

  /**
   * Corpora and grammars by others, which a checkout may lack; a sibling of the project's folder.
   */
  static final Path SHARED = Path.of(System.getProperty("letterpress.shared", "../shared"));

  /** All of TEI P5. */
  static final Path TEI_ALL = SHARED.resolve("schema/tei_all.rng");

  /** Elements that have two patterns: alone in a file, and within a corpus. */
  static final Set<String> BY_PARENT = Set.of("TEI", "teiHeader");

  /** Values of every datatype, at their edges and beyond. */
  static final List<String> VALUES =
      List.of(
          // words, names, addresses
          "a",
          "a b",
          "Žižek",
          "hasn't",
          "a:b",
          "#id",
          "#a #b",
          "letters/x.xml#a",
          "%zz",
          "",
          "http://example.org/x?y=z",
          "image/jpeg",
          "en-GB",
          "x-private",
          "deutsch",
          // numbers and measures
          "0",
          "12",
          "-1",
          "2.5",
          "1/2",
          "1 2",
          "1 2 3",
          "1,2 3,4 5,6",
          "12cm",
          "-3mm",
          "4.9.0",
          // dates
          "1961-11-09",
          "1961-11",
          "1961",
          "--11-09",
          "--11",
          "---09",
          "1961-11-31",
          "1961-11-09T18:30:00+03:00",
          "18:30:00",
          "P3D",
          "1961-W45",
          // closed lists
          "true",
          "false",
          "unknown",
          "inapplicable",
          "high",
          "medium",
          "low",
          "internal",
          "external conjecture",
          "yes",
          "no",
          "maybe",
          "abb",
          "init",
          "Y",
          "I",
          "preserve",
          "default",
          "m",
          "free",
          "restricted",
          "silent",
          "markup",
          "all",
          "some",
          "hard",
          "none",
          "css",
          "sent",
          "redirected",
          "horizontal",
          "sole",
          "composite",
          "location-referenced",
          "start",
          "pi",
          "both",
          "overlap");

  private Samples() {}
}
