package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.validate.Check;

/**
 * The XML files of an edition's folder, in a fixed order. Links that lead out of the folder are not
 * followed; hidden files and folders are passed over.
 *
 * <p>A single file is read together with the registers and the header of its edition: the nearest
 * folder above it that holds {@code edition.xml}.
 *
 * @param root the edition's folder, from which the paths of the inputs start
 * @param only the path of the one file that is meant, where one was named
 * @param inputs what is to be read
 * @param findings what could not be read
 */
record Sources(Path root, Optional<String> only, List<Check.Input> inputs, List<Finding> findings) {

  private static final String HEADER = "edition.xml";

  /** Editions are not nested deeper than this. */
  private static final int LEVELS = 4;

  private static final Pattern REGISTER =
      Pattern.compile("<(?:\\w+:)?list(?:Person|Place|Org|Event|Bibl)\\b");

  /**
   * Reads the files.
   *
   * @param source a folder of letters and registers, or one file
   * @param without a folder that is no part of the sources, such as the output's
   * @throws NoSources where there is nothing to read
   * @throws IOException where the folder can't be listed
   */
  static Sources read(Path source, Path without) throws IOException {
    if (!Files.exists(source)) {
      throw new NoSources("There is no file or folder " + source + ".");
    }
    if (same(source, without)) {
      throw new NoSources(
          "The output can't be the folder of letters itself: name another with --output.");
    }
    Path root = root(source);
    boolean whole = Files.isDirectory(source);
    boolean alone = !whole && !Files.exists(root.resolve(HEADER));
    List<Path> files = alone ? List.of(source) : list(root, without);
    if (files.isEmpty()) {
      throw new NoSources("The folder " + source + " holds no XML file.");
    }
    Optional<String> only = whole ? Optional.empty() : Optional.of(path(root, source));
    List<Check.Input> inputs = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Path real = root.toRealPath();
    for (Path file : files) {
      String path = path(root, file);
      boolean meant = whole || only.get().equals(path);
      if (!Files.exists(file)) {
        findings.add(
            Finding.of("link-broken", Severity.ERROR, Location.of(path), Map.of(), List.of()));
      } else if (!file.toRealPath().startsWith(real)) {
        findings.add(
            Finding.of("outside-folder", Severity.ERROR, Location.of(path), Map.of(), List.of()));
      } else {
        if (meant || path.equals(HEADER) || isRegister(file)) {
          inputs.add(new Check.Input(path, () -> Files.readAllBytes(file)));
        }
      }
    }
    return new Sources(root, only, inputs, findings);
  }

  /** Whether a file is one that the run is about, and not only read for its registers. */
  boolean isMeant(String path) {
    return only.map(path::equals).orElse(true);
  }

  private static boolean isRegister(Path file) throws IOException {
    return REGISTER.matcher(new String(Files.readAllBytes(file), ISO_8859_1)).find();
  }

  private static boolean same(Path source, Path output) {
    return source.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize());
  }

  private static String path(Path root, Path file) {
    return root.toAbsolutePath()
        .normalize()
        .relativize(file.toAbsolutePath().normalize())
        .toString()
        .replace('\\', '/');
  }

  /** The edition's folder. */
  static Path root(Path source) {
    if (Files.isDirectory(source)) {
      return source;
    }
    Path parent = source.toAbsolutePath().normalize().getParent();
    Path above = parent;
    for (int level = 0; level < LEVELS && above != null; level++) {
      if (Files.exists(above.resolve(HEADER))) {
        return shown(above);
      }
      above = above.getParent();
    }
    return shown(parent);
  }

  /** As the user would write it from here, for messages. */
  private static Path shown(Path folder) {
    Path here = Path.of("").toAbsolutePath();
    return folder.startsWith(here) ? here.relativize(folder) : folder;
  }

  private static List<Path> list(Path folder, Path without) throws IOException {
    List<Path> files = new ArrayList<>();
    Path apart = without.toAbsolutePath().normalize();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(FileVisitOption.class),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean hidden = !dir.equals(folder) && dir.getFileName().toString().startsWith(".");
            // An edition that an earlier run has put here holds copies of the letters.
            boolean published = Files.exists(dir.resolve(OutputFolder.MANIFEST));
            return hidden || published || dir.toAbsolutePath().normalize().equals(apart)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.endsWith(".xml") && !name.startsWith(".")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(files);
    return files;
  }
}
