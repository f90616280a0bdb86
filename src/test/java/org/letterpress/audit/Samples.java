package org.letterpress.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.SourceFile;
import org.letterpress.render.EpubRenderer;
import org.letterpress.render.Format;
import org.letterpress.render.HtmlRenderer;
import org.letterpress.render.Product;
import org.letterpress.render.TextRenderer;
import org.letterpress.render.TextStyle;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** Letters to audit, and the editions that the program makes of them. */
final class Samples {

  static final Xml XML = new Xml();

  static final Path LETTER = Path.of("tei/letters/khrushchev-kennedy-1961-11-09.xml");
  static final Path TRANSCRIPTION = Path.of("tei/sources/khrushchev-to-kennedy-1961-11-09.txt");
  static final Path CONVENTIONS =
      Path.of("tei/sources/khrushchev-to-kennedy-1961-11-09.conventions");

  private Samples() {}

  /** The letters of the text edition's cases. */
  static List<Path> letters() {
    try (Stream<Path> folders = Files.list(Path.of("src/test/cases/text"))) {
      return folders.sorted().map(folder -> folder.resolve("letter.xml")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XdmNode parse(String xml) {
    return ((Parsed.Tree) XML.parse(xml.getBytes(UTF_8), "letter.xml")).document();
  }

  /** The audit of a letter. */
  static Audit audit(Path letter) {
    return new Audit(corpus(letter).letters().get(0));
  }

  static Corpus corpus(Path letter) {
    return corpusOf(text(letter));
  }

  static Corpus corpusOf(String xml) {
    return new CorpusReader(XML)
        .read(List.of(new SourceFile("letter.xml", xml.getBytes(UTF_8), parse(xml))), "Specimens");
  }

  /** How plain text is set unless something else is said. */
  static final TextForm READING = new TextForm(TextForm.Kind.READING, true, false);

  static final TextForm DIPLOMATIC = new TextForm(TextForm.Kind.DIPLOMATIC, true, false);

  static final TextForm MARKDOWN = new TextForm(TextForm.Kind.MARKDOWN, true, false);

  static String plain(Path letter) {
    return text(letter, Format.TEXT, TextStyle.DEFAULT);
  }

  static String diplomatic(Path letter) {
    return text(letter, Format.DIPLOMATIC, TextStyle.DEFAULT);
  }

  static String markdown(Path letter) {
    return text(letter, Format.MARKDOWN, TextStyle.DEFAULT);
  }

  static String text(Path letter, Format format, TextStyle style) {
    Corpus corpus = corpus(letter);
    return content(new TextRenderer(XML, corpus, format, style).letter(corpus.letters().get(0)));
  }

  static String html(Path letter) {
    Corpus corpus = corpus(letter);
    return content(
        new HtmlRenderer(XML, corpus, Set.of(Format.HTML)).letter(corpus.letters().get(0)));
  }

  /** The book of one letter. */
  static byte[] epub(Path letter) {
    Corpus corpus = corpus(letter);
    return new EpubRenderer(XML, corpus, Path.of(""), Instant.EPOCH)
        .letter(corpus.letters().get(0))
        .content();
  }

  private static String content(Product product) {
    return new String(product.content(), UTF_8);
  }
}
