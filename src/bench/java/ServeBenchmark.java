import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.letterpress.finding.Catalogue;
import org.letterpress.serve.Preview;
import org.letterpress.serve.Server;

/**
 * Changes the middle letter of a folder again and again, and measures how long it takes until its
 * page has the new words and until all pages may be asked for: {@code ServeBenchmark FOLDER}. Of
 * the rounds the first {@code -Dwarm=20} don't count.
 */
public final class ServeBenchmark {

  private static final int WARM = Integer.getInteger("warm", 20);
  private static final int ROUNDS = Integer.getInteger("rounds", 11);
  private static final String EVENTS = "_letterpress/events";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private ServeBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    List<Path> files;
    try (Stream<Path> all = Files.list(root)) {
      files = all.filter(one -> one.toString().endsWith(".xml")).sorted().toList();
    }
    Path file = files.get(files.size() / 2);
    String letter = Files.readString(file);
    String id = letter.replaceFirst("(?s).*?<TEI[^>]*xml:id=\"([^\"]*)\".*", "$1");
    int end = letter.lastIndexOf("</p>");
    Preview preview = new Preview(root, List.of(), List.of(), 0, Catalogue.ENGLISH, "");
    long start = System.nanoTime();
    try (Server server = Server.start(preview, turn -> {})) {
      System.out.printf(Locale.ROOT, "%d files, start %.0f ms%n", files.size(), since(start));
      start = System.nanoTime();
      get(server.address() + "assets/search/index.js");
      System.out.printf(Locale.ROOT, "search after %.0f ms more%n", since(start));
      String page = server.address() + "letters/" + id + ".html";
      get(page);
      List<double[]> rounds = new ArrayList<>();
      var stream =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(server.address() + EVENTS)).build(),
              BodyHandlers.ofInputStream());
      try (BufferedReader events =
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
        await(events, "*");
        for (int round = 0; round < WARM + ROUNDS; round++) {
          String word = "quartz" + round;
          String changed = letter.substring(0, end) + " " + word + letter.substring(end);
          Thread.sleep(1000);
          start = System.nanoTime();
          Files.writeString(file, changed);
          await(events, "letters/");
          if (!get(page).contains(word)) {
            throw new IllegalStateException("The page lacks " + word);
          }
          double shown = since(start);
          await(events, "*");
          rounds.add(new double[] {shown, since(start)});
        }
      }
      System.out.printf(
          Locale.ROOT,
          "from the change to the page's new words %.0f ms, to everything %.0f ms%n",
          median(rounds, 0),
          median(rounds, 1));
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT, "heap %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    } finally {
      Files.writeString(file, letter);
    }
  }

  private static void await(BufferedReader events, String what) throws Exception {
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      if (line.startsWith("data: " + what)) {
        return;
      }
    }
    throw new IllegalStateException("The server has gone");
  }

  private static String get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return CLIENT.send(request, BodyHandlers.ofString()).body();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<double[]> rounds, int which) {
    double[] counted = rounds.stream().skip(WARM).mapToDouble(round -> round[which]).toArray();
    Arrays.sort(counted);
    return counted[counted.length / 2];
  }
}
