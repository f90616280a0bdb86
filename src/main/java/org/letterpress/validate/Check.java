package org.letterpress.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.model.SourceFile;
import org.letterpress.validate.grammar.Grammar;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Tag;
import org.letterpress.xml.Xml;

/**
 * Judges the files of an edition: well-formedness, the letter schema, its rules, and references
 * across files. Every file is judged, whatever the others are like.
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

  /** What came of one file. */
  private record Judged(
      String path,
      Optional<SourceFile> file,
      Function<Location, String> titles,
      List<Finding> findings) {

    private static Judged unread(Finding finding) {
      return new Judged(finding.location().file(), Optional.empty(), place -> "", List.of(finding));
    }
  }

  private final Xml xml;
  private final Grammar grammar;
  private final CompletableFuture<Rules> rules;

  /** Loads grammar and rules, the two side by side. */
  public Check(Xml xml) {
    this.xml = xml;
    this.rules = CompletableFuture.supplyAsync(() -> new Rules(xml));
    this.grammar = Grammar.letter();
  }

  /** Judges the files, in parallel; the result does not depend on how many threads there are. */
  public Result check(List<Input> inputs) {
    List<Judged> judged = inputs.parallelStream().map(this::judge).toList();
    List<SourceFile> files = judged.stream().flatMap(one -> one.file().stream()).toList();
    Map<String, Function<Location, String>> titles =
        judged.stream().collect(Collectors.toMap(Judged::path, Judged::titles));
    List<Finding> findings =
        Stream.concat(
                judged.stream().flatMap(one -> one.findings().stream()),
                References.check(files).stream())
            .map(one -> one.in(titles.get(one.location().file()).apply(one.location())))
            .sorted()
            .toList();
    return new Result(files, findings);
  }

  private Judged judge(Input input) {
    try {
      byte[] content = input.content().read();
      return judge(input.path(), content, new Cursor(SourceText.of(input.path(), content)));
    } catch (SourceText.Undecodable e) {
      return Judged.unread(e.finding());
    } catch (IOException e) {
      return Judged.unread(
          Finding.error(
              "not-readable",
              Location.of(input.path()),
              "The file can't be read from the disk.",
              "See that it is a file and that you may read it."));
    }
  }

  private Judged judge(String path, byte[] content, Cursor cursor) {
    List<Finding> findings = new ArrayList<>();
    Titles titles = new Titles(cursor);
    Parsed parsed = xml.parse(cursor, List.of(titles, grammar.handler(cursor, findings)));
    if (parsed instanceof Parsed.Broken broken) {
      // What the grammar made of half a file would only hide the cause.
      return new Judged(path, Optional.empty(), titles::at, List.of(broken.finding()));
    }
    SourceFile file = new SourceFile(path, content, ((Parsed.Tree) parsed).document());
    List<Finding> faults = List.copyOf(findings);
    for (Finding rule : rules.join().check(file)) {
      if (faults.stream().noneMatch(fault -> isWithin(fault, rule, cursor.text()))) {
        findings.add(rule);
      }
    }
    return new Judged(path, Optional.of(file), titles::at, findings);
  }

  /**
   * Whether the grammar has found fault with something in the element that a rule speaks of: what
   * the rule misses there may well be what is at fault.
   */
  private static boolean isWithin(Finding fault, Finding rule, SourceText text) {
    Location tag = rule.location();
    if (tag.line() == 0 || fault.location().line() < tag.line()) {
      return false;
    }
    int start = text.offset(tag.line(), tag.column());
    int at = text.offset(fault.location().line(), fault.location().column());
    return at >= start && at < Tag.elementEnd(text, start);
  }
}
