package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Recall;
import org.letterpress.model.SourceFile;
import org.letterpress.validate.corpus.Facts;
import org.letterpress.validate.corpus.FactsReader;
import org.letterpress.validate.corpus.Words;
import org.letterpress.validate.grammar.Grammar;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.TwiceEncoded;
import org.letterpress.xml.Xml;
import org.xml.sax.ContentHandler;

/** Judges one file: decodes and parses it once, and hands the same events to all who look at it. */
final class Judge {

  /**
   * What came of one file.
   *
   * @param facts what the checks of the whole edition need of it
   * @param file the file with its tree, where it is well-formed and somebody asks for it
   * @param titles of its letters, as {@link Titles#titles} gives them
   * @param unresolved the schemas that it names and that can't be had
   */
  record Judged(
      Facts facts,
      Optional<SourceFile> file,
      List<Finding> findings,
      NavigableMap<Long, String> titles,
      List<Schemas.Unresolved> unresolved) {

    private static Judged unread(Finding finding, byte[] content) {
      Facts facts = Facts.broken(finding.location().file(), new String(content, ISO_8859_1));
      return new Judged(facts, Optional.empty(), List.of(finding), new TreeMap<>(), List.of());
    }

    /** A finding with the title of the letter that it stands in. */
    Finding titled(Finding finding) {
      return finding.in(Titles.at(finding.location(), titles));
    }
  }

  /** What comes of a file by the program's own schemas alone, as later runs want it. */
  private record Known(
      List<XmlModel> models,
      Facts facts,
      boolean isWellFormed,
      List<Finding> findings,
      Map<Long, String> titles) {

    private static Known of(Judged judged, List<XmlModel> models) {
      return new Known(
          models, judged.facts(), judged.file().isPresent(), judged.findings(), judged.titles());
    }

    private Judged judged(List<Schemas.Unresolved> unresolved, SourceFile file) {
      return new Judged(
          facts,
          Optional.of(file).filter(it -> isWellFormed),
          findings,
          new TreeMap<>(titles),
          unresolved);
    }
  }

  private static final int MEGABYTE = 1_000_000;

  private final Xml xml;
  private final Schemas schemas;
  private final Words words;
  private final Recall recall;
  private final boolean keep;
  private final Deadline deadline;
  private final Set<Grammar> endless = ConcurrentHashMap.newKeySet();

  /**
   * A judge for one run.
   *
   * @param words keeps what many files repeat
   * @param recall what earlier runs have found; nothing where trees are not kept
   * @param keep whether trees and bytes are kept
   */
  Judge(Xml xml, Schemas schemas, Words words, Recall recall, boolean keep) {
    this(xml, schemas, words, recall, keep, new Deadline(Rules.LONGEST));
  }

  /**
   * A judge for one run, with another limit.
   *
   * @param deadline how long somebody else's grammars may take for one file
   */
  Judge(Xml xml, Schemas schemas, Words words, Recall recall, boolean keep, Deadline deadline) {
    this.xml = xml;
    this.schemas = schemas;
    this.words = words;
    this.recall = recall;
    this.keep = keep;
    this.deadline = deadline;
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
      return judge(input.path(), content);
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

  private Judged judge(String path, byte[] content) throws SourceText.Undecodable {
    String name = "check " + path;
    SourceFile file = new SourceFile(path, content, bytes -> tree(bytes, path));
    String key = schemas.names() + " " + file.digest();
    Optional<Known> known = recall.known(name, key, Known.class);
    // What it names may be there today.
    Optional<Schemas.Applied> own =
        known.map(one -> schemas.of(one.models())).filter(schemas::areOwn);
    if (own.isPresent()) {
      return known.get().judged(own.get().unresolved(), file);
    }
    SourceText text = SourceText.of(path, content);
    List<XmlModel> models = XmlModel.of(text);
    Schemas.Applied applied = schemas.of(models);
    Judged judged = judge(file, text, applied);
    if (schemas.areOwn(applied)) {
      recall.keep(name, key, Known.of(judged, models));
    }
    return judged;
  }

  private Judged judge(SourceFile source, SourceText text, Schemas.Applied applied) {
    String path = source.path();
    Read read = read(text, applied.grammars());
    if (read.parsed() instanceof Parsed.Broken broken) {
      // What the grammar made of half a file would only hide the cause.
      return new Judged(
          read.facts().facts(),
          Optional.empty(),
          List.of(broken.finding()),
          read.titles().titles(),
          applied.unresolved());
    }
    SourceFile file = source.with(((Parsed.Tree) read.parsed()).document());
    Faults faults = new Faults(text, read.faults());
    List<Finding> findings = new ArrayList<>(applied.faults());
    TwiceEncoded.in(text).ifPresent(findings::add);
    findings.addAll(read.faults());
    if (read.grammars().size() < applied.grammars().size()) {
      findings.add(error("schema-endless", path, Map.of("seconds", deadline.seconds())));
    }
    for (CompletableFuture<Rules> made : applied.rules()) {
      Rules rules = made.join();
      List<Finding> said = rules.check(file, text);
      findings.addAll(Enough.of(rules.areOwn() ? faults.unexplained(said) : said, path));
    }
    return new Judged(
        read.facts().facts(),
        keep ? Optional.of(file) : Optional.empty(),
        findings,
        read.titles().titles(),
        applied.unresolved());
  }

  /** The tree of a file that has been found to be well-formed. */
  private XdmNode tree(byte[] content, String path) {
    return ((Parsed.Tree) xml.parse(content, path)).document();
  }

  /** What the one parse of a file has given, by so many of its grammars. */
  private record Read(
      Titles titles,
      FactsReader facts,
      Parsed parsed,
      List<Grammar> grammars,
      List<Finding> faults) {}

  /** Somebody else's grammars have so much time for it; those that find no end are left out. */
  private Read read(SourceText text, Set<Grammar> grammars) {
    List<Grammar> sound = grammars.stream().filter(one -> !endless.contains(one)).toList();
    if (sound.stream().allMatch(Grammar::isOwn)) {
      return parse(text, sound);
    }
    try {
      Optional<Read> read = deadline.within(() -> parse(text, sound));
      if (read.isPresent()) {
        return read.get();
      }
    } catch (ExecutionException e) {
      // So ends a pattern of values that branches with each letter.
      if (!(e.getCause() instanceof StackOverflowError)) {
        throw Deadline.fault(e);
      }
    }
    sound.stream().filter(grammar -> !grammar.isOwn()).forEach(endless::add);
    return read(text, grammars);
  }

  private Read parse(SourceText text, List<Grammar> grammars) {
    Cursor cursor = new Cursor(text);
    Titles titles = new Titles(cursor);
    FactsReader facts = new FactsReader(cursor, words);
    List<Finding> faults = new ArrayList<>();
    List<ContentHandler> handlers = new ArrayList<>(List.of(titles, facts));
    grammars.forEach(grammar -> handlers.add(grammar.handler(cursor, faults)));
    return new Read(titles, facts, xml.parse(cursor, handlers), grammars, faults);
  }
}
