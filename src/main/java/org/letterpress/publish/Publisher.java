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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.audit.Audit;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Edition;
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
import org.letterpress.validate.Check;
import org.letterpress.validate.Schemas;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.StyleFault;
import org.letterpress.xml.Xml;

/** Carries out a plan: read, check, model, render, audit, write. */
public final class Publisher {

  private final Plan plan;
  private final Steps steps;
  private Optional<byte[]> css = Optional.empty();
  private final Xml xml = new Xml();
  private final Audits audits;
  private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());

  /**
   * Prepares a run.
   *
   * @param progress is told the name of each step as it begins
   */
  public Publisher(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.steps = new Steps(progress);
    this.audits = new Audits(plan.texts());
  }

  /**
   * Runs once.
   *
   * @throws NoSources where there is nothing to read
   * @throws SchemaFault where a schema of the plan can't be used
   * @throws StyleFault where a style sheet of the plan can't be used
   * @throws IOException where a folder can't be read or written; the last edition stays
   */
  public Outcome run() throws IOException, SchemaFault, StyleFault {
    css = Styles.apply(xml, plan.styles());
    CompletableFuture<Void> compiled = compile();
    Sources sources = steps.time("read", () -> Sources.read(plan.source(), plan.output()));
    findings.addAll(sources.findings());
    Check check = new Check(xml, Schemas.of(xml, sources.root(), plan.schemas()));
    if (plan.formats().isEmpty()) {
      findings.addAll(steps.time("check", () -> check.findings(sources.inputs(), sources.only())));
      return outcome(sources, 0, List.of());
    }
    Check.Result checked = steps.time("check", () -> check.check(sources.inputs(), sources.only()));
    findings.addAll(checked.findings());
    if (stopped(sources)) {
      return outcome(sources, 0, List.of());
    }

    steps.time("compile", compiled::join);
    Corpus corpus =
        steps.time(
            "model",
            () -> new CorpusReader(xml).read(checked.files(), sources::isMeant, title(sources)));
    if (corpus.letters().isEmpty()) {
      throw new NoSources("sources.no-letter", plan.source());
    }
    int letters =
        (int) corpus.letters().stream().filter(l -> l.kind() == Letter.Kind.LETTER).count();
    findings.addAll(unknownElements(corpus));
    try (OutputFolder output = OutputFolder.open(plan.output())) {
      refuseToReplaceOthers(sources, corpus, output);
      List<Outcome.Edition> editions = render(corpus, output);
      if (stopped(sources)) {
        return outcome(sources, letters, List.of());
      }
      steps.time(
          "write",
          () -> {
            output.commit();
            return null;
          });
      return outcome(sources, letters, editions);
    }
  }

  /** One letter is no new state of an edition that holds others. */
  private void refuseToReplaceOthers(Sources sources, Corpus corpus, OutputFolder output)
      throws IOException {
    Set<String> own = corpus.letters().stream().map(Letter::id).collect(Collectors.toSet());
    if (sources.only().isPresent() && !own.containsAll(output.letters())) {
      throw new NoSources("sources.others", plan.output());
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
      case PDF, BOOK, PRESS -> "fo.xsl";
      case EPUB -> "epub.xsl";
      case TEXT, DIPLOMATIC, MARKDOWN -> TextRenderer.stylesheet(format);
    };
  }

  private boolean stopped(Sources sources) {
    return plan.stops().test(List.copyOf(findings), sources.root());
  }

  private Outcome outcome(Sources sources, int letters, List<Outcome.Edition> editions) {
    return new Outcome(
        sources.root(),
        sources.inputs().stream().map(Check.Input::path).filter(sources::isMeant).toList(),
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
        made(corpus).stream()
            .map(
                format ->
                    CompletableFuture.supplyAsync(
                        () ->
                            steps.time(
                                format.word(),
                                () ->
                                    isWhole(format, corpus)
                                        ? book(format, corpus, output)
                                        : render(format, corpus, output))))
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

  /** The formats that are made: one letter has a PDF of its own, and makes no book beside it. */
  private Set<Format> made(Corpus corpus) {
    Set<Format> formats = new TreeSet<>(plan.formats());
    if (corpus.letters().size() == 1 && formats.size() > 1) {
      formats.remove(Format.BOOK);
    }
    return formats;
  }

  /** Whether it is one book, and not a file a letter. */
  private static boolean isWhole(Format format, Corpus corpus) {
    return format == Format.BOOK || (format == Format.PRESS && corpus.letters().size() > 1);
  }

  private PrintStyle print(Format format) {
    return format == Format.PRESS ? plan.print() : plan.print().reading();
  }

  private Outcome.Edition render(Format format, Corpus corpus, OutputFolder output) {
    Renderer renderer = renderer(format, corpus);
    AtomicInteger files = new AtomicInteger();
    Map<String, Audit.Report> reports = new ConcurrentHashMap<>();
    corpus.letters().parallelStream()
        .forEach(
            letter -> {
              Optional<Product> made = letter(renderer, letter);
              made.ifPresent(
                  product -> {
                    if (plan.audited()) {
                      reports.put(
                          letter.id(),
                          steps.time("audit", () -> audits.letter(format, letter, product)));
                    }
                    add(output, format, product, files);
                  });
              if (format == Format.HTML) {
                add(output, format, encoding(letter), files);
              }
              renderer.beside(letter).forEach(product -> add(output, format, product, files));
            });
    List<Audit.Report> volumes = Collections.synchronizedList(new ArrayList<>());
    renderer
        .volumes()
        .forEach(
            volume -> {
              if (plan.audited()) {
                volumes.add(steps.time("audit", () -> audits.volume(format, volume)));
              }
              add(output, format, volume.product(), files);
            });
    renderer.others().forEach(product -> add(output, format, product, files));
    int unmade = plan.audited() ? corpus.letters().size() - reports.size() : 0;
    return edition(format, unmade, reports.values(), volumes, files, output);
  }

  private Outcome.Edition book(Format format, Corpus corpus, OutputFolder output) {
    AtomicInteger files = new AtomicInteger();
    Product product;
    try {
      product =
          new BookRenderer(
                  xml, corpus, Sources.root(plan.source()), print(format), date(corpus.edition()))
              .book();
    } catch (RuntimeException e) {
      findings.add(notRendered(format, Location.of("edition.xml"), e));
      return edition(format, corpus.letters().size(), List.of(), List.of(), files, output);
    }
    add(output, format, product, files);
    Map<String, Audit.Report> reports =
        plan.audited() ? steps.time("audit", () -> audits.book(corpus, product)) : Map.of();
    return edition(format, 0, reports.values(), List.of(), files, output);
  }

  /**
   * Adds up what was found, and writes the audit's report beside the format's files.
   *
   * @param unmade how many letters the format lacks altogether: a difference each
   */
  private Outcome.Edition edition(
      Format format,
      int unmade,
      Collection<Audit.Report> reports,
      List<Audit.Report> volumes,
      AtomicInteger files,
      OutputFolder output) {
    if (plan.audited()) {
      byte[] json = Audit.json(format.word(), reports, volumes).getBytes(UTF_8);
      add(output, format, new Product("audit/" + format.word() + ".json", json, List.of()), files);
    }
    Map<String, Integer> declared = new TreeMap<>();
    long words = 0;
    long differences = unmade;
    for (Audit.Report report : reports) {
      findings.addAll(report.findings());
      report.declared().forEach((what, times) -> declared.merge(what, times, Integer::sum));
      words += report.words();
      differences += report.findings().size();
    }
    // A volume has the same words once more.
    for (Audit.Report volume : volumes) {
      findings.addAll(volume.findings());
      differences += volume.findings().size();
    }
    return new Outcome.Edition(format, files.get(), words, differences, declared);
  }

  /** One letter that breaks a library stops itself and no other. */
  private Optional<Product> letter(Renderer renderer, Letter letter) {
    try {
      return Optional.of(renderer.letter(letter));
    } catch (RuntimeException e) {
      findings.add(notRendered(renderer.format(), Location.of(letter.file().path()), e));
      return Optional.empty();
    }
  }

  private static Finding notRendered(Format format, Location location, RuntimeException e) {
    return Finding.of(
        "not-rendered",
        Severity.ERROR,
        location,
        Map.of("format", format.word(), "cause", cause(e)),
        List.of());
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
      case HTML -> new HtmlRenderer(xml, corpus, made(corpus), css);
      case PDF, PRESS ->
          new PdfRenderer(
              xml, corpus, Sources.root(plan.source()), print(format), date(corpus.edition()));
      case BOOK -> throw new IllegalArgumentException("A book is made as a whole");
      case EPUB -> new EpubRenderer(xml, corpus, date(corpus.edition()));
      case TEXT, DIPLOMATIC, MARKDOWN -> new TextRenderer(xml, corpus, format, plan.texts());
    };
  }

  /** The encoding itself, for readers who want it. */
  private static Product encoding(Letter letter) {
    return new Product("letters/" + letter.id() + ".xml", letter.encoding(), List.of());
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
                Finding.of(
                    "unknown-element",
                    Severity.WARNING,
                    Location.of(first.get(unknown.getKey())),
                    Map.of("element", unknown.getKey(), "count", unknown.getValue().toString()),
                    List.of()))
        .toList();
  }
}
