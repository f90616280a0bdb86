package org.letterpress.validate.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The facts of all files, by what the checks look for. Nothing in it changes once it is made. */
final class Edition {

  /** An entry and its file. */
  record Listed(Facts.Entry entry, String file) {}

  private final List<Facts> files;
  private final boolean whole;
  private final Map<String, Facts> byPath = new HashMap<>();
  private final Map<String, Listed> entries = new HashMap<>();
  private final Map<Kind, Set<String>> entryIds = new HashMap<>();
  private final List<Facts> brokenRegisters = new ArrayList<>();
  private final Map<String, Facts> documents = new TreeMap<>();
  private final Map<String, Facts> stems = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> letterIds = new HashSet<>();

  /**
   * Puts the facts together.
   *
   * @param all one for each file
   * @param whole whether these are all files of the edition, not one letter and its registers
   */
  Edition(List<Facts> all, boolean whole) {
    this.files = all.stream().sorted(Comparator.comparing(Facts::file)).toList();
    this.whole = whole;
    for (Facts file : files) {
      byPath.put(file.file(), file);
      stems.putIfAbsent(stem(file.file()), file);
      ids.addAll(file.ids());
      if (file.broken()) {
        if (!file.registers().isEmpty()) {
          brokenRegisters.add(file);
        }
        continue;
      }
      file.rootId().ifPresent(id -> documents.putIfAbsent(id.text(), file));
      if (file.isLetter()) {
        file.rootId().ifPresent(id -> letterIds.add(withoutDigits(id.text())));
      }
      for (Facts.Letter letter : file.letters()) {
        letter.id().ifPresent(id -> documents.putIfAbsent(id.text(), file));
      }
      for (Facts.Entry entry : file.entries()) {
        entries.putIfAbsent(entry.id().text(), new Listed(entry, file.file()));
        entryIds.computeIfAbsent(entry.kind(), kind -> new HashSet<>()).add(entry.id().text());
      }
    }
  }

  static String stem(String path) {
    int end = path.length() - (path.endsWith(".xml") ? ".xml".length() : 0);
    return path.substring(path.lastIndexOf('/') + 1, end);
  }

  /** All files, by path. */
  List<Facts> files() {
    return files;
  }

  boolean isWhole() {
    return whole;
  }

  /** The files that hold letters. */
  List<Facts> letterFiles() {
    return files.stream().filter(Facts::isLetter).toList();
  }

  Optional<Facts> file(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The first entry of an id. */
  Optional<Listed> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** The ids of entries of some kinds; of all, where none is named. */
  Set<String> entryIds(Set<Kind> kinds) {
    Set<String> found = new HashSet<>();
    for (Kind kind : kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds) {
      found.addAll(entryIds.getOrDefault(kind, Set.of()));
    }
    return found;
  }

  /** Whether an entry of some kind has an id; of any kind, where none is named. */
  boolean isEntry(String id, Set<Kind> kinds) {
    return entryIds.entrySet().stream()
        .anyMatch(
            ids ->
                (kinds.isEmpty() || kinds.contains(ids.getKey())) && ids.getValue().contains(id));
  }

  /** Whether there is a register, with entries, in which one of these kinds would stand. */
  boolean hasRegister(Set<Kind> kinds) {
    return kinds.isEmpty()
        ? !entryIds.isEmpty()
        : kinds.stream().anyMatch(kind -> entryIds.containsKey(kind));
  }

  /** The files that can't be read and may hold a register in which one of these would stand. */
  List<Facts> brokenRegisters(Set<Kind> kinds) {
    return brokenRegisters.stream()
        .filter(
            file ->
                kinds.isEmpty() || kinds.stream().anyMatch(kind -> file.registers().contains(kind)))
        .toList();
  }

  /** The file whose root, or whose letter, has an id. */
  Optional<Facts> document(String id) {
    return Optional.ofNullable(documents.get(id));
  }

  /** The file of a name without its {@code .xml}. */
  Optional<Facts> named(String stem) {
    return Optional.ofNullable(stems.get(stem));
  }

  /** Whether any file has an id. */
  boolean has(String id) {
    return ids.contains(id);
  }

  /** Every id of every file. */
  Set<String> ids() {
    return Collections.unmodifiableSet(ids);
  }

  /** The path that a reference of a file leads to; empty where it leaves the edition's folder. */
  static Optional<String> resolve(String from, String reference) {
    List<String> path = new ArrayList<>(List.of(from.split("/", -1)));
    path.remove(path.size() - 1);
    for (String step : reference.split("/", -1)) {
      if (step.equals("..")) {
        if (path.isEmpty()) {
          return Optional.empty();
        }
        path.remove(path.size() - 1);
      } else if (!step.equals(".")) {
        path.add(step);
      }
    }
    return Optional.of(String.join("/", path));
  }

  private static String withoutDigits(String id) {
    return id.replaceAll("\\d", "");
  }

  /** Whether an id may be that of a letter which was not read. */
  boolean mayBeLetter(String id) {
    return letterIds.contains(withoutDigits(id));
  }
}
