package org.letterpress.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** What the letters are judged by: the option that validate and publish share. */
final class SchemaOption {

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "SCHEMA",
      description = {
        "What to judge the letters by: \"letter\" (the default), \"habits\" (the same, with habits"
            + " of real editions that TEI itself forbids), or a file in RELAX NG (.rng, .rnc) or"
            + " Schematron (.sch). May be given several times."
      })
  private List<String> schemas = List.of();

  /** The schemas that are named, in their order; none for the default. */
  List<String> names() {
    return schemas;
  }
}
