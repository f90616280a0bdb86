package org.letterpress.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.letterpress.render.Format;

/**
 * What a run is to do.
 *
 * @param source the edition's folder, or one file
 * @param schemas what the letters are judged by, by name or file; none for the letter schema and
 *     what the letters themselves name
 * @param output where the editions go
 * @param formats which to make; none to validate alone
 * @param keepGoing publish what can be published although there are errors
 * @param date the date that files carry; without one the edition's own is taken
 */
public record Plan(
    Path source,
    List<String> schemas,
    Path output,
    Set<Format> formats,
    boolean keepGoing,
    Optional<Instant> date) {

  /** Keeps its own copies, in a fixed order. */
  public Plan {
    schemas = List.copyOf(schemas);
    formats = formats.isEmpty() ? EnumSet.noneOf(Format.class) : EnumSet.copyOf(formats);
  }
}
