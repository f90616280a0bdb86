import com.sun.management.OperatingSystemMXBean;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.logging.LogFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopFactory;
import org.letterpress.cli.Main;

/** See prints.sh: {@code PrintBenchmark LETTERS PAGES CONFIGURATION OUTPUT}. */
final class PrintBenchmark {

  private static final int WARM = Integer.getInteger("warm", 1);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private PrintBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    List<Path> pages;
    try (Stream<Path> all = Files.list(Path.of(arguments[1]))) {
      pages = all.sorted().toList();
    }
    LogFactory.getFactory()
        .setAttribute("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    FopFactory factory = FopFactory.newInstance(Path.of(arguments[2]).toFile());
    Map<String, Callable<Integer>> sides = new LinkedHashMap<>();
    sides.put("FOP alone", () -> fop(factory, pages));
    sides.put("letterpress", () -> publish(arguments[0], arguments[3], "--no-audit"));
    sides.put("with audit", () -> publish(arguments[0], arguments[3]));
    Map<String, double[]> clock = new LinkedHashMap<>();
    Map<String, double[]> processor = new LinkedHashMap<>();
    for (int round = -WARM; round < ROUNDS; round++) {
      for (Map.Entry<String, Callable<Integer>> side : sides.entrySet()) {
        long busy = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        side.getValue().call();
        if (round >= 0) {
          clock.computeIfAbsent(side.getKey(), name -> new double[ROUNDS])[round] =
              (System.nanoTime() - start) / 1e9;
          processor.computeIfAbsent(side.getKey(), name -> new double[ROUNDS])[round] =
              (MACHINE.getProcessCpuTime() - busy) / 1e9;
        }
      }
    }
    System.out.printf(
        "%d letters, processors: %d (medians of %d rounds after %d)%n",
        pages.size(), Runtime.getRuntime().availableProcessors(), ROUNDS, WARM);
    for (String side : sides.keySet()) {
      System.out.printf(
          "  %-12s %7.2f s by the clock %5.2f × FOP; %7.2f s of processor %5.2f ×%n",
          side,
          median(clock.get(side)),
          median(clock.get(side)) / median(clock.get("FOP alone")),
          median(processor.get(side)),
          median(processor.get(side)) / median(processor.get("FOP alone")));
    }
  }

  private static int fop(FopFactory factory, List<Path> pages) throws Exception {
    SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
    parsers.setNamespaceAware(true);
    for (Path page : pages) {
      FOUserAgent agent = factory.newFOUserAgent();
      agent.getEventBroadcaster().addEventListener(event -> {});
      parsers
          .newSAXParser()
          .parse(
              page.toFile(),
              factory
                  .newFop("application/pdf", agent, OutputStream.nullOutputStream())
                  .getDefaultHandler());
    }
    return pages.size();
  }

  private static int publish(String folder, String output, String... more) {
    PrintWriter nobody = new PrintWriter(OutputStream.nullOutputStream());
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "publish", "--schema", "habits", "--keep-going", "--clean", "-q", "--format",
                    "pdf", "--output", output, folder),
                Arrays.stream(more))
            .toArray(String[]::new);
    int code = Main.run(nobody, nobody, arguments);
    if (code > 1) {
      throw new IllegalStateException("Exit code " + code);
    }
    return code;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
