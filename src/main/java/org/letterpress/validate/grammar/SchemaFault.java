package org.letterpress.validate.grammar;

import java.util.List;
import org.letterpress.finding.Finding;

/** A schema that can't be used; the findings say why, at the schema's own lines. */
public final class SchemaFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * A faulty schema.
   *
   * @param findings what is wrong with it; at least one
   * @param cause what the library said
   */
  public SchemaFault(List<Finding> findings, Throwable cause) {
    super(findings.get(0).message(), cause);
    this.findings = List.copyOf(findings);
  }

  /** What is wrong with it. */
  public List<Finding> findings() {
    return findings;
  }
}
