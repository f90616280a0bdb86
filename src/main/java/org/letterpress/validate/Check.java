package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
import org.letterpress.validate.corpus.CorpusChecks;
import org.letterpress.validate.corpus.Facts;
import org.letterpress.validate.corpus.FactsReader;
import org.letterpress.validate.corpus.Words;
import org.letterpress.validate.grammar.Grammar;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.SourceText;
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

  /** What came of one file. Its tree is let go at once where nobody asks for it. */
  private record Judged(
      Facts facts,
      Optional<SourceFile> file,
      List<Finding> findings,
      Function<Location, String> titles) {

    private static Judged unread(Finding finding, byte[] content) {
      Facts facts = Facts.broken(finding.location().file(), new String(content, ISO_8859_1));
      return new Judged(facts, Optional.empty(), List.of(finding), place -> "");
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
    Words words = new Words();
    List<Judged> judged = inputs.parallelStream().map(input -> judge(input, words, keep)).toList();
    List<Facts> facts = judged.stream().map(Judged::facts).toList();
    Map<String, Judged> byPath =
        judged.stream().collect(Collectors.toMap(one -> one.facts().file(), Function.identity()));
    List<Finding> findings =
        Stream.concat(
                judged.stream().flatMap(one -> one.findings().stream()),
                CorpusChecks.findings(facts, words, only.isEmpty()).stream())
            .filter(one -> isMeant(byPath.get(one.location().file()), only))
            .map(one -> one.in(byPath.get(one.location().file()).titles().apply(one.location())))
            .sorted()
            .toList();
    return new Result(judged.stream().flatMap(one -> one.file().stream()).toList(), findings);
  }

  /** A register that can't be read is everybody's affair. */
  private static boolean isMeant(Judged judged, Optional<String> only) {
    return only.map(judged.facts().file()::equals).orElse(true) || judged.facts().broken();
  }

  private Judged judge(Input input, Words words, boolean keep) {
    byte[] content = {};
    try {
      content = input.content().read();
      Cursor cursor = new Cursor(SourceText.of(input.path(), content));
      return judge(input.path(), content, cursor, words, keep);
    } catch (SourceText.Undecodable e) {
      return Judged.unread(e.finding(), content);
    } catch (IOException e) {
      return Judged.unread(
          Finding.error(
              "not-readable",
              Location.of(input.path()),
              "The file can't be read from the disk.",
              "See that it is a file and that you may read it."),
          content);
    }
  }

  private Judged judge(String path, byte[] content, Cursor cursor, Words words, boolean keep) {
    List<Finding> findings = new ArrayList<>();
    Titles titles = new Titles(cursor);
    FactsReader facts = new FactsReader(cursor, words);
    Parsed parsed = xml.parse(cursor, List.of(titles, facts, grammar.handler(cursor, findings)));
    if (parsed instanceof Parsed.Broken broken) {
      // What the grammar made of half a file would only hide the cause.
      return new Judged(
          facts.facts(), Optional.empty(), List.of(broken.finding()), titles.titles());
    }
    SourceFile file = new SourceFile(path, content, ((Parsed.Tree) parsed).document());
    findings.addAll(rules.join().check(file));
    return new Judged(
        facts.facts(), keep ? Optional.of(file) : Optional.empty(), findings, titles.titles());
  }
}
