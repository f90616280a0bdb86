package org.letterpress.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.letterpress.model.Recall;
import org.letterpress.model.SourceFile;
import org.letterpress.validate.corpus.CorpusChecks;
import org.letterpress.validate.corpus.Facts;
import org.letterpress.validate.corpus.Words;
import org.letterpress.xml.Xml;

/**
 * Judges the files of an edition: well-formedness, schemas, rules, and what no file can tell alone.
 * Every file is judged, whatever the others are like.
 */
public final class Check {

  /**
   * A file of the edition.
   *
   * @param path from the edition's folder, with {@code /}; the name in findings
   * @param content its bytes, read when it is this file's turn
   */
  public record Input(String path, Content content) {}

  /** The bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Reads them. */
    byte[] read() throws IOException;
  }

  /**
   * What came of it.
   *
   * @param files the well-formed ones, in the order of the input, valid or not
   * @param findings in order of file and line
   */
  public record Result(List<SourceFile> files, List<Finding> findings) {}

  /**
   * The largest file that is read, in bytes: some four times the largest volumes of letters. Text
   * and tree of one file take about ten times its size, and as many files are judged at once as
   * there are processors.
   */
  public static final int LARGEST = 32_000_000;

  /** What the grammar says of a value of which it knows nothing better. */
  private static final Set<String> OF_VALUES = Set.of("value-other", "value-space");

  private final Xml xml;
  private final Schemas schemas;
  private final Recall recall;

  /** Judges by the letter schema alone. */
  public Check(Xml xml) {
    this(xml, Schemas.letter(xml));
  }

  /** Judges by the schemas that an edition chooses. */
  public Check(Xml xml, Schemas schemas) {
    this(xml, schemas, Recall.NOTHING);
  }

  /**
   * The same, for an edition that was judged before.
   *
   * @param recall what each file has said by itself; it is asked where trees are kept
   */
  public Check(Xml xml, Schemas schemas, Recall recall) {
    this.xml = xml;
    this.schemas = schemas;
    this.recall = recall;
  }

  /** Judges the files, in parallel; the result does not depend on how many threads there are. */
  public Result check(List<Input> inputs) {
    return check(inputs, Optional.empty());
  }

  /**
   * Judges files, in parallel, and keeps their trees.
   *
   * @param only the one file that is meant, where the others are only its edition's registers
   */
  public Result check(List<Input> inputs, Optional<String> only) {
    return check(inputs, only, true);
  }

  /**
   * Judges files as {@link #check(List, Optional)} does, but keeps nothing of them.
   *
   * @return in order of file and line
   */
  public List<Finding> findings(List<Input> inputs, Optional<String> only) {
    return check(inputs, only, false).findings();
  }

  private Result check(List<Input> inputs, Optional<String> only, boolean keep) {
    Judge judge = new Judge(xml, schemas, new Words(), keep ? recall : Recall.NOTHING, keep);
    return result(inputs.parallelStream().map(judge::judge).toList(), only, schemas.folder());
  }

  /**
   * Puts together what came of the files, and judges them as a whole.
   *
   * @param folder the edition's, if it has one
   */
  static Result result(List<Judge.Judged> judged, Optional<String> only, Optional<Path> folder) {
    List<Facts> facts = judged.stream().map(Judge.Judged::facts).toList();
    Map<String, Judge.Judged> byPath =
        judged.stream()
            .collect(
                // Names that are not in the machine's encoding may look the same.
                Collectors.toMap(
                    one -> one.facts().file(), Function.identity(), (first, second) -> first));
    List<Finding> ofAll =
        guarded(() -> findings(CorpusChecks.of(facts, only.isEmpty(), folder))).stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.location().file(), TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .flatMap(file -> Enough.of(file.getValue(), file.getKey()).stream())
            .toList();
    Set<String> places =
        ofAll.stream()
            .filter(one -> one.severity() == Severity.ERROR)
            .map(one -> one.location().toString())
            .collect(Collectors.toSet());
    List<Finding> findings =
        Stream.of(
                judged.stream()
                    .flatMap(one -> one.findings().stream())
                    .filter(one -> !isTold(one, places)),
                Schemas.warnings(judged.stream().flatMap(one -> one.unresolved().stream()).toList())
                    .stream(),
                ofAll.stream())
            .flatMap(all -> all)
            .filter(one -> isMeant(byPath.get(one.location().file()), only))
            .map(one -> titled(one, byPath.get(one.location().file())))
            // What is wrong with a schema is found once for each file that it judges.
            .distinct()
            .sorted()
            .toList();
    return new Result(judged.stream().flatMap(one -> one.file().stream()).toList(), findings);
  }

  /** What a reference leads to says more of a faulty one than that no schema takes it. */
  private static boolean isTold(Finding finding, Set<String> places) {
    return OF_VALUES.contains(finding.code()) && places.contains(finding.location().toString());
  }

  /** What checks have found, made side by side; one that fails takes nothing from the others. */
  static List<Finding> findings(List<Supplier<List<Finding>>> checks) {
    return checks.parallelStream().flatMap(check -> guarded(check).stream()).toList();
  }

  /** A fault of the program in what no file can tell alone does not take what each file tells. */
  static List<Finding> guarded(Supplier<List<Finding>> checks) {
    try {
      return checks.get();
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(Judge.faultOfAll(e));
    }
  }

  /** A register or a schema that can't be read is everybody's affair. */
  private static boolean isMeant(Judge.Judged judged, Optional<String> only) {
    return judged == null
        || judged.facts().broken()
        || only.map(judged.facts().file()::equals).orElse(true);
  }

  private static Finding titled(Finding finding, Judge.Judged judged) {
    return judged == null ? finding : judged.titled(finding);
  }
}
