package org.letterpress.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.json.Json;

/**
 * The Nu HTML checker, the W3C's own, on every page and style sheet: no error, no warning. It runs
 * in a virtual machine of its own, since its libraries are not ours.
 */
@ExtendWith(Editions.Resolver.class)
class HtmlJudgeIT {

  private static final Path CHECKER = Path.of("target", "judges", "nu");

  /**
   * CSS that the checker does not know, though the W3C has specified it and browsers that do not
   * know it pass it over: the message, and where it is specified.
   */
  private static final Map<Pattern, String> LET_PASS =
      Map.of(
          Pattern.compile("CSS: “contain-intrinsic-size”: Property .* doesn't exist\\."),
          "CSS Box Sizing Module Level 4, section 4",
          Pattern.compile("CSS: Unknown pseudo-element or pseudo-class “::details-content”\\."),
          "CSS Pseudo-Elements Module Level 4, section 4.1");

  /**
   * The whole of CSS Anchor Positioning Module Level 1 is unknown to the checker, which loses its
   * way in it. What stands in such a block is for browsers that say they know it, and for them
   * alone.
   */
  private static final Pattern ANCHORS =
      Pattern.compile("@supports \\((?:anchor-scope|position-area): ?[^{]*\\{");

  private final Editions editions;
  @TempDir Path temp;

  HtmlJudgeIT(Editions editions) {
    this.editions = editions;
  }

  @Test
  void everyPageIsValid() throws IOException, InterruptedException {
    List<Path> pages = new ArrayList<>();
    for (Published edition : editions.all()) {
      edition.files(".html").forEach(page -> pages.add(edition.path(page)));
    }
    Published reports = editions.reports();
    reports.files(".html").forEach(page -> pages.add(reports.path(page)));
    List<String> messages = check(pages);
    // A report quotes letters, whatever its own language; the checker guesses by the most words.
    messages.removeIf(
        message ->
            message.contains("/target/reports/")
                && message.contains("This document appears to be written in "));
    assertEquals(List.of(), messages);
  }

  @Test
  void everyStyleSheetIsValid() throws IOException, InterruptedException {
    List<Path> sheets = new ArrayList<>();
    for (String file : editions.own().files(".css")) {
      String sheet = editions.own().text(file);
      assertTrue(sheet.contains("{"), file + " is empty");
      Path copy = temp.resolve(file.replace('/', '-'));
      Files.writeString(copy, withoutAnchors(sheet));
      sheets.add(copy);
    }
    assertTrue(!sheets.isEmpty(), "The edition has no style sheet");
    List<String> messages = check(sheets);
    for (Pattern known : LET_PASS.keySet()) {
      messages.removeIf(message -> known.matcher(message).find());
    }
    assertEquals(List.of(), messages);
  }

  /** A judge that is asleep would let everything pass. */
  @Test
  void theCheckerIsAwake() throws IOException, InterruptedException {
    Path page = temp.resolve("bad.html");
    Files.writeString(
        page,
        "<!DOCTYPE html><html lang=en><title>Bad</title><meta charset=utf-8><p id=a><p id=a>",
        UTF_8);
    Path sheet = temp.resolve("bad.css");
    Files.writeString(sheet, "p { colr: red }", UTF_8);
    List<String> messages = check(List.of(page, sheet));
    assertEquals(3, messages.size(), messages::toString);
    assertTrue(messages.get(0).contains("bad.html: error: Duplicate ID “a”"), messages::toString);
    assertTrue(messages.get(1).contains("bad.html: warning: "), messages::toString);
    assertTrue(messages.get(2).contains("bad.css: error: CSS: “colr”"), messages::toString);
  }

  /**
   * What the checker has to say: file, kind, message, where. No information message is let pass.
   */
  static List<String> check(List<Path> files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Its grammars want a deep stack.
    command.add("-Xss16m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(CHECKER.resolve("*").toString());
    command.add("nu.validator.client.SimpleCommandLineValidator");
    command.addAll(List.of("--format", "json", "--stdout", "--also-check-css"));
    files.forEach(file -> command.add(file.toAbsolutePath().toString()));
    Path log = Files.createTempFile("letterpress-html-checker", ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int code = process.waitFor();
      String errors = Files.readString(log);
      assertTrue(
          code <= 1 && said.startsWith("{"), () -> "The checker failed: " + said + "\n" + errors);
      return messages(said);
    } finally {
      Files.delete(log);
    }
  }

  private static List<String> messages(String json) {
    Map<String, Object> report = new Json().toType(json, Json.MAP_TYPE);
    List<String> messages = new ArrayList<>();
    for (Object entry : (List<?>) report.get("messages")) {
      Map<?, ?> message = (Map<?, ?>) entry;
      Object kind = message.containsKey("subType") ? message.get("subType") : message.get("type");
      messages.add(
          message.get("url")
              + ": "
              + kind
              + ": "
              + message.get("message")
              + " At “"
              + message.get("extract")
              + "”");
    }
    return messages;
  }

  private static String withoutAnchors(String sheet) {
    StringBuilder kept = new StringBuilder(sheet);
    for (var block = ANCHORS.matcher(kept); block.find(); block.reset()) {
      int end = block.end();
      for (int depth = 1; depth > 0; end++) {
        depth += kept.charAt(end) == '{' ? 1 : kept.charAt(end) == '}' ? -1 : 0;
      }
      // The lines stay, so that messages name the right ones.
      String lines = "\n".repeat((int) kept.substring(block.start(), end).lines().count() - 1);
      kept.replace(block.start(), end, lines);
    }
    return kept.toString();
  }
}
