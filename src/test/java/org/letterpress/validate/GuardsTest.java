package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Finding;
import org.letterpress.xml.AllowedFiles;
import org.letterpress.xml.Xml;

/** One fault does not take everything with it, and what is known is not read again. */
class GuardsTest {

  @Test
  void aFaultInTheChecksOfTheEditionIsOneFinding() {
    List<Finding> findings =
        Check.guarded(
            () -> {
              throw new IllegalArgumentException("190");
            });
    assertEquals(List.of("program-fault"), findings.stream().map(Finding::code).toList());
  }

  @Test
  void aSchemaThatEveryLetterNamesIsReadOnce(@TempDir Path folder) throws Exception {
    Path schema = Files.writeString(folder.resolve("house.rng"), "<grammar/>");
    Xml xml = new Xml();
    SchemaLoader loader = new SchemaLoader(xml, new AllowedFiles(xml, folder, List.of(folder)));
    String letter = folder.toRealPath().resolve("letter.xml").toUri().toString();
    String found = loader.find(letter, "house.rng");
    Files.delete(schema);
    assertEquals(found, loader.find(letter, "house.rng"));
  }
}
