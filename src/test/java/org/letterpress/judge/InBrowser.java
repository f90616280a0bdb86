package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the editions in a real browser. Where there is none they are skipped, with a word about
 * it; in continuous integration, where {@code CI=true}, they fail.
 */
@ExtendWith(Editions.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {

  final Editions editions;
  Browser browser;

  InBrowser(Editions editions) {
    this.editions = editions;
  }

  @BeforeAll
  void start(@TempDir Path profile) {
    browser = Browser.start(profile).orElse(null);
    if (browser == null) {
      assertNotEquals("true", System.getenv("CI"), Browser.MISSING);
      System.err.println("\n  " + Browser.MISSING + "\n");
    }
  }

  @BeforeEach
  void skipWithoutBrowser() {
    assumeTrue(browser != null, Browser.MISSING);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }
}
