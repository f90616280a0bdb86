package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.finding.Finding;
import org.letterpress.xml.Xml;

/** Pictures that a letter names and that are not there. */
class MissingPicturesTest {

  private static final Xml XML = new Xml();

  @TempDir Path folder;

  private List<Finding> findings(List<String> schemas, String... pictures) throws Exception {
    StringBuilder figures = new StringBuilder();
    for (String picture : pictures) {
      figures.append("<figure><graphic url=\"").append(picture).append("\"/></figure>\n");
    }
    byte[] letter =
        ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body><p>Words.</p>\n"
                + figures
                + "</body></text></TEI>")
            .getBytes(UTF_8);
    return new Check(XML, Schemas.of(XML, folder, schemas))
            .check(List.of(new Check.Input("letters/a.xml", () -> letter)), Optional.empty())
            .findings()
            .stream()
            .filter(finding -> finding.code().startsWith("picture"))
            .toList();
  }

  private void picture(String path) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1});
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "habits", "letter"})
  void aPictureThatIsNotThereIsToldWithItsLine(String schema) throws Exception {
    picture("letters/seal.png");
    picture("pictures/a map.jpg");
    List<Finding> findings =
        findings(
            schema.isEmpty() ? List.of() : List.of(schema),
            "seal.png",
            "Seal.PNG",
            "../pictures/a map.jpg",
            "../pictures/a%20map.jpg",
            "https://example.org/seal.png",
            "HS0247_12",
            "../pictures/a mop.jpg",
            "../../elsewhere.gif");
    assertEquals(
        List.of(
            "letters/a.xml:3:23 There is no file \"Seal.PNG\" in the edition's folder.",
            "letters/a.xml:8:23 There is no file \"../pictures/a mop.jpg\" in the edition's folder.",
            "letters/a.xml:9:23 There is no file \"../../elsewhere.gif\" in the edition's folder."),
        findings.stream().map(one -> one.location() + " " + one.message()).toList());
    assertEquals(
        List.of(
            Optional.of("url=\"seal.png\""),
            Optional.of("url=\"../pictures/a%20map.jpg\""),
            Optional.empty()),
        findings.stream()
            .map(one -> one.fixes().stream().findFirst().map(fix -> fix.title()))
            .toList());
  }

  @Test
  void picturesThatAreKeptElsewhereAreToldOnce() throws Exception {
    List<Finding> findings =
        findings(List.of(), IntStream.range(0, 7).mapToObj(i -> i + ".jpg").toArray(String[]::new));
    assertEquals(
        List.of(
            "letters/a.xml Of 7 pictures that the files name, 7 are not in the edition's folder."
                + " They were not judged one by one."),
        findings.stream().map(one -> one.location() + " " + one.message()).toList());
  }
}
