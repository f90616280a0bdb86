package org.letterpress.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Edition;
import org.letterpress.model.Letter;
import org.letterpress.model.Recall;
import org.letterpress.model.SourceFile;
import org.letterpress.render.BookRenderer;
import org.letterpress.render.EpubRenderer;
import org.letterpress.render.Format;
import org.letterpress.render.HtmlRenderer;
import org.letterpress.render.PdfRenderer;
import org.letterpress.render.PrintStyle;
import org.letterpress.render.Renderer;
import org.letterpress.render.TextRenderer;
import org.letterpress.render.search.SearchIndex;
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
  public Publisher(Plan plan, Progress progress) {
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
    long start = System.nanoTime();
    Schemas schemas = Schemas.of(xml, sources.root(), plan.schemas());
    steps.took("schemas", start);
    if (plan.formats().isEmpty()) {
      Check check = new Check(xml, schemas);
      findings.addAll(steps.time("check", () -> check.findings(sources.inputs(), sources.only())));
      return outcome(sources, List.of(), 0, List.of());
    }
    try (OutputFolder output = OutputFolder.open(plan.output())) {
      return publish(sources, schemas, output, compiled);
    }
  }

  private Outcome publish(
      Sources sources, Schemas schemas, OutputFolder output, CompletableFuture<Void> compiled)
      throws IOException {
    if (plan.formats().stream().anyMatch(format -> stylesheet(format).equals("fo.xsl"))) {
      findings.addAll(plan.print().faces().lacking());
    }
    LastRun last = LastRun.of(output.folder(), plan.clean());
    Check check = new Check(xml, schemas, last);
    Check.Result checked = steps.time("check", () -> check.check(sources.inputs(), sources.only()));
    findings.addAll(checked.findings());
    List<String> unread = unread(sources, checked);
    if (stopped(sources)) {
      return outcome(sources, unread, 0, List.of());
    }

    steps.time("compile", compiled::join);
    Corpus corpus =
        steps.time(
            "model",
            () ->
                new CorpusReader(xml, last)
                    .read(checked.files(), sources::isMeant, sources.title()));
    if (corpus.letters().isEmpty()) {
      if (sources.findings().stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
        // There may be letters in what could not be read.
        return outcome(sources, unread, 0, List.of());
      }
      throw new NoSources("sources.no-letter", plan.source());
    }
    int letters =
        (int) corpus.letters().stream().filter(l -> l.kind() == Letter.Kind.LETTER).count();
    findings.addAll(unknownElements(corpus));
    refuseToReplaceOthers(sources, corpus, output);
    plan.formats().forEach(format -> output.part(format.word()));
    List<Outcome.Edition> editions = render(corpus, output, last);
    if (stopped(sources)) {
      return outcome(sources, unread, letters, List.of());
    }
    steps.time(
        "write",
        () -> {
          output.commit();
          last.write();
          return null;
        });
    return outcome(sources, unread, letters, editions);
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

  /** The files that can't be parsed: what they hold is in no edition. */
  private static List<String> unread(Sources sources, Check.Result checked) {
    Set<String> read = checked.files().stream().map(SourceFile::path).collect(Collectors.toSet());
    return files(sources).stream().filter(path -> !read.contains(path)).toList();
  }

  private static List<String> files(Sources sources) {
    return sources.inputs().stream().map(Check.Input::path).filter(sources::isMeant).toList();
  }

  private Outcome outcome(
      Sources sources, List<String> unread, int letters, List<Outcome.Edition> editions) {
    return new Outcome(
        sources.root(),
        files(sources),
        unread,
        letters,
        findings.stream().distinct().sorted().toList(),
        editions,
        steps.durations());
  }

  private List<Outcome.Edition> render(Corpus corpus, OutputFolder output, LastRun last)
      throws IOException {
    Path root = Sources.root(plan.source());
    Keys keys =
        steps.time(
            "compare", () -> new Keys(xml, corpus, root, plan.styles(), plan.audited(), last));
    Making.Shop shop =
        new Making.Shop(
            corpus, output, last, keys, Optional.of(audits).filter(all -> plan.audited()), steps);
    steps.expect(
        corpus.letters().size()
            * (int) made(corpus).stream().filter(format -> !isWhole(format, corpus)).count());
    List<CompletableFuture<Outcome.Edition>> running =
        made(corpus).stream()
            .map(
                format ->
                    CompletableFuture.supplyAsync(
                        () -> steps.time(format.word(), () -> make(shop, format))))
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

  private Outcome.Edition make(Making.Shop shop, Format format) {
    Making making = new Making(shop, format);
    Corpus corpus = shop.corpus();
    Outcome.Edition edition =
        isWhole(format, corpus)
            ? making.book(
                new BookRenderer(
                    xml,
                    corpus,
                    Sources.root(plan.source()),
                    print(format),
                    date(corpus.edition())))
            : making.letters(renderer(format, corpus, shop.last()));
    findings.addAll(making.findings());
    return edition;
  }

  private Renderer renderer(Format format, Corpus corpus, Recall recall) {
    return switch (format) {
      case HTML ->
          new HtmlRenderer(
              xml, corpus, made(corpus), css, Sources.root(plan.source()), new SearchIndex(recall));
      case PDF, PRESS ->
          new PdfRenderer(
              xml, corpus, Sources.root(plan.source()), print(format), date(corpus.edition()));
      case BOOK -> throw new IllegalArgumentException("A book is made as a whole");
      case EPUB ->
          new EpubRenderer(xml, corpus, Sources.root(plan.source()), date(corpus.edition()));
      case TEXT, DIPLOMATIC, MARKDOWN -> new TextRenderer(xml, corpus, format, plan.texts());
    };
  }

  /** The date that files carry: the plan's, else the edition's, else the first of all. */
  private Instant date(Edition edition) {
    return plan.date().orElseGet(edition::published);
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
