package org.letterpress.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.finding.Finding;

/** The audit of editions: every fault is seen, and nothing but faults. */
class AuditTest {

  static Stream<Path> letters() {
    return Stream.concat(Samples.letters().stream(), Stream.of(Samples.LETTER));
  }

  /** A thousand over all letters. */
  static int mutants(Path letter) {
    return letter.equals(Samples.LETTER) ? 100 : 150;
  }

  /** Three hundred over all letters. */
  static final int BENIGN = 43;

  private static List<String> messages(Audit.Report report) {
    return report.findings().stream().map(Finding::message).toList();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void editionsAreWhole(Path letter) {
    Audit audit = Samples.audit(letter);
    assertEquals(
        List.of(), messages(audit.text(Samples.plain(letter), Samples.READING, "letter.txt")));
    assertEquals(List.of(), messages(audit.html(Samples.html(letter), "letter.html")));
    assertEquals(
        List.of(),
        messages(audit.text(Samples.diplomatic(letter), Samples.DIPLOMATIC, "letter.txt")));
    assertEquals(
        List.of(), messages(audit.text(Samples.markdown(letter), Samples.MARKDOWN, "letter.md")));
  }

  /** What the audit says of a product that it is given. */
  private interface Judge {
    Audit.Report judge(String product);
  }

  private static Judge plain(Audit audit) {
    return text -> audit.text(text, Samples.READING, "letter.txt");
  }

  private static Judge diplomatic(Audit audit) {
    return text -> audit.text(text, Samples.DIPLOMATIC, "letter.txt");
  }

  private static Judge markdown(Audit audit) {
    return text -> audit.text(text, Samples.MARKDOWN, "letter.md");
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyFaultInPlainTextIsSeen(Path letter) {
    faults(letter, Slots.plain(Samples.plain(letter)), plain(Samples.audit(letter)));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyFaultInDiplomaticTextIsSeen(Path letter) {
    faults(letter, Slots.plain(Samples.diplomatic(letter)), diplomatic(Samples.audit(letter)));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyFaultInMarkdownIsSeen(Path letter) {
    faults(letter, Slots.markdown(Samples.markdown(letter)), markdown(Samples.audit(letter)));
  }

  private static void faults(Path letter, Slots.Pieces pieces, Judge judge) {
    Mutator mutator = new Mutator(pieces.slots(), 1961);
    for (int i = 0; i < mutants(letter); i++) {
      String fault = mutator.fault(i);
      named(judge.judge(pieces.toString()), fault, mutator);
      mutator.restore();
    }
  }

  /** A fault is seen, and what is said of it says where, and names the word. */
  private static void named(Audit.Report report, String fault, Mutator mutator) {
    assertFalse(report.isClean(), fault);
    assertTrue(mutator.isNamedIn(messages(report)), () -> fault + ": " + messages(report));
    for (Finding finding : report.findings().subList(0, Math.min(3, report.findings().size()))) {
      assertTrue(finding.message().startsWith("In letter."), finding.message());
      assertTrue(finding.location().line() > 0, finding.message());
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyFaultInWebPageIsSeen(Path letter) {
    Audit audit = Samples.audit(letter);
    Document page = Jsoup.parse(Samples.html(letter));
    page.outputSettings().prettyPrint(false);
    Mutator mutator = new Mutator(Slots.html(page), 1871);
    for (int i = 0; i < mutants(letter); i++) {
      String fault = mutator.fault(i);
      named(audit.html(page.outerHtml(), "letter.html"), fault, mutator);
      mutator.restore();
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void sameTextInOtherShapeIsNoFault(Path letter) {
    Audit audit = Samples.audit(letter);
    benign(Slots.plain(Samples.plain(letter)), plain(audit));
    benign(Slots.plain(Samples.diplomatic(letter)), diplomatic(audit));
    benign(Slots.markdown(Samples.markdown(letter)), markdown(audit));
  }

  private static void benign(Slots.Pieces pieces, Judge judge) {
    Mutator mutator = new Mutator(pieces.slots(), 300);
    for (int i = 0; i < BENIGN; i++) {
      String change = mutator.benign(i);
      assertEquals(List.of(), messages(judge.judge(pieces.toString())), change);
      mutator.restore();
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void sameWebPageInOtherShapeIsNoFault(Path letter) {
    Audit audit = Samples.audit(letter);
    Document page = Jsoup.parse(Samples.html(letter));
    page.outputSettings().prettyPrint(false);
    Mutator html = new Mutator(Slots.html(page), 300);
    for (int i = 0; i < BENIGN; i++) {
      String change = html.benign(i);
      assertEquals(List.of(), messages(audit.html(page.outerHtml(), "letter.html")), change);
      html.restore();
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyLostOrMovedMarkInPlainTextIsSeen(Path letter) {
    Audit audit = Samples.audit(letter);
    String text = Samples.plain(letter);
    int notesAt = Math.max(text.indexOf("\nNotes\n"), text.indexOf("\nAnmerkungen\n"));
    Matcher mark =
        Pattern.compile("\\[(Page|Seite) ?[^\\]]*\\]|(?<=\\S)\\[([^\\]a-z?]{1,6}|a)\\]")
            .matcher(text)
            .region(0, notesAt < 0 ? text.length() : notesAt);
    while (mark.find()) {
      String before = text.substring(0, mark.start());
      String after = text.substring(mark.end());
      assertFalse(
          audit.text(before + after, Samples.READING, "letter.txt").isClean(),
          "lost " + mark.group());
      Matcher next = Pattern.compile("\\s*\\p{L}{2,}").matcher(after);
      assertTrue(next.find());
      String moved = after.substring(0, next.end()) + mark.group() + after.substring(next.end());
      assertFalse(
          audit.text(before + moved, Samples.READING, "letter.txt").isClean(),
          "moved " + mark.group());
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyLostMarkOrNoteInWebPageIsSeen(Path letter) {
    Audit audit = Samples.audit(letter);
    String html = Samples.html(letter);
    int count =
        Jsoup.parse(html).select("[data-audit] [data-page], [data-note], [data-audit=note]").size();
    for (int i = 0; i < count; i++) {
      Document page = Jsoup.parse(html);
      page.outputSettings().prettyPrint(false);
      Element gone = page.select("[data-audit] [data-page], [data-note], [data-audit=note]").get(i);
      gone.remove();
      assertFalse(audit.html(page.outerHtml(), "letter.html").isClean(), gone.outerHtml());
    }
  }

  @Test
  void findingSaysWhatWhereAndBetweenWhichWords() {
    Audit audit = Samples.audit(Samples.LETTER);
    String text = Samples.plain(Samples.LETTER).replaceFirst("great attention", "grand attention");
    List<Finding> findings = audit.text(text, Samples.READING, "letter.txt").findings();
    assertEquals(1, findings.size());
    Finding finding = findings.get(0);
    assertEquals("words-changed", finding.code());
    assertTrue(finding.message().contains("“great” became “grand”"), finding.message());
    assertTrue(finding.message().contains("p. 45, ¶ 4"), finding.message());
    assertTrue(finding.message().contains("October 16 with [great] attention"), finding.message());
    assertNotEquals(0, finding.location().line());
  }

  @Test
  void manyFindingsAreCapped() {
    Audit audit = Samples.audit(Samples.LETTER);
    String text = Samples.plain(Samples.LETTER).replaceAll("\\bthe\\b", "teh");
    List<Finding> findings = audit.text(text, Samples.READING, "letter.txt").findings();
    assertEquals(51, findings.size());
    assertEquals("words-differ", findings.get(50).code());
  }

  @Test
  void classifiesDifferences() {
    List<String> codes = new ArrayList<>();
    String[][] cases = {
      {"a great deal", "a deal"},
      {"a deal", "a great deal"},
      {"a great deal", "a grand deal"},
      {"a great deal", "a Great deal"},
      {"a great, deal", "a great; deal"},
      {"a great deal", "a greatdeal"},
      {"a greatdeal", "a great deal"},
      {"a great deal", "a great great deal"},
      {"one two three four five", "two three four one five"},
      {"Mr. Robert", "Mr.Robert"}
    };
    for (String[] pair : cases) {
      List<Difference> differences = Comparer.compare(reading(pair[0]), reading(pair[1]), Set.of());
      assertEquals(1, differences.size(), pair[0] + " / " + pair[1] + differences);
      codes.add(differences.get(0).kind().name());
    }
    assertEquals(
        List.of(
            "LOST",
            "ADDED",
            "CHANGED",
            "CASE",
            "PUNCTUATION",
            "JOINED",
            "SPLIT",
            "DOUBLED",
            "MOVED",
            "SPACE"),
        codes);
  }

  @Test
  void lineMayBreakAtADash() {
    PassageBuilder page = new PassageBuilder("", 0);
    for (String part :
        List.of("a nut-", "brown ex-", "ample of Charleville-", "Amagne and 4", "-Box")) {
      page.text(part);
      page.join();
    }
    Reading broken = new Reading(page.build(), Map.of());
    String whole = "a nut-brown example of Charleville- Amagne and 4 -Box";
    assertEquals(List.of(), Comparer.compare(reading(whole), broken, Set.of()));
    String other = "a nut-brown examples of Charleville- Amagne and 4 -Box";
    assertEquals(1, Comparer.compare(reading(other), broken, Set.of()).size());
  }

  private static Reading reading(String text) {
    PassageBuilder builder = new PassageBuilder("", 0);
    builder.text(text);
    return new Reading(builder.build(), Map.of());
  }
}
