package org.letterpress.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A copy of the stylesheets lacks one template, at random: where a word is then missing in an
 * edition, by a count that knows nothing of the audit, the run says so.
 */
class DroppedTemplateTest {

  private static final Path XSLT = Path.of("xslt");
  private static final String RESOURCES = "org/letterpress/xslt/";

  /** Without a named template nothing compiles, and no word can be lost: these are left alone. */
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "<xsl:template\\b(?=[^>]*\\smatch=)(?:[^>]*/>|.*?</xsl:template>)", Pattern.DOTALL);

  /** For each set of stylesheets: a sample, or as many as are asked for. */
  private static final int TIMES = Integer.getInteger("letterpress.dropped", 5);

  private static final List<String> SETS =
      List.of("html", "fo", "epub", "text", "markdown", "core/normalise");

  private static final Set<String> ALL =
      Set.of("html", "pdf", "epub", "text", "diplomatic", "markdown");

  /** The program once more, with other stylesheets. */
  private static final class Loader extends URLClassLoader {
    private final Map<String, byte[]> changed;

    Loader(URL[] classPath, ClassLoader parent, Map<String, byte[]> changed) {
      super(classPath, parent);
      this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith("org.letterpress.")) {
          loaded = findClass(name);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] content = changed.get(name);
      return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
    }
  }

  /** A template of one of the stylesheets. */
  private record Template(Path file, int from, int to, String begins) {

    boolean isOf(String set) {
      String path = XSLT.relativize(file).toString().replace('\\', '/');
      return path.startsWith(set + "/") || path.equals(set + ".xsl");
    }
  }

  private static List<Template> templates() throws IOException {
    List<Template> templates = new ArrayList<>();
    try (Stream<Path> files = Files.walk(XSLT)) {
      for (Path file : files.filter(f -> isOfASet(f.toString())).sorted().toList()) {
        String text = Files.readString(file);
        Matcher matcher = TEMPLATE.matcher(text);
        while (matcher.find()) {
          String begins = matcher.group().lines().findFirst().orElseThrow();
          templates.add(new Template(file, matcher.start(), matcher.end(), begins));
        }
      }
    }
    return templates;
  }

  /** What makes no letter's text: metadata, lists, other pages of the site, frames of books. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "index|/(data|custom)[/.]|/html/(site|letters|entries|registers|correspondences|calendar"
              + "|charts|contents|search|plan|imprint|cite|metadata|neighbours|page)\\.xsl"
              + "|/fo/book|/epub/(package|navigation|book)\\.xsl");

  private static boolean isOfASet(String file) {
    return file.endsWith(".xsl") && !ELSEWHERE.matcher(file.replace('\\', '/')).find();
  }

  private final Map<String, Map<String, Integer>> whole = new HashMap<>();

  @SuppressWarnings("unchecked")
  private List<String> run(Set<String> formats, Map<String, byte[]> changed) throws Exception {
    URL[] classPath = {
      Path.of("target/classes").toUri().toURL(), Path.of("target/test-classes").toUri().toURL()
    };
    // Saxon tells each failure at length, and here failures are wanted.
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try (Loader loader =
        new Loader(classPath, DroppedTemplateTest.class.getClassLoader(), changed)) {
      return ((BiFunction<Set<String>, Map<String, Map<String, Integer>>, List<String>>)
              loader
                  .loadClass("org.letterpress.audit.WordCount")
                  .getDeclaredConstructor()
                  .newInstance())
          .apply(formats, whole);
    } finally {
      System.setErr(err);
    }
  }

  /** The formats that a stylesheet has to do with; the press is slow, and has its own set. */
  private static Set<String> formats(String name) {
    if (name.contains("html")) {
      return Set.of("html", "epub"); // e-books are made with the web edition's rules
    }
    if (name.contains("epub")) {
      return Set.of("epub");
    }
    if (name.contains("fo.xsl") || name.contains("fo/")) {
      return Set.of("pdf");
    }
    return name.contains("markdown")
        ? Set.of("markdown")
        : name.contains("text")
            ? Set.of("text", "diplomatic", "markdown")
            : Set.of("html", "epub", "text", "diplomatic", "markdown");
  }

  /** So many of a set. */
  private static List<Template> drawn(String set, Random random) throws IOException {
    List<Template> own =
        new ArrayList<>(templates().stream().filter(one -> one.isOf(set)).toList());
    Collections.shuffle(own, random);
    return own.subList(0, Math.min(TIMES, own.size()));
  }

  @Test
  void aLostWordIsTold(TestReporter reporter) throws Exception {
    assertEquals(
        List.of(), run(ALL, Map.of()), "with all templates no word is missing, and none is told");
    Random random = new Random(1961);
    List<String> untold = new ArrayList<>();
    int told = 0;
    for (String set : SETS) {
      Map<String, Integer> outcomes = new TreeMap<>();
      List<Template> drawn = drawn(set, random);
      for (Template gone : drawn) {
        String text = Files.readString(gone.file());
        String without = text.substring(0, gone.from()) + text.substring(gone.to());
        String name = RESOURCES + XSLT.relativize(gone.file()).toString().replace('\\', '/');
        for (String outcome : run(formats(name), Map.of(name, without.getBytes(UTF_8)))) {
          if (outcome.startsWith(WordCount.UNTOLD)) {
            untold.add("without " + gone.file() + " " + gone.begins() + ": " + outcome);
          }
          outcomes.merge(outcome, 1, Integer::sum);
        }
      }
      reporter.publishEntry(set, drawn.size() + " dropped, editions: " + outcomes);
      told += outcomes.getOrDefault(WordCount.TOLD, 0);
    }
    // If nothing were ever lost, this would prove nothing.
    assertTrue(told > TIMES, "lost and told: " + told);
    assertEquals(List.of(), untold);
  }
}
