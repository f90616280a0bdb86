package org.letterpress.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Letter;
import org.letterpress.model.SourceFile;
import org.letterpress.publish.NoSources;
import org.letterpress.publish.Sources;
import org.letterpress.publish.Styles;
import org.letterpress.render.Pictures;
import org.letterpress.render.search.SearchIndex;
import org.letterpress.validate.Check;
import org.letterpress.validate.Recheck;
import org.letterpress.validate.Schemas;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.StyleFault;
import org.letterpress.xml.Xml;

/**
 * An edition that is being edited. A change is taken in twice: first into the page of the letter
 * itself, by what is known of the others; then into everything. For one thread, but for {@link
 * #state}.
 */
final class Live {

  private final Preview preview;
  private final Watch watch;
  private final BiConsumer<State, Set<String>> shown;
  private volatile State state = State.EMPTY;

  // All of these come anew when a schema or a stylesheet changes.
  private Xml xml;
  private Recheck recheck;
  private CorpusReader reader;
  private Site.Workshop workshop;

  /** Another one with each change of a style sheet or picture: pages have to be loaded anew. */
  private String look = String.valueOf(System.nanoTime());

  private Sources sources;
  private final Map<String, SourceFile> good = new HashMap<>();

  /**
   * Has read nothing yet.
   *
   * @param shown is told of each new state, and of the paths of the pages that it is about; none
   *     for all
   * @throws NoSources where there is nothing to read
   */
  Live(Preview preview, BiConsumer<State, Set<String>> shown) throws IOException {
    this.preview = preview;
    this.shown = shown;
    this.sources = Sources.read(preview.source());
    List<Path> besides =
        Stream.concat(preview.styles().stream(), preview.schemas().stream().map(Path::of)).toList();
    this.watch = new Watch(sources.root(), besides);
  }

  /** What is shown now. */
  State state() {
    return state;
  }

  /**
   * Reads the edition.
   *
   * @throws NoSources where there is no letter
   * @throws SchemaFault where a schema can't be used
   * @throws StyleFault where a style sheet can't be used
   */
  void start() throws IOException, InterruptedException, SchemaFault, StyleFault {
    watch.changes(sources);
    begin();
    whole();
    if (state.site().isEmpty() && state.broken().isEmpty()) {
      throw new NoSources("sources.no-letter", preview.source());
    }
  }

  /** Looks at the files, and takes in what has changed, if anything has. */
  Optional<Turn> turn() throws IOException, InterruptedException {
    Set<String> changed = watch.changes(sources);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    Duration page = Duration.ZERO;
    Optional<String> trouble = Optional.empty();
    try {
      Map<String, Check.Input> known = inputs();
      if (changed.stream().anyMatch(Live::isShown)) {
        look = String.valueOf(start);
      }
      if (changed.stream().anyMatch(this::isTool)) {
        again(changed);
      } else if (known.keySet().containsAll(changed) && changed.stream().allMatch(this::isThere)) {
        pages(changed.stream().map(known::get).toList());
        page = since(start);
      } else {
        sources = Sources.read(preview.source());
        Map<String, Check.Input> now = inputs();
        changed.stream().filter(now::containsKey).forEach(path -> recheck.changed(now.get(path)));
      }
      whole();
    } catch (SchemaFault | StyleFault e) {
      List<Finding> findings =
          e instanceof SchemaFault schema ? schema.findings() : List.of(((StyleFault) e).finding());
      Map<String, List<Finding>> broken = new HashMap<>(state.broken());
      findings.forEach(one -> broken.put(one.location().file(), List.of(one)));
      show(new State(state.site(), state.files(), state.findings(), broken), Set.of());
      trouble = Optional.of(findings.get(0).message());
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of the program in one state of the letters; the last one stays, the next may do.
      trouble = Optional.of(e.toString());
    }
    Duration all = since(start);
    return Optional.of(
        new Turn(List.copyOf(changed), page.isZero() ? all : page, all, state.findings(), trouble));
  }

  private Map<String, Check.Input> inputs() {
    return sources.inputs().stream()
        .collect(Collectors.toMap(Check.Input::path, input -> input, (one, same) -> one));
  }

  private boolean isThere(String path) {
    return Files.exists(sources.root().resolve(path));
  }

  /** Whether a file is none of the edition's, but one that it is judged or shown by. */
  private boolean isTool(String path) {
    return preview.schemas().contains(path)
        || preview.styles().contains(Path.of(path))
        || path.matches("(?i).*\\.(rng|rnc|sch)");
  }

  /** Whether a file is seen on pages whose own bytes stay the same. */
  private static boolean isShown(String path) {
    return Styles.isCss(Path.of(path)) || Pictures.isPicture(path);
  }

  private void begin() throws IOException, SchemaFault, StyleFault {
    Xml fresh = new Xml();
    Optional<byte[]> css = Styles.apply(fresh, preview.styles());
    recheck = new Recheck(fresh, Schemas.of(fresh, sources.root(), preview.schemas()));
    reader = new CorpusReader(fresh, true);
    workshop = new Site.Workshop(fresh, sources.root(), css, new SearchIndex());
    xml = fresh;
    good.clear();
  }

  /** Takes in other schemas and stylesheets; a style sheet in CSS alone costs nothing. */
  private void again(Set<String> changed) throws IOException, SchemaFault, StyleFault {
    sources = Sources.read(preview.source());
    if (changed.stream().allMatch(path -> Styles.isCss(Path.of(path)))) {
      workshop =
          new Site.Workshop(xml, sources.root(), Styles.css(preview.styles()), workshop.search());
    } else {
      begin();
    }
  }

  /** The first step: the letters of changed files, by what is known of the others. */
  private void pages(Collection<Check.Input> changed) {
    Map<String, List<Finding>> broken = new TreeMap<>(state.broken());
    Optional<Corpus> corpus = state.site().map(Site::corpus);
    for (Check.Input input : changed) {
      Recheck.One one = recheck.changed(input);
      if (one.file().isEmpty()) {
        broken.put(input.path(), one.findings());
      } else {
        broken.remove(input.path());
        corpus = corpus.map(last -> reader.with(one.file().get(), last));
      }
    }
    Set<String> paths = changed.stream().map(Check.Input::path).collect(Collectors.toSet());
    Optional<Site> site = Optional.empty();
    if (state.site().isPresent()) {
      site = Optional.of(state.site().get().with(corpus.orElseThrow()));
    }
    Set<String> pages =
        site.stream()
            .flatMap(one -> one.corpus().letters().stream())
            .filter(letter -> paths.contains(letter.file().path()))
            .map(Site::path)
            .collect(Collectors.toSet());
    if (!pages.isEmpty()) {
      show(new State(site, state.files(), state.findings(), broken), pages);
    }
  }

  /** The second step: everything. */
  private void whole() throws NoSources {
    List<SourceFile> sound = recheck.files(sources.inputs());
    Optional<String> only = sources.only();
    CompletableFuture<List<Finding>> checked =
        CompletableFuture.supplyAsync(() -> recheck.findings(only));
    sound.forEach(file -> good.put(file.path(), file));
    List<String> inputs = sources.inputs().stream().map(Check.Input::path).toList();
    good.keySet().retainAll(Set.copyOf(inputs));
    List<SourceFile> files = inputs.stream().filter(good::containsKey).map(good::get).toList();
    Corpus corpus = reader.read(files, sources::isMeant, sources.title());
    Optional<Site> site =
        corpus.letters().stream().anyMatch(letter -> letter.kind() == Letter.Kind.LETTER)
            ? Optional.of(new Site(workshop, corpus, look))
            : Optional.empty();
    Set<String> read = sound.stream().map(SourceFile::path).collect(Collectors.toSet());
    List<Finding> findings =
        Stream.concat(sources.findings().stream(), checked.join().stream()).sorted().toList();
    Map<String, List<Finding>> broken =
        findings.stream()
            .filter(finding -> !read.contains(finding.location().file()))
            .filter(finding -> inputs.contains(finding.location().file()))
            .collect(
                Collectors.groupingBy(
                    finding -> finding.location().file(), LinkedHashMap::new, Collectors.toList()));
    show(
        new State(site, inputs.stream().filter(sources::isMeant).toList(), findings, broken),
        Set.of());
  }

  private void show(State next, Set<String> pages) {
    state = next;
    shown.accept(next, pages);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
