package org.letterpress.serve;

import java.nio.file.Path;
import java.util.List;
import org.letterpress.finding.Catalogue;

/**
 * What is to be shown.
 *
 * @param source the edition's folder, or one file
 * @param schemas as in {@link org.letterpress.publish.Plan}
 * @param styles as in {@link org.letterpress.publish.Plan}
 * @param port where the server listens; the next free one where it is taken, any for 0
 * @param words the language of what the preview says of the letters
 * @param version the program's version
 */
public record Preview(
    Path source,
    List<String> schemas,
    List<Path> styles,
    int port,
    Catalogue words,
    String version) {

  /** Keeps its own copies. */
  public Preview {
    schemas = List.copyOf(schemas);
    styles = List.copyOf(styles);
  }
}
