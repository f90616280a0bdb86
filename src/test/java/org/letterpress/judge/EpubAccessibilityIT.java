package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The e-books' pages in a real browser, which is what most reading systems are made of: WCAG 2.2 AA
 * by axe-core. Skipped where there is no browser, as {@link AccessibilityIT} is.
 */
class EpubAccessibilityIT extends InBrowser {

  /**
   * A page break has a name and nothing else to be read (DPUB-ARIA 1.1, doc-pagebreak: name from
   * author; EPUB Accessibility asks for it); axe knows this of a separator, not of this kind of it.
   */
  private static final Pattern NAMED_PAGES =
      Pattern.compile("aria-prohibited-attr: [^:]*: #(page|pb)-[^,]+(, #(page|pb)-[^,]+)*");

  EpubAccessibilityIT(Editions editions) {
    super(editions);
  }

  @Test
  void everyPageIsAccessible(@TempDir Path temp) throws IOException {
    List<String> violations = new ArrayList<>();
    int pages = 0;
    browser.look(600, false);
    for (Published edition : editions.all()) {
      Path folder = temp.resolve(edition.toString());
      for (Path page : unpack(edition.path("edition.epub"), folder)) {
        browser.open(page);
        browser.violations().stream()
            .filter(said -> !NAMED_PAGES.matcher(said).matches())
            .forEach(said -> violations.add(folder.relativize(page) + ": " + said));
        pages++;
      }
    }
    assertEquals(List.of(), violations);
    assertTrue(pages > 15, "Only " + pages + " pages");
  }

  /** Unpacks a book and says where its pages are now; the cover is a picture and no more. */
  private static List<Path> unpack(Path book, Path folder) throws IOException {
    List<Path> pages = new ArrayList<>();
    try (ZipFile zip = new ZipFile(book.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
        if (entry.getName().endsWith(".xhtml") && !entry.getName().endsWith("/cover.xhtml")) {
          pages.add(file);
        }
      }
    }
    return pages;
  }
}
