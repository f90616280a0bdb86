package org.letterpress.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether a command says how it gets on. */
final class ProgressOption {

  @Option(names = {"-q", "--quiet"})
  private boolean quiet;

  boolean isQuiet() {
    return quiet;
  }

  /** Where a run tells how it gets on. */
  ProgressLine line(CommandSpec spec) {
    return new ProgressLine(
        spec.commandLine().getErr(),
        Speech.of(spec.commandLine()),
        quiet,
        ProgressLine.isWatched());
  }
}
