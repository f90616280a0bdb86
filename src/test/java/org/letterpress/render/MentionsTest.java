package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Entry;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** The pages of register entries show each mention that the letters tag, and no other. */
class MentionsTest {

  private static final Xml XML = new Xml();
  private static final Path SCHNITZLER = Path.of("../shared/corpora/schnitzler");

  /** A name with its references, in the source. */
  private static final Pattern NAME =
      Pattern.compile("<(?:rs|persName|placeName|orgName|name)\\b[^>]*\\sref=\"([^\"]*)\"");

  private static final Pattern BODY = Pattern.compile("<body.*</body>", Pattern.DOTALL);

  private static Corpus corpus(Path folder) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(path -> path.toString().endsWith(".xml")).sorted().toList();
    }
    for (Path path : paths) {
      byte[] content = Files.readAllBytes(path);
      String name = folder.relativize(path).toString();
      Parsed.Tree tree = assertInstanceOf(Parsed.Tree.class, XML.parse(content, name));
      files.add(new SourceFile(name, content, tree.document()));
    }
    return new CorpusReader(XML).read(files, "Letters");
  }

  /** How often the letters' bodies tag each entry, counted without a parser. */
  private static Map<String, Integer> tagged(Corpus corpus) {
    Map<String, Integer> tagged = new TreeMap<>();
    corpus
        .letters()
        .forEach(
            letter -> {
              Matcher body = BODY.matcher(new String(letter.file().content(), UTF_8));
              assertTrue(body.find(), letter.id());
              Matcher name = NAME.matcher(body.group());
              while (name.find()) {
                for (String ref : name.group(1).strip().split("\\s+", -1)) {
                  tagged.merge(ref.replaceFirst("^.*#", ""), 1, Integer::sum);
                }
              }
            });
    Set<String> known = corpus.entries().stream().map(Entry::id).collect(Collectors.toSet());
    tagged.keySet().retainAll(known);
    return tagged;
  }

  private static Map<String, Integer> shown(Corpus corpus) {
    Map<String, Integer> shown = new TreeMap<>();
    Set<String> ids = corpus.entries().stream().map(Entry::id).collect(Collectors.toSet());
    Site.lists(new HtmlRenderer(XML, corpus, Set.of(Format.HTML)))
        .filter(product -> product.path().matches("(persons|places|organisations|events|works)/.*"))
        .sequential()
        .forEach(
            product -> {
              Document page = Jsoup.parse(new String(product.content(), UTF_8));
              int mentions = page.select(".contexts > li").size();
              String id = product.path().replaceFirst("^.*/", "").replaceFirst("\\.html$", "");
              assertTrue(ids.contains(id), id);
              if (mentions > 0) {
                shown.put(id, mentions);
              }
            });
    return shown;
  }

  @Test
  void theEditionsOwnLetter() throws IOException {
    Corpus corpus = corpus(Path.of("tei"));
    Map<String, Integer> tagged = tagged(corpus);
    assertTrue(tagged.size() > 20, tagged::toString);
    assertEquals(tagged, shown(corpus));
  }

  @Test
  void lettersWithRegistersOfTheirOwn() throws IOException {
    assumeTrue(
        Files.exists(SCHNITZLER), "There is no " + SCHNITZLER + ": its mentions aren't counted");
    Corpus corpus = corpus(SCHNITZLER);
    Map<String, Integer> tagged = tagged(corpus);
    assertTrue(tagged.size() > 500, () -> tagged.size() + " entries");
    assertEquals(tagged, shown(corpus));
  }
}
