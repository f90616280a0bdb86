package org.letterpress.render.pdf;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fop.complexscripts.fonts.OTFLanguage;
import org.apache.fop.fonts.Font;
import org.apache.fop.fonts.FontInfo;
import org.apache.fop.fonts.FontTriplet;

/**
 * The fonts of a document, where FOP uses amiss what they say of scripts: they know languages by
 * other names than XSL-FO, and where FOP finds none of the name it forgets the script as well; and
 * it draws the marks of scripts that are read from the right, such as the points of Hebrew, at the
 * letters on the right of their own.
 */
final class Fonts extends FontInfo {

  private final Map<Font, Font> fonts = new HashMap<>();

  @Override
  public Font getFontInstance(FontTriplet triplet, int size) {
    return fonts.computeIfAbsent(super.getFontInstance(triplet, size), Scripted::new);
  }

  private static final class Scripted extends Font {

    private static final String HEBREW = "hebr";

    /** Hebrew letters with points, decomposed, that are one character each; the longest first. */
    private static final Map<String, String> POINTED = pointed();

    Scripted(Font font) {
      super(font.getFontName(), font.getFontTriplet(), font.getFontMetrics(), font.getFontSize());
    }

    private static Map<String, String> pointed() {
      Map<String, String> characters =
          new TreeMap<>(comparing(String::length).reversed().thenComparing(naturalOrder()));
      for (char c = '\uFB1D'; c <= '\uFB4E'; c++) {
        String one = String.valueOf(c);
        characters.put(Normalizer.normalize(one, Normalizer.Form.NFD), one);
      }
      characters.keySet().removeIf(parts -> parts.length() == 1);
      return characters;
    }

    @Override
    public boolean hasFeature(int table, String script, String language, String feature) {
      return super.hasFeature(table, script, OTFLanguage.DEFAULT, feature);
    }

    /**
     * Also gives Hebrew letters the points for which a font that puts no signs in the place of
     * others has a sign, and only there a place at the letter.
     */
    @Override
    @SuppressWarnings("rawtypes") // FOP's own signature
    public CharSequence performSubstitution(
        CharSequence word, String script, String language, List associations, boolean controls) {
      CharSequence drawn = script.equals(HEBREW) && !performsSubstitution() ? composed(word) : word;
      return super.performSubstitution(drawn, script, OTFLanguage.DEFAULT, associations, controls);
    }

    private CharSequence composed(CharSequence word) {
      StringBuilder composed = new StringBuilder(word.length());
      int at = 0;
      while (at < word.length()) {
        int end = at + 1;
        while (end < word.length() && isMark(word.charAt(end))) {
          end++;
        }
        composed.append(letter(word.subSequence(at, end).toString()));
        at = end;
      }
      return composed;
    }

    private static boolean isMark(char c) {
      return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** A letter with its points, which may come in any order. */
    private String letter(String written) {
      for (Map.Entry<String, String> one : POINTED.entrySet()) {
        String parts = one.getKey();
        if (parts.charAt(0) == written.charAt(0)
            && parts.chars().allMatch(part -> written.indexOf(part) >= 0)
            && hasCodePoint(one.getValue().charAt(0))) {
          StringBuilder drawn = new StringBuilder(one.getValue());
          written.chars().filter(c -> parts.indexOf(c) < 0).forEach(c -> drawn.append((char) c));
          return drawn.toString();
        }
      }
      return written;
    }

    @Override
    public int[][] performPositioning(CharSequence word, String script, String language, int size) {
      return super.performPositioning(word, script, OTFLanguage.DEFAULT, size);
    }

    @Override
    public int[][] performPositioning(CharSequence word, String script, String language) {
      return super.performPositioning(word, script, OTFLanguage.DEFAULT);
    }

    /**
     * Puts marks before their letters, from where their places count. A word that is read from the
     * right is turned round after this, and that alone brings them there.
     */
    @Override
    @SuppressWarnings("rawtypes") // FOP's own signature
    public CharSequence reorderCombiningMarks(
        CharSequence word, int[][] places, String script, String language, List associations) {
      return word.chars().anyMatch(Scripted::isLeftward)
          ? word
          : super.reorderCombiningMarks(word, places, script, language, associations);
    }

    private static boolean isLeftward(int character) {
      byte direction = Character.getDirectionality(character);
      return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
          || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
  }
}
