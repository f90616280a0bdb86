package org.letterpress.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Steps;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.Golden;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** Files that hold many letters: what is taken as a letter, what as a part, and that all is. */
class VolumesTest {

  private static final Xml XML = new Xml();
  private static final Path FRUS = Path.of("../shared/corpora/frus/frus1894Nicaragua.xml");

  private static final Set<String> REGISTERS =
      Set.of("listPerson", "listPlace", "listOrg", "listEvent", "teiHeader");

  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("volume", "expected.txt", folder -> written(folder.resolve("volume.xml")));
  }

  @TestFactory
  Stream<DynamicTest> everyWordAndPageBelongsToOne() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/test/cases/volume"))) {
      return folders
          .map(folder -> folder.resolve("volume.xml"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertParted(corpus(file))))
          .toList()
          .stream();
    }
  }

  @Test
  void aPrintedVolumeIsParted() {
    assumeTrue(Files.exists(FRUS), "The volume " + FRUS + " is not here.");
    Corpus corpus = corpus(FRUS);
    assertParted(corpus);
    assertEquals(
        138,
        corpus.letters().stream().filter(l -> l.kind() == Letter.Kind.LETTER).count(),
        "documents");
    assertEquals(
        List.of(
            "frus1894Nicaragua-front",
            "frus1894Nicaragua-message-of-the-president",
            "frus1894Nicaragua-toc",
            "frus1894Nicaragua-comp1",
            "frus1894Nicaragua-d1",
            "frus1894Nicaragua-d2"),
        corpus.letters().stream().limit(6).map(Letter::id).toList());
    // Both names stand in every head, and a date in all but a few datelines.
    assertEquals(138, count(corpus, "lp:action[@type='received']/lp:agent"));
    assertTrue(count(corpus, "lp:action[@type='sent']/lp:date") > 130, "dates");
    // Every reference to a page of the volume leads to the text that holds it.
    String all =
        corpus.letters().stream()
            .map(letter -> letter.normalised().toString())
            .collect(Collectors.joining());
    assertEquals(0, all.split("target=\"#pg_", -1).length - 1, "references left open");
  }

  @Test
  void lettersAreInReadingOrderAndRecordsByDate() {
    Corpus corpus = corpus(Path.of("src/test/cases/volume/documents/volume.xml"));
    List<String> reading = corpus.letters().stream().map(Letter::id).toList();
    assertTrue(reading.indexOf("papers-d1") < reading.indexOf("papers-d4"), reading.toString());
    String document = corpus.document().toString();
    assertTrue(
        document.indexOf("id=\"papers-d4\"") < document.indexOf("id=\"papers-d1\""), "by date");
  }

  @Test
  void severalVolumesWithPartsAreOneEdition() {
    List<SourceFile> files =
        Stream.of("documents", "letters")
            .map(one -> file(Path.of("src/test/cases/volume/" + one + "/volume.xml"), one + ".xml"))
            .toList();
    Corpus corpus = new CorpusReader(XML).read(files, "Two volumes");
    assertTrue(count(corpus, "lp:part") > 1);
    assertEquals("Two volumes", corpus.edition().title());
  }

  /** Two of one letter, which no text is linked with: it is one letter all the same. */
  @Test
  void severalDescriptionsMayBeOfOneLetter() throws IOException {
    byte[] whole =
        Files.readString(Path.of("src/test/cases/volume/described/volume.xml"))
            .replaceAll(" decls=\"#\\w+\"", "")
            .getBytes(UTF_8);
    XdmNode tree = ((Parsed.Tree) XML.parse(whole, "whole.xml")).document();
    Corpus corpus =
        new CorpusReader(XML).read(List.of(new SourceFile("whole.xml", whole, tree)), "One");
    assertEquals(1, corpus.letters().size());
    assertEquals(3, count(corpus, "lp:action[@type='sent']"));
  }

  /** What each letter's file holds is a document of its own with the same words. */
  @Test
  void aLettersOwnFileIsWellFormedAndWhole() {
    Corpus corpus = corpus(Path.of("src/test/cases/volume/documents/volume.xml"));
    for (Letter letter : corpus.letters()) {
      XdmNode own = ((Parsed.Tree) XML.parse(letter.encoding(), letter.id() + ".xml")).document();
      assertEquals(
          words(letter.source().element(), letter.source().without()),
          words(own, Set.of()),
          letter.id() + ".xml");
    }
  }

  private static long count(Corpus corpus, String path) {
    try {
      XPathCompiler compiler = XML.processor().newXPathCompiler();
      compiler.declareNamespace("lp", "urn:letterpress:model");
      return compiler.evaluate("//" + path, corpus.document()).size();
    } catch (SaxonApiException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes through the file by itself and looks for the owners of each text and page break. */
  private static void assertParted(Corpus corpus) {
    XdmNode tree = corpus.letters().get(0).file().tree();
    List<String> faults = new ArrayList<>();
    int[] looked = {0};
    tree.select(Steps.descendant())
        .filter(VolumesTest::counts)
        .forEach(
            node -> {
              looked[0]++;
              List<String> owners =
                  corpus.letters().stream()
                      .filter(letter -> owns(letter, node))
                      .map(Letter::id)
                      .toList();
              if (owners.size() != 1) {
                faults.add(owners + " " + node.getLineNumber() + ": " + node);
              }
            });
    assertTrue(looked[0] > 5, "something was looked at");
    assertEquals(List.of(), faults);
  }

  private static boolean counts(XdmNode node) {
    boolean says =
        node.getNodeKind() == XdmNodeKind.TEXT
            ? !node.getStringValue().isBlank()
            : node.getNodeName() != null && node.getNodeName().getLocalName().equals("pb");
    boolean inText = false;
    for (XdmNode a = node.getParent(); a != null; a = a.getParent()) {
      String name = a.getNodeName() == null ? "" : a.getNodeName().getLocalName();
      if (REGISTERS.contains(name)) {
        return false;
      }
      inText |= name.equals("text");
    }
    return says && inText;
  }

  private static boolean owns(Letter letter, XdmNode node) {
    for (XdmNode a = node; a != null; a = a.getParent()) {
      if (letter.source().without().contains(a)) {
        return false;
      }
      if (a.equals(letter.source().element())) {
        return true;
      }
    }
    return false;
  }

  private static String words(XdmNode source, Set<XdmNode> without) {
    return source
        .select(Steps.descendantOrSelf())
        .filter(VolumesTest::counts)
        .filter(node -> node.getNodeKind() == XdmNodeKind.TEXT)
        .filter(
            node -> {
              for (XdmNode a = node; a != null; a = a.getParent()) {
                if (without.contains(a)) {
                  return false;
                }
              }
              return true;
            })
        .map(node -> node.getStringValue().replaceAll("\\s+", " ").strip())
        .collect(Collectors.joining("|"));
  }

  private static Corpus corpus(Path file) {
    return new CorpusReader(XML).read(List.of(file(file, "volume.xml")), "Case");
  }

  private static SourceFile file(Path file, String name) {
    try {
      byte[] content = Files.readAllBytes(file);
      return new SourceFile(name, content, ((Parsed.Tree) XML.parse(content, name)).document());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The corpus document, then each letter in reading order, a tag a line. */
  private static String written(Path file) {
    Corpus corpus = corpus(file);
    StringBuilder out = new StringBuilder(XML.xml(corpus.document()));
    for (Letter letter : corpus.letters()) {
      out.append("\n\n<!-- ")
          .append(letter.kind())
          .append(" -->")
          .append(XML.xml(letter.normalised()));
    }
    return out.toString()
            .replaceAll("<\\?xml[^>]*\\?>", "")
            .replaceAll(
                "(?=<(lp:|p|ab|head|item|list|row|cell|opener|closer|div|text|body|note|ptr|pb)[ >:a-z])",
                "\n")
            .strip()
        + "\n";
  }
}
