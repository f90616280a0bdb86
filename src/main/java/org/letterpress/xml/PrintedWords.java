package org.letterpress.xml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The words that the program prints in its editions, by language: the catalogues {@code
 * xslt/core/l10n/LANG.xml}. A file that stands there, with a language's two letters (ISO 639-1) for
 * a name, is known without another word; the stylesheets ask {@code f:l10n}.
 */
public final class PrintedWords {

  private static final String FOLDER = "org/letterpress/xslt/core/l10n/";

  private static final SortedMap<String, Map<String, String>> CATALOGUES = read();

  /** By language, where it has no catalogue: its quotation marks, by the keys of their messages. */
  private static final Map<String, Map<String, String>> MARKS = marks();

  /** Codes of three letters that stand for a language beside those that the JDK knows. */
  private static final Map<String, String> OLDER =
      Map.of("ger", "de", "fre", "fr", "dut", "nl", "cze", "cs", "gre", "el");

  private PrintedWords() {}

  /** The languages that have a catalogue, sorted. */
  public static List<String> languages() {
    return List.copyOf(CATALOGUES.keySet());
  }

  /**
   * A message as it stands in the catalogue; in English where the language has no catalogue or its
   * catalogue lacks it. Languages without one have quotation marks of their own ({@code
   * xslt/core/quotation-marks.xml}).
   *
   * @param lang a language tag, of two letters or three; only its first part counts
   */
  public static String of(String key, String lang) {
    String english = CATALOGUES.get("en").get(key);
    String known = shortest(lang);
    return CATALOGUES
        .getOrDefault(known, MARKS.getOrDefault(known, Map.of()))
        .getOrDefault(key, english);
  }

  private static String shortest(String lang) {
    String first = lang.split("[-_]", 2)[0];
    return first.length() < 3
        ? first
        : Stream.concat(CATALOGUES.keySet().stream(), MARKS.keySet().stream())
            .filter(two -> Locale.forLanguageTag(two).getISO3Language().equals(first))
            .findFirst()
            .orElse(OLDER.getOrDefault(first, first));
  }

  private static SortedMap<String, Map<String, String>> read() {
    SortedMap<String, Map<String, String>> all = new TreeMap<>();
    ClassLoader program = PrintedWords.class.getClassLoader();
    Arrays.stream(Locale.getISOLanguages())
        .filter(lang -> program.getResource(FOLDER + lang + ".xml") != null)
        .forEach(lang -> all.put(lang, messages(FOLDER + lang + ".xml")));
    return all;
  }

  private static Map<String, String> messages(String path) {
    Map<String, String> messages = new HashMap<>();
    read(path, new Reader(messages));
    return messages;
  }

  private static Map<String, Map<String, String>> marks() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    read(
        "org/letterpress/xslt/core/quotation-marks.xml",
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String name, String qualified, Attributes of) {
            Map<String, String> marks = new HashMap<>();
            for (String mark : List.of("open", "close", "inner.open", "inner.close")) {
              marks.put("print.quote." + mark, of.getValue(mark));
            }
            if (of.getValue("code") != null) {
              all.put(of.getValue("code"), marks);
            }
          }
        });
    return all;
  }

  private static void read(String path, DefaultHandler reader) {
    try {
      SourceText text = SourceText.of(path, Xml.resource("classpath:" + path));
      SafeParser.parse(new Cursor(text), List.of(reader));
    } catch (SAXException | SourceText.Undecodable e) {
      throw new IllegalStateException("The program is not whole: " + path, e);
    }
  }

  private static final class Reader extends DefaultHandler {

    private final Map<String, String> messages;
    private final StringBuilder text = new StringBuilder();
    private String key;

    Reader(Map<String, String> messages) {
      this.messages = messages;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      key = attributes.getValue("key");
      text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      if (name.equals("message")) {
        messages.put(key, text.toString());
      }
    }
  }
}
