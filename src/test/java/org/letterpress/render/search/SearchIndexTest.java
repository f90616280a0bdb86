package org.letterpress.render.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.junit.jupiter.api.Test;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** The passages of a page, and the blocks that are made of many. */
class SearchIndexTest {

  private static final Xml XML = new Xml();

  private static XdmNode tree(String xml) {
    return ((Parsed.Tree) XML.parse(xml.getBytes(UTF_8), "page.xml")).document();
  }

  private static XdmNode root(String xml) {
    return tree(xml).select(Steps.child(Predicates.isElement())).asNode();
  }

  private static List<String> passages(String text) {
    return PageReading.read(
            tree(
                "<html lang='en'><main><h1>No text</h1><div data-audit='text'>"
                    + text
                    + "</div></main></html>"))
        .stream()
        .map(passage -> passage.anchor() + ": " + passage.text())
        .toList();
  }

  // ------------------------------------------------------------------ passages

  @Test
  void wordsAreReadAsTheyAreSeen() {
    assertEquals(
        List.of("p1: Lieber Freund, ich komme morgen."),
        passages(
            "<p id='p1'><a data-audit='skip'>¶</a>Lieber <b>Fr</b>e<wbr/>und,<br/>ich"
                + " kom\u00adme\n  <span data-audit='skip' data-page='2'>2</span>mor<span"
                + " data-audit='skip' data-page='3'>3</span>gen.</p>"));
  }

  @Test
  void eachBlockWithAPlaceIsAPassage() {
    assertEquals(
        List.of("p1: one\ntwo", "b1: three", "p1: four", "note-1: a note\nof two"),
        passages(
            "<p id='p1'>one</p><div class='host'><div id='p1'><p>two</p>"
                + "<table id='b1'><tr><td>three</td></tr></table>four"
                + "<a data-note='note-1' data-audit='skip'>1</a></div>"
                + "<aside id='note-1' data-audit='note'><a data-audit='skip'>1</a><p>a note</p>"
                + "<p id='b2'>of two</p></aside></div><p hidden=''>unseen</p>"));
  }

  @Test
  void languagesAreKept() {
    Passage passage =
        PageReading.read(
                tree(
                    "<html lang='en'><div data-audit='text' lang='de'><p>Das ist <i"
                        + " lang='fr'>très bien</i>!</p></div></html>"))
            .get(0);
    assertEquals(
        List.of(new Passage.Turn(0, "de"), new Passage.Turn(8, "fr"), new Passage.Turn(17, "de")),
        passage.turns());
  }

  // -------------------------------------------------------------------- blocks

  private static Map<String, byte[]> index(List<Integer> order) {
    StringBuilder catalogue = new StringBuilder("<catalogue lang='en'>");
    for (int i = 0; i < order.size(); i++) {
      catalogue.append(
          "<letter id='l%1$d' href='letters/l%1$d.html' title='Letter %1$d' facts='' lang='en' year='19%1$02d'/>"
              .formatted(i));
    }
    catalogue.append(
        "<letter id='unmade' href='' title='' facts='' lang='en' year='1900'/>"
            + "<entry href='persons.html#x' title='Kennedy' lang='en' facts='Persons' words='Jack'/>"
            + "<facet name='year'><value key='1901' label='1901'/></facet></catalogue>");
    SearchIndex search = new SearchIndex();
    order.forEach(i -> search.add("l" + i, page(i)));
    return search.files(root(catalogue.toString()));
  }

  /** A letter with words of its own, a word in two forms, and one as long as a block. */
  private static XdmNode page(int i) {
    StringBuilder text = new StringBuilder();
    for (int w = 0; w < 200; w++) {
      text.append(" word").append(i * 100 + w);
    }
    text.append(i % 2 == 0 ? " treaty" : " treaties");
    text.append(i == 3 ? " long".repeat(6000) : "");
    return tree("<html lang='en'><div data-audit='text'><p id='p1'>" + text + "</p></div></html>");
  }

  private static String text(byte[] file) {
    return new String(file, UTF_8);
  }

  @Test
  void theOrderOfThePagesMakesNoDifference() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
    Map<String, String> one = new LinkedHashMap<>();
    index(order).forEach((path, content) -> one.put(path, text(content)));
    Collections.reverse(order);
    Map<String, String> other = new LinkedHashMap<>();
    index(order).forEach((path, content) -> other.put(path, text(content)));
    assertEquals(one, other);
    assertEquals(List.copyOf(one.keySet()), List.copyOf(other.keySet()));
  }

  @Test
  void blocksAreSortedAndOfASize() {
    Map<String, byte[]> files = index(IntStream.range(0, 40).boxed().toList());
    for (String family : List.of("forms", "words")) {
      List<String> keys = new ArrayList<>();
      List<String> firstKeys = new ArrayList<>();
      for (int n = 0; files.containsKey("assets/search/" + family + "-" + n + ".js"); n++) {
        String block = text(files.get("assets/search/" + family + "-" + n + ".js"));
        String call = "letterpressSearch(\"" + family + "-" + n + "\",\"\\n";
        assertTrue(block.startsWith(call) && block.endsWith("\\n\");\n"), block);
        List<String> lines =
            List.of(block.substring(call.length(), block.length() - 6).split("\\\\n", -1));
        lines.forEach(line -> keys.add(line.replaceAll(" .*", "")));
        firstKeys.add('"' + keys.get(keys.size() - lines.size()) + '"');
        assertTrue(block.replace("\\n", "\n").length() < 24_100 || lines.size() == 1, family + n);
      }
      assertTrue(firstKeys.size() > 1, family);
      assertEquals(keys.stream().sorted().toList(), keys);
      String index = text(files.get("assets/search/index.js"));
      assertTrue(index.contains("\"" + family + "\":[" + String.join(",", firstKeys) + "]"), index);
    }
  }

  @Test
  void aFormLeadsToItsStemAndTheStemToBothForms() {
    Map<String, byte[]> files = index(List.of(0, 1));
    assertEquals(
        List.of("treaties 1 2 ", "treaty 1 1 i"),
        text(files.get("assets/search/forms-0.js"))
            .lines()
            .flatMap(line -> List.of(line.split("\\\\n", -1)).stream())
            .filter(line -> line.startsWith("treat"))
            .toList());
    String words = text(files.get("assets/search/words-0.js"));
    // "Letter 0", its gap, then two hundred words: number 203 of document 0 and of document 1.
    assertTrue(words.contains("\\ntreati treaties BsG treaty AsG\\n"), words);
  }

  @Test
  void lettersWithoutAPageAreLeftOut() {
    Map<String, byte[]> files = index(List.of(0, 1));
    String index = text(files.get("assets/search/index.js"));
    assertTrue(index.startsWith("letterpressSearch(\"index\",{\"letters\":2,"), index);
    assertEquals(
        "letterpressSearch(\"facet-year\",[[\"1901\",\"1901\",\"BB\"]]);\n",
        text(files.get("assets/search/facet-year.js")));
    assertTrue(text(files.get("assets/search/texts-0.js")).contains("persons.html#x"));
  }
}
