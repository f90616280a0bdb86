package org.letterpress.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The user's own looks: the option that publish and serve share. */
final class StyleOption {

  @Option(names = "--style", paramLabel = "${bundle:FILE}", split = ",")
  private List<Path> styles = List.of();

  /** The files, in their order. */
  List<Path> files() {
    return styles;
  }
}
