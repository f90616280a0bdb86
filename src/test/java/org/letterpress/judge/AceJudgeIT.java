package org.letterpress.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.json.Json;

/**
 * Ace by DAISY on e-books: no violation of any weight. It is a program for Node.js that is installed
 * by {@code .ci/run}, with {@code npm install --prefix target/judges/ace --ignore-scripts
 * @daisy/ace@1.4.6}; without it, or without a browser, the tests are skipped.
 */
@ExtendWith(Editions.Resolver.class)
class AceJudgeIT {

  private static final Path ACE =
      Path.of("target", "judges", "ace", "node_modules", ".bin", "ace-puppeteer");

  private final Editions editions;
  @TempDir Path temp;

  AceJudgeIT(Editions editions) {
    this.editions = editions;
  }

  @Test
  void everyEditionIsAccessible() throws IOException, InterruptedException {
    assumeTrue(Files.exists(ACE), "Ace by DAISY is not installed; .ci/run does it.");
    assumeTrue(Browser.chromium().isPresent(), Browser.MISSING);
    for (Published edition : editions.all()) {
      assertEquals(List.of(), violations(edition.path("edition.epub")));
    }
  }

  /** What Ace has found: its weight, the rule, the place. */
  private List<String> violations(Path book) throws IOException, InterruptedException {
    Path report = Files.createTempDirectory(temp, "ace");
    ProcessBuilder ace =
        new ProcessBuilder(
                ACE.toString(), "--force", "--outdir", report.toString(), book.toString())
            .redirectErrorStream(true);
    ace.environment().put("PUPPETEER_EXECUTABLE_PATH", Browser.chromium().orElseThrow().toString());
    Process process = ace.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
    Map<String, Object> found =
        new Json().toType(Files.readString(report.resolve("report.json")), Json.MAP_TYPE);
    List<String> violations = new ArrayList<>();
    int files = 0;
    for (Object entry : (List<?>) found.get("assertions")) {
      Map<?, ?> file = (Map<?, ?>) entry;
      files++;
      for (Object assertion : (List<?>) file.get("assertions")) {
        Map<?, ?> test = (Map<?, ?>) ((Map<?, ?>) assertion).get("earl:test");
        violations.add(
            ((Map<?, ?>) file.get("earl:testSubject")).get("url")
                + ": "
                + test.get("earl:impact")
                + ": "
                + test.get("dct:title")
                + ((Map<?, ?>) assertion).get("earl:result"));
      }
    }
    assertTrue(files > 5, said);
    return violations;
  }
}
