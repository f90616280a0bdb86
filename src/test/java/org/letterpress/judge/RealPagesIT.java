package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sites of letters that others have encoded: no link into the void on any page, and the largest
 * page of each kind in the browser, narrow and wide, light and dark. Two of the sites are German.
 */
@Order(2) // it takes almost as long as the first
class RealPagesIT extends InBrowser {

  RealPagesIT(Editions editions) {
    super(editions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void everyLinkLeadsSomewhereAndNothingIsInline(String corpus) {
    Published edition = RealCorpora.edition(corpus);
    List<String> faults = new ArrayList<>();
    for (String page : edition.files(".html")) {
      LinksIT.faults(edition, page).forEach(fault -> faults.add(page + ": " + fault));
      LinksIT.inline(edition.page(page)).forEach(found -> faults.add(page + ": " + found));
    }
    assertEquals(List.of(), faults);
  }

  @ParameterizedTest
  @CsvSource({"tillich, 10", "schnitzler, 21", "frus, 10"})
  void theLargestPageOfEachKindIsAccessible(String corpus, int kinds) {
    Published edition = RealCorpora.edition(corpus);
    Collection<String> pages = largest(edition);
    assertEquals(kinds, pages.size(), pages::toString);
    List<String> faults = new ArrayList<>();
    for (String page : pages) {
      for (int width : List.of(360, 1440)) {
        for (boolean dark : List.of(false, true)) {
          browser.look(width, dark);
          browser.open(edition.path(page));
          String look = page + " " + width + (dark ? " dark: " : ": ");
          browser.violations().forEach(found -> faults.add(look + found));
          Object wide = browser.ask("document.documentElement.scrollWidth");
          if ((long) wide > width) {
            faults.add(look + "scrolls sideways, " + wide);
          }
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  /** Of each folder its index and the largest other page; each page beside the folders. */
  private static Collection<String> largest(Published edition) {
    Map<String, String> largest = new TreeMap<>();
    Comparator<String> size = Comparator.comparing(page -> edition.path(page).toFile().length());
    for (String page : edition.files(".html")) {
      boolean single = !page.contains("/") || page.endsWith("/index.html");
      String kind = single ? page : page.replaceFirst("/.*", "/");
      largest.merge(kind, page, (one, other) -> size.compare(one, other) < 0 ? other : one);
    }
    assertTrue(largest.containsKey("letters/"), largest::toString);
    return largest.values();
  }
}
