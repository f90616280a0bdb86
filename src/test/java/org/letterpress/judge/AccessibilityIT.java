package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real browser: WCAG 2.2 AA by axe-core, narrow and wide, light and dark. Where
 * there is no browser the tests are skipped with a word on how to get one; in continuous
 * integration, where {@code CI=true}, they fail.
 */
@Order(1) // two classes run at once: what takes longest must not begin last
class AccessibilityIT extends InBrowser {

  private static final int NARROW = 360;
  private static final int WIDE = 1440;

  /** The path of the specimen's address. */
  private static final String SPECIMEN_PATH = "/specimens/";

  AccessibilityIT(Editions editions) {
    super(editions);
  }

  @TestFactory
  Stream<DynamicTest> narrowAndLight() {
    return accessible(NARROW, false);
  }

  @TestFactory
  Stream<DynamicTest> narrowAndDark() {
    return accessible(NARROW, true);
  }

  @TestFactory
  Stream<DynamicTest> wideAndLight() {
    return accessible(WIDE, false);
  }

  @TestFactory
  Stream<DynamicTest> wideAndDark() {
    return accessible(WIDE, true);
  }

  /** In each look every page is opened once, and asked all that there is to ask. */
  private Stream<DynamicTest> accessible(int width, boolean dark) {
    return editions.eachPageAndReport(
        (edition, page) -> {
          browser.look(width, dark);
          browser.open(edition.path(page));
          assertEquals(dark, browser.ask("matchMedia('(prefers-color-scheme: dark)').matches"));
          assertEquals((long) width, browser.ask("innerWidth"));
          assertAll(
              () -> assertPaper(dark),
              () -> assertNothingScrollsSideways(width),
              () -> assertEquals(List.of(), browser.violations()));
        });
  }

  /** A light page is light and a dark one dark. */
  private void assertPaper(boolean dark) {
    Object colour =
        browser.ask(
            "[document.body, document.documentElement]"
                + ".map(e => getComputedStyle(e).backgroundColor)"
                + ".filter(c => c.startsWith('rgb(')).concat(['rgb(255, 255, 255)'])[0]");
    long brightness =
        Stream.of(colour.toString().replaceAll("[^0-9,]", "").split(","))
            .mapToLong(Long::parseLong)
            .sum();
    assertTrue(dark ? brightness < 200 : brightness > 600, "dark " + dark + ": " + colour);
  }

  private void assertNothingScrollsSideways(int width) {
    Object wide =
        browser.ask(
            "[...document.querySelectorAll('body *')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                + ".map(e => e.tagName + '.' + e.className).slice(0, 5).join(', ')");
    assertEquals((long) width, browser.ask("document.documentElement.scrollWidth"), wide::toString);
  }

  /** Its ways begin at the server's root, so that it has its style on a server alone. */
  @Test
  void theAnswerToALostAddressIsAccessible() throws IOException {
    try (Served served = Served.start(editions.specimen().folder(), SPECIMEN_PATH)) {
      for (int width : List.of(NARROW, WIDE)) {
        for (boolean dark : List.of(false, true)) {
          browser.look(width, dark);
          browser.open(served.root() + SPECIMEN_PATH.substring(1) + "404.html");
          assertPaper(dark);
          assertEquals(List.of(), browser.violations());
        }
      }
    }
  }

  /**
   * What an HTML parser reads in the file is what a reader without scripts sees, but for the side
   * of a reading that is not chosen.
   */
  @TestFactory
  Stream<DynamicTest> theTextIsThereWithoutScript() {
    return editions.eachLetter(
        (edition, page) -> {
          browser.look(WIDE, false);
          browser.openWithoutScript(edition.path(page));
          assertEquals(
              written(edition, page, ".as-written, .text del:not(.note del, :has(.mark, .pb))"),
              seen());
          choose("diplomatic");
          assertEquals(written(edition, page, ".as-edited"), seen());
          choose("edited");
        });
  }

  private static final String TEXTS = "[data-audit=text], [data-audit=note]";

  private static List<String> written(Published edition, String page, String hidden) {
    Document document = edition.page(page).clone();
    if (!document.select(".readings").isEmpty()) {
      document.select(hidden).remove();
    }
    List<String> written =
        document.select(TEXTS).stream()
            .map(Element::wholeText)
            .map(AccessibilityIT::letters)
            .toList();
    assertFalse(written.isEmpty());
    return written;
  }

  private List<String> seen() {
    Object seen =
        browser.ask("[...document.querySelectorAll('" + TEXTS + "')].map(e => e.innerText)");
    return ((List<?>) seen).stream().map(Object::toString).map(AccessibilityIT::letters).toList();
  }

  private void choose(String reading) {
    browser.ask("document.querySelector('.readings [value=" + reading + "]')?.click() ?? true");
  }

  /** Who can't hover is told all the same. */
  @Test
  void theFirstTapOnANameTellsAndTheSecondFollows() {
    Published edition = editions.own();
    browser.look(NARROW, false);
    browser.open(edition.path(edition.letters().get(0)));
    String name = "document.querySelector('.text a[data-hint][href*=persons]')";
    String tap =
        name
            + ".dispatchEvent(new PointerEvent('click',"
            + " {pointerType: 'touch', bubbles: true, cancelable: true}))";
    String hint = "getComputedStyle(" + name + ", '::after').content";
    assertEquals("none", browser.ask(hint));
    assertEquals(false, browser.ask(tap), "The first tap does not lead away");
    assertTrue(browser.ask(hint).toString().contains("19"), "It tells who that is");
    assertEquals(true, browser.ask(tap), "The second tap leads on");
  }

  /** The reading that a page does not begin with, where it has two. */
  @TestFactory
  Stream<DynamicTest> theOtherReading() {
    return editions.eachLetter(
        (edition, page) -> {
          browser.look(WIDE, false);
          browser.open(edition.path(page));
          choose("diplomatic");
          assertEquals(List.of(), browser.violations());
          choose("edited");
        });
  }

  /** The script keeps the choice for the next letter and puts it into the address. */
  @TestFactory
  Stream<DynamicTest> theReadingIsKept() {
    return editions.eachLetter(
        (edition, page) -> {
          boolean switched = !edition.page(page).select(".readings").isEmpty();
          browser.look(WIDE, false);
          browser.open(edition.path(page));
          choose("diplomatic");
          assertEquals(switched ? "?reading=diplomatic" : "", browser.ask("location.search"));
          browser.open(edition.path(page));
          assertEquals(
              switched,
              browser.ask("document.querySelector('[value=diplomatic]')?.checked ?? false"));
          choose("edited");
          assertEquals("", browser.ask("location.search"));
        });
  }

  /** Without spaces, which differ, and without case, which style may change. */
  private static String letters(String text) {
    return text.replaceAll("[\\s\\u00a0\\u200b]+", "").toLowerCase(Locale.ROOT);
  }

  /** A judge that is asleep would let everything pass. */
  @Test
  void theJudgeIsAwake(@TempDir Path temp) throws IOException {
    Path page = temp.resolve("bad.html");
    Files.writeString(
        page,
        "<!DOCTYPE html><html lang=en><title>Bad</title><main><h1>Bad</h1>"
            + "<p style='color: #bbb; background: #fff'>Too pale <img src=x>");
    browser.look(WIDE, false);
    browser.open(page);
    List<String> rules =
        browser.violations().stream().map(said -> said.replaceAll(":.*", "")).sorted().toList();
    assertEquals(List.of("color-contrast", "image-alt"), rules);
  }
}
