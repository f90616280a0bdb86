package org.letterpress.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Does the list of names hold each element of the letter schema, and what does it make of slips?
 */
class TeiNamesTest {

  private static final Pattern ELEMENT = Pattern.compile("(?m)^[^#\n]*\\belement (\\w+) \\{");

  @Test
  void holdsTheElementsOfTheLetterSchema() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of("schema/modules"))) {
      for (Path module : modules.sorted().toList()) {
        List<MatchResult> elements = ELEMENT.matcher(Files.readString(module)).results().toList();
        elements.forEach(one -> assertTrue(TeiNames.has(one.group(1)), one.group(1)));
      }
    }
    assertTrue(TeiNames.has("TEI"));
  }

  @Test
  void partsANameFromTheAttributeThatRanIntoIt() {
    assertEquals(Optional.of("persName"), TeiNames.beginning("persNameref"));
    assertEquals(Optional.of("p"), TeiNames.beginning("pn"));
    assertEquals(Optional.of("correspAction"), TeiNames.beginning("correspActiontype"));
    assertEquals(Optional.empty(), TeiNames.beginning("persName"));
    assertEquals(Optional.empty(), TeiNames.beginning("xyz"));
  }
}
