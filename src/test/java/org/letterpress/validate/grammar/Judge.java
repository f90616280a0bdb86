package org.letterpress.validate.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.letterpress.finding.Finding;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.SafeParser;
import org.letterpress.xml.SourceText;
import org.xml.sax.SAXException;

/** What the grammar says of a document, for tests. */
final class Judge {

  /** Grammars and letters by others, which a checkout may lack. */
  static final Path SHARED = Path.of(System.getProperty("letterpress.shared", "../shared"));

  private Judge() {}

  static Grammar grammar(Path file) throws SchemaFault {
    return new Grammar(
        file.toUri().toString(), uri -> Files.readAllBytes(Path.of(URI.create(uri))));
  }

  /** What is wrong with a well-formed document. */
  static List<Finding> findings(Grammar grammar, String document) throws SAXException {
    List<Finding> findings = new ArrayList<>();
    try {
      Cursor cursor = new Cursor(SourceText.of("letter.xml", document.getBytes(UTF_8)));
      SafeParser.parse(cursor, List.of(grammar.handler(cursor, findings)));
    } catch (SourceText.Undecodable e) {
      throw new IllegalArgumentException(e);
    }
    return findings;
  }

  static String read(Path file) {
    try {
      return Files.readString(file, UTF_8).replaceFirst("^\uFEFF", "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
