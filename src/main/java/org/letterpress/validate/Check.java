package org.letterpress.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * Judges the files of an edition: well-formedness, the letter schema, its rules, and references
 * across files. Every file is judged, whatever the others are like.
 */
public final class Check {

  /**
   * A file as it came from the disk.
   *
   * @param path from the edition's folder, with {@code /}; the name in findings
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, not compared
  public record Input(String path, byte[] content) {}

  /**
   * What came of it.
   *
   * @param files the well-formed ones, in the order of the input, valid or not
   * @param findings in order of file and line
   */
  public record Result(List<SourceFile> files, List<Finding> findings) {}

  private final Xml xml;
  private final Grammar grammar;
  private final CompletableFuture<Rules> rules;

  /** Loads grammar and rules, the two side by side. */
  public Check(Xml xml) {
    this.xml = xml;
    this.rules = CompletableFuture.supplyAsync(() -> new Rules(xml));
    this.grammar = new Grammar();
  }

  /** Judges the files, in parallel; the result does not depend on how many threads there are. */
  public Result check(List<Input> inputs) {
    record Judged(Stream<SourceFile> file, List<Finding> findings) {}
    List<Judged> judged =
        inputs.parallelStream()
            .map(
                input -> {
                  List<Finding> findings = new ArrayList<>();
                  Parsed parsed =
                      xml.parse(
                          input.content(),
                          input.path(),
                          List.of(grammar.handler(input.path(), findings)));
                  if (parsed instanceof Parsed.Tree tree) {
                    SourceFile file =
                        new SourceFile(input.path(), input.content(), tree.document());
                    findings.addAll(rules.join().check(file));
                    return new Judged(Stream.of(file), findings);
                  }
                  // What the grammar made of half a file would only hide the cause.
                  return new Judged(Stream.empty(), List.of(((Parsed.Broken) parsed).finding()));
                })
            .toList();
    List<SourceFile> files = judged.stream().flatMap(Judged::file).toList();
    List<Finding> findings =
        Stream.concat(
                judged.stream().map(Judged::findings).flatMap(Collection::stream),
                References.check(files).stream())
            .sorted()
            .toList();
    return new Result(files, findings);
  }
}
