package org.letterpress.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.letterpress.finding.Finding;
import org.letterpress.model.Recall;
import org.letterpress.model.SourceFile;
import org.letterpress.validate.corpus.Words;
import org.letterpress.xml.Xml;

/**
 * Judges an edition again and again while it is edited: a file is judged anew only where it has
 * changed. What it says in the end is what {@link Check} says of the same files. For one thread;
 * what was found may be asked for by another.
 */
public final class Recheck {

  /**
   * What a file says by itself.
   *
   * @param file with its tree; none where it is not well-formed or can't be read
   * @param findings without those that no file can tell alone
   */
  public record One(Optional<SourceFile> file, List<Finding> findings) {}

  private final Schemas schemas;
  private final Judge judge;
  private final Map<String, Judge.Judged> known = new ConcurrentHashMap<>();
  private volatile List<Judge.Judged> judged = List.of();

  /** Has judged nothing yet. */
  public Recheck(Xml xml, Schemas schemas) {
    this.schemas = schemas;
    this.judge = new Judge(xml, schemas, new Words(), Recall.NOTHING, true);
  }

  /** Judges a file that has changed, and remembers it. */
  public One changed(Check.Input input) {
    Judge.Judged judged = judge.judge(input);
    known.put(input.path(), judged);
    return new One(judged.file(), judged.findings().stream().map(judged::titled).sorted().toList());
  }

  /**
   * Judges those files of the edition that it has not judged yet.
   *
   * @param inputs all files; others are forgotten
   * @return those that are well-formed, in order
   */
  public List<SourceFile> files(List<Check.Input> inputs) {
    Set<String> paths = inputs.stream().map(Check.Input::path).collect(Collectors.toSet());
    known.keySet().retainAll(paths);
    judged =
        inputs.parallelStream()
            .map(
                input -> {
                  Judge.Judged one = known.get(input.path());
                  if (one == null) {
                    one = judge.judge(input);
                    known.put(input.path(), one);
                  }
                  return one;
                })
            .toList();
    return judged.stream().flatMap(one -> one.file().stream()).toList();
  }

  /**
   * What is found in these files, each and all.
   *
   * @param only as in {@link Check#check(List, Optional)}
   */
  public List<Finding> findings(Optional<String> only) {
    return Check.result(judged, only, schemas.folder()).findings();
  }
}
