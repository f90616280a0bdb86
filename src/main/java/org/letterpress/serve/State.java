package org.letterpress.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.letterpress.finding.Finding;

/**
 * What is shown at a moment.
 *
 * @param site the last good edition; none before there was one
 * @param files the files that were judged, in order
 * @param findings of the whole edition, in order
 * @param broken why files can't be read, by their paths; what is shown of them is what was good
 *     last
 */
record State(
    Optional<Site> site,
    List<String> files,
    List<Finding> findings,
    Map<String, List<Finding>> broken) {

  /** Nothing. */
  static final State EMPTY = new State(Optional.empty(), List.of(), List.of(), Map.of());

  /** Keeps its own copies. */
  State {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    broken = Map.copyOf(broken);
  }
}
