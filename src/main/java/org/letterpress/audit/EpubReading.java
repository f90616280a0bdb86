package org.letterpress.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.TagSet;

/**
 * Reads letters back from a finished e-book as a reading system does: from the container to the
 * package document, and along its spine from page to page. Each page says by {@code data-letter}
 * whose it is, and by {@code data-audit} what in it is the letter's.
 */
public final class EpubReading {

  private static final Reading NOTHING = new Reading(new PassageBuilder("", 0).build(), Map.of());

  private final Map<String, Reading> letters = new HashMap<>();

  private EpubReading(Map<String, byte[]> files) {
    String opf = xml(files, "META-INF/container.xml").select("rootfile").attr("full-path");
    Document book = xml(files, opf);
    Map<String, String> items = new HashMap<>();
    for (Element item : book.select("manifest > item")) {
      items.put(item.id(), item.attr("href"));
    }
    Map<String, HtmlReading> readings = new LinkedHashMap<>();
    for (Element itemref : book.select("spine > itemref")) {
      Document page = xml(files, resolve(opf, items.getOrDefault(itemref.attr("idref"), "")));
      String letter = page.select("[data-letter]").attr("data-letter");
      if (!letter.isEmpty()) {
        readings.computeIfAbsent(letter, id -> new HtmlReading()).add(page);
      }
    }
    readings.forEach((id, reading) -> letters.put(id, reading.build()));
  }

  /**
   * Reads a book.
   *
   * @param epub the finished file's bytes
   */
  public static EpubReading read(byte[] epub) {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EpubReading(files);
  }

  /** What the book has of a letter; nothing where it lacks it. */
  Reading letter(String id) {
    return letters.getOrDefault(id, NOTHING);
  }

  private static Document xml(Map<String, byte[]> files, String path) {
    byte[] content = files.getOrDefault(path, new byte[0]);
    // Parsed as XML, with what HTML says of its elements: which of them are blocks.
    Parser parser = Parser.xmlParser().tagSet(TagSet.Html());
    return Jsoup.parse(new String(content, UTF_8), parser);
  }

  private static String resolve(String opf, String href) {
    String path = URI.create(opf).resolve(href).getRawPath();
    return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
  }
}
