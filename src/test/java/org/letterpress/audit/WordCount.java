package org.letterpress.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.render.EpubRenderer;
import org.letterpress.render.Format;
import org.letterpress.render.HtmlRenderer;
import org.letterpress.render.PdfRenderer;
import org.letterpress.render.PrintStyle;
import org.letterpress.render.Product;
import org.letterpress.render.Renderer;
import org.letterpress.render.TextRenderer;
import org.letterpress.render.TextStyle;

/**
 * Makes editions of sample letters, counts the words of each source and of each product without any
 * help of the audit, and says where a word is missing: whether the run tells it, or not. It is
 * given how often each word of the source stands in each product when nothing is wrong, or an empty
 * map that takes it in.
 */
public final class WordCount
    implements BiFunction<Set<String>, Map<String, Map<String, Integer>>, List<String>> {

  /** Words are missing, and the run says so. */
  static final String TOLD = "lost and told";

  /** Words are missing, and the run says nothing. */
  static final String UNTOLD = "lost and not told";

  private static final String REFUSED = "no edition";

  /** What no edition prints as the letter's: the other side of a choice, and descriptions. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<(corr|reg|expan|figDesc|desc|listPlace)[\\s>].*?</\\1>|<!--.*?-->", Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  private final List<String> outcomes = new ArrayList<>();

  private Set<String> formats;
  private Map<String, Map<String, Integer>> whole;

  /**
   * Makes and counts.
   *
   * @param words the formats' names
   * @param counts what stands where when nothing is wrong
   */
  @Override
  public List<String> apply(Set<String> words, Map<String, Map<String, Integer>> counts) {
    formats = words;
    whole = counts;
    List<Path> letters = new ArrayList<>(Samples.letters());
    letters.add(Path.of("src/test/cases/pdf/sample.xml"));
    for (Path path : letters) {
      try {
        letter(path);
      } catch (RuntimeException | StackOverflowError refused) {
        outcomes.add(REFUSED); // the stylesheets do not compile, or they fail: the run says so
      }
    }
    return outcomes;
  }

  private void letter(Path path) {
    Corpus corpus = Samples.corpus(path);
    Letter letter = corpus.letters().get(0);
    Map<String, Integer> source = source(Samples.text(path));
    Audit audit = new Audit(letter);
    int unknown =
        whole
            .computeIfAbsent(
                "unknown in " + path, key -> Map.of("", letter.unknownElements().size()))
            .get("");
    for (String name : formats) {
      Product product;
      Renderer renderer;
      try {
        renderer = renderer(Format.of(name).orElseThrow(), corpus, path);
        product = renderer.letter(letter);
      } catch (RuntimeException | StackOverflowError refused) {
        outcomes.add(REFUSED);
        continue;
      }
      Map<String, Integer> found = count(seen(renderer.format(), product.content()));
      Map<String, Integer> wanted =
          whole.computeIfAbsent(renderer.format() + " of " + path, key -> least(source, found));
      boolean lost =
          wanted.entrySet().stream()
              .anyMatch(word -> found.getOrDefault(word.getKey(), 0) < word.getValue());
      int saidAnyway =
          whole
              .computeIfAbsent(
                  "said by " + renderer.format() + " of " + path, key -> Map.of("", said(product)))
              .get("");
      // What is told of other things, or is told anyway, tells no loss.
      boolean told =
          said(product) > saidAnyway
              || letter.unknownElements().size() > unknown
              || !audited(audit, letter.id(), renderer.format(), product.content()).isClean();
      if (lost) {
        outcomes.add(told ? TOLD : UNTOLD + ": " + renderer.format() + " of " + path);
      }
    }
  }

  /** How often a stylesheet says of an element that it has no rule for it. */
  private static int said(Product product) {
    return (int)
        product.findings().stream().filter(one -> one.code().equals("stylesheet-message")).count();
  }

  private static Renderer renderer(Format format, Corpus corpus, Path path) {
    return switch (format) {
      case HTML -> new HtmlRenderer(Samples.XML, corpus, Set.of(Format.HTML));
      case PDF, BOOK, PRESS ->
          new PdfRenderer(Samples.XML, corpus, path.getParent(), PrintStyle.DEFAULT, Instant.EPOCH);
      case EPUB -> new EpubRenderer(Samples.XML, corpus, Path.of(""), Instant.EPOCH);
      case TEXT, DIPLOMATIC, MARKDOWN ->
          new TextRenderer(Samples.XML, corpus, format, TextStyle.DEFAULT);
    };
  }

  /** A word may be broken by a page or a mark, and then the count does not know it. */
  private static Map<String, Integer> least(
      Map<String, Integer> source, Map<String, Integer> found) {
    Map<String, Integer> least = new HashMap<>();
    source.forEach((word, times) -> least.put(word, Math.min(times, found.getOrDefault(word, 0))));
    long known = least.values().stream().filter(times -> times > 0).count();
    assertTrue(known > source.size() / 2, () -> "too few words found: " + found);
    return least;
  }

  private static Audit.Report audited(Audit audit, String id, Format format, byte[] content) {
    String text = new String(content, UTF_8);
    return switch (format) {
      case HTML -> audit.html(text, "letter.html");
      case PDF, BOOK, PRESS -> audit.pdf(content, "letter.pdf");
      case EPUB -> audit.epub(EpubReading.read(content), id, "letter.epub");
      case TEXT -> audit.text(text, Samples.READING, "letter.txt");
      case DIPLOMATIC -> audit.text(text, Samples.DIPLOMATIC, "letter.txt");
      case MARKDOWN -> audit.text(text, Samples.MARKDOWN, "letter.md");
    };
  }

  private static Map<String, Integer> source(String xml) {
    String text = xml.substring(xml.indexOf("<text"), xml.lastIndexOf("</text>"));
    String words = UNSEEN.matcher(text).replaceAll("");
    // Words end where blocks and lines do, and go on through everything else.
    String parted =
        words
            .replaceAll("<lb[^>]*break=[^>]*>\\s*", "")
            .replaceAll(
                "<(note|/note|ref|/ref|lb|p|item|cell|l|head|label|salute|signed|addrLine)\\b[^>]*>",
                " ")
            .replaceAll("</(p|item|cell|l|head|label|salute|signed|addrLine)>", " ")
            .replaceAll("<[^>]*>", "")
            .replace("&amp;", "&")
            .replaceAll("&[^;]*;", " ");
    return count(parted);
  }

  /** What a reader finds in a product, program's words and all. */
  private static String seen(Format format, byte[] content) {
    return switch (format) {
      case HTML -> seen(content);
      case PDF, BOOK, PRESS -> {
        try (PDDocument document = Loader.loadPDF(content)) {
          yield new PDFTextStripper().getText(document).replaceAll("[-\\u00AD]\\R", "");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      case EPUB -> {
        StringBuilder pages = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
          for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().contains("/letters/")) {
              pages.append(seen(zip.readAllBytes())).append('\n');
            }
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        yield pages.toString();
      }
      case TEXT, DIPLOMATIC, MARKDOWN -> new String(content, UTF_8).replace("¬\n", "");
    };
  }

  /** What a reader finds in a page. */
  private static String seen(byte[] html) {
    org.jsoup.nodes.Document page = Jsoup.parse(new String(html, UTF_8));
    page.select("head").remove();
    // What only those hear who don't see is no part of the words beside it, nor is the other
    // reading.
    page.select(".vh").remove();
    page.select(".as-edited, .mark").forEach(other -> other.prependText(" ").appendText(" "));
    return page.text();
  }

  /** How often each word stands in a text; case, hyphens and marks between letters don't count. */
  private static Map<String, Integer> count(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\u00AD\u200B*\\\\]", "")
            .replaceAll("\\[(page|seite)[^\\]]*\\]|\\[\\^?[^\\] ]{1,8}\\]", "")
            .replaceAll("[⟦⟧\\[\\]]", "")
            .replace('ſ', 's');
    Map<String, Integer> words = new HashMap<>();
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      words.merge(matcher.group(), 1, Integer::sum);
    }
    return words;
  }
}
