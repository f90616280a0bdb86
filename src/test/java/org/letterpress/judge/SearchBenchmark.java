package org.letterpress.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** How large a search index is, and how long a browser takes to answer; see src/bench/search.sh. */
final class SearchBenchmark {

  private static final int ROUNDS = 5;

  private static final List<String> QUERIES =
      List.of(
          "berlin",
          "freund",
          "und",
          "lieber freund",
          "\"lieber freund\"",
          "\"in der\"",
          "freund*",
          "be*",
          "treaty",
          "zzzz",
          "frend");

  private SearchBenchmark() {}

  /**
   * Prints sizes and times.
   *
   * @param args the folder of the published edition
   */
  public static void main(String[] args) throws IOException {
    Path site = Path.of(args[0]);
    sizes(site.resolve("assets/search"));
    Path profile = Files.createTempDirectory("letterpress-bench");
    try (Browser browser = Browser.start(profile).orElseThrow();
        Served served = Served.start(site)) {
      for (String address :
          List.of(site.resolve("search.html").toUri().toString(), served.page())) {
        System.out.println(
            "\n" + address.replaceAll(":.*", "") + ": query, letters, ms cold, warm");
        for (String query : QUERIES) {
          List<double[]> rounds =
              IntStream.range(0, ROUNDS).mapToObj(i -> ask(browser, address, query)).toList();
          System.out.printf(
              Locale.ROOT,
              "  %-16s %6.0f  %6.1f  %6.1f%n",
              query,
              rounds.get(0)[2],
              median(rounds, 0),
              median(rounds, 1));
        }
      }
    } finally {
      Snapshot.delete(profile);
    }
  }

  private static double median(List<double[]> rounds, int which) {
    return rounds.stream().mapToDouble(round -> round[which]).sorted().toArray()[ROUNDS / 2];
  }

  /** Asks on a page that has just been opened, then once more; the times, and the letters found. */
  private static double[] ask(Browser browser, String address, String query) {
    browser.open("about:blank");
    browser.open(address);
    double cold = time(browser, query);
    Object status = browser.ask("document.getElementById('search-status').textContent");
    String count = status.toString().replaceAll("\\D", "");
    time(browser, "");
    return new double[] {
      cold, time(browser, query), count.isEmpty() ? 0 : Double.parseDouble(count)
    };
  }

  /** From the query to the end of the answer, as the page itself measures it. */
  private static double time(Browser browser, String query) {
    browser.ask(
        """
        (async () => {
          const page = document.getElementById('search');
          const form = document.getElementById('search-form');
          const idle = () => new Promise(done => {
            const look = () => page.hasAttribute('aria-busy') ? setTimeout(look) : done();
            look();
          });
          window.took = undefined;
          await idle();
          form.elements.q.value = '%s';
          const start = performance.now();
          const hits = new MutationObserver(() => {
            if (!page.hasAttribute('aria-busy')) {
              window.took = performance.now() - start;
              hits.disconnect();
            }
          });
          hits.observe(page, {attributes: true});
          form.requestSubmit();
        })(), 1
        """
            .formatted(query));
    while (true) {
      if (browser.ask("window.took") instanceof Number took) {
        return took.doubleValue();
      }
    }
  }

  private static void sizes(Path index) throws IOException {
    for (String family : List.of("index", "forms", "words", "texts", "facet", "")) {
      try (Stream<Path> files = Files.list(index)) {
        List<byte[]> blocks =
            files
                .filter(file -> file.getFileName().toString().startsWith(family))
                .map(SearchBenchmark::read)
                .toList();
        long bytes = blocks.stream().mapToLong(block -> block.length).sum();
        long packed = blocks.stream().mapToLong(SearchBenchmark::packed).sum();
        long largest = blocks.stream().mapToLong(block -> block.length).max().orElse(0);
        System.out.printf(
            Locale.ROOT,
            "%-6s %4d files  %9d bytes  %9d compressed  %7d the largest%n",
            family.isEmpty() ? "all" : family,
            blocks.size(),
            bytes,
            packed,
            largest);
      }
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long packed(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      deflater.deflate(buffer);
    }
    long size = deflater.getBytesWritten();
    deflater.end();
    return size;
  }
}
