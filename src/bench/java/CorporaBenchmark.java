import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XsltExecutable;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.letterpress.cli.Main;
import org.letterpress.xml.SafeParser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What each part of the work on a folder costs, in one warm process, beside two limits that no
 * toolchain of XSLT can go below by much: to parse the files, and to copy them by the identity
 * transformation, both in one thread. See corpora.sh.
 *
 * <p>With {@code -Dpages=FOLDER -Dfop=CONFIGURATION}, beside FOP alone on pages in XSL-FO, in one
 * thread. See prints.sh.
 */
final class CorporaBenchmark {

  private static final int WARM = Integer.getInteger("warm", 2);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);

  private static final String IDENTITY =
      "<xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform' version='3.0'>"
          + "<xsl:mode on-no-match='shallow-copy'/></xsl:stylesheet>";

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private CorporaBenchmark() {}

  public static void main(String[] folders) throws Exception {
    for (String folder : folders) {
      measure(Path.of(folder));
    }
  }

  private static void measure(Path folder) throws Exception {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        if (isWellFormed(content)) {
          files.add(content);
        }
      }
    }
    Path output = Files.createTempDirectory("letterpress");
    Map<String, Callable<Object>> sides = new LinkedHashMap<>();
    sides.put("parse", () -> files.stream().filter(CorporaBenchmark::isWellFormed).count());
    XsltExecutable identity =
        new Processor(false)
            .newXsltCompiler()
            .compile(new StreamSource(new StringReader(IDENTITY)));
    sides.put("identity", () -> copies(identity, files));
    sides.put("validate", () -> run("validate", "--schema", "habits", "-q", folder.toString()));
    for (String formats : System.getProperty("formats").split(" ")) {
      sides.put(
          formats,
          () ->
              run(
                  "publish",
                  "--schema",
                  "habits",
                  "--keep-going",
                  "--clean",
                  "-q",
                  "--format",
                  formats,
                  "--output",
                  output.resolve(formats.replace(',', '-')).toString(),
                  folder.toString()));
    }
    String pages = System.getProperty("pages");
    String base = pages == null ? "identity" : "FOP alone";
    if (pages != null) {
      FopFactory factory = FopFactory.newInstance(new File(System.getProperty("fop")));
      sides.put(base, () -> fop(factory, Path.of(pages)));
    }
    Map<String, double[]> processor = new LinkedHashMap<>();
    Map<String, double[]> clock = new LinkedHashMap<>();
    for (int round = -WARM; round < ROUNDS; round++) {
      for (Map.Entry<String, Callable<Object>> side : sides.entrySet()) {
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
    double megabytes = files.stream().mapToLong(file -> file.length).sum() / 1e6;
    System.out.printf(
        "%n%s: %d files, %.1f MB, processors: %d (medians of %d rounds after %d)%n",
        folder.getFileName(),
        files.size(),
        megabytes,
        Runtime.getRuntime().availableProcessors(),
        ROUNDS,
        WARM);
    double limit = median(processor.get(base));
    double limitByClock = median(clock.get(base));
    for (String side : sides.keySet()) {
      double busy = median(processor.get(side));
      double time = median(clock.get(side));
      System.out.printf(
          "  %-12s %8.2f s of processor %6.2f × %s; %8.2f s by the clock %6.2f ×%n",
          side, busy, busy / limit, base, time, time / limitByClock);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static boolean isWellFormed(byte[] content) {
    XMLReader reader = SafeParser.reader();
    reader.setContentHandler(new DefaultHandler());
    try {
      reader.parse(new InputSource(new ByteArrayInputStream(content)));
      return true;
    } catch (SAXException e) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int copies(XsltExecutable identity, List<byte[]> files) throws SaxonApiException {
    for (byte[] file : files) {
      identity
          .load30()
          .applyTemplates(
              new StreamSource(new ByteArrayInputStream(file)),
              identity.getProcessor().newSerializer(OutputStream.nullOutputStream()));
    }
    return files.size();
  }

  private static long fop(FopFactory factory, Path folder) throws Exception {
    SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
    parsers.setNamespaceAware(true);
    List<Path> pages;
    try (Stream<Path> all = Files.list(folder)) {
      pages = all.sorted().toList();
    }
    for (Path page : pages) {
      FOUserAgent agent = factory.newFOUserAgent();
      agent.getEventBroadcaster().addEventListener(event -> {});
      Fop fop = factory.newFop("application/pdf", agent, OutputStream.nullOutputStream());
      parsers.newSAXParser().parse(page.toFile(), fop.getDefaultHandler());
    }
    return pages.size();
  }

  private static int run(String... arguments) {
    PrintWriter nobody = new PrintWriter(OutputStream.nullOutputStream());
    int code = Main.run(nobody, nobody, arguments);
    if (code > 1) {
      throw new IllegalStateException("Exit code " + code + ": " + String.join(" ", arguments));
    }
    return code;
  }
}
