package org.letterpress.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The user's own looks: the option that publish and serve share. */
final class StyleOption {

  @Option(names = "--style", paramLabel = "${bundle:FILE}", split = ",")
  private List<Path> styles = List.of();

  /** The files, in their order; each of them is there. */
  List<Path> files(CommandSpec spec) {
    for (Path file : styles) {
      if (!Files.isRegularFile(file)) {
        throw Speech.wrong(spec, "style", file);
      }
    }
    return styles;
  }
}
