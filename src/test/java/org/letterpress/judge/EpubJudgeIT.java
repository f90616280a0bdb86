package org.letterpress.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.Run;
import org.openqa.selenium.json.Json;

/**
 * EPUBCheck, the W3C's own, on every e-book: no error, no warning. It runs in a virtual machine of
 * its own, since its libraries are not ours; to set it up takes longer than to judge a book, so it
 * is given many.
 */
@ExtendWith(Editions.Resolver.class)
class EpubJudgeIT {

  private static final Path CHECKER = Path.of("target", "judges", "epubcheck");

  private final Editions editions;
  @TempDir Path temp;

  EpubJudgeIT(Editions editions) {
    this.editions = editions;
  }

  @Test
  void everyBookIsValid() throws IOException, InterruptedException {
    List<Path> all = new ArrayList<>();
    for (Published edition : editions.all()) {
      List<String> books = edition.files(".epub");
      assertTrue(books.contains("edition.epub") && books.size() > 1, books::toString);
      books.forEach(book -> all.add(edition.path(book)));
    }
    assertEquals(List.of(), check(all));
  }

  /**
   * Letters as others have encoded them, each corpus as one book, and some of its letters alone.
   */
  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void realLettersMakeValidBooks(String corpus) throws IOException, InterruptedException {
    Published edition = RealCorpora.edition(corpus);
    List<String> books = edition.files(".epub");
    List<Path> some = new ArrayList<>(List.of(edition.path("edition.epub")));
    for (int i = 1; i < books.size(); i += 90) {
      some.add(edition.path(books.get(i)));
    }
    assertEquals(List.of(), check(some));
  }

  /** Pictures of the edition's folder, whatever they are called, and one that isn't described. */
  @Test
  void picturesAreInTheBooks() throws IOException, InterruptedException {
    Path letters = Files.createDirectories(temp.resolve("illustrated"));
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", letters.resolve("a ship ~1.png").toFile());
    ImageIO.write(picture, "jpg", letters.resolve("Zürich.png").toFile());
    Files.writeString(letters.resolve("told.xml"), letter("told", "a ship ~1.png", "A ship"));
    Files.writeString(letters.resolve("untold.xml"), letter("untold", "Zürich.png", ""));
    Path output = temp.resolve("books");
    Run run = Run.of("publish", letters.toString(), "--format=epub", "--output=" + output);
    assertEquals(0, run.code(), run::out);
    assertTrue(run.out().contains("words: all found again"), run::out);
    assertEquals(
        List.of(),
        check(
            Stream.of("edition.epub", "letters/told.epub", "letters/untold.epub")
                .map(output::resolve)
                .toList()));
    String first = "pictures/a~20ship~20~7E1.png";
    String second = "pictures/Z~C3~BCrich.png.jpg";
    assertEquals(List.of(second, first), pictures(output.resolve("edition.epub")));
    assertEquals(List.of(first), pictures(output.resolve("letters/told.epub")));
    assertTrue(meta(output.resolve("letters/told.epub")).contains(">alternativeText<"));
    assertTrue(!meta(output.resolve("edition.epub")).contains(">alternativeText<"));
    assertTrue(meta(output.resolve("edition.epub")).contains(">textual,visual<"));
  }

  private static String letter(String id, String picture, String words) {
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s"><teiHeader><fileDesc>
        <titleStmt><title>Ann to Ben</title></titleStmt>
        <publicationStmt><p>Nowhere.</p></publicationStmt>
        <sourceDesc><p>A sheet.</p></sourceDesc></fileDesc>
        <revisionDesc><change when="2026-01-01">Encoded.</change></revisionDesc></teiHeader>
        <text><body>
        <div><p>See.</p><figure><graphic url="%s"/><figDesc>%s</figDesc></figure></div>
        </body></text></TEI>
        """
        .formatted(id, picture.replace(" ", "%20"), words)
        .replace("<figDesc></figDesc>", "");
  }

  private static List<String> pictures(Path book) throws IOException {
    try (ZipFile zip = new ZipFile(book.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.contains("pictures/"))
          .map(name -> name.replaceFirst("^.*(?=pictures/)", ""))
          .sorted()
          .toList();
    }
  }

  private static String meta(Path book) throws IOException {
    try (ZipFile zip = new ZipFile(book.toFile())) {
      ZipEntry entry =
          zip.stream().filter(one -> one.getName().endsWith(".opf")).findFirst().orElseThrow();
      return new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
    }
  }

  /** A judge that is asleep would let everything pass. What is said of a book is of it alone. */
  @Test
  void theCheckerIsAwake() throws IOException, InterruptedException {
    Path book = temp.resolve("bad.epub");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(book))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/epub+zip".getBytes(UTF_8));
    }
    Path good = editions.specimen().path("edition.epub");
    List<String> messages = check(List.of(good, book, good, book));
    List<String> once = messages.subList(0, messages.size() / 2);
    assertTrue(once.stream().anyMatch(message -> message.contains("RSC-002")), once::toString);
    assertTrue(messages.stream().allMatch(message -> message.startsWith("bad.epub")));
    assertEquals(once, messages.subList(once.size(), messages.size()));
  }

  /** What the checker has to say of some books that is more than a word on usage. */
  private List<String> check(List<Path> books) throws IOException, InterruptedException {
    Path reports = Files.createTempDirectory(temp, "reports");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss8m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                CHECKER.resolve("*") + File.pathSeparator + Path.of("target", "test-classes"),
                Checks.class.getName(),
                reports.toString()));
    books.forEach(book -> command.add(book.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), () -> "The checker failed: " + said);
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      messages.addAll(messages(books.get(i), Files.readString(reports.resolve(i + ".json"))));
    }
    return messages;
  }

  /** What runs in the checker's virtual machine: it judges one book after the other. */
  static final class Checks {

    private Checks() {}

    /**
     * Writes a report on each book.
     *
     * @param args the reports' folder, and the books
     */
    public static void main(String... args) throws ReflectiveOperationException {
      Class<?> checker = Class.forName("com.adobe.epubcheck.tool.EpubChecker");
      for (int i = 1; i < args.length; i++) {
        String report = Path.of(args[0], i - 1 + ".json").toString();
        Object one = checker.getConstructor().newInstance();
        int code =
            (int)
                checker
                    .getMethod("run", String[].class)
                    .invoke(one, (Object) new String[] {args[i], "--json", report});
        if (code > 1) {
          throw new IllegalStateException(args[i] + " ended with " + code);
        }
      }
    }
  }

  /** Of a report: where, kind, number, message. */
  private static List<String> messages(Path book, String json) {
    Map<String, Object> found = new Json().toType(json, Json.MAP_TYPE);
    assertTrue(found.get("checker").toString().contains("5."), json);
    List<String> messages = new ArrayList<>();
    for (Object entry : (List<?>) found.get("messages")) {
      Map<?, ?> message = (Map<?, ?>) entry;
      if (List.of("FATAL", "ERROR", "WARNING").contains(message.get("severity"))) {
        messages.add(
            book.getFileName()
                + ": "
                + message.get("severity")
                + ": "
                + message.get("ID")
                + ": "
                + message.get("message")
                + " At "
                + message.get("locations"));
      }
    }
    return messages;
  }
}
