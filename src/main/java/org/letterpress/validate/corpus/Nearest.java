package org.letterpress.validate.corpus;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What references that lead to nothing may mean. What is looked through is put in order once. */
final class Nearest {

  private final Edition edition;
  private final Map<Set<Kind>, Suggestions> entries = new HashMap<>();
  private final Map<String, Suggestions> inFiles = new HashMap<>();
  private final Map<String, String> paths;
  private final Suggestions stems;

  Nearest(Edition edition) {
    this.edition = edition;
    this.paths =
        edition.files().stream()
            .map(Facts::file)
            .collect(Collectors.toMap(Edition::stem, file -> file, (one, other) -> one));
    this.stems = new Suggestions(paths.keySet());
  }

  /** The entry of a register whose id is near to another; of any, where no kind is named. */
  Optional<String> entry(String id, Set<Kind> kinds) {
    return entries
        .computeIfAbsent(kinds, some -> new Suggestions(edition.entryIds(some)))
        .nearest(id);
  }

  /** The id in a file that is near to another. */
  Optional<String> id(String id, Facts file) {
    return inFiles.computeIfAbsent(file.file(), path -> new Suggestions(file.ids())).nearest(id);
  }

  /** The path of the file that has the same name elsewhere, or one near to it. */
  Optional<String> file(String from, String path) {
    String stem = Edition.stem(path);
    Optional<String> near = paths.containsKey(stem) ? Optional.of(stem) : stems.nearest(stem);
    return near.map(paths::get).map(found -> relative(from, found));
  }

  private static String relative(String from, String to) {
    String base = from;
    String up = "";
    while (base.contains("/")) {
      base = base.substring(0, base.lastIndexOf('/'));
      if (to.startsWith(base + "/")) {
        return up + to.substring(base.length() + 1);
      }
      up += "../";
    }
    return up + to;
  }
}
