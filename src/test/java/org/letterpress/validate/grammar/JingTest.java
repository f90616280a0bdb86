package org.letterpress.validate.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.letterpress.Jing;
import org.xml.sax.SAXParseException;

/** Our verdict is that of Jing's own validator, whatever the document. */
class JingTest {

  private static final Path LETTER = Path.of("schema", "letter.rnc");
  private static final Path TEI_ALL = Judge.SHARED.resolve("schema/tei_all.rng");
  private static final long SEED = 1834;
  private static final int MUTATIONS = 2000;

  @ParameterizedTest
  @CsvSource({"tillich, 260", "schnitzler, 100", "frus, 1"})
  void agreesOnRealLetters(String corpus, int atLeast) throws Exception {
    Path folder = Judge.SHARED.resolve("corpora").resolve(corpus);
    assumeTrue(
        Files.isDirectory(folder) && Files.exists(TEI_ALL),
        () -> "Skipped: no letters of others at " + folder.toAbsolutePath());
    List<Path> files = files(folder);
    List<String> differences = new ArrayList<>();
    int judged = 0;
    for (Path schema : List.of(LETTER, TEI_ALL)) {
      Grammar ours = Judge.grammar(schema);
      Jing jing = new Jing(schema);
      for (Path file : files) {
        String document = Judge.read(file);
        try {
          boolean valid = jing.accepts(document);
          judged++;
          if (valid != Judge.findings(ours, document).isEmpty()) {
            differences.add(schema.getFileName() + ": " + file.getFileName());
          }
        } catch (SAXParseException e) {
          assertTrue(corpus.equals("tillich"), e::toString); // two of them are not well-formed
        }
      }
    }

    assertEquals(List.of(), differences);
    assertTrue(judged >= 2 * atLeast, "too few files: " + judged);
  }

  @Test
  void agreesOnMutations() throws Exception {
    Grammar ours = Grammar.letter();
    Jing jing = new Jing(LETTER);
    List<String> letters =
        Stream.of(
                "src/test/cases/schema/letter-valid.xml",
                "src/test/cases/schema/register-valid.xml",
                "src/test/cases/schema/volume-valid.xml",
                "src/test/cases/validate/letter-valid/letter.xml")
            .map(file -> Judge.read(Path.of(file)))
            .toList();
    Random random = new Random(SEED);
    int valid = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String mutated = Mutation.of(letters.get(random.nextInt(letters.size())), random, 1 + i % 3);
      boolean accepted = jing.accepts(mutated);
      valid += accepted ? 1 : 0;
      assertEquals(accepted, Judge.findings(ours, mutated).isEmpty(), mutated);
    }
    int all = valid;
    assertTrue(all > MUTATIONS / 50 && all < MUTATIONS / 2, () -> all + " were valid");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }
}
