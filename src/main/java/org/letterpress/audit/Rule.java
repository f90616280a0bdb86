package org.letterpress.audit;

import java.util.Locale;

/** By what an encoding is read where its words alone do not say what an edition has of them. */
public enum Rule {
  APPARATUS,
  CAPITALS,
  CHOICES,
  DELETIONS,
  GAPS,
  JOINED_WORDS,
  PLACED_NOTES,
  QUOTATION_MARKS,
  SIC,
  SUPPLIED,
  UNCLEAR;

  /** Its name in reports and catalogues. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
