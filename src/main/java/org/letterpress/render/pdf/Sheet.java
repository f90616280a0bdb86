package org.letterpress.render.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Base64;
import java.util.Locale;

/**
 * What a printing house asks of its files.
 *
 * @param standard the standard that the file keeps
 * @param profile the colours of the press: an ICC profile of an output device with four inks
 * @param condition how the house calls them: the name of the profile's file
 * @param bleed how far the paper goes on round the page before it is cut, in points
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, not compared
public record Sheet(Standard standard, byte[] profile, String condition, double bleed) {

  /** The standards for files that go to a printing house. */
  public enum Standard {
    /** ISO 15930-6:2003. */
    X3("PDF/X-3:2003", 1.4f),
    /** ISO 15930-7:2010. */
    X4("PDF/X-4", 1.6f);

    private final String key;
    private final float version;

    Standard(String key, float version) {
      this.key = key;
      this.version = version;
    }

    /** What the file says of itself. */
    String key() {
      return key;
    }

    /** The version of PDF that the standard is about. */
    float version() {
      return version;
    }
  }

  /** All that it asks for, in words. */
  public String manner() {
    return String.join(
        " ",
        standard.key(),
        Base64.getEncoder().encodeToString(profile),
        condition,
        String.valueOf(bleed));
  }

  /** Points in a millimetre. */
  static final double MM = 72 / 25.4;

  /**
   * Judges the profile.
   *
   * @throws IllegalArgumentException where it is no profile of a press
   */
  public Sheet {
    if (!isOfPress(profile)) {
      throw new IllegalArgumentException("no ICC profile of an output device in CMYK");
    }
  }

  /** Whether these are the colours of a device that prints with four inks. */
  static boolean isOfPress(byte[] profile) {
    try {
      ICC_Profile icc = ICC_Profile.getInstance(profile);
      return icc.getColorSpaceType() == ColorSpace.TYPE_CMYK
          && icc.getProfileClass() == ICC_Profile.CLASS_OUTPUT;
    } catch (IllegalArgumentException noProfile) {
      return false;
    }
  }

  /** How far the sheet goes on round the page, the marks included. */
  double margin() {
    return bleed + CropMarks.DEPTH;
  }

  /** A length in millimetres, as people write it. */
  static String millimetres(double points) {
    String said = String.format(Locale.ROOT, "%.1f", points / MM);
    return said.endsWith(".0") ? said.substring(0, said.length() - 2) : said;
  }
}
