package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison of grammars sees each kind of difference, and none where there is none. */
final class GrammarComparisonTest {

  private static final String WIDE =
      """
      start = letter
      letter = element letter { attribute id { xsd:NCName }, attribute lang { text }?, head?, p+ }
      head = element head { text }
      p = element p { (attribute from { text } | attribute to { text })?, (text | name | \\list)* }
      name = element name { attribute type { "high" | "low" }?, text }
      \\list = element list { item+ }
      item = element item { p* }
      """;

  @TempDir private Path folder;

  @Test
  void aGrammarIsASubsetOfItself() throws Exception {
    GrammarComparison.Result result = compare(WIDE);

    assertEquals(Set.of(), result.differences());
    assertEquals(6, result.elements());
    assertEquals(5, result.attributes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "head?, p+ | head*, p+ | letter: <head> is not allowed here",
        "head?, p+ | head?, p* | letter: it may not end here",
        "head?, p+ | (head? & p+) | letter: <head> is not allowed here",
        "head?, p+ | text, head?, p+ | letter: text is not allowed here",
        "item+ | item+, name | list: <name> is not allowed here",
        "element item { p* } | element item { p*, text } | item: text is not allowed here",
        "xsd:NCName | text | letter/@id: \"12\" is refused",
        "lang { text }? | lang { text }?, attribute n { text }? | letter: @n is not allowed here",
        "'{ text } | attribute to' | '{ text }?, attribute to' | p/@to: refused beside others",
        "'\"low\"' | '\"low\" | \"some\"' | name/@type: \"some\" is refused",
        "attribute id { xsd:NCName } | attribute id { xsd:NCName }? | letter: an attribute is missing"
      })
  void seesWhatTheNarrowGrammarAllowsTooMuch(String original, String changed, String difference)
      throws Exception {
    Set<String> differences = compare(WIDE.replace(original, changed)).differences();

    assertTrue(differences.contains(difference), () -> "found only " + differences);
  }

  private GrammarComparison.Result compare(String narrow) throws Exception {
    return GrammarComparison.compare(
        load("narrow.rnc", narrow), load("wide.rnc", WIDE), Set.of(), Samples.VALUES);
  }

  private WalkableGrammar load(String name, String grammar) throws Exception {
    return WalkableGrammar.load(Files.writeString(folder.resolve(name), grammar));
  }
}
