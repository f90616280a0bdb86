package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the letter schema accepts is TEI. */
final class GrammarSubsetTest {

  /** The comparison enters an element once, unless it is told that the name has two patterns. */
  @Test
  void noOtherElementHasTwoPatterns() throws IOException {
    Map<String, Integer> patterns = new TreeMap<>();
    try (Stream<Path> modules = Files.list(Path.of("schema", "modules"))) {
      for (Path module : modules.toList()) {
        Pattern.compile("\\belement (\\w+) \\{")
            .matcher(Files.readString(module))
            .results()
            .forEach(element -> patterns.merge(element.group(1), 1, Integer::sum));
      }
    }
    patterns.values().removeIf(count -> count == 1);
    assertEquals(Samples.BY_PARENT, patterns.keySet());
  }

  @Test
  void everyStateOfTheLetterSchemaIsOneOfTei() throws Exception {
    assumeTrue(
        Files.exists(Samples.TEI_ALL),
        "Skipped: the grammar of TEI is not at " + Samples.TEI_ALL.toAbsolutePath());
    WalkableGrammar letter = WalkableGrammar.load(Samples.GRAMMAR);
    WalkableGrammar tei = WalkableGrammar.load(Samples.TEI_ALL);

    GrammarComparison.Result result =
        GrammarComparison.compare(letter, tei, Samples.BY_PARENT, Samples.VALUES);

    assertEquals(Set.of(), result.differences());
    assertTrue(result.elements() > 250, () -> "too few elements were entered: " + result);
    assertTrue(result.states() > 700, () -> "too few states were visited: " + result);
    assertTrue(result.attributes() > 120, () -> "too few attributes were met: " + result);
  }
}
