package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the letter schema accepts is TEI. */
final class GrammarSubsetTest {

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
