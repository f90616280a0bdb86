package org.letterpress.serve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.letterpress.finding.Finding;

/**
 * What came of a change.
 *
 * @param changed the files that have come, gone or changed, in order
 * @param page how long it took until the letters' own pages could be had
 * @param whole how long it took until everything could
 * @param findings of the whole edition, in order
 * @param trouble why nothing could be made of the change, where it was so: in English, for a log
 */
public record Turn(
    List<String> changed,
    Duration page,
    Duration whole,
    List<Finding> findings,
    Optional<String> trouble) {

  /** Keeps its own copies. */
  public Turn {
    changed = List.copyOf(changed);
    findings = List.copyOf(findings);
  }
}
