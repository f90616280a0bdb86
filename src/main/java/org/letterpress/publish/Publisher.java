package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.audit.Audit;
import org.letterpress.audit.EpubReading;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Edition;
import org.letterpress.model.Letter;
import org.letterpress.render.EpubRenderer;
import org.letterpress.render.Format;
import org.letterpress.render.HtmlRenderer;
import org.letterpress.render.PdfRenderer;
import org.letterpress.render.Product;
import org.letterpress.render.Renderer;
import org.letterpress.render.TextRenderer;
import org.letterpress.validate.Check;
import org.letterpress.xml.Xml;

/** Carries out a plan: read, check, model, render, audit, write. */
public final class Publisher {

  private final Plan plan;
  private final Steps steps;
  private final Xml xml = new Xml();
  private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());

  /**
   * Prepares a run.
   *
   * @param progress is told the name of each step as it begins
   */
  public Publisher(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.steps = new Steps(progress);
  }

  /**
   * Runs once.
   *
   * @throws NoSources where there is nothing to read
   * @throws IOException where a folder can't be read or written; the last edition stays
   */
  public Outcome run() throws IOException {
    CompletableFuture<Void> compiled = compile();
    Sources sources = steps.time("read", () -> Sources.read(plan.source(), plan.output()));
    findings.addAll(sources.findings());
    Check.Result checked = steps.time("check", () -> new Check(xml).check(sources.inputs()));
    checked.findings().stream()
        .filter(finding -> sources.isMeant(finding.location().file()))
        .forEach(findings::add);
    if (plan.formats().isEmpty() || stopped()) {
      return outcome(sources, 0, List.of());
    }

    steps.time("compile", compiled::join);
    Corpus corpus =
        steps.time(
            "model",
            () -> new CorpusReader(xml).read(checked.files(), sources::isMeant, title(sources)));
    if (corpus.letters().isEmpty()) {
      throw new NoSources(
          "The folder "
              + plan.source()
              + " holds no letter: none of its files is TEI with a text.");
    }
    findings.addAll(unknownElements(corpus));
    try (OutputFolder output = OutputFolder.open(plan.output())) {
      refuseToReplaceOthers(sources, corpus, output);
      List<Outcome.Edition> editions = render(corpus, output);
      if (stopped()) {
        return outcome(sources, corpus.letters().size(), List.of());
      }
      steps.time(
          "write",
          () -> {
            output.commit();
            return null;
          });
      return outcome(sources, corpus.letters().size(), editions);
    }
  }

  /** One letter is no new state of an edition that holds others. */
  private void refuseToReplaceOthers(Sources sources, Corpus corpus, OutputFolder output)
      throws IOException {
    Set<String> own = corpus.letters().stream().map(Letter::id).collect(Collectors.toSet());
    if (sources.only().isPresent() && !own.containsAll(output.letters())) {
      throw new NoSources(
          plan.output()
              + " holds an edition with other letters. Publish the whole folder, or name another"
              + " folder with --output.");
    }
  }

  /** Compiles the stylesheets while the files are checked. */
  private CompletableFuture<Void> compile() {
    return CompletableFuture.allOf(
        Stream.concat(Stream.of("index.xsl"), plan.formats().stream().map(Publisher::stylesheet))
            .filter(name -> !plan.formats().isEmpty())
            .map(name -> CompletableFuture.runAsync(() -> xml.stylesheet(Xml.XSLT + name)))
            .toArray(CompletableFuture[]::new));
  }

  private static String stylesheet(Format format) {
    return switch (format) {
      case HTML -> "html.xsl";
      case PDF -> "fo.xsl";
      case EPUB -> "epub.xsl";
      case TEXT -> "text.xsl";
    };
  }

  private boolean stopped() {
    return !plan.keepGoing()
        && findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private Outcome outcome(Sources sources, int letters, List<Outcome.Edition> editions) {
    return new Outcome(
        sources.root(),
        sources.inputs().size(),
        letters,
        findings.stream().sorted().toList(),
        editions,
        steps.durations());
  }

  /** What an edition without a header is called: its folder. */
  private static String title(Sources sources) {
    Path folder = sources.root().toAbsolutePath().normalize();
    return folder.getFileName() == null ? "Letters" : folder.getFileName().toString();
  }

  private List<Outcome.Edition> render(Corpus corpus, OutputFolder output) throws IOException {
    List<CompletableFuture<Outcome.Edition>> running =
        plan.formats().stream()
            .map(
                format ->
                    CompletableFuture.supplyAsync(
                        () -> steps.time(format.word(), () -> render(format, corpus, output))))
            .toList();
    // All have to have ended before the folder that they write into is cleared.
    CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
        .handle((done, failed) -> null)
        .join();
    try {
      return running.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw e;
    }
  }

  private Outcome.Edition render(Format format, Corpus corpus, OutputFolder output) {
    Renderer renderer = renderer(format, corpus);
    AtomicInteger files = new AtomicInteger();
    LongAdder words = new LongAdder();
    LongAdder differences = new LongAdder();
    corpus.letters().parallelStream()
        .forEach(
            letter -> {
              Optional<Product> made = letter(renderer, letter);
              made.ifPresent(
                  product -> {
                    Audit.Report audited =
                        steps.time("audit", () -> audit(format, letter, product));
                    findings.addAll(audited.findings());
                    words.add(audited.words());
                    differences.add(audited.findings().size());
                    add(output, format, product, files);
                  });
              if (format == Format.HTML) {
                add(output, format, encoding(letter), files);
              }
            });
    for (Product product : renderer.others()) {
      if (format == Format.EPUB) {
        for (Audit.Report audited : steps.time("audit", () -> audit(corpus, product))) {
          findings.addAll(audited.findings());
          differences.add(audited.findings().size());
        }
      }
      add(output, format, product, files);
    }
    return new Outcome.Edition(format, files.get(), words.sum(), differences.sum());
  }

  /** One letter that breaks a library stops itself and no other. */
  private Optional<Product> letter(Renderer renderer, Letter letter) {
    try {
      return Optional.of(renderer.letter(letter));
    } catch (RuntimeException e) {
      findings.add(
          Finding.error(
              "not-rendered",
              Location.of(letter.file().path()),
              "The " + renderer.format().word() + " of this letter can't be made: " + cause(e),
              "This is a fault of the program or of a library; please report it with the letter."));
      return Optional.empty();
    }
  }

  private static String cause(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getClass().getSimpleName() + ": " + last.getMessage();
  }

  private Renderer renderer(Format format, Corpus corpus) {
    return switch (format) {
      case HTML -> new HtmlRenderer(xml, corpus, plan.formats());
      case PDF -> new PdfRenderer(xml, corpus, Sources.root(plan.source()), date(corpus.edition()));
      case EPUB -> new EpubRenderer(xml, corpus, date(corpus.edition()));
      case TEXT -> new TextRenderer(xml, corpus);
    };
  }

  private static Audit.Report audit(Format format, Letter letter, Product product) {
    Audit audit = new Audit(letter.file().tree(), letter.file().path());
    return switch (format) {
      case HTML -> audit.html(new String(product.content(), UTF_8), product.path());
      case PDF -> audit.pdf(product.content(), product.path());
      case EPUB -> audit.epub(EpubReading.read(product.content()), letter.id(), product.path());
      case TEXT -> audit.text(new String(product.content(), UTF_8), product.path());
    };
  }

  /** The same letters once more, in the book that holds them all. */
  private static List<Audit.Report> audit(Corpus corpus, Product product) {
    EpubReading book = EpubReading.read(product.content());
    return corpus.letters().parallelStream()
        .map(
            letter ->
                new Audit(letter.file().tree(), letter.file().path())
                    .epub(book, letter.id(), product.path()))
        .toList();
  }

  /** The encoding itself, as it was read, for readers who want it. */
  private static Product encoding(Letter letter) {
    return new Product("letters/" + letter.id() + ".xml", letter.file().content(), List.of());
  }

  private void add(OutputFolder output, Format format, Product product, AtomicInteger files) {
    findings.addAll(product.findings());
    files.incrementAndGet();
    try {
      output.add(format.word(), product);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The date that files carry: the plan's, else the edition's, else the first of all. */
  private Instant date(Edition edition) {
    if (plan.date().isPresent()) {
      return plan.date().get();
    }
    String said = edition.date();
    String day = said.matches("\\d{4}") ? said + "-01-01" : said;
    try {
      return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException notADay) {
      return Instant.EPOCH;
    }
  }

  /** Elements that no rule knows: their text is kept, and the editor is told, once a name. */
  private static List<Finding> unknownElements(Corpus corpus) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> first = new TreeMap<>();
    for (Letter letter : corpus.letters()) {
      letter
          .unknownElements()
          .forEach(
              name -> {
                counts.merge(name, 1, Integer::sum);
                first.putIfAbsent(name, letter.file().path());
              });
    }
    return counts.entrySet().stream()
        .map(
            unknown ->
                Finding.warning(
                    "unknown-element",
                    Location.of(first.get(unknown.getKey())),
                    "Letterpress has no rule for <"
                        + unknown.getKey()
                        + "> ("
                        + unknown.getValue()
                        + " in all, the first in this file); its text is printed as it stands.",
                    "Nothing is lost. Use an element of the letter schema to have it set by rule."))
        .toList();
  }
}
