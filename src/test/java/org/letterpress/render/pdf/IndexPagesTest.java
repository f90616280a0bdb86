package org.letterpress.render.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.letterpress.render.pdf.IndexPages.Place;
import org.letterpress.render.pdf.IndexPages.Reference;

/** How the pages behind a name are written. */
class IndexPagesTest {

  private static final IndexPages PAGES = new IndexPages("Page {page}", "{page} n. {n}");

  private static List<Place> inText(int... pages) {
    return IntStream.of(pages)
        .mapToObj(page -> new Place("m" + page, page, String.valueOf(page), ""))
        .toList();
  }

  private static String printed(List<Place> places) {
    return String.join(", ", PAGES.references(places).stream().map(Reference::printed).toList())
        .replace("\u2060", "");
  }

  @Test
  void pagesInARowAreARange() {
    assertEquals("2–4, 6, 8–9", printed(inText(2, 3, 3, 4, 6, 8, 9)));
  }

  @Test
  void theOrderOfTheTextIsNotTheOrderOfPages() {
    assertEquals("1–2, 5", printed(inText(5, 2, 1)));
  }

  @Test
  void aNoteIsNamedWhereTheTextOfItsPageIsSilent() {
    List<Place> places =
        List.of(
            new Place("a", 3, "3", "7"),
            new Place("b", 3, "3", "8"),
            new Place("c", 1, "1", ""),
            new Place("d", 1, "1", "2"));
    assertEquals("1, 3 n. 7, 3 n. 8", printed(places));
  }

  @Test
  void aReferenceLeadsToTheFirstPlaceOfItsPages() {
    List<Place> places = List.of(new Place("m9", 2, "2", ""), new Place("m1", 1, "1", ""));
    assertEquals(List.of(new Reference("m1", "1–\u20602", "Page 1–2")), PAGES.references(places));
  }

  @Test
  void noPlaceNoReference() {
    assertEquals(List.of(), PAGES.references(List.of()));
  }
}
