package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.SourceFile;
import org.letterpress.validate.corpus.Facts;
import org.letterpress.validate.corpus.FactsReader;
import org.letterpress.validate.corpus.Words;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;
import org.xml.sax.ContentHandler;

/** Judges one file: decodes and parses it once, and hands the same events to all who look at it. */
final class Judge {

  /**
   * What came of one file.
   *
   * @param facts what the checks of the whole edition need of it
   * @param file the file with its tree, where it is well-formed and somebody asks for it
   * @param titles the title of the letter that stands at a place
   * @param unresolved the schemas that it names and that can't be had
   */
  record Judged(
      Facts facts,
      Optional<SourceFile> file,
      List<Finding> findings,
      Function<Location, String> titles,
      List<Schemas.Unresolved> unresolved) {

    private static Judged unread(Finding finding, byte[] content) {
      Facts facts = Facts.broken(finding.location().file(), new String(content, ISO_8859_1));
      return new Judged(facts, Optional.empty(), List.of(finding), place -> "", List.of());
    }
  }

  private static final int MEGABYTE = 1_000_000;

  /** More findings of rules in one file are not told. */
  private static final int MOST = 200;

  private final Xml xml;
  private final Schemas schemas;
  private final Words words;
  private final boolean keep;

  /**
   * A judge for one run.
   *
   * @param words keeps what many files repeat
   * @param keep whether trees and bytes are kept
   */
  Judge(Xml xml, Schemas schemas, Words words, boolean keep) {
    this.xml = xml;
    this.schemas = schemas;
    this.words = words;
    this.keep = keep;
  }

  /** Judges a file, whatever it is like. */
  Judged judge(Check.Input input) {
    byte[] content = {};
    try {
      content = input.content().read();
      if (content.length > Check.LARGEST) {
        Map<String, String> most = Map.of("most", String.valueOf(Check.LARGEST / MEGABYTE));
        return Judged.unread(error("file-too-large", input.path(), most), content);
      }
      return judge(input.path(), content, new Cursor(SourceText.of(input.path(), content)));
    } catch (SourceText.Undecodable e) {
      return Judged.unread(e.finding(), content);
    } catch (IOException e) {
      Map<String, String> file = Map.of("file", input.path());
      return Judged.unread(error("not-readable", input.path(), file), content);
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of the program in one file; the others are judged.
      return Judged.unread(fault(input.path(), e), content);
    }
  }

  /** Tells of a fault of the program in one file. */
  private static Finding fault(String file, Throwable e) {
    return error("program-fault", file, culprit(e));
  }

  /** Tells of a fault of the program in what no file can tell alone. */
  static Finding faultOfAll(Throwable e) {
    return error("program-fault-edition", ".", culprit(e));
  }

  private static Map<String, String> culprit(Throwable e) {
    // A fault on another thread comes wrapped in its like.
    Throwable first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    StackTraceElement[] trace = first.getStackTrace();
    String place = trace.length == 0 ? "?" : trace[0].toString();
    return Map.of("exception", e.getClass().getName(), "place", place);
  }

  private static Finding error(String code, String file, Map<String, String> arguments) {
    return Finding.of(code, Severity.ERROR, Location.of(file), arguments, List.of());
  }

  private Judged judge(String path, byte[] content, Cursor cursor) {
    Titles titles = new Titles(cursor);
    FactsReader facts = new FactsReader(cursor, words);
    Schemas.Applied applied = schemas.of(cursor.text());
    List<Finding> findings = new ArrayList<>(applied.faults());
    List<ContentHandler> handlers = new ArrayList<>(List.of(titles, facts));
    applied.grammars().forEach(grammar -> handlers.add(grammar.handler(cursor, findings)));
    Parsed parsed = xml.parse(cursor, handlers);
    if (parsed instanceof Parsed.Broken broken) {
      // What the grammar made of half a file would only hide the cause.
      return new Judged(
          facts.facts(),
          Optional.empty(),
          List.of(broken.finding()),
          titles.titles(),
          applied.unresolved());
    }
    SourceFile file = new SourceFile(path, content, ((Parsed.Tree) parsed).document());
    Faults faults = new Faults(cursor.text(), findings);
    for (CompletableFuture<Rules> made : applied.rules()) {
      Rules rules = made.join();
      List<Finding> said = rules.check(file, cursor.text());
      add(rules.areOwn() ? faults.unexplained(said) : said, path, findings);
    }
    return new Judged(
        facts.facts(),
        keep ? Optional.of(file) : Optional.empty(),
        findings,
        titles.titles(),
        applied.unresolved());
  }

  /** Of so many findings nobody reads the last; a hostile file would fill the memory with them. */
  private static void add(List<Finding> more, String path, List<Finding> findings) {
    findings.addAll(more.subList(0, Math.min(more.size(), MOST)));
    if (more.size() > MOST) {
      findings.add(error("findings-many", path, Map.of("most", String.valueOf(MOST))));
    }
  }
}
