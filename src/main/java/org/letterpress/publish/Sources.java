package org.letterpress.publish;

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
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.validate.Check;

/**
 * The XML files of an edition's folder, in a fixed order. Links that lead out of the folder are not
 * followed; hidden files and folders are passed over.
 *
 * @param inputs what was read
 * @param findings what could not be read
 */
record Sources(List<Check.Input> inputs, List<Finding> findings) {

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
    Path folder = root(source);
    List<Path> files = Files.isDirectory(source) ? list(source, without) : List.of(source);
    if (files.isEmpty()) {
      throw new NoSources("The folder " + source + " holds no XML file.");
    }
    List<Check.Input> inputs = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Path real = folder.toRealPath();
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (!file.toRealPath().startsWith(real)) {
        findings.add(
            Finding.error(
                "outside-folder",
                Location.of(path),
                "This is a link to a file outside the edition's folder; it is not read.",
                "Copy the file into the folder."));
        continue;
      }
      inputs.add(new Check.Input(path, Files.readAllBytes(file)));
    }
    return new Sources(inputs, findings);
  }

  /** The edition's folder: the source itself, or the folder of the one file. */
  static Path root(Path source) {
    if (Files.isDirectory(source)) {
      return source;
    }
    Path parent = source.getParent();
    return parent == null ? Path.of("") : parent;
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
            return hidden || dir.toAbsolutePath().normalize().equals(apart)
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
