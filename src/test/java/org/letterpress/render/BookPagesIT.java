package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Letter;
import org.letterpress.model.SourceFile;
import org.letterpress.render.BookText.Trace;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * Contents and index of books of real letters lead to the right pages, and to all of them: each
 * number is compared with the text that is read from the finished pages.
 */
class BookPagesIT {

  static final Path CORPORA =
      Path.of(System.getProperty("letterpress.shared", "../shared"), "corpora");

  static final Xml XML = new Xml();

  private static final Map<String, Corpus> READ = new ConcurrentHashMap<>();
  private static final Map<String, byte[]> BOOKS = new ConcurrentHashMap<>();

  /** Real letters; read once. */
  static Corpus corpus(String name) {
    return READ.computeIfAbsent(name, BookPagesIT::read);
  }

  /** The book of all letters of a corpus; made once. */
  static byte[] book(String name) {
    return BOOKS.computeIfAbsent(
        name,
        key ->
            new BookRenderer(XML, corpus(key), CORPORA, PrintStyle.DEFAULT, Instant.EPOCH)
                .book()
                .content());
  }

  private static Corpus read(String name) {
    Path folder = CORPORA.resolve(name);
    assumeTrue(Files.isDirectory(folder), () -> "Skipped: there is no folder " + folder);
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path path : all.filter(one -> one.toString().endsWith(".xml")).sorted().toList()) {
        byte[] content = Files.readAllBytes(path);
        String file = path.getFileName().toString();
        if (XML.parse(content, file) instanceof Parsed.Tree tree) {
          files.add(new SourceFile(file, content, tree.document()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CorpusReader(XML).read(files, "Letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frus", "schnitzler"})
  void everyNumberIsTrue(String name) throws IOException {
    Corpus corpus = corpus(name);
    BookText book = BookText.read(book(name));
    assertEquals(List.of(), contents(corpus, book));
    assertEquals(List.of(), index(corpus, book));
  }

  /**
   * Each line of the contents has the words that its page begins with, and its number stands at the
   * edge; each line of the list of correspondences has words of its page.
   */
  private static List<String> contents(Corpus corpus, BookText book) {
    List<String> faults = new ArrayList<>();
    for (int page = 0; page < book.pages().size(); page++) {
      String folio = book.labels().get(page);
      String words = book.pages().get(page);
      if (!words.isBlank() && page > 3 && !BookText.words(words).contains(folio)) {
        faults.add("page " + folio + " says so nowhere");
      }
    }
    List<BookText.Line> contents = book.contents().get(0);
    for (BookText.Line line : contents) {
      String page = BookText.letters(book.page(line.number()));
      if (!page.startsWith(BookText.letters(line.words()))) {
        faults.add(line + ": " + page);
      }
    }
    book.contents().stream()
        .skip(1)
        .flatMap(List::stream)
        .filter(line -> !BookText.letters(book.page(line.number())).contains(line.letters()))
        .forEach(line -> faults.add(line.toString()));
    book.contents().stream()
        .flatMap(List::stream)
        .filter(line -> Math.abs(line.right() - book.edge(line.onPage())) > 0.1)
        .forEach(line -> faults.add("not at the edge: " + line));
    List<String> firsts = contents.stream().map(BookText.Line::number).toList();
    int others = contents.size() - corpus.letters().size();
    assertTrue(others >= 2 && others <= 4, () -> "lines for lists: " + others);
    assertEquals(
        firsts.stream().map(Integer::valueOf).sorted().map(String::valueOf).toList(), firsts);
    return faults;
  }

  /** What the index says and what it ought to say, where these differ. */
  private static List<String> index(Corpus corpus, BookText book) {
    List<String> faults = new ArrayList<>();
    Map<String, Places> places = new LinkedHashMap<>();
    for (Letter letter : corpus.letters()) {
      Reading reading = new Reading();
      reading.read(letter.normalised());
      Trace text = book.text(letter.id());
      List<Trace> notes = book.notes(letter.id());
      if (!reading.text.toString().equals(text.letters())
          || !reading.notes.stream()
              .map(Object::toString)
              .toList()
              .equals(notes.stream().map(Trace::letters).toList())) {
        faults.add("other words than the letter's: " + letter.id());
        continue;
      }
      for (Mention mention : reading.mentions) {
        Trace trace = mention.in() < 0 ? text : notes.get(mention.in());
        places
            .computeIfAbsent(mention.entry(), key -> new Places())
            .add(trace.page(mention.at()), mention.mark());
      }
    }
    Map<String, Set<String>> expected = new TreeMap<>();
    List<XdmNode> entries =
        corpus.document().select(Steps.descendant(Predicates.hasLocalName("entry"))).toList();
    for (XdmNode entry : entries) {
      Places found = places.get(entry.attribute("id"));
      if (found != null) {
        expected
            .computeIfAbsent(indexed(entry), key -> new TreeSet<>())
            .add(found.printed(book.labels()));
      }
    }
    Map<String, Set<String>> printed = new TreeMap<>();
    book.index()
        .forEach(
            (entry, numbers) ->
                printed.put(
                    entry, numbers.stream().collect(Collectors.toCollection(TreeSet::new))));
    expected.forEach(
        (entry, numbers) -> {
          if (!numbers.equals(printed.get(entry))) {
            faults.add(entry + " is on " + numbers + ", not on " + printed.get(entry));
          }
        });
    printed.keySet().stream()
        .filter(entry -> !expected.containsKey(entry))
        .forEach(entry -> faults.add(entry + " is nowhere"));
    assertTrue(entries.isEmpty() || expected.size() > 100, () -> "entries: " + expected.size());
    return faults;
  }

  /** An entry's name as the index has it. */
  private static String indexed(XdmNode entry) {
    String sort = entry.attribute("sort");
    String name = sort == null || sort.isBlank() ? entry.attribute("label") : sort;
    String dates = entry.attribute("dates");
    boolean lived = "person".equals(entry.attribute("kind")) && dates != null && !dates.isEmpty();
    return BookText.letters(lived ? name + dates : name);
  }

  /** The pages of an entry, and the marks of the notes on them. */
  private static final class Places {

    private final TreeSet<Integer> pages = new TreeSet<>();
    private final TreeMap<Integer, Set<String>> notes = new TreeMap<>();

    void add(int page, String mark) {
      if (mark.isEmpty()) {
        pages.add(page);
      } else {
        notes.computeIfAbsent(page, key -> new TreeSet<>()).add(mark);
      }
    }

    /** Every page by itself: "3, 4, 5, 9 n. 2". */
    String printed(List<String> labels) {
      notes.keySet().removeAll(pages);
      TreeMap<Integer, String> all = new TreeMap<>();
      pages.forEach(page -> all.put(page, labels.get(page)));
      notes.forEach(
          (page, marks) ->
              all.put(
                  page,
                  marks.stream()
                      .map(mark -> labels.get(page) + " n. " + mark)
                      .collect(Collectors.joining(", "))));
      return String.join(", ", all.values());
    }
  }

  /**
   * A name in a letter.
   *
   * @param in which note it stands in; -1 in the text
   * @param mark that note's mark, else empty
   * @param at where its first letter comes
   */
  private record Mention(String entry, int in, String mark, int at) {}

  /** The letters of a normalised letter as they are printed. */
  private static final class Reading {

    private final StringBuilder text = new StringBuilder();
    private final List<StringBuilder> notes = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private StringBuilder out = text;
    private String mark = "";

    void read(XdmNode node) {
      if (node.getNodeKind() == XdmNodeKind.TEXT) {
        out.append(BookText.letters(node.getStringValue()));
      } else if (node.getNodeKind() != XdmNodeKind.ELEMENT) {
        node.children().forEach(this::read);
      } else {
        element(node);
      }
    }

    private void element(XdmNode node) {
      switch (node.getNodeName().getLocalName()) {
        case "gap", "figDesc" -> {}
        case "choice" -> read(printed(node));
        case "note" -> {
          out = new StringBuilder();
          notes.add(out);
          mark = node.attribute("n");
          node.children().forEach(this::read);
          out = text;
          mark = "";
        }
        default -> {
          int before = out.length();
          node.children().forEach(this::read);
          if (node.getNodeName().getLocalName().equals("rs")
              && node.attribute("ref") != null
              && out.length() > before) {
            for (String entry : node.attribute("ref").split(" ", -1)) {
              mentions.add(new Mention(entry, out == text ? -1 : notes.size() - 1, mark, before));
            }
          }
        }
      }
    }

    private static XdmNode printed(XdmNode choice) {
      List<XdmNode> sides = choice.select(Steps.child(Predicates.isElement())).toList();
      return sides.stream()
          .filter(side -> Set.of("sic", "orig", "abbr").contains(side.getNodeName().getLocalName()))
          .findFirst()
          .orElse(sides.get(0));
    }
  }
}
