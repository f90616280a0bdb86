package org.letterpress.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.letterpress.render.Format;

/**
 * What a run has done.
 *
 * @param files how many files were read
 * @param letters how many letters they hold
 * @param findings what was found, in order
 * @param written how many files each format has; empty where nothing was written
 * @param steps how long each step took, in order; formats are made side by side
 */
public record Outcome(
    int files,
    int letters,
    List<Finding> findings,
    Map<Format, Integer> written,
    Map<String, Duration> steps) {

  /** Whether something has to be mended. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
