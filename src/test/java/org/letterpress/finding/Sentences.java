package org.letterpress.finding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.regex.Pattern;

/** Whether a finding has all that its sentences speak of. */
public final class Sentences {

  private static final Pattern HOLE = Pattern.compile("\\{[a-z][A-Za-z0-9]*}");

  private Sentences() {}

  /** Fails where a sentence has a hole left, or can't be said in German for want of an argument. */
  public static void assertWhole(Finding finding) {
    for (Catalogue catalogue : new Catalogue[] {Catalogue.ENGLISH, Catalogue.GERMAN}) {
      String told = catalogue.message(finding) + " " + catalogue.remedy(finding);
      assertFalse(HOLE.matcher(told).find(), () -> finding.code() + ": " + told);
    }
    if (Catalogue.GERMAN.codes().contains(finding.code())) {
      assertNotEquals(finding.message(), Catalogue.GERMAN.message(finding), finding::code);
      if (!finding.remedy().isEmpty()) {
        assertNotEquals(finding.remedy(), Catalogue.GERMAN.remedy(finding), finding::code);
      }
    }
  }
}
