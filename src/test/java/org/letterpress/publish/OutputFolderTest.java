package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.render.Product;

class OutputFolderTest {

  @TempDir Path temp;
  private Path output;

  @BeforeEach
  void nameTheFolder() {
    output = temp.resolve("Ausgabe für alle");
  }

  private static Product file(String path, String text) {
    return new Product(path, text.getBytes(UTF_8), List.of());
  }

  private void publish(String part, Product... products) throws IOException {
    try (OutputFolder folder = OutputFolder.open(output)) {
      for (Product product : products) {
        folder.add(part, product);
      }
      folder.commit();
    }
  }

  /** Every file below the folder that holds the output, without the manifest. */
  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(temp)) {
      return all.filter(Files::isRegularFile)
          .map(path -> output.relativize(path).toString().replace('\\', '/'))
          .filter(path -> !path.equals(".letterpress"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  @Test
  void replacesThePartAndKeepsTheRest() throws IOException {
    Files.createDirectories(output);
    Files.writeString(output.resolve("README.md"), "mine");
    publish("html", file("index.html", "1"), file("letters/a.html", "1"));
    publish("text", file("letters/a.txt", "1"));
    publish("html", file("index.html", "2"), file("letters/b.html", "2"));

    assertEquals(
        List.of("README.md", "index.html", "letters/a.txt", "letters/b.html"),
        files(),
        "a letter that is gone has no page; the text edition and the user's own file stay");
    assertEquals("2", Files.readString(output.resolve("index.html")));
    assertEquals("mine", Files.readString(output.resolve("README.md")));
  }

  @Test
  void aPartWithoutFilesGoes() throws IOException {
    publish("html", file("index.html", "1"));
    publish("book", file("edition.pdf", "1"));
    try (OutputFolder folder = OutputFolder.open(output)) {
      folder.add("html", file("index.html", "2"));
      folder.part("book");
      folder.commit();
    }
    assertEquals(List.of("index.html"), files());
  }

  @Test
  void leavesTheLastEditionWhereNothingIsCommitted() throws IOException {
    publish("html", file("index.html", "good"));
    try (OutputFolder folder = OutputFolder.open(output)) {
      folder.add("html", file("index.html", "half"));
    }
    assertEquals(List.of("index.html"), files());
    assertEquals("good", Files.readString(output.resolve("index.html")));
  }

  @Test
  void takesBackWhatAKilledRunHadSetAside() throws IOException {
    publish("html", file("index.html", "good"));
    Files.move(output, temp.resolve(".Ausgabe für alle.old"));
    Files.createDirectories(temp.resolve(".Ausgabe für alle.next/letters"));
    Files.writeString(temp.resolve(".Ausgabe für alle.next/letters/x.html"), "half");

    OutputFolder.open(output).close();

    assertEquals(List.of("index.html"), files());
    assertEquals("good", Files.readString(output.resolve("index.html")));
  }

  @Test
  void isHeldByOneRunAtATime() throws IOException {
    try (OutputFolder first = OutputFolder.open(output)) {
      IOException refused = assertThrows(IOException.class, () -> OutputFolder.open(output));
      assertEquals(
          "Another run is writing " + output + "; wait until it has ended.", refused.getMessage());
      first.add("html", file("index.html", "1"));
      first.commit();
    }
    assertEquals(List.of("index.html"), files());
  }

  @Test
  void refusesAFileInTheFoldersPlace() throws IOException {
    Files.writeString(output, "a file");
    assertThrows(IOException.class, () -> OutputFolder.open(output));
    assertEquals("a file", Files.readString(output));
  }
}
