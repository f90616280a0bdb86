package org.letterpress.serve;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.render.BookRenderer;
import org.letterpress.render.EpubRenderer;
import org.letterpress.render.Format;
import org.letterpress.render.HtmlRenderer;
import org.letterpress.render.PdfRenderer;
import org.letterpress.render.PrintStyle;
import org.letterpress.render.Product;
import org.letterpress.render.Renderer;
import org.letterpress.render.TextRenderer;
import org.letterpress.render.TextStyle;
import org.letterpress.render.search.SearchIndex;
import org.letterpress.xml.Xml;

/**
 * The edition as it is at a moment: every file of {@code publish} by its path, made when it is
 * asked for and then kept. Safe for use by several threads.
 */
final class Site {

  /** What a page is made with beside the corpus, the same from one moment to the next. */
  record Workshop(Xml xml, Path root, Optional<byte[]> css, SearchIndex search) {}

  private static final String LETTERS = "letters/";
  private static final String WHOLE = "edition.";

  private final Workshop workshop;
  private final Corpus corpus;
  private final String look;
  private final HtmlRenderer html;
  private final Map<String, Letter> letters;
  private final Supplier<Map<String, Supplier<Product>>> pages;
  private final Supplier<Map<String, byte[]>> assets;
  private final Supplier<Map<String, byte[]>> data;
  private final ConcurrentMap<String, FutureTask<Optional<Page>>> made = new ConcurrentHashMap<>();

  /**
   * Makes nothing yet.
   *
   * @param look another one where other style sheets or pictures are shown
   */
  Site(Workshop workshop, Corpus corpus, String look) {
    this.workshop = workshop;
    this.corpus = corpus;
    this.look = look;
    this.html =
        new HtmlRenderer(
            workshop.xml(),
            corpus,
            formats(corpus),
            workshop.css(),
            workshop.root(),
            workshop.search());
    this.letters = letters(corpus);
    this.pages = once(html::pages);
    this.assets = once(() -> files(html.assets()));
    this.data = once(() -> files(html.data()));
  }

  private Site(Site last, Corpus corpus) {
    this.workshop = last.workshop;
    this.corpus = corpus;
    this.look = last.look;
    this.html = last.html;
    this.letters = letters(corpus);
    this.pages = last.pages;
    this.assets = last.assets;
    this.data = last.data;
    last.made.forEach(
        (path, page) -> {
          String id = id(path);
          if (Objects.equals(letters.get(id), last.letters.get(id)) && !path.startsWith(WHOLE)) {
            made.put(path, page);
          }
        });
  }

  /** The same with some letters in new words; what all letters together say is as it was. */
  Site with(Corpus other) {
    return new Site(this, other);
  }

  Workshop workshop() {
    return workshop;
  }

  Corpus corpus() {
    return corpus;
  }

  HtmlRenderer html() {
    return html;
  }

  /** The letter whose page a path is, if it is one's. */
  Optional<Letter> letter(String path) {
    return path.endsWith(".html") ? Optional.ofNullable(letters.get(id(path))) : Optional.empty();
  }

  /** The path of a letter's page. */
  static String path(Letter letter) {
    return LETTERS + letter.id() + ".html";
  }

  /**
   * A file.
   *
   * @param path from the site's root, as it is in the output folder
   */
  Optional<Page> page(String path) {
    FutureTask<Optional<Page>> task =
        made.computeIfAbsent(
            path,
            wanted ->
                new FutureTask<>(() -> make(wanted).map(bytes -> Page.of(wanted, bytes, look))));
    task.run();
    Optional<Page> page = join(task);
    if (page.isEmpty()) {
      made.remove(path); // else whoever asks for enough names fills the memory
    }
    return page;
  }

  private Optional<byte[]> make(String path) {
    if (pages.get().containsKey(path)) {
      return Optional.of(pages.get().get(path).get().content());
    }
    if (path.startsWith(LETTERS)) {
      return letterFile(path);
    }
    if (path.startsWith(WHOLE)) {
      return whole(path);
    }
    if (path.startsWith("assets/")) {
      return Optional.ofNullable(assets.get().get(path));
    }
    if (path.startsWith("pictures/")) {
      return html.picture(path);
    }
    boolean isData = path.startsWith("data/") || !path.contains("/");
    return isData ? Optional.ofNullable(data.get().get(path)) : Optional.empty();
  }

  private Optional<byte[]> letterFile(String path) {
    Letter letter = letters.get(id(path));
    if (letter == null) {
      return Optional.empty();
    }
    String end = path.substring(LETTERS.length() + letter.id().length() + 1);
    return switch (end) {
      case "html" -> Optional.of(html.letter(letter).content());
      case "xml" -> Optional.of(letter.encoding());
      case "standoff.xml" -> html.beside(letter).stream().map(Product::content).findFirst();
      default ->
          formats(corpus).stream()
              .filter(format -> format != Format.BOOK && format.extension().equals(end))
              .findFirst()
              .map(format -> renderer(format).letter(letter).content());
    };
  }

  private Optional<byte[]> whole(String path) {
    String end = path.substring(WHOLE.length());
    Optional<Format> format =
        formats(corpus).stream()
            .filter(one -> one != Format.PDF && one != Format.HTML && one.extension().equals(end))
            .findFirst();
    if (format.isEmpty()) {
      return Optional.empty();
    }
    if (format.get() == Format.BOOK) {
      return Optional.of(
          new BookRenderer(workshop.xml(), corpus, workshop.root(), PrintStyle.DEFAULT, date())
              .book()
              .content());
    }
    Renderer renderer = renderer(format.get());
    corpus.letters().parallelStream().forEach(renderer::letter);
    return renderer.volumes().map(volume -> volume.product().content()).findFirst();
  }

  private Renderer renderer(Format format) {
    Xml xml = workshop.xml();
    return switch (format) {
      case HTML -> html;
      case PDF -> new PdfRenderer(xml, corpus, workshop.root(), PrintStyle.DEFAULT, date());
      case EPUB -> new EpubRenderer(xml, corpus, workshop.root(), date());
      case TEXT, DIPLOMATIC, MARKDOWN -> new TextRenderer(xml, corpus, format, TextStyle.DEFAULT);
      case BOOK, PRESS -> throw new IllegalArgumentException(format.word());
    };
  }

  private Instant date() {
    return corpus.edition().published();
  }

  /** What can be had: all but the files for a printing house. */
  private static Set<Format> formats(Corpus corpus) {
    Set<Format> formats = EnumSet.complementOf(EnumSet.of(Format.PRESS));
    if (corpus.letters().size() == 1) {
      formats.remove(Format.BOOK);
    }
    return formats;
  }

  private static Map<String, Letter> letters(Corpus corpus) {
    return corpus.letters().stream().collect(Collectors.toMap(Letter::id, Function.identity()));
  }

  /** The letter that a file is of, as its path has it; ids may have dots in them. */
  private String id(String path) {
    String name = path.startsWith(LETTERS) ? path.substring(LETTERS.length()) : "";
    return Stream.iterate(name, one -> one.contains("."), Site::shorter)
        .map(Site::shorter)
        .filter(letters::containsKey)
        .findFirst()
        .orElse("");
  }

  private static String shorter(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Map<String, byte[]> files(Stream<Product> products) {
    return products.collect(Collectors.toMap(Product::path, Product::content));
  }

  private static <T> Supplier<T> once(Supplier<T> make) {
    FutureTask<T> task = new FutureTask<>(make::get);
    return () -> {
      task.run();
      return join(task);
    };
  }

  private static <T> T join(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
