package org.letterpress.xml;

import org.letterpress.finding.Finding;

/** A style sheet of the user's that can't be used; the finding says why, at its own line. */
public final class StyleFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  /**
   * A faulty style sheet.
   *
   * @param finding what is wrong with it
   */
  public StyleFault(Finding finding) {
    super(finding.message());
    this.finding = finding;
  }

  /** What is wrong with it. */
  public Finding finding() {
    return finding;
  }
}
