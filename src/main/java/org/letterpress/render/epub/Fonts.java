package org.letterpress.render.epub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.xml.Xml;

/** The web edition's fonts, each a file of one script: a book carries those that it has use for. */
public final class Fonts {

  private static final String WEB = "classpath:/org/letterpress/web/";

  private static final Pattern FACE =
      Pattern.compile("(?m)^@font-face \\{.*url\\(([^)]+)\\).*unicode-range: ([^;]+);.*\\}$");

  private static final Pattern RANGE = Pattern.compile("U\\+([0-9A-F]+)(?:-([0-9A-F]+))?");

  /**
   * One file.
   *
   * @param path its path beside the style sheet
   * @param rule the style sheet's rule for it
   * @param characters what it is for
   */
  private record Face(String path, String rule, BitSet characters) {}

  private final List<Face> faces = new ArrayList<>();

  /** Reads which fonts there are from the web edition's style sheet. */
  public Fonts() {
    Matcher face = FACE.matcher(new String(Xml.resource(WEB + "css/fonts.css"), UTF_8));
    while (face.find()) {
      faces.add(new Face(face.group(1), face.group(), characters(face.group(2))));
    }
  }

  private static BitSet characters(String ranges) {
    BitSet characters = new BitSet();
    Matcher range = RANGE.matcher(ranges);
    while (range.find()) {
      int from = Integer.parseInt(range.group(1), 16);
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2), 16);
      characters.set(from, to + 1);
    }
    return characters;
  }

  /** The characters that a text has. */
  public static BitSet charactersOf(String text) {
    BitSet characters = new BitSet();
    text.codePoints().forEach(characters::set);
    return characters;
  }

  /** The rules for a book of these characters. */
  public String rules(BitSet characters) {
    StringBuilder rules = new StringBuilder();
    for (Face face : faces) {
      if (face.characters().intersects(characters)) {
        rules.append(face.rule()).append('\n');
      }
    }
    return rules.toString();
  }

  /** The files of a book of these characters, by their paths. */
  public List<String> files(BitSet characters) {
    return faces.stream()
        .filter(face -> face.characters().intersects(characters))
        .map(Face::path)
        .toList();
  }

  /** A file's bytes. */
  public static byte[] content(String path) {
    return Xml.resource(WEB + path);
  }
}
