package org.letterpress.finding;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that a check has found.
 *
 * @param code the kind of finding, in lower case with hyphens, such as {@code ref-dangling}
 * @param severity how grave it is
 * @param location where it stands
 * @param message one plain sentence: what is wrong, and why where that isn't plain
 * @param remedy one plain sentence: how to mend it; empty where the message says it all
 */
public record Finding(
    String code, Severity severity, Location location, String message, String remedy)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::code)
          .thenComparing(Finding::message);

  /** Rejects missing parts. */
  public Finding {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(location);
    Objects.requireNonNull(message);
    Objects.requireNonNull(remedy);
  }

  /** An error. */
  public static Finding error(String code, Location location, String message, String remedy) {
    return new Finding(code, Severity.ERROR, location, message, remedy);
  }

  /** A warning. */
  public static Finding warning(String code, Location location, String message, String remedy) {
    return new Finding(code, Severity.WARNING, location, message, remedy);
  }

  /** By place, then the graver first. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
