package org.letterpress.report;

/**
 * Text from files and file names, made harmless to look at, and how many columns of a terminal it
 * takes.
 */
public final class Visible {

  /** U+2400 SYMBOL FOR NULL; the pictures of the other controls follow in order. */
  private static final int PICTURES = 0x2400;

  private static final int DELETE = 0x7F;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int REPLACEMENT = 0xFFFD;

  /** First and last of blocks whose characters take two columns (Unicode Annex 11, W and F). */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680,
    0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
  };

  private Visible() {}

  /**
   * The text with a sign in place of each control character, which a terminal would obey, and of
   * each that turns the direction of writing, which would show other words than there are.
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(Visible::isHarmful)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().map(c -> isHarmful(c) ? picture(c) : c).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static int picture(int c) {
    return c < ' ' ? PICTURES + c : c == DELETE ? DELETE_PICTURE : REPLACEMENT;
  }

  /** How many columns a text takes. */
  static int columns(String text) {
    return text.codePoints().map(Visible::width).sum();
  }

  /** How many columns a character takes: none where it combines with the one before it. */
  static int width(int c) {
    if (isHarmful(c)) {
      return 1;
    }
    switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
        return 0;
      }
      case Character.FORMAT -> {
        return c == 0xAD ? 1 : 0;
      }
      default -> {
        for (int i = 0; i < WIDE.length; i += 2) {
          if (c >= WIDE[i] && c <= WIDE[i + 1]) {
            return 2;
          }
        }
        return 1;
      }
    }
  }
}
