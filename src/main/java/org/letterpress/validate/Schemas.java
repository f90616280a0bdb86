package org.letterpress.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.validate.grammar.Grammar;
import org.letterpress.validate.grammar.SchemaFault;
import org.letterpress.xml.AllowedFiles;
import org.letterpress.xml.Xml;

/**
 * By which schemas the documents of an edition are judged. Without choice it is the letter schema,
 * in whose place a document may name another grammar, and further rules, by {@code xml-model}; what
 * the user names takes the place of both. Each schema is loaded once and shared by threads.
 */
public final class Schemas {

  /** The letter schema's name. */
  public static final String LETTER = "letter";

  /** The name of the letter schema with the habits of real editions. */
  public static final String HABITS = "habits";

  private static final String OWN = "urn:letterpress:schema:";

  /**
   * A schema that is ready.
   *
   * @param grammar what elements there may be, if it says so
   * @param rules what else it demands, if anything
   */
  record Schema(Optional<Grammar> grammar, Optional<CompletableFuture<Rules>> rules) {}

  /**
   * What a document is judged by.
   *
   * @param unresolved the schemas it names that can't be had, each with its code and place
   * @param faults what is wrong with those it names
   */
  record Applied(
      Set<Grammar> grammars,
      Set<CompletableFuture<Rules>> rules,
      List<Unresolved> unresolved,
      List<Finding> faults) {}

  /** A schema that a document names and that can't be had. */
  record Unresolved(String code, String href, Location location) {}

  /** A schema, or why there is none. */
  private record Loaded(Optional<Schema> schema, List<Finding> faults) {}

  private final SchemaLoader loader;
  private final Optional<Path> folder;
  private final List<String> names;
  private final List<Schema> named = new ArrayList<>();
  private final ConcurrentMap<String, Loaded> byModel = new ConcurrentHashMap<>();

  private Schemas(SchemaLoader loader, Optional<Path> folder, List<String> names) {
    this.loader = loader;
    this.folder = folder;
    this.names = List.copyOf(names);
  }

  /** The letter schema alone, whatever the documents name. */
  public static Schemas letter(Xml xml) {
    try {
      Schemas schemas =
          new Schemas(loader(xml, Path.of(""), List.of()), Optional.empty(), List.of());
      schemas.named.add(schemas.loader.load(OWN + LETTER, ""));
      return schemas;
    } catch (SchemaFault | IOException e) {
      throw new IllegalStateException("The letter schema does not load", e);
    }
  }

  /**
   * The schemas for an edition.
   *
   * @param folder the edition's; schemas that documents name are read from it and nowhere else
   * @param names what the user names, in place of all that documents name: {@link #LETTER}, {@link
   *     #HABITS}, or files in RELAX NG ({@code .rng}, {@code .rnc}) or Schematron; they read what
   *     lies beside and below them. None for the letter schema and what documents name. Rules
   *     without a grammar are added to the letter schema.
   * @throws SchemaFault where one that the user names can't be used
   * @throws IOException where the folder can't be read
   */
  public static Schemas of(Xml xml, Path folder, List<String> names)
      throws SchemaFault, IOException {
    if (names.isEmpty()) {
      Schemas schemas =
          new Schemas(
              loader(xml, folder, List.of(folder)), Optional.of(folder.toRealPath()), List.of());
      schemas.named.add(schemas.loader.load(OWN + LETTER, ""));
      return schemas;
    }
    Schemas schemas =
        new Schemas(loader(xml, Path.of(""), List.of()), Optional.of(folder.toRealPath()), names);
    for (String name : names) {
      schemas.named.add(schemas.named(xml, name, folder));
    }
    if (schemas.named.stream().allMatch(schema -> schema.grammar().isEmpty())) {
      schemas.named.add(0, schemas.loader.load(OWN + LETTER, ""));
    }
    return schemas;
  }

  private static SchemaLoader loader(Xml xml, Path shownFrom, List<Path> folders)
      throws IOException {
    return new SchemaLoader(xml, new AllowedFiles(xml, shownFrom, folders));
  }

  private Schema named(Xml xml, String name, Path folder) throws SchemaFault, IOException {
    if (name.equals(LETTER) || name.equals(HABITS)) {
      return loader.load(OWN + name, "");
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new SchemaFault(
          List.of(
              Finding.of(
                  "schema-unknown",
                  Severity.ERROR,
                  Location.of(name),
                  Map.of("schema", name),
                  List.of())),
          new NoSuchFileException(name));
    }
    Path real = file.toRealPath();
    return loader(xml, Path.of(""), List.of(real.getParent(), folder))
        .load(real.toUri().toString(), "");
  }

  /**
   * What a document is judged by.
   *
   * @param models the schemas that it names
   */
  Applied of(List<XmlModel> models) {
    Applied applied =
        new Applied(
            new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
    // What the user names takes the place of all that documents name.
    folder
        .filter(root -> names.isEmpty())
        .ifPresent(root -> models.forEach(model -> add(model, root, applied)));
    boolean isReplaced = !applied.grammars().isEmpty();
    for (Schema schema : named) {
      // A grammar that the document names takes the place of the letter schema.
      if (!isReplaced) {
        schema.grammar().ifPresent(applied.grammars()::add);
        schema.rules().ifPresent(applied.rules()::add);
      }
    }
    return applied;
  }

  /** The edition's folder, if it has one. */
  Optional<Path> folder() {
    return folder;
  }

  /** What the user names, as one string. */
  String names() {
    return names.toString();
  }

  /**
   * Whether a document is judged by schemas of the program alone, so that the same names give the
   * same judgement; others may have changed from one run to the next.
   */
  boolean areOwn(Applied applied) {
    return Set.of(LETTER, HABITS).containsAll(names)
        && applied.faults().isEmpty()
        && applied.grammars().stream().map(Optional::of).allMatch(isNamed(Schema::grammar))
        && applied.rules().stream().map(Optional::of).allMatch(isNamed(Schema::rules));
  }

  private <T> Predicate<T> isNamed(Function<Schema, T> part) {
    return one -> named.stream().map(part).anyMatch(one::equals);
  }

  private void add(XmlModel model, Path root, Applied applied) {
    if (!model.isKnownLanguage()) {
      applied.unresolved().add(unresolved("schema-language-unknown", model));
      return;
    }
    String uri;
    try {
      String document = root.resolve(model.location().file()).toUri().toString();
      uri = loader.find(document, model.href());
    } catch (NoSuchFileException e) {
      applied.unresolved().add(unresolved("schema-not-found", model));
      return;
    } catch (AllowedFiles.NoAddress e) {
      applied.unresolved().add(unresolved("schema-address-malformed", model));
      return;
    } catch (IOException e) {
      applied.unresolved().add(unresolved("schema-outside", model));
      return;
    }
    Loaded loaded =
        byModel.computeIfAbsent(
            uri + "#" + model.compact() + "#" + model.phase(), key -> load(uri, model));
    applied.faults().addAll(loaded.faults());
    if (loaded.schema().isPresent()) {
      if (!model.isRulesOnly()) {
        loaded.schema().get().grammar().ifPresent(applied.grammars()::add);
      }
      loaded.schema().get().rules().ifPresent(applied.rules()::add);
    }
  }

  private static Unresolved unresolved(String code, XmlModel model) {
    return new Unresolved(code, model.href(), model.location());
  }

  private Loaded load(String uri, XmlModel model) {
    // The letter schema is there already.
    if (uri.equals(loader.own(LETTER)) && !named.isEmpty()) {
      return new Loaded(Optional.of(named.get(0)), List.of());
    }
    try {
      return new Loaded(Optional.of(loader.load(uri, model.phase(), model.compact())), List.of());
    } catch (SchemaFault e) {
      return new Loaded(Optional.empty(), e.findings());
    }
  }

  /** A warning for each schema that can't be had, at the first place that names it. */
  static List<Finding> warnings(Collection<Unresolved> unresolved) {
    Map<String, List<Unresolved>> byAddress = new TreeMap<>();
    for (Unresolved one : unresolved) {
      byAddress.computeIfAbsent(one.code() + " " + one.href(), k -> new ArrayList<>()).add(one);
    }
    List<Finding> warnings = new ArrayList<>();
    for (List<Unresolved> same : byAddress.values()) {
      Unresolved first =
          same.stream().min(Comparator.comparing(Unresolved::location)).orElseThrow();
      long files = same.stream().map(one -> one.location().file()).distinct().count();
      warnings.add(
          Finding.of(
              first.code(),
              Severity.WARNING,
              first.location(),
              Map.of("schema", first.href(), "files", Long.toString(files)),
              List.of()));
    }
    return warnings;
  }
}
