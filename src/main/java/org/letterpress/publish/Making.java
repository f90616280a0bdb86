package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.letterpress.audit.Audit;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.model.Soft;
import org.letterpress.publish.LastRun.Made;
import org.letterpress.render.BookRenderer;
import org.letterpress.render.Format;
import org.letterpress.render.Listing;
import org.letterpress.render.Product;
import org.letterpress.render.Renderer;
import org.letterpress.render.Volume;

/**
 * Makes one format's part of the edition. What the last run made of the same stands: its files are
 * carried over, and what was found in them is told again.
 */
final class Making {

  /** What the formats of a run have in common. Without audits no word is looked for. */
  record Shop(
      Corpus corpus,
      OutputFolder output,
      LastRun last,
      Keys keys,
      Optional<Audits> audits,
      Steps steps) {}

  private final Shop shop;
  private final Format format;
  private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
  private final Collection<String> files = new ConcurrentSkipListSet<>();
  private final SortedSet<String> unmade = new ConcurrentSkipListSet<>();
  private final AtomicInteger anew = new AtomicInteger();
  private final AtomicInteger old = new AtomicInteger();

  /** Begins with nothing. */
  Making(Shop shop, Format format) {
    this.shop = shop;
    this.format = format;
  }

  /** What was found in the making, in no order; those of the audits are not among them. */
  Collection<Finding> findings() {
    return findings;
  }

  /** Makes a file for each letter, and what goes with them. */
  Outcome.Edition letters(Renderer renderer) {
    Map<String, Audit.Report> reports = new ConcurrentHashMap<>();
    Map<Letter, String> standing = new ConcurrentHashMap<>();
    Queue<Letter> failed = new ConcurrentLinkedQueue<>();
    shop.corpus().letters().parallelStream()
        .forEach(
            letter -> {
              String name = format.word() + " " + letter.id();
              String key = shop.keys().letter(letter, renderer);
              Optional<Made> last = shop.last().unchanged(name, key);
              Optional<Made> made = last.or(() -> letter(renderer, letter, key));
              made.ifPresentOrElse(one -> take(name, one), () -> failed.add(letter));
              made.ifPresent(one -> one.reports().forEach(it -> reports.put(letter.id(), it)));
              if (last.isPresent()) {
                standing.put(letter, key);
              } else if (made.isPresent()) {
                renderer.made(letter, key);
              }
              shop.steps().made();
            });
    String name = format.word();
    String key = shop.keys().all(renderer);
    Optional<Made> last = failed.isEmpty() ? shop.last().unchanged(name, key) : Optional.empty();
    Made whole = last.orElseGet(() -> whole(renderer, key, standing, reports));
    // What lacks a letter that failed is not what the key stands for.
    take(failed.isEmpty() ? name : "", whole);
    renderer.listings().parallel().forEach(one -> listing(one, renderer));
    return edition(reports.values(), whole.reports());
  }

  private void listing(Listing listing, Renderer renderer) {
    String name = format.word() + "/" + listing.name();
    String key = shop.keys().listing(listing, renderer);
    take(name, standing(name, key, () -> madeAnew(listing, key)));
  }

  private Made madeAnew(Listing listing, String key) {
    return joined(
        key,
        listing
            .make()
            .get()
            .parallel()
            .map(product -> made(key, List.of(product), List.of()))
            .toList());
  }

  /** What the last run made of the same, else what is made now. */
  private Made standing(String name, String key, Supplier<Made> make) {
    return shop.last().unchanged(name, key).orElseGet(make);
  }

  /** Makes one file of all letters. */
  Outcome.Edition book(BookRenderer renderer) {
    String name = format.word();
    String key = shop.keys().book(renderer);
    Optional<Made> made = shop.last().unchanged(name, key);
    if (made.isEmpty()) {
      try {
        Product product = renderer.book();
        List<Audit.Report> reports =
            shop.audits()
                .map(
                    audits ->
                        shop.steps()
                            .time("audit", () -> audits.book(shop.corpus(), product).values()))
                .map(List::copyOf)
                .orElse(List.of());
        made = Optional.of(made(key, List.of(product), reports));
      } catch (RuntimeException e) {
        findings.add(notRendered(Location.of("edition.xml"), e));
        unmade(renderer.path());
        return edition(List.of(), List.of());
      }
    }
    take(name, made.get());
    return edition(made.get().reports(), List.of());
  }

  /** One letter that breaks a library stops itself and no other. */
  private Optional<Made> letter(Renderer renderer, Letter letter, String key) {
    List<Product> products = new ArrayList<>();
    List<Audit.Report> reports = new ArrayList<>();
    boolean failed = false;
    try {
      Product product = renderer.letter(letter);
      shop.audits()
          .ifPresent(
              audits ->
                  reports.add(
                      shop.steps().time("audit", () -> audits.letter(format, letter, product))));
      products.add(product);
    } catch (RuntimeException e) {
      findings.add(notRendered(Location.of(letter.file().path()), e));
      unmade(path(letter));
      failed = true;
    }
    if (format == Format.HTML) {
      // The encoding itself, for readers who want it.
      products.add(new Product("letters/" + letter.id() + ".xml", letter.encoding(), List.of()));
    }
    products.addAll(renderer.beside(letter));
    Made made = made(key, products, reports);
    if (failed) {
      take("", made);
    }
    return failed ? Optional.empty() : Optional.of(made);
  }

  /**
   * The volumes, and what else is made of what the letters' files hold.
   *
   * @param standing the letters that stand, and the digests of what they were made of
   */
  private Made whole(
      Renderer renderer,
      String key,
      Map<Letter, String> standing,
      Map<String, Audit.Report> known) {
    standing.entrySet().parallelStream()
        .forEach(
            one -> {
              Letter letter = one.getKey();
              Supplier<byte[]> content = new Soft<>(() -> shop.output().last(path(letter)));
              renderer.again(letter, one.getValue(), content);
              Optional<Audit.Report> report = Optional.ofNullable(known.get(letter.id()));
              shop.audits()
                  .ifPresent(
                      all -> report.ifPresent(it -> all.stands(format, letter, content, it)));
            });
    List<Made> all = Collections.synchronizedList(new ArrayList<>());
    renderer.volumes().forEach(volume -> all.add(volume(volume, renderer)));
    renderer.gathered().forEach(product -> all.add(made(key, List.of(product), List.of())));
    return joined(key, all);
  }

  /** One that holds the same letters as the last stands. */
  private Made volume(Volume volume, Renderer renderer) {
    String name = format.word() + "/" + volume.path();
    String key = shop.keys().volume(volume, renderer);
    Made made = standing(name, key, () -> madeAnew(volume, key));
    shop.last().keep(name, made);
    return made;
  }

  private Made madeAnew(Volume volume, String key) {
    Product product = volume.product();
    List<Audit.Report> reports =
        shop.audits().stream()
            .map(
                audits ->
                    shop.steps()
                        .time("audit", () -> audits.volume(format, volume.letters(), product)))
            .toList();
    return made(key, List.of(product), reports);
  }

  private static Made joined(String key, List<Made> all) {
    return new Made(
        key,
        all.stream().flatMap(one -> one.files().stream()).sorted().toList(),
        all.stream().flatMap(one -> one.findings().stream()).sorted().toList(),
        all.stream().flatMap(one -> one.reports().stream()).toList());
  }

  private String path(Letter letter) {
    return "letters/" + letter.id() + "." + format.extension();
  }

  /** Writes files into the next edition. */
  private Made made(String key, List<Product> products, List<Audit.Report> reports) {
    products.forEach(this::add);
    anew.addAndGet(products.size());
    return new Made(
        key,
        products.stream().map(Product::path).toList(),
        products.stream().flatMap(product -> product.findings().stream()).toList(),
        reports);
  }

  private void add(Product product) {
    try {
      shop.output().add(format.word(), product);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what was made, or stands, as this run's. Without a name it is not remembered. */
  private void take(String name, Made made) {
    made.files().forEach(path -> shop.output().keep(format.word(), path));
    files.addAll(made.files());
    findings.addAll(made.findings());
    if (!name.isEmpty()) {
      shop.last().keep(name, made);
    }
  }

  /** A file can't be made: that of the last edition stays, for other files lead to it. */
  private void unmade(String path) {
    unmade.add(path);
    try {
      if (shop.output().stays(format.word(), path)) {
        old.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds up what was found, and writes the audit's report beside the format's files. */
  private Outcome.Edition edition(Collection<Audit.Report> reports, List<Audit.Report> volumes) {
    if (shop.audits().isPresent()) {
      byte[] json = Audit.json(format.word(), unmade, reports, volumes).getBytes(UTF_8);
      add(new Product("audit/" + format.word() + ".json", json, List.of()));
    }
    Map<String, Integer> declared = new TreeMap<>();
    long words = 0;
    long differences = 0;
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
    return new Outcome.Edition(
        format,
        files.size(),
        anew.get(),
        new Outcome.Unmade(unmade.size(), old.get()),
        words,
        differences,
        declared);
  }

  private Finding notRendered(Location location, RuntimeException e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String cause = last.getClass().getSimpleName() + ": " + last.getMessage();
    return Finding.of(
        "not-rendered",
        Severity.ERROR,
        location,
        Map.of("format", format.word(), "cause", cause),
        List.of());
  }
}
