package org.letterpress.judge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a search should find, found by reading every letter's finished page from end to end.
 *
 * @param letters by page: the words of each line of its text and notes, without case and accents
 * @param elsewhere the words that stand in a page beside its text and notes, such as in its title
 */
record PlainScan(Map<String, List<List<String>>> letters, Set<String> elsewhere) {

  static PlainScan of(Published edition) {
    Map<String, List<List<String>>> letters = new LinkedHashMap<>();
    Set<String> elsewhere = new TreeSet<>();
    for (String file : edition.letters()) {
      Document page = edition.page(file);
      page.select("[data-audit=skip]:not([data-audit=note]), [hidden], template, script").remove();
      List<List<String>> lines = new ArrayList<>();
      for (Element note : page.select("[data-audit=note]")) {
        lines.addAll(lines(note));
        note.remove();
      }
      for (Element text : page.select("[data-audit=text]")) {
        lines.addAll(lines(text));
        text.remove();
      }
      letters.put(file, lines);
      elsewhere.addAll(words(page.text()));
    }
    return new PlainScan(letters, elsewhere);
  }

  private static List<List<String>> lines(Element element) {
    StringBuilder text = new StringBuilder();
    write(element, text);
    return text.toString().lines().map(PlainScan::words).filter(line -> !line.isEmpty()).toList();
  }

  private static void write(Node node, StringBuilder text) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText().replaceAll("\\s", " "));
    } else if (node instanceof Element element) {
      boolean block = element.isBlock() || element.nameIs("td") || element.nameIs("th");
      text.append(block ? "\n" : element.nameIs("br") ? " " : "");
      element.childNodes().forEach(child -> write(child, text));
      text.append(block ? "\n" : "");
    }
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("[\\p{M}\u00ad\u200b-\u200d\u2060\ufeff]", "")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("œ", "oe")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("ς", "σ");
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  /** The letters with a line that passes. */
  Set<String> find(Predicate<List<String>> line) {
    return letters.entrySet().stream()
        .filter(letter -> letter.getValue().stream().anyMatch(line))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> word(String word) {
    return find(line -> line.contains(word));
  }

  Set<String> prefix(String prefix) {
    return find(line -> line.stream().anyMatch(word -> word.startsWith(prefix)));
  }

  Set<String> phrase(List<String> phrase) {
    return find(line -> Collections.indexOfSubList(line, phrase) >= 0);
  }

  /** So many words, evenly out of all in the order of the alphabet, none of which is elsewhere. */
  List<String> someWords(int count) {
    return evenly(
        letters.values().stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .filter(word -> !elsewhere.contains(word))
            .toList(),
        count);
  }

  /** So many beginnings of words, with which none begins that is elsewhere. */
  List<String> somePrefixes(int count) {
    return evenly(
        letters.values().stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .filter(word -> word.codePoints().allMatch(c -> c < 0x10000) && word.length() > 3)
            .map(word -> word.substring(0, 3))
            .distinct()
            .sorted()
            .filter(prefix -> elsewhere.stream().noneMatch(word -> word.startsWith(prefix)))
            .toList(),
        count);
  }

  /** So many phrases of two or three words, with one in each that is nowhere else. */
  List<List<String>> somePhrases(int count) {
    List<List<String>> lines =
        letters.values().stream().flatMap(List::stream).filter(line -> line.size() > 5).toList();
    List<List<String>> phrases = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      int start = i % (line.size() - 3);
      List<String> phrase = line.subList(start, start + 2 + i % 2);
      if (phrase.stream().anyMatch(word -> !elsewhere.contains(word))) {
        phrases.add(phrase);
      }
    }
    return evenly(phrases, count);
  }

  private static <T> List<T> evenly(List<T> all, int count) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < Math.min(count, all.size()); i++) {
      some.add(all.get((int) ((long) i * all.size() / Math.min(count, all.size()))));
    }
    return some;
  }
}
