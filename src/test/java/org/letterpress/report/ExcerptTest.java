package org.letterpress.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;

/** The marked words stand over their marks, whatever is before them. */
class ExcerptTest {

  private static Excerpt excerpt(String line, String marked) throws SourceText.Undecodable {
    SourceText text = SourceText.of("a.xml", line.getBytes(UTF_8));
    int at = line.indexOf(marked);
    return Excerpt.of(text, text.location(at, at + marked.length())).orElseThrow();
  }

  private static void shows(String line, String marked, String shown, String under)
      throws SourceText.Undecodable {
    Excerpt excerpt = excerpt(line, marked);
    assertEquals(shown, excerpt.text());
    assertEquals(under, excerpt.underline('^'));
  }

  @Test
  void plain() throws SourceText.Undecodable {
    shows("  <p>one two</p>", "two", "<p>one two</p>", "       ^^^");
  }

  @Test
  void tabsWideAndCombiningCharacters() throws SourceText.Undecodable {
    shows("\t\ta\tb", "b", "a    b", "     ^");
    shows("日本x", "x", "日本x", "    ^");
    shows("日本x", "本", "日本x", "  ^^");
    shows("da\u0301x", "x", "da\u0301x", "  ^");
    shows("𝒜x", "x", "𝒜x", " ^");
    shows("😀x", "x", "😀x", "  ^");
  }

  @Test
  void controlsAreMadeVisible() throws SourceText.Undecodable {
    shows("\u001b[31mx\u202e", "x", "␛[31mx\uFFFD", "     ^");
  }

  @Test
  void aLongLineIsCutRoundTheMark() throws SourceText.Undecodable {
    Excerpt middle = excerpt("a".repeat(3000) + "<b>" + "𝒜".repeat(3000), "<b>");
    assertTrue(middle.text().matches("…a+<b>𝒜+…"), middle.text());
    assertEquals(Excerpt.WIDTH + 2, Visible.columns(middle.text()));
    assertEquals(middle.text().indexOf("<b>"), middle.underline('^').indexOf("^^^"));
    assertEquals(
        Excerpt.WIDTH + 1, Visible.columns(excerpt("<b>" + "a".repeat(500), "<b>").text()));
    Excerpt end = excerpt("a".repeat(500) + "<b>", "<b>");
    assertTrue(end.text().matches("…a+<b>"), end.text());
    assertEquals(Excerpt.WIDTH + 1, Visible.columns(end.text()));
  }

  @Test
  void aLineThatIsAWholeFileIsCutLikeAnother() throws SourceText.Undecodable {
    String much = "a".repeat(30_000);
    String some = "a".repeat(300);
    for (String mark : new String[] {"<b>", "𝒜"}) {
      assertEquals(excerpt(some + mark + some, mark), excerpt(much + mark + much, mark));
      assertEquals(excerpt(some + mark, mark), excerpt(much + mark, mark));
      assertEquals(excerpt(mark + some, mark), excerpt(mark + much, mark));
    }
  }

  @Test
  void theEndOfALineCanBeMarked() throws SourceText.Undecodable {
    SourceText text = SourceText.of("a.xml", "<a\nb".getBytes(UTF_8));
    Excerpt end = Excerpt.of(text, new Location("a.xml", 1, 3, 0)).orElseThrow();
    assertEquals("<a", end.text());
    assertEquals("  ^", end.underline('^'));
    assertEquals("", Excerpt.of(text, Location.of("a.xml", 2)).orElseThrow().underline('^'));
    assertTrue(Excerpt.of(text, Location.of("a.xml", 3)).isEmpty());
  }

  private static String lines(String source, int line, int column, Map<String, String> arguments)
      throws SourceText.Undecodable {
    SourceText text = SourceText.of("a.xml", source.getBytes(UTF_8));
    Location place = new Location("a.xml", line, column, 2);
    Finding finding = new Finding("x", Severity.ERROR, place, "", "No.", "", arguments, List.of());
    return Excerpt.of(text, finding).stream()
        .map(one -> one.line() + " " + one.text() + " " + one.underline('^').strip())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aTagOfSeveralLinesIsShownWhole() throws SourceText.Undecodable {
    String source = "<div>\n<date\n  when=\"x\"\n  n=\"1\"\n>a</date>\n</div>";
    assertEquals("2 <date ^^\n3 when=\"x\" \n4 n=\"1\" ", lines(source, 2, 1, Map.of()));
    assertEquals("1 <div> ^^", lines(source, 1, 1, Map.of()));
  }

  @Test
  void theLinesThatASentenceNamesAreShown() throws SourceText.Undecodable {
    String source = "<div>\n<p>a\n<p>b\n</div>";
    Map<String, String> named = Map.of("line", "2", "at", "4", "count", "1");
    assertEquals("2 <p>a ^^\n4 </div> ", lines(source, 2, 1, named));
    assertEquals("2 <p>a ^^", lines(source, 2, 1, Map.of("line", "77", "at", "x")));
  }

  /** Each line of a mended text with its number, whatever its lines end with. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void mendedLinesHaveTheirNumbers(String end) {
    String words = String.join(end, "one", "two", "three", "four", "five");
    Fix fix =
        new Fix(
            "",
            List.of(
                new Fix.Edit(words.indexOf("two"), words.indexOf("two"), "A" + end + "B "),
                new Fix.Edit(words.indexOf("five"), words.indexOf("five"), "C ")));
    assertEquals(
        List.of("2 A", "3 B two", "6 C five"),
        Excerpt.of(SourceText.of("a.xml", words), fix).stream()
            .map(excerpt -> excerpt.line() + " " + excerpt.text())
            .toList());
  }
}
