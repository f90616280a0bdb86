package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.finding.Catalogue;
import org.letterpress.serve.Preview;
import org.letterpress.serve.Server;

/** The preview in a real browser: its pages load themselves anew and say what is to be mended. */
class PreviewIT extends InBrowser {

  private static final String ID = "khrushchev-kennedy-1961-11-09";
  private static final String ROOT = "document.getElementById('letterpress-preview')?.shadowRoot";
  private static final int NARROW = 360;
  private static final int WIDE = 1440;

  PreviewIT(Editions editions) {
    super(editions);
  }

  @Test
  void aPageFollowsItsLetter(@TempDir Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(Path.of("tei"))) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(Path.of("tei").relativize(one).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(one, copy);
      }
    }
    Path letter = folder.resolve("letters/" + ID + ".xml");
    String good = Files.readString(letter);
    Preview preview = new Preview(folder, List.of(), List.of(), 0, Catalogue.ENGLISH, "1");
    try (Server server = Server.start(preview, turn -> {})) {
      browser.open(server.address() + "letters/" + ID + ".html");
      until("document.getElementById('letterpress-preview')?.hidden");
      browser.console();

      Files.writeString(letter, good.replaceFirst("great attention", "great delight"));
      until("document.querySelector('main').textContent.includes('great delight')");

      Files.writeString(letter, good.replaceFirst("great attention", "great <hi>delight"));
      until(ROOT + "?.querySelector('.broken .remedy')?.checkVisibility()");
      assertAccessible();
      assertEquals(
          true,
          browser.ask(ROOT + "?.querySelector('.broken').textContent.includes('" + ID + ".xml')"));
      assertEquals(
          true,
          browser.ask("document.querySelector('main').textContent.includes('great delight')"));

      Files.writeString(
          letter, good.replaceFirst("great attention", "great <nonsense>hope</nonsense>"));
      until("document.querySelector('main').textContent.includes('great hope')");
      until(ROOT + "?.querySelector('.own > summary')?.checkVisibility()");
      assertEquals(true, browser.ask(ROOT + "?.querySelector('.broken') === null"));
      browser.ask(ROOT + "?.querySelector('.own > summary').click()");
      assertAccessible();
      assertEquals(
          1L,
          browser.ask(
              "new Set([..."
                  + ROOT
                  + ".querySelector('.finding').querySelectorAll(':scope > p')]"
                  + ".map(p => p.getBoundingClientRect().left)).size"),
          "a finding's paragraphs begin below each other");
      until(
          "scrollTo(0, document.body.scrollHeight), "
              + "document.querySelector('footer').getBoundingClientRect().bottom <= "
              + ROOT
              + ".querySelector('.panel').getBoundingClientRect().top");

      browser.open(server.address() + "no-such-page.html");
      until(ROOT + "?.querySelector('.panel')?.checkVisibility()");
      assertEquals(
          true,
          browser.ask(
              ROOT + ".querySelector('.panel').getBoundingClientRect().bottom === innerHeight"),
          "the panel stands at the window's foot, however short the page");
      browser.console(); // tells of the page that is not there

      browser.open(server.address() + "_letterpress/findings.html");
      assertEquals(List.of(), browser.console());
      assertEquals(List.of(), browser.violations());
    }
  }

  private void assertAccessible() {
    assertEquals(List.of(), browser.console());
    for (int width : List.of(NARROW, WIDE)) {
      for (boolean dark : List.of(false, true)) {
        browser.look(width, dark);
        assertEquals(List.of(), browser.violations(), "at " + width + " dark " + dark);
        assertEquals((long) width, browser.ask("document.documentElement.scrollWidth"));
      }
    }
    browser.console(); // axe puts styles into the page, which the policy forbids
  }

  /** Waits until a page that loads itself anew is as it should be. */
  private void until(String condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!Boolean.TRUE.equals(browser.ask("Boolean(document.body && (" + condition + "))"))) {
      assertTrue(Instant.now().isBefore(end), condition);
      Thread.sleep(50);
    }
  }
}
