package org.letterpress.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The user's own looks: the option that publish and serve share. */
final class StyleOption {

  @Option(
      names = "--style",
      paramLabel = "FILE",
      split = ",",
      description =
          "A look of your own over the program's: .xsl imports letterpress:html.xsl (fo.xsl, epub.xsl,"
              + " text.xsl, markdown.xsl) and changes what it will; .css follows the web site's own."
              + " May be given several times.")
  private List<Path> styles = List.of();

  /** The files, in their order. */
  List<Path> files() {
    return styles;
  }
}
