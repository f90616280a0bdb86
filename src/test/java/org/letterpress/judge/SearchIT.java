package org.letterpress.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The search page in a real browser, mostly from the disk, without a server: what it finds is what
 * a plain scan of all pages finds. Like all tests with a browser these are skipped where there is
 * none, and fail in continuous integration.
 */
class SearchIT extends InBrowser {

  SearchIT(Editions editions) {
    super(editions);
  }

  // ------------------------------------------------------------------ the page

  private void open(Published edition, String rest) {
    browser.open("about:blank"); // else another fragment would not load the page anew
    browser.open(edition.path("search.html").toUri() + rest);
    settle();
  }

  private void settle() {
    until("document.querySelector('#search:not([aria-busy])') !== null");
  }

  /** Waits until something is true of the page. */
  private void until(String expression) {
    for (int i = 0; i < 2000; i++) {
      if (browser.ask(expression).equals(true)) {
        return;
      }
    }
    throw new AssertionError("Never came true: " + expression + "\n" + status());
  }

  /** Types a query and waits for what comes of it; how many letters. */
  private long search(String query) {
    browser.ask(
        "(() => { const form = document.getElementById('search-form'); form.elements.q.value = "
            + quoted(query)
            + "; form.requestSubmit(); })()");
    settle();
    return count();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private String status() {
    return browser.ask("document.getElementById('search-status').textContent").toString();
  }

  private long count() {
    String digits = status().replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private List<String> list(String expression) {
    return ((List<?>) browser.ask(expression)).stream().map(Object::toString).toList();
  }

  /** The pages of all letters found, in their order, as an impatient reader comes to see them. */
  private List<String> found() {
    while (browser.ask("document.getElementById('search-more').hidden").equals(false)) {
      Object before = browser.ask("document.querySelectorAll('.hit').length");
      browser.ask(
          "(() => { const more = document.getElementById('search-more');"
              + " more.click(); more.click(); })()");
      until("document.querySelectorAll('.hit').length > " + before);
    }
    return list(
        "[...document.querySelectorAll('.hit h2 a')].map(a =>"
            + " decodeURIComponent(a.getAttribute('href')))");
  }

  // ------------------------------------------------------------------- finding

  private void agrees(Published edition, int samples) {
    PlainScan scan = PlainScan.of(edition);
    open(edition, "");
    assertEquals(scan.letters().size(), count());
    List<String> faults = new ArrayList<>();
    int asked = 0;
    for (String word : scan.someWords(samples)) {
      asked += agree(faults, "\"" + word + "\"", scan.word(word));
    }
    for (String prefix : scan.somePrefixes(samples)) {
      asked += agree(faults, prefix + "*", scan.prefix(prefix));
    }
    for (List<String> phrase : scan.somePhrases(samples)) {
      asked += agree(faults, "“" + String.join(" ", phrase) + "”", scan.phrase(phrase));
    }
    assertTrue(asked > 30, "Too little was asked: " + asked);
    assertEquals(List.of(), faults);
  }

  private int agree(List<String> faults, String query, Set<String> expected) {
    long count = search(query);
    // To leaf through many pages takes long; where the count is right for few, so are the letters.
    Set<String> letters = count <= 20 ? new TreeSet<>(found()) : expected;
    if (count != expected.size() || !letters.equals(expected)) {
      faults.add(query + ": " + count + " " + letters + " instead of " + expected);
    }
    return 1;
  }

  @TestFactory
  Stream<DynamicTest> findsWhatStandsInTheLetters() {
    return editions.all().stream()
        .map(edition -> DynamicTest.dynamicTest(edition.toString(), () -> agrees(edition, 40)));
  }

  @Test
  void findsWhatStandsInManyLetters() {
    Published tillich = tillich();
    agrees(tillich, 100);

    PlainScan scan = PlainScan.of(tillich);
    open(tillich, "");
    Set<String> forms = Set.of("freund", "freunde", "freunden", "freundes");
    Set<String> expected = scan.find(line -> line.stream().anyMatch(forms::contains));
    assertEquals(expected.size(), search("FREUND"));
    assertEquals(expected, new TreeSet<>(found()));
    // Those that have the very form come first.
    int own = scan.word("freund").size();
    assertEquals(scan.word("freund"), new TreeSet<>(found().subList(0, own)));
  }

  @Test
  void narrowsDown() {
    Published tillich = tillich();
    open(tillich, "#from=1920&to=1925");
    Set<String> expected =
        tillich.letters().stream()
            .filter(page -> mayBeOf(tillich.text(page.replace(".html", ".xml")), 1920, 1925))
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(expected.isEmpty());
    assertEquals(expected, new TreeSet<>(found()));
    open(tillich, "#from=1925&to=1920");
    assertEquals(expected, new TreeSet<>(found()), "a span the wrong way round");

    browser.look(1440, false);
    open(tillich, "#q=berlin");
    List<?> options =
        (List<?>)
            browser.ask(
                "[...document.querySelectorAll('#search-correspondent option')].slice(1, 6)"
                    + ".map(o => ({key: o.value, label: o.textContent}))");
    assertEquals(5, options.size());
    for (Object option : options) {
      Map<?, ?> choice = (Map<?, ?>) option;
      String key = URLEncoder.encode(choice.get("key").toString(), UTF_8);
      open(tillich, "#q=berlin&correspondent=" + key);
      String label = choice.get("label").toString();
      assertEquals(label.replaceAll(".*\\((\\d+)\\)$", "$1"), Long.toString(count()), label);
    }
  }

  /** True of a letter that says of itself that it may have been written in these years. */
  private static boolean mayBeOf(String tei, int from, int to) {
    Element date =
        Jsoup.parse(tei, Parser.xmlParser()).selectFirst("correspAction[type=sent] > date");
    List<Integer> years =
        date == null
            ? List.of()
            : Stream.of("when", "from", "to", "notBefore", "notAfter")
                .map(date::attr)
                .filter(value -> value.matches("\\d{4}.*"))
                .map(value -> Integer.valueOf(value.substring(0, 4)))
                .sorted()
                .toList();
    return !years.isEmpty() && years.get(0) <= to && years.get(years.size() - 1) >= from;
  }

  /** Real letters by others, where they are at hand. */
  private static Published tillich() {
    return RealCorpora.edition("tillich");
  }

  // --------------------------------------------------------------------- hits

  @Test
  void leadsToTheVeryParagraph() {
    open(editions.own(), "?q=bear");
    List<String> links =
        list("[...document.querySelectorAll('.passage a')].map(a => a.getAttribute('href'))");
    assertFalse(links.isEmpty());
    for (String link : links) {
      String[] parts = link.split("#", 2);
      Element block = editions.own().page(parts[0]).getElementById(parts[1]);
      assertTrue(block != null && block.text().toLowerCase(Locale.ROOT).contains("bear"), link);
    }
    assertEquals(
        List.of("bear"),
        list(
            "[...new Set([...document.querySelectorAll('.passage mark')]"
                + ".map(m => m.textContent.toLowerCase().replace(/s$/, '')))]"));
  }

  @Test
  void namesLeadToTheRegister() {
    open(editions.own(), "#q=Adenauer");
    List<String> links =
        list(
            "[...document.querySelectorAll('#search-entries a')].map(a => a.getAttribute('href'))");
    assertTrue(links.contains("persons/adenauer.html"), links::toString);
  }

  @Test
  void helpsWhereNothingIsFound() {
    open(editions.own(), "#q=germeny");
    assertEquals(0, count());
    assertEquals("germany", browser.ask("document.querySelector('#search-advice a').textContent"));
    browser.ask("document.querySelector('#search-advice a').click()");
    until("document.getElementById('search-query').value === 'germany'");
    settle();
    assertEquals(1, count());
    assertTrue(browser.ask("location.hash").toString().contains("q=germany"));
  }

  @Test
  void aFormThatNoLetterHasFindsItsOtherForms() {
    open(editions.own(), "#q=atmospheres");
    assertEquals(1, count());
    assertEquals(
        List.of("atmosphere"),
        list(
            "[...new Set([...document.querySelectorAll('.passage mark')].map(m => m.textContent))]"));
    String advice = browser.ask("document.getElementById('search-advice').textContent").toString();
    assertEquals("No letter has the word “atmospheres”; these have atmosphere.", advice);
  }

  @Test
  void theSecondLetterMayBeWrong() {
    open(editions.own(), "#q=gremany");
    assertEquals("germany", browser.ask("document.querySelector('#search-advice a').textContent"));
    open(editions.own(), "#q=gaermany");
    assertEquals("germany", browser.ask("document.querySelector('#search-advice a').textContent"));
  }

  @Test
  void countsAreGrammatical() {
    open(editions.own(), "");
    assertEquals("1 letter can be searched.", status());
    open(editions.own(), "#q=berlin");
    assertEquals("1 letter", status());
  }

  @Test
  void theBannersBoxLeadsHere() {
    browser.look(1440, false);
    browser.open(editions.own().path(editions.own().letters().get(0)));
    browser.ask(
        "(() => { const form = document.querySelector('.search-box');"
            + " form.elements.q.value = 'berlin'; form.requestSubmit(); })()");
    until("document.getElementById('search') !== null");
    settle();
    assertTrue(browser.ask("location.pathname").toString().endsWith("/search.html"));
    assertEquals(1, count());
  }

  @Test
  void theArrowsGoFromLetterToLetter() {
    open(editions.own(), "#q=berlin");
    String press =
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
            + " {key: '%s', bubbles: true, cancelable: true}))";
    browser.ask("document.getElementById('search-query').focus()");
    browser.ask(press.formatted("ArrowDown"));
    assertEquals(true, browser.ask("document.activeElement.matches('.hit h2 a')"));
    browser.ask(press.formatted("ArrowUp"));
    assertEquals("search-query", browser.ask("document.activeElement.id"));
  }

  // --------------------------------------------------------------------- frame

  @TestFactory
  Stream<DynamicTest> isAccessibleWithResults() {
    return editions.all().stream()
        .flatMap(
            edition ->
                Stream.of(360, 1440)
                    .flatMap(
                        width ->
                            Stream.of(false, true)
                                .map(
                                    dark ->
                                        DynamicTest.dynamicTest(
                                            edition + " " + width + (dark ? " dark" : ""),
                                            () -> accessible(edition, width, dark)))));
  }

  private void accessible(Published edition, int width, boolean dark) {
    browser.look(width, dark);
    for (String query : List.of("the", "a*", "zzz berln")) {
      open(edition, "#q=" + URLEncoder.encode(query, UTF_8));
      browser.ask("document.getElementById('search-filters').open = true");
      settle();
      assertEquals(List.of(), browser.violations(), query);
      assertEquals((long) width, browser.ask("document.documentElement.scrollWidth"), query);
    }
  }

  @Test
  void saysThatItNeedsScript() {
    browser.openWithoutScript(editions.own().path("search.html"));
    assertTrue(
        browser.ask("document.querySelector('main').innerText").toString().contains("JavaScript"));
    assertEquals(
        true, browser.ask("document.querySelector('main a[href=\"persons.html\"]') !== null"));
    assertEquals(0L, browser.ask("document.getElementById('search').getClientRects().length"));
  }

  @Test
  void worksUnderAStrictPolicyAndAsksNoOtherHost() throws IOException {
    try (Served served = Served.start(editions.own().folder())) {
      String root = served.root();
      browser.look(1440, false);
      browser.open(root + "search.html?q=berlin");
      settle();
      assertEquals(1, count());
      search("treaty");
      assertEquals(root + "search.html#q=treaty", browser.ask("location.href"));
      List<String> fetched =
          list("performance.getEntriesByType('resource').map(entry => entry.name)");
      assertTrue(
          fetched.stream().anyMatch(name -> name.contains("/assets/search/")), fetched::toString);
      assertEquals(List.of(), fetched.stream().filter(name -> !name.startsWith(root)).toList());
    }
  }
}
