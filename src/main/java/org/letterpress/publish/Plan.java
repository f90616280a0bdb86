package org.letterpress.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.letterpress.render.Format;
import org.letterpress.render.TextStyle;

/**
 * What a run is to do.
 *
 * @param source the edition's folder, or one file
 * @param output where the editions go
 * @param formats which to make; none to validate alone
 * @param keepGoing publish what can be published although there are errors
 * @param date the date that files carry; without one the edition's own is taken
 * @param style how texts are set
 * @param audited whether every word is looked for in what was made
 */
public record Plan(
    Path source,
    Path output,
    Set<Format> formats,
    boolean keepGoing,
    Optional<Instant> date,
    TextStyle style,
    boolean audited) {

  /** Keeps its own copy, in a fixed order. */
  public Plan {
    formats = formats.isEmpty() ? EnumSet.noneOf(Format.class) : EnumSet.copyOf(formats);
  }

  /** With texts set as they are unless something else is said, and audited. */
  public Plan(
      Path source, Path output, Set<Format> formats, boolean keepGoing, Optional<Instant> date) {
    this(source, output, formats, keepGoing, date, TextStyle.DEFAULT, true);
  }
}
