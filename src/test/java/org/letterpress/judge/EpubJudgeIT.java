package org.letterpress.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * its own, since its libraries are not ours.
 */
@ExtendWith(Editions.Resolver.class)
class EpubJudgeIT {

  private static final Path CHECKER = Path.of("target", "judges", "epubcheck");

  private static final Path CORPORA =
      Path.of(System.getProperty("letterpress.shared", "../shared"), "corpora");

  private final Editions editions;
  @TempDir Path temp;

  EpubJudgeIT(Editions editions) {
    this.editions = editions;
  }

  @Test
  void everyBookIsValid() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    for (Published edition : editions.all()) {
      List<String> books = edition.files(".epub");
      assertTrue(books.contains("edition.epub") && books.size() > 1, books::toString);
      for (String book : books) {
        faults.addAll(check(edition.path(book)));
      }
    }
    assertEquals(List.of(), faults);
  }

  /**
   * Letters as others have encoded them, each corpus as one book, and some of its letters alone.
   */
  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler", "frus"})
  void realLettersMakeValidBooks(String corpus) throws IOException, InterruptedException {
    Path source = CORPORA.resolve(corpus);
    assumeTrue(Files.isDirectory(source), () -> "There is no folder " + source);
    Path output = temp.resolve(corpus);
    Run run =
        Run.of("publish", source.toString(), "--keep-going", "--format=epub", "--output=" + output);
    assertTrue(run.code() <= 1, run::err);
    assertTrue(run.out().matches("(?s).*words: all found again.*"), run::out);
    Published edition = new Published(run, output);
    List<String> books = edition.files(".epub");
    List<String> faults = new ArrayList<>(check(edition.path("edition.epub")));
    for (int i = 1; i < books.size(); i += 90) {
      faults.addAll(check(edition.path(books.get(i))));
    }
    assertEquals(List.of(), faults);
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
    List<String> faults = new ArrayList<>();
    for (String book : List.of("edition.epub", "letters/told.epub", "letters/untold.epub")) {
      faults.addAll(check(output.resolve(book)));
    }
    assertEquals(List.of(), faults);
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

  /** A judge that is asleep would let everything pass. */
  @Test
  void theCheckerIsAwake() throws IOException, InterruptedException {
    Path book = temp.resolve("bad.epub");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(book))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/epub+zip".getBytes(UTF_8));
    }
    List<String> messages = check(book);
    assertTrue(
        messages.stream().anyMatch(message -> message.contains("RSC-002")), messages::toString);
  }

  /**
   * What the checker has to say that is more than a word on usage: where, kind, number, message.
   */
  private List<String> check(Path book) throws IOException, InterruptedException {
    Path report = Files.createTempFile(temp, "report", ".json");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss8m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                CHECKER.resolve("*").toString(),
                "com.adobe.epubcheck.tool.Checker",
                book.toString(),
                "--json",
                report.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    String json = Files.readString(report);
    assertTrue(code <= 1 && json.startsWith("{"), () -> "The checker failed: " + said);
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
