package org.letterpress.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;

/** Links, file names, permissions, locales and memory: what a machine brings with it. */
class MachineTest {

  private static final Path FAULTLESS = Path.of("src/test/cases/validate/letter-valid");

  @TempDir Path temp;
  private Path edition;

  private static Run run(Object... args) {
    return Run.of(Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  @BeforeEach
  void faultlessEdition() throws IOException {
    edition = Files.createDirectory(temp.resolve("edition"));
    for (String file : List.of("letter.xml", "register.xml")) {
      Files.copy(FAULTLESS.resolve(file), edition.resolve(file));
    }
  }

  private void spoil(Path file) throws IOException {
    String letter = Files.readString(edition.resolve("letter.xml"), UTF_8);
    Files.writeString(
        file,
        letter.replace("#mary\">you", "#nobody\">you").replace("\"letter\"", "\"other\""),
        UTF_8);
  }

  @Test
  void whereAnEditionCannotBeWrittenTheLastOneStays() throws IOException {
    Path site = temp.resolve("site");
    assertEquals(0, run("publish", edition, "--output", site, "--format=text").code());
    String last = Files.readString(site.resolve("edition.txt"), UTF_8);
    Files.createDirectory(temp.resolve(".site.lock")); // in the way of the lock
    Run run = run("publish", edition, "--output", site, "--format=text", "--width=40", "--lang=de");
    assertEquals(3, run.code());
    assertEquals(
        List.of(
            "Die Ausgabe "
                + site
                + " lässt sich nicht schreiben: In "
                + temp
                + " lässt sich nichts anlegen.",
            "Die letzte Edition in " + site + " ist, wie sie war."),
        run.complaints());
    assertEquals(last, Files.readString(site.resolve("edition.txt"), UTF_8));
  }

  @Test
  void aLinkToAFolderIsThatFolder() throws IOException {
    spoil(edition.resolve("letter.xml"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), edition);
    Run run = run("validate", link);
    assertEquals(1, run.code(), run.toString());
    assertTrue(run.out().contains(link.resolve("letter.xml") + ":"), run.out());
    assertTrue(run.out().contains("Checked 2 files: 1 error"), run.out());
    assertTrue(run.out().contains("#nobody"), run.out());
  }

  @Test
  void aBackslashInANameIsNoFolder() throws IOException {
    assumeTrue(File.separator.equals("/"), "only where a name may hold a backslash");
    Files.createDirectory(edition.resolve("a"));
    spoil(edition.resolve("a/b.xml"));
    Files.writeString(edition.resolve("a\\b.xml"), "<TEI", UTF_8);
    Run run = run("validate", edition);
    assertEquals(1, run.code(), run.toString());
    assertTrue(run.out().contains("Checked 4 files"), run.toString());
    assertTrue(run.out().contains("a\\b.xml:1:"), run.out());
    assertTrue(run.out().contains("a/b.xml:"), run.out());
  }

  @Test
  void aNameThatTheLocaleCanNotWriteIsAnsweredWithTheCure() throws Exception {
    assumeTrue(
        "UTF-8".equals(System.getProperty("sun.jnu.encoding")) && File.separator.equals("/"),
        "only where the tests can make such a name");
    Files.move(edition.resolve("letter.xml"), edition.resolve("Jörg.xml"));
    Path said = temp.resolve("said.txt");
    ProcessBuilder other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "validate",
                edition.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    other.environment().put("LC_ALL", "C");
    assertEquals(Main.ENVIRONMENT, other.start().waitFor(), Files.readString(said, UTF_8));
    List<String> lines =
        Files.readAllLines(said, UTF_8).stream().filter(line -> line.contains("locale")).toList();
    assertEquals(1, lines.size(), Files.readString(said, UTF_8));
    assertTrue(lines.get(0).contains("export LC_ALL=C.UTF-8"), lines.get(0));
    assertFalse(Files.readString(said, UTF_8).contains("fault of the program"));
  }

  @Test
  void tooLittleMemoryIsSaidInASentence() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] characters, int from, int length) {
            throw new OutOfMemoryError("Java heap space");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    StringWriter err = new StringWriter();
    int code =
        Main.run(new PrintWriter(full), new PrintWriter(err, true), "validate", edition.toString());
    assertEquals(Main.ENVIRONMENT, code);
    assertTrue(err.toString().contains("The memory does not suffice."), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void reportsMayBeReadByWhomeverOtherFilesMay() throws IOException {
    assumeTrue(File.separator.equals("/"), "only where files have permissions");
    Path ordinary = Files.writeString(temp.resolve("ordinary.txt"), "");
    Path report = temp.resolve("report.json");
    run("validate", edition, "--report=json=" + report);
    assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(report));
  }

  @Test
  void codesOfRulesThatALetterNamesCanBeAskedFor() throws IOException {
    Path letter = edition.resolve("letter.xml");
    Files.writeString(
        edition.resolve("house.sch"),
        """
        <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
          <pattern><rule context="*:signed">
            <report id="house-signature" test="true()">Signed.</report>
          </rule></pattern>
        </schema>
        """);
    Files.writeString(
        letter, Files.readString(letter).replaceFirst("\\?>", "?><?xml-model href='house.sch'?>"));
    Run run = run("validate", edition, "--only=house:house-signature");
    assertEquals(1, run.code(), run.toString());
    assertTrue(run.out().contains("[house:house-signature]"), run.out());
  }
}
