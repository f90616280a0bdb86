package org.letterpress.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.letterpress.publish.Sources;
import org.letterpress.render.Pictures;
import org.letterpress.validate.Check;

/**
 * How the files of an edition looked when they were last looked at. It looks by itself, and not by
 * the system's notices, which differ from one system to the next and don't cross networks.
 */
final class Watch {

  /**
   * How often, and with how many milliseconds between, a file is looked at that is being written.
   */
  private static final int PATIENCE = 20;

  private static final long PAUSE = 10;

  private record Look(long size, FileTime modified, Object key) {}

  private final Path root;
  private final List<Path> besides;
  private Map<String, Look> last = Map.of();

  /**
   * Has seen nothing yet.
   *
   * @param root the edition's folder
   * @param besides files elsewhere, such as style sheets
   */
  Watch(Path root, List<Path> besides) {
    this.root = root;
    this.besides = besides;
  }

  /**
   * Looks again.
   *
   * @param sources a single file's are looked at and no others
   * @return what has come, gone or changed since the last time: paths from the edition's folder,
   *     with {@code /}; those of the files elsewhere as they were given
   */
  Set<String> changes(Sources sources) throws IOException, InterruptedException {
    Map<String, Look> now = new HashMap<>();
    if (sources.only().isEmpty()) {
      walk(now);
    } else {
      for (Check.Input input : sources.inputs()) {
        look(input.path(), root.resolve(input.path()), now);
      }
    }
    for (Path file : besides) {
      look(file.toString(), file, now);
    }
    Set<String> changed = new TreeSet<>(now.keySet());
    changed.addAll(last.keySet());
    changed.removeIf(path -> Objects.equals(now.get(path), last.get(path)));
    for (String path : changed) {
      settle(path, now);
    }
    last = now;
    return changed;
  }

  /** Waits until whoever writes a file has done so: it may still be empty or half. */
  private void settle(String path, Map<String, Look> looks) throws InterruptedException {
    Path given = Path.of(path);
    Path file = besides.contains(given) ? given : root.resolve(given);
    for (int time = 0; time < PATIENCE && looks.containsKey(path); time++) {
      Look before = looks.get(path);
      Thread.sleep(PAUSE);
      look(path, file, looks);
      if (before.equals(looks.get(path)) && before.size() > 0) {
        return;
      }
    }
  }

  private void walk(Map<String, Look> looks) throws IOException {
    Path folder = root.toRealPath();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean passed = !dir.equals(folder) && (isHidden(dir) || Sources.isPublished(dir));
            return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isHidden(file) && isWatched(file)) {
              String path =
                  folder
                      .relativize(file)
                      .toString()
                      .replace(file.getFileSystem().getSeparator(), "/");
              if (attributes.isSymbolicLink()) {
                look(path, file, looks);
              } else {
                looks.put(path, look(attributes));
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
              throw e;
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Looks at what a link leads to; where there is nothing, there is nothing to see. */
  private static void look(String path, Path file, Map<String, Look> looks) {
    try {
      looks.put(path, look(Files.readAttributes(file, BasicFileAttributes.class)));
    } catch (IOException gone) {
      looks.remove(path);
    }
  }

  private static Look look(BasicFileAttributes attributes) {
    return new Look(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /** Letters and registers, and the schemas and pictures that they may name. */
  private static boolean isWatched(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".xml")
        || name.endsWith(".rng")
        || name.endsWith(".rnc")
        || name.endsWith(".sch")
        || Pictures.isPicture(name);
  }
}
