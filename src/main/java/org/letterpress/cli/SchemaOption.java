package org.letterpress.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** What the letters are judged by: the option that validate and publish share. */
final class SchemaOption {

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "${bundle:SCHEMA}")
  private List<String> schemas = List.of();

  /** The schemas that are named, in their order; none for the default. */
  List<String> names() {
    return schemas;
  }
}
