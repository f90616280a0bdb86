package org.letterpress.finding;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One thing that a check has found.
 *
 * @param code the kind of finding, in lower case with hyphens, such as {@code ref-dangling}
 * @param severity how grave it is
 * @param location where it stands
 * @param title the title of the letter that it stands in, where it is known; else empty
 * @param message one plain sentence in English: what is wrong, and why where that isn't plain
 * @param remedy one plain sentence in English: how to mend it; empty where the message says it all
 * @param arguments what the message speaks of, by name, so that {@link Catalogue} can say it in
 *     another language; empty where the message is all there is
 * @param fixes changes to the file, each of which would mend it; the likeliest first
 */
public record Finding(
    String code,
    Severity severity,
    Location location,
    String title,
    String message,
    String remedy,
    Map<String, String> arguments,
    List<Fix> fixes)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::code)
          .thenComparing(Finding::message);

  /** Rejects missing parts and keeps its own copies. */
  public Finding {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(location);
    Objects.requireNonNull(title);
    Objects.requireNonNull(message);
    Objects.requireNonNull(remedy);
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    fixes = List.copyOf(fixes);
  }

  /**
   * A finding in the words of the catalogue.
   *
   * @param arguments what {@code {name}} stands for in the catalogue's sentences
   * @param fixes changes that would mend it, the likeliest first
   */
  public static Finding of(
      String code,
      Severity severity,
      Location location,
      Map<String, String> arguments,
      List<Fix> fixes) {
    return new Finding(
        code,
        severity,
        location,
        "",
        Catalogue.ENGLISH.message(code, arguments),
        Catalogue.ENGLISH.remedy(code, arguments),
        arguments,
        fixes);
  }

  /** The same finding, of a letter of that title. */
  public Finding in(String letter) {
    return new Finding(code, severity, location, letter, message, remedy, arguments, fixes);
  }

  /** By place, then the graver first. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
