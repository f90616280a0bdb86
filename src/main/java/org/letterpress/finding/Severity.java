package org.letterpress.finding;

/** How grave a finding is; graver ones come first. */
public enum Severity {
  /** The edition can't be trusted: publishing stops and the exit code is 1. */
  ERROR,
  /** Likely a slip; nothing stops for it. */
  WARNING,
  /** Something worth knowing. */
  INFO;

  /** The word that reports print. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
