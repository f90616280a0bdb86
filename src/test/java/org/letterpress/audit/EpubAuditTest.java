package org.letterpress.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.render.EpubRenderer;

/** The audit of e-books: faults are put into the finished file, and each must be seen. */
class EpubAuditTest {

  private static final String MARKS = "[data-audit] [data-page], [data-note], [data-audit=note]";

  static Stream<Path> letters() {
    return AuditTest.letters();
  }

  /** A finished book, one page of which can be changed. */
  private static final class Book {

    private final Map<String, byte[]> files;
    private final Document page;
    private final String path;
    private final Audit audit;
    private final String id;

    Book(Path letter) {
      files = unpack(Samples.epub(letter));
      path = files.keySet().stream().filter(name -> name.contains("/letters/")).findFirst().get();
      page = Jsoup.parse(new String(files.get(path), UTF_8), Parser.xmlParser());
      page.outputSettings().prettyPrint(false);
      audit = Samples.audit(letter);
      id = page.select("[data-letter]").attr("data-letter");
    }

    List<String> messages() {
      Map<String, byte[]> changed = new LinkedHashMap<>(files);
      changed.put(path, page.outerHtml().getBytes(UTF_8));
      return EpubAuditTest.messages(audit.epub(EpubReading.read(pack(changed)), id, "letter.epub"));
    }
  }

  private static Map<String, byte[]> unpack(byte[] epub) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // Pictures, fonts and styles have no words: without them, a thousand books are made sooner.
        if (entry.getName().matches(".*\\.(xhtml|opf|xml)")) {
          files.put(entry.getName(), zip.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static byte[] pack(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<String> messages(Audit.Report report) {
    return report.findings().stream().map(Finding::message).toList();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void bookIsWholeAndEveryFaultIsSeen(Path letter) {
    Book book = new Book(letter);
    assertEquals(List.of(), book.messages());
    Mutator mutator = new Mutator(Slots.html(book.page), 1843);
    for (int i = 0; i < (letter.equals(Samples.LETTER) ? 100 : 200); i++) {
      String fault = mutator.fault(i);
      List<String> messages = book.messages();
      assertTrue(mutator.isNamedIn(messages), () -> fault + ": " + messages);
      mutator.restore();
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void sameTextInOtherShapeIsNoFault(Path letter) {
    Book book = new Book(letter);
    Mutator mutator = new Mutator(Slots.html(book.page), 300);
    for (int i = 0; i < (letter.equals(Samples.LETTER) ? 24 : 56); i++) {
      String change = mutator.benign(i);
      assertEquals(List.of(), book.messages(), change);
      mutator.restore();
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyLostMarkOrNoteIsSeen(Path letter) {
    Book book = new Book(letter);
    for (Element mark : book.page.select(MARKS)) {
      Element place = new Element("span");
      mark.replaceWith(place);
      assertFalse(book.messages().isEmpty(), mark.outerHtml());
      place.replaceWith(mark);
    }
    assertEquals(List.of(), book.messages());
  }

  /** What stands in the container and not in the spine is not read by anybody. */
  @Test
  void pageThatIsNotInTheSpineIsLost() {
    Map<String, byte[]> files = unpack(Samples.epub(Samples.LETTER));
    String opf = new String(files.get("EPUB/package.opf"), UTF_8);
    files.put(
        "EPUB/package.opf",
        opf.replaceFirst("<itemref idref=\"f-letters[^>]*/>", "").getBytes(UTF_8));
    Audit audit = Samples.audit(Samples.LETTER);
    String id = Samples.corpus(Samples.LETTER).letters().get(0).id();
    List<String> messages = messages(audit.epub(EpubReading.read(pack(files)), id, "edition.epub"));
    assertTrue(messages.size() >= 1 && messages.get(0).contains("lost"), messages::toString);
  }

  /** A book of many letters is told as one; its words are those of the letters, once more. */
  @Test
  void bookOfManyLettersIsToldAsOne() {
    Audit audit = Samples.audit(Samples.LETTER);
    EpubReading book = EpubReading.read(Samples.epub(Samples.LETTER));
    String id = Samples.corpus(Samples.LETTER).letters().get(0).id();
    Audit.Report there = audit.epub(book, id, "edition.epub");
    Audit.Report missing = audit.epub(book, "no-such-letter", "edition.epub");
    Audit.Report volume = Audit.volume("edition.epub", List.of(there, missing));
    assertEquals(2 * there.words(), volume.words());
    assertEquals(missing.findings(), volume.findings());
    there.declared().forEach((rule, times) -> assertEquals(2 * times, volume.declared().get(rule)));
    String json = Audit.json("epub", new TreeSet<>(), List.of(there), List.of(volume));
    String head = json.substring(0, json.indexOf("\"products\""));
    assertTrue(head.contains("\"words\": " + there.words() + ","), head);
    assertTrue(head.contains("\"differences\": " + missing.findings().size() + ","), head);
  }

  /** The book of the edition holds what the letter's own book holds. */
  @ParameterizedTest
  @MethodSource("letters")
  void editionHoldsTheLetter(Path file) {
    Corpus corpus = Samples.corpus(file);
    Letter letter = corpus.letters().get(0);
    EpubRenderer renderer = new EpubRenderer(Samples.XML, corpus, Path.of(""), Instant.EPOCH);
    renderer.letter(letter);
    EpubReading book =
        EpubReading.read(renderer.volumes().findFirst().orElseThrow().product().content());
    Audit audit = Samples.audit(file);
    assertEquals(List.of(), messages(audit.epub(book, letter.id(), "edition.epub")));
  }
}
