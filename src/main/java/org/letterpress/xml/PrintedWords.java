package org.letterpress.xml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * catalogue lacks it.
   *
   * @param lang a language tag, of two letters or three; only its first part counts
   */
  public static String of(String key, String lang) {
    String english = CATALOGUES.get("en").get(key);
    return CATALOGUES.getOrDefault(shortest(lang), Map.of()).getOrDefault(key, english);
  }

  private static String shortest(String lang) {
    String first = lang.split("[-_]", 2)[0];
    return first.length() < 3
        ? first
        : CATALOGUES.keySet().stream()
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
    try {
      SourceText text = SourceText.of(path, Xml.resource("classpath:" + path));
      SafeParser.parse(new Cursor(text), List.of(new Reader(messages)));
    } catch (SAXException | SourceText.Undecodable e) {
      throw new IllegalStateException("The program is not whole: " + path, e);
    }
    return messages;
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
