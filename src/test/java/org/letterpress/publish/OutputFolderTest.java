package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
  void aFolderOnWhichADiskIsMountedIsRefusedAtOnce() throws IOException {
    Path mounted = Path.of("/dev/shm");
    assumeTrue(
        Files.isDirectory(mounted)
            && !Files.getFileStore(mounted).equals(Files.getFileStore(mounted.getParent())),
        "Skipped: nothing is mounted on /dev/shm");
    OutputFault fault = assertThrows(OutputFault.class, () -> OutputFolder.open(mounted));
    assertTrue(fault.getMessage().contains("/dev/shm"), fault.getMessage());
    assertTrue(Files.notExists(Path.of("/dev/.shm.lock")));
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
      OutputFault refused = assertThrows(OutputFault.class, () -> OutputFolder.open(output));
      assertEquals("output.held", refused.key());
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

  @Test
  void aLinkStaysAndItsFolderIsReplaced() throws IOException {
    Path real = Files.createDirectories(temp.resolve("disk/site"));
    Files.writeString(real.resolve("README.md"), "mine");
    Files.createSymbolicLink(output, real);
    publish("html", file("index.html", "1"));
    publish("html", file("index.html", "2"));

    assertTrue(Files.isSymbolicLink(output));
    assertEquals("2", Files.readString(real.resolve("index.html")));
    assertEquals("mine", Files.readString(real.resolve("README.md")));
  }

  @Test
  void refusesALinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(output, temp.resolve("nowhere"));
    OutputFault refused = assertThrows(OutputFault.class, () -> OutputFolder.open(output));
    assertEquals("output.link", refused.key());
    assertTrue(Files.isSymbolicLink(output));
  }

  @Test
  void foldersKeepTheirRights() throws IOException {
    assumeTrue(
        Files.getFileStore(temp).supportsFileAttributeView("posix"),
        "Skipped: this system has no permissions of files");
    Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rwxr-x---");
    publish("html", file("index.html", "1"), file("letters/a.html", "1"));
    Files.setPosixFilePermissions(output, mine);
    Files.setPosixFilePermissions(output.resolve("letters"), mine);
    publish("html", file("index.html", "2"), file("letters/a.html", "2"));

    assertEquals(mine, Files.getPosixFilePermissions(output));
    assertEquals(mine, Files.getPosixFilePermissions(output.resolve("letters")));
  }

  @Test
  void aFolderThatCannotBeWrittenStaysAndStopsNoLaterRun() throws IOException {
    publish("html", file("index.html", "good"), file("letters/a.html", "good"));
    Path letters = output.resolve("letters");
    assumeTrue(
        Files.getFileStore(temp).supportsFileAttributeView("posix"),
        "Skipped: this system has no permissions of files");
    Files.setPosixFilePermissions(letters, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(letters), "Skipped: who runs this may write everything");
    OutputFault refused =
        assertThrows(OutputFault.class, () -> publish("html", file("index.html", "2")));
    assertEquals("output.shut", refused.key());
    assertEquals("good", Files.readString(output.resolve("index.html")));

    Files.setPosixFilePermissions(letters, PosixFilePermissions.fromString("rwxr-xr-x"));
    publish("html", file("index.html", "2"));
    assertEquals(List.of("index.html"), files());
  }

  @Test
  void nothingIsWrittenAfterTheEnd() throws IOException {
    publish("html", file("index.html", "good"));
    OutputFolder folder = OutputFolder.open(output);
    folder.add("html", file("index.html", "half"));
    folder.close();
    assertThrows(ClosedFileSystemException.class, () -> folder.add("html", file("a.html", "late")));
    assertEquals(List.of("index.html"), files());
  }
}
