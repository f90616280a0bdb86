package org.letterpress.judge;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** Headless Chromium, as the operating system has it. */
final class Browser implements AutoCloseable {

  /** What to say where there is none. */
  static final String MISSING =
      "The pages were not looked at in a browser: there is no Chromium with its driver on the PATH."
          + " Install both (Debian: apt-get install chromium chromium-driver).";

  /** The rules of WCAG 2.2, levels A and AA. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** Notes that a page has run a script of its own. */
  private static final String WATCH =
      "document.addEventListener('load', loaded => {"
          + " if (loaded.target instanceof HTMLScriptElement) self.scripted = true; }, true)";

  private final ChromeDriver driver;
  private String scheme = "light";

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    // In each page from the first: to send its half a megabyte into each costs as much as the page.
    cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", axe()));
  }

  /**
   * Starts the browser, unless there is none.
   *
   * @param profile an empty folder
   */
  static Optional<Browser> start(Path profile) {
    Optional<Path> chromium = chromium();
    Optional<Path> chromedriver = onPath("chromedriver");
    return chromium.isEmpty() || chromedriver.isEmpty()
        ? Optional.empty()
        : Optional.of(start(chromium.get(), chromedriver.get(), profile));
  }

  private static Browser start(Path chromium, Path chromedriver, Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile.toAbsolutePath());
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** The browser's program, if there is one. */
  static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> onPath(name).stream())
        .findFirst();
  }

  private static Optional<Path> onPath(String name) {
    String path = System.getenv("PATH");
    return Arrays.stream(path == null ? new String[0] : path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sets how wide the window is, in CSS pixels, and whether the reader has asked for dark pages.
   */
  void look(int width, boolean dark) {
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    scheme = dark ? "dark" : "light";
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    cdp("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** Opens a page. */
  void open(Path page) {
    open(page.toUri().toString());
  }

  /** Opens what has an address, and waits until it has heard what look was asked for. */
  void open(String address) {
    driver.get(address);
    // On a busy machine the look may come after the page.
    driver.executeAsyncScript(
        "const done = arguments[0], look = matchMedia('(prefers-color-scheme: "
            + scheme
            + ")'); if (look.matches) done(); else look.addEventListener('change', () => done())");
  }

  /** Opens a page that may not run its scripts. */
  void openWithoutScript(Path page) {
    // On a busy machine the ban may come after the page: then it is opened once more.
    for (int tries = 0; tries < 5; tries++) {
      cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
      driver.get(page.toUri().toString());
      cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
      if (ask("self.scripted ?? false").equals(false)) {
        return;
      }
    }
    throw new IllegalStateException("The browser runs scripts all the same: " + page);
  }

  private void cdp(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }

  /** What a script's expression yields in the open page. */
  Object ask(String expression) {
    return driver.executeScript("return " + expression);
  }

  /** The errors that the browser has logged since it was last asked, those of policies too. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(Object::toString)
        .toList();
  }

  /**
   * What axe-core finds against WCAG 2.2 AA in the open page: the rule, its meaning, the places.
   */
  List<String> violations() {
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              runOnly: {type: 'tag', values: arguments[0]}, resultTypes: ['violations']
            }).then(
              result => done({
                passes: result.passes.length,
                violations: result.violations.map(v =>
                  v.id + ': ' + v.help + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))
              }),
              error => done({passes: 0, violations: ['axe failed: ' + error]}));
            """,
            RULES);
    Map<String, Object> result =
        ((Map<?, ?>) found)
            .entrySet().stream()
                .collect(toUnmodifiableMap(e -> e.getKey().toString(), Map.Entry::getValue));
    Assertions.assertTrue((Long) result.get("passes") > 5, () -> "axe judged nothing: " + result);
    return ((List<?>) result.get("violations")).stream().map(Object::toString).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
