package org.letterpress.finding;

import java.util.List;

/**
 * A change to a file that would mend a finding.
 *
 * @param title what it does, in a few words
 * @param edits the places to change, in order, none of which overlap
 */
public record Fix(String title, List<Edit> edits) {

  /** Keeps its own copy. */
  public Fix {
    edits = List.copyOf(edits);
  }

  /**
   * One place to change. Offsets count UTF-16 units of the file's text, from 0.
   *
   * @param start where the old text begins
   * @param end where it ends; the same as {@code start} where something is only put in
   * @param text what takes its place
   */
  public record Edit(int start, int end, String text) {}

  /** The text after the change. */
  public String apply(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = edits.size() - 1; i >= 0; i--) {
      Edit edit = edits.get(i);
      changed.replace(edit.start(), edit.end(), edit.text());
    }
    return changed.toString();
  }
}
