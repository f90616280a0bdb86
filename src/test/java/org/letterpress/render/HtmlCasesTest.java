package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.Golden;
import org.letterpress.model.Corpus;
import org.letterpress.model.Edition;
import org.letterpress.model.Letter;
import org.letterpress.model.Slices;
import org.letterpress.model.Soft;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** A normalised letter and a corpus document on the one side, the letter's page on the other. */
class HtmlCasesTest {

  private static final Xml XML = new Xml();

  @TestFactory
  Stream<DynamicTest> letters() {
    return Golden.cases("html", "expected.html", HtmlCasesTest::letter);
  }

  @TestFactory
  Stream<DynamicTest> otherPages() {
    return Golden.cases("html-pages", "expected.html", HtmlCasesTest::pages);
  }

  private static String letter(Path folder) throws IOException {
    XdmNode normalised =
        tree(folder.resolve("letter.xml")).select(Steps.child(Predicates.isElement())).asNode();
    SourceFile file = new SourceFile("letter.xml", new byte[0], normalised);
    Letter letter =
        new Letter(
            normalised.attribute("id"),
            Letter.Kind.LETTER,
            "",
            "en",
            file,
            () -> new Letter.Source(normalised, Set.of()),
            Optional.empty(),
            Soft.kept(normalised),
            List.of(),
            List.of(),
            normalised
                .select(Steps.descendantOrSelf().then(Steps.attribute()))
                .map(attribute -> attribute.getStringValue().replace('#', ' '))
                .collect(Collectors.joining(" ")));
    String page = text(renderer(folder).letter(letter));
    // The frame is the same on every page; the case is about what it holds.
    return page.substring(page.indexOf("<main"), page.indexOf("</main>")) + "</main>\n";
  }

  private static String pages(Path folder) throws IOException {
    return Site.lists(renderer(folder))
        .filter(product -> product.path().endsWith(".html"))
        .sorted(Comparator.comparing(Product::path))
        .map(product -> "<!-- " + product.path() + " -->\n" + text(product) + "\n")
        .collect(Collectors.joining());
  }

  private static HtmlRenderer renderer(Path folder) throws IOException {
    Edition edition = new Edition("", "en", "", "", "", "", "", "");
    XdmNode document = tree(folder.resolve("corpus.xml"));
    Corpus corpus =
        new Corpus(edition, List.of(), List.of(), document, Slices.outline(XML, document));
    return new HtmlRenderer(XML, corpus, Set.of(Format.HTML, Format.PDF, Format.TEXT));
  }

  /** Without the coast lines, which nobody reads. */
  private static String text(Product product) {
    return new String(product.content(), UTF_8)
        .replaceAll("(<path class=\"land\"[^>]* d=)\"[^\"]*\"", "$1\"…\"");
  }

  private static XdmNode tree(Path file) throws IOException {
    return ((Parsed.Tree) XML.parse(Files.readAllBytes(file), file.toString())).document();
  }
}
