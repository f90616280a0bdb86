package org.letterpress.render.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.model.Recall;

/**
 * The index of an edition's web pages, by which {@code search.html} finds without a server. Pages
 * may be added by several threads; the files are the same in whatever order they came.
 */
public final class SearchIndex {

  /** The passages of a page. */
  private record Read(List<Passage> passages) {}

  private final Recall recall;
  private final Map<String, List<Passage>> letters = new ConcurrentHashMap<>();

  /** An index without words. */
  public SearchIndex() {
    this(Recall.NOTHING);
  }

  /**
   * The same for pages that may have been read before.
   *
   * @param recall what was read of pages in earlier runs
   */
  public SearchIndex(Recall recall) {
    this.recall = recall;
  }

  /** An index of the same words as another by now. */
  public SearchIndex(SearchIndex other) {
    this(other.recall);
    letters.putAll(other.letters);
  }

  /** Takes down the words on a letter's page, which has just been made. */
  public void add(String id, XdmNode page) {
    letters.put(id, PageReading.read(page));
  }

  /**
   * Keeps the words of a letter for later runs.
   *
   * @param key a digest of all that its page was made of
   */
  public void keep(String id, String key) {
    recall.keep("search " + id, key, new Read(letters.get(id)));
  }

  /**
   * Takes down the words of a letter whose page an earlier run has made.
   *
   * @param key a digest of all that it was made of
   * @param page the page, where its words are not known
   */
  public void again(String id, String key, Supplier<XdmNode> page) {
    Read read =
        recall.known("search " + id, key, Read.class, () -> new Read(PageReading.read(page.get())));
    letters.put(id, read.passages());
  }

  /**
   * The files of the index by their paths, from the words taken down, which are forgotten.
   *
   * @param catalogue what template {@code t:search-catalogue} of {@code html/search.xsl} yields
   */
  public Map<String, byte[]> files(XdmNode catalogue) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Draft draft = new Draft(catalogue.attribute("lang"), files);
    Map<String, Integer> numbers = new HashMap<>();
    List<XdmNode> found = new ArrayList<>();
    for (XdmNode letter : children(catalogue, "letter")) {
      List<Passage> passages = letters.remove(letter.attribute("id"));
      if (passages != null) {
        numbers.put(letter.attribute("id"), numbers.size());
        found.add(letter);
        draft.add(letter, passages);
      }
    }
    for (XdmNode entry : children(catalogue, "entry")) {
      draft.add(entry, List.of(Passage.of(entry.attribute("words"), draft.lang)));
    }
    facets(catalogue, found, files);
    draft.finish(found.size());
    return files;
  }

  /** What is known so far of the documents that have been taken in. */
  private static final class Draft {

    private final String lang;
    private final Map<String, byte[]> files;
    private final Lexicon lexicon = new Lexicon();
    private final Blocks texts;
    private final List<Integer> lengths = new ArrayList<>();
    private final List<Integer> titles = new ArrayList<>();

    Draft(String lang, Map<String, byte[]> files) {
      this.lang = lang;
      this.files = files;
      this.texts = new Blocks("texts", files);
    }

    /** Takes the next document in: its title, its facts, its words. */
    void add(XdmNode document, List<Passage> passages) {
      int number = lengths.size();
      String title = document.attribute("title");
      String facts = document.attribute("facts");
      int next = lexicon.add(Passage.of(title, lang), number, 0);
      titles.add(next);
      next = lexicon.add(Passage.of(facts, lang), number, next);
      for (Passage passage : passages) {
        next = lexicon.add(passage, number, next);
      }
      lengths.add(next);
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(number));
      row.add(document.attribute("href"));
      row.add(document.attribute("lang"));
      row.add(title);
      row.add(facts);
      for (Passage passage : passages) {
        row.add(passage.anchor());
        row.add(passage.text());
      }
      texts.add(row.get(0), Script.list(row, Script::string));
    }

    void finish(int letters) {
      List<String> texts = this.texts.finish();
      Blocks.write(
          files,
          "index",
          "{\"letters\":"
              + letters
              + ",\"lengths\":"
              + Script.string(Postings.numbers(lengths))
              + ",\"titles\":"
              + Script.string(Postings.numbers(titles))
              + ",\"forms\":"
              + Script.list(lexicon.forms(files), Script::string)
              + ",\"words\":"
              + Script.list(lexicon.families(files), Script::string)
              + ",\"texts\":"
              + Script.list(texts, first -> first)
              + "}");
    }
  }

  /** One file a facet: for each of its values the key, the label, and the letters that have it. */
  private static void facets(XdmNode catalogue, List<XdmNode> letters, Map<String, byte[]> files) {
    for (XdmNode facet : children(catalogue, "facet")) {
      String name = facet.attribute("name");
      Map<String, Postings> having = new HashMap<>();
      for (int number = 0; number < letters.size(); number++) {
        for (String key : letters.get(number).attribute(name).split(" ", -1)) {
          having.computeIfAbsent(key, none -> new Postings()).add(number, 0);
        }
      }
      List<XdmNode> values =
          children(facet, "value").stream()
              .filter(value -> having.containsKey(value.attribute("key")))
              .toList();
      Blocks.write(
          files,
          "facet-" + name,
          Script.list(
              values,
              value ->
                  Script.list(
                      List.of(
                          value.attribute("key"),
                          value.attribute("label"),
                          having.get(value.attribute("key")).toString()),
                      Script::string)));
    }
  }

  private static List<XdmNode> children(XdmNode parent, String name) {
    return parent.select(Steps.child(name)).asListOfNodes();
  }
}
