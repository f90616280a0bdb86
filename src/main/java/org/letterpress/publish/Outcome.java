package org.letterpress.publish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.letterpress.finding.Finding;
import org.letterpress.render.Format;

/**
 * What a run has done.
 *
 * @param root the edition's folder, from which the paths in the findings start
 * @param files the files that were judged, in order
 * @param unread those of them that could not be read: what they hold is in no edition
 * @param letters how many letters were published
 * @param findings what was found, in order
 * @param editions what was written; empty where nothing was
 * @param steps how long each step took, in order; the editions are made side by side
 */
public record Outcome(
    Path root,
    List<String> files,
    List<String> unread,
    int letters,
    List<Finding> findings,
    List<Edition> editions,
    Map<String, Duration> steps) {

  /**
   * One format's part of the output.
   *
   * @param files how many files it has, without the report of the audit
   * @param anew how many of them this run has made; the others stand from the last
   * @param unmade the files that it lacks
   * @param words how many words of the letters were looked for in it, one by one
   * @param differences how many differences were found
   * @param declared how often the encodings were read by a rule, by its name
   */
  public record Edition(
      Format format,
      int files,
      int anew,
      Unmade unmade,
      long words,
      long differences,
      Map<String, Integer> declared) {}

  /**
   * Files that could not be made.
   *
   * @param files how many
   * @param old how many of them stand in the output as an earlier run has made them
   */
  public record Unmade(int files, int old) {}
}
