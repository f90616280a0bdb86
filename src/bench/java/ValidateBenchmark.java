import com.thaiopensource.resolver.Identifier;
import com.thaiopensource.resolver.Input;
import com.thaiopensource.resolver.Resolver;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.validate.Check;
import org.letterpress.validate.corpus.FactsReader;
import org.letterpress.validate.corpus.Words;
import org.letterpress.validate.grammar.Grammar;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.SafeParser;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Letterpress's whole check against Jing alone with the same grammar, in one warm process, the
 * sides by turns; then the live heap while the corpus grows. See validate.sh.
 */
final class ValidateBenchmark {

  /** A file, held in memory so that the disk is not measured. */
  private record Document(Path path, byte[] bytes) {}

  private static final int ROUNDS = Integer.getInteger("rounds", 15);
  private static final int WARM_UP = Integer.getInteger("warm", 8);

  private static final int THREADS = Integer.getInteger("threads", 2);
  private static final boolean MEMORY = !"no".equals(System.getProperty("memory"));

  private final Xml xml = new Xml();
  private final Check check = new Check(xml);
  private final Grammar grammar = Grammar.letter();
  private final Schema jing = jing();
  private final ThreadLocal<XMLReader> readers = ThreadLocal.withInitial(SafeParser::reader);
  private final ThreadLocal<Validator> validators = ThreadLocal.withInitial(this::validator);

  public static void main(String[] folders) throws Exception {
    ValidateBenchmark benchmark = new ValidateBenchmark();
    for (String folder : folders) {
      List<Document> corpus = load(Path.of(folder));
      for (int threads = 1; threads <= THREADS; threads++) {
        benchmark.times(Path.of(folder).getFileName() + "", corpus, threads);
      }
      if (MEMORY) {
        benchmark.memory(corpus);
      }
    }
  }

  private static List<Document> load(Path folder) throws Exception {
    List<Document> corpus = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        corpus.add(new Document(file, Files.readAllBytes(file)));
      }
    }
    return corpus;
  }

  /** Each side once a round, so that a busy machine is busy for all of them. */
  private void times(String name, List<Document> corpus, int threads) throws Exception {
    double megabytes = corpus.stream().mapToLong(one -> one.bytes().length).sum() / 1e6;
    List<Check.Input> inputs =
        corpus.stream().map(one -> new Check.Input(one.path().toString(), one::bytes)).toList();
    Map<String, Runnable> sides = new LinkedHashMap<>();
    sides.put("SAX alone", () -> each(corpus, this::sax));
    sides.put("Jing alone", () -> each(corpus, this::jing));
    sides.put("decode", () -> each(corpus, one -> text(one)));
    sides.put("+ SAX, places", () -> each(corpus, this::places));
    sides.put("+ grammar", () -> each(corpus, this::grammar));
    sides.put("+ tree", () -> each(corpus, this::tree));
    sides.put("+ facts", () -> each(corpus, this::facts));
    sides.put("whole check", () -> check.findings(inputs, Optional.empty()));
    Map<String, double[]> processor = new LinkedHashMap<>();
    Map<String, double[]> clock = new LinkedHashMap<>();
    for (String side : sides.keySet()) {
      processor.put(side, new double[ROUNDS]);
      clock.put(side, new double[ROUNDS]);
    }
    Set<Long> workers = ConcurrentHashMap.newKeySet();
    ForkJoinPool pool =
        new ForkJoinPool(
            threads,
            of -> {
              ForkJoinWorkerThread thread =
                  ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(of);
              workers.add(thread.getId());
              return thread;
            },
            null,
            false,
            threads,
            threads,
            1,
            null,
            1,
            TimeUnit.HOURS);
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Map.Entry<String, Runnable> side : sides.entrySet()) {
        double busy = busy(workers);
        long start = System.nanoTime();
        pool.submit(side.getValue()).get();
        if (round >= 0) {
          clock.get(side.getKey())[round] = (System.nanoTime() - start) / 1e9;
          processor.get(side.getKey())[round] = busy(workers) - busy;
        }
      }
    }
    pool.shutdown();
    System.out.printf(
        "%n%s: %d files, %.1f MB, threads: %d (medians of %d rounds)%n",
        name, corpus.size(), megabytes, threads, ROUNDS);
    double alone = median(processor.get("Jing alone"));
    double aloneByClock = median(clock.get("Jing alone"));
    for (String side : sides.keySet()) {
      double median = median(processor.get(side));
      double medianByClock = median(clock.get(side));
      System.out.printf(
          "  %-14s %7.1f ms of processor %6.2f × Jing alone; %7.1f ms by the clock %6.2f ×%n",
          side, median * 1000, median / alone, medianByClock * 1000, medianByClock / aloneByClock);
    }
  }

  /** The seconds of processor that threads have had; others' work on the machine is not in it. */
  private static double busy(Set<Long> threads) {
    ThreadMXBean beans = ManagementFactory.getThreadMXBean();
    return threads.stream().mapToLong(beans::getThreadCpuTime).sum() / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void each(List<Document> corpus, Consumer<Document> side) {
    corpus.parallelStream().forEach(side);
  }

  private void sax(Document one) {
    parse(one, new DefaultHandler());
  }

  private void jing(Document one) {
    Validator validator = validators.get();
    validator.reset();
    parse(one, validator.getContentHandler());
  }

  private void parse(Document one, org.xml.sax.ContentHandler handler) {
    XMLReader reader = readers.get();
    reader.setContentHandler(handler);
    reader.setErrorHandler(new DefaultHandler());
    try {
      reader.parse(new InputSource(new ByteArrayInputStream(one.bytes())));
    } catch (SAXParseException e) {
      // Not well-formed: the rest is not read, on neither side.
    } catch (Exception e) {
      throw new IllegalStateException(one.path() + "", e);
    }
  }

  private static SourceText text(Document one) {
    try {
      return SourceText.of(one.path().toString(), one.bytes());
    } catch (SourceText.Undecodable e) {
      throw new IllegalStateException(e);
    }
  }

  private void places(Document one) {
    try {
      SafeParser.parse(new Cursor(text(one)), List.of());
    } catch (SAXParseException e) {
      // as above
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private void grammar(Document one) {
    Cursor cursor = new Cursor(text(one));
    try {
      SafeParser.parse(cursor, List.of(grammar.handler(cursor, new ArrayList<>())));
    } catch (SAXParseException e) {
      // as above
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private void facts(Document one) {
    Cursor cursor = new Cursor(text(one));
    FactsReader facts = new FactsReader(cursor, new Words());
    xml.parse(cursor, List.of(grammar.handler(cursor, new ArrayList<>()), facts));
    facts.facts();
  }

  private void tree(Document one) {
    Cursor cursor = new Cursor(text(one));
    xml.parse(cursor, List.of(grammar.handler(cursor, new ArrayList<>())));
  }

  /** What is alive while the files of a corpus are read one by one, the corpus once and often. */
  private void memory(List<Document> corpus) {
    System.out.println("  live heap above that of the idle program, and that of the report");
    for (int times : new int[] {1, 4, 16}) {
      List<Path> paths = corpus.stream().map(Document::path).toList();
      int files = paths.size() * times;
      int every = Math.max(1, files / 16);
      AtomicInteger read = new AtomicInteger();
      long[] peak = new long[1];
      long idle = live();
      List<Check.Input> inputs =
          IntStream.range(0, files)
              .mapToObj(
                  i ->
                      new Check.Input(
                          i / paths.size() + "/" + paths.get(i % paths.size()),
                          () -> {
                            if (read.incrementAndGet() % every == 0) {
                              synchronized (peak) {
                                peak[0] = Math.max(peak[0], live() - idle);
                              }
                            }
                            return Files.readAllBytes(paths.get(i % paths.size()));
                          }))
              .toList();
      List<Finding> findings = check.findings(inputs, Optional.empty());
      long kept = live() - idle;
      System.out.printf(
          "  %3d × %6d files %8.1f MB at most %8.1f MB kept, %d findings%n",
          times, files, peak[0] / 1e6, kept / 1e6, findings.size());
    }
  }

  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private Validator validator() {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Silent());
    return jing.createValidator(properties.toPropertyMap());
  }

  private static Schema jing() {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Silent());
    properties.put(
        ValidateProperty.RESOLVER,
        new Resolver() {
          @Override
          public void resolve(Identifier id, Input input) {
            String base = id.getBase();
            input.setUri(
                base == null
                    ? id.getUriReference()
                    : java.net.URI.create(base).resolve(id.getUriReference()).toString());
          }

          @Override
          public void open(Input input) {
            input.setByteStream(new ByteArrayInputStream(Xml.resource(input.getUri())));
          }
        });
    try {
      return CompactSchemaReader.getInstance()
          .createSchema(new InputSource(Grammar.LETTER), properties.toPropertyMap());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws errors away: Jing's side pays for no report. */
  private static final class Silent extends DefaultHandler {
    @Override
    public void error(SAXParseException e) {
      // thrown away
    }
  }
}
