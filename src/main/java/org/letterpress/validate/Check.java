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
import org.letterpress.xml.Cursor;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;
import org.xml.sax.ContentHandler;

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
      List<Finding> findings,
      List<Schemas.Unresolved> unresolved) {

    private static Judged unread(Finding finding) {
      return new Judged(
          finding.location().file(), Optional.empty(), place -> "", List.of(finding), List.of());
    }
  }

  private final Xml xml;
  private final Schemas schemas;

  /** Judges by the letter schema alone. */
  public Check(Xml xml) {
    this(xml, Schemas.letter(xml));
  }

  /** Judges by the schemas that an edition chooses. */
  public Check(Xml xml, Schemas schemas) {
    this.xml = xml;
    this.schemas = schemas;
  }

  /** Judges the files, in parallel; the result does not depend on how many threads there are. */
  public Result check(List<Input> inputs) {
    List<Judged> judged = inputs.parallelStream().map(this::judge).toList();
    List<SourceFile> files = judged.stream().flatMap(one -> one.file().stream()).toList();
    Map<String, Function<Location, String>> titles =
        judged.stream().collect(Collectors.toMap(Judged::path, Judged::titles));
    List<Schemas.Unresolved> unresolved =
        judged.stream().flatMap(one -> one.unresolved().stream()).toList();
    List<Finding> findings =
        Stream.of(
                judged.stream().flatMap(one -> one.findings().stream()),
                Schemas.warnings(unresolved).stream(),
                References.check(files).stream())
            .flatMap(all -> all)
            .map(one -> one.in(title(titles, one.location())))
            // What is wrong with a schema is found once for each file that it judges.
            .distinct()
            .sorted()
            .toList();
    return new Result(files, findings);
  }

  private static String title(Map<String, Function<Location, String>> titles, Location location) {
    return titles.getOrDefault(location.file(), place -> "").apply(location);
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
    Titles titles = new Titles(cursor);
    Schemas.Applied applied = schemas.of(cursor.text());
    List<Finding> findings = new ArrayList<>(applied.faults());
    List<ContentHandler> handlers = new ArrayList<>(List.of(titles));
    applied.grammars().forEach(grammar -> handlers.add(grammar.handler(cursor, findings)));
    Parsed parsed = xml.parse(cursor, handlers);
    if (parsed instanceof Parsed.Broken broken) {
      // What the grammar made of half a file would only hide the cause.
      return new Judged(
          path, Optional.empty(), titles::at, List.of(broken.finding()), applied.unresolved());
    }
    SourceFile file = new SourceFile(path, content, ((Parsed.Tree) parsed).document());
    for (CompletableFuture<Rules> rules : applied.rules()) {
      findings.addAll(rules.join().check(file, cursor.text()));
    }
    return new Judged(path, Optional.of(file), titles::at, findings, applied.unresolved());
  }
}
