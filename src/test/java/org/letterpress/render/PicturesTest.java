package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and facsimiles on the pages: those of the edition's folder, and no others. */
class PicturesTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one"><teiHeader><fileDesc>
      <titleStmt><title>Ann to Ben</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
      <facsimile>
      <surface xml:id="s1"><graphic url="https://example.org/1.jpg"/></surface>
      <graphic url="../images/sheet%202.png"/><graphic url="unknown-9"/></facsimile>
      <text><body><p><pb n="1" facs="#s1"/>A <pb n="2" facs="../images/a.png"/>word.</p>
      <figure><graphic url="../images/a.png"/><figDesc>A ship</figDesc></figure>
      <figure><graphic url="../images/no-picture.png"/></figure>
      <figure><graphic url="../images/link.png"/></figure>
      <figure><graphic url="../../outside.png"/></figure>
      <figure><graphic url="https://example.org/b.png"/></figure></body></text></TEI>
      """;

  @Test
  void areThoseOfTheFolder(@TempDir Path folder) throws IOException {
    Path edition = Files.createDirectories(folder.resolve("edition"));
    Files.createDirectories(edition.resolve("letters"));
    Path images = Files.createDirectories(edition.resolve("images"));
    Files.writeString(edition.resolve("letters/one.xml"), LETTER);
    Files.write(images.resolve("a.png"), PNG);
    Files.write(images.resolve("sheet 2.png"), PNG);
    Files.write(folder.resolve("outside.png"), PNG);
    Files.writeString(images.resolve("no-picture.png"), "<svg/>");
    Files.createSymbolicLink(images.resolve("link.png"), folder.resolve("outside.png"));
    Site site = Site.of(edition, Map.of());

    Document page = Jsoup.parse(site.page("one"));
    assertEquals(List.of("../pictures/images/a.png"), page.select("img").eachAttr("src"));
    assertEquals("A ship", page.select("img").attr("alt"));
    assertEquals(4, page.select(".no-picture").size());
    assertEquals(
        List.of("https://example.org/1.jpg", "../pictures/images/a.png"),
        page.select(".pb .facs").eachAttr("href"));
    assertEquals(
        List.of("../pictures/images/sheet%202.png"), page.select(".facsimiles a").eachAttr("href"));

    Map<String, byte[]> copied =
        site.renderer()
            .gathered()
            .filter(product -> product.path().startsWith("pictures/"))
            .collect(Collectors.toMap(Product::path, Product::content));
    assertEquals(
        List.of("pictures/images/a.png", "pictures/images/sheet 2.png"),
        copied.keySet().stream().sorted().toList());
    assertArrayEquals(PNG, copied.get("pictures/images/a.png"));
    assertArrayEquals(PNG, site.renderer().picture("pictures/images/a.png").orElseThrow());
    assertEquals(true, site.renderer().picture("pictures/../outside.png").isEmpty());
  }
}
