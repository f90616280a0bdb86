package org.letterpress.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.letterpress.finding.Finding;
import org.letterpress.render.Format;
import org.letterpress.render.PrintStyle;
import org.letterpress.render.TextStyle;

/**
 * What a run is to do.
 *
 * @param source the edition's folder, or one file
 * @param schemas what the letters are judged by, by name or file; none for the letter schema and
 *     what the letters themselves name
 * @param output where the editions go
 * @param formats which to make; none to validate alone
 * @param stops whether what was found so far (in no order) stops the run, given the edition's
 *     folder, from which the paths in the findings start
 * @param date the date that files carry; without one the edition's own is taken
 * @param texts how texts are set
 * @param print how pages are printed
 * @param styles the user's own stylesheets and style sheets, .xsl and .css
 * @param audited whether every word is looked for in what was made
 * @param clean whether all is made anew, whatever the last run has made
 */
public record Plan(
    Path source,
    List<String> schemas,
    Path output,
    Set<Format> formats,
    BiPredicate<List<Finding>, Path> stops,
    Optional<Instant> date,
    TextStyle texts,
    PrintStyle print,
    List<Path> styles,
    boolean audited,
    boolean clean) {

  /** Keeps its own copies, in a fixed order. */
  public Plan {
    schemas = List.copyOf(schemas);
    styles = List.copyOf(styles);
    formats = formats.isEmpty() ? EnumSet.noneOf(Format.class) : EnumSet.copyOf(formats);
  }

  /** A run that judges the letters and makes nothing. */
  public static Plan check(Path source, List<String> schemas) {
    return new Plan(
        source,
        schemas,
        Path.of("output"),
        Set.of(),
        (found, root) -> false,
        Optional.empty(),
        TextStyle.DEFAULT,
        PrintStyle.DEFAULT,
        List.of(),
        false,
        true);
  }
}
