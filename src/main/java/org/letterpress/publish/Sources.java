package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.validate.Check;
import org.letterpress.xml.RealFile;

/**
 * The XML files of an edition's folder, in a fixed order. Links that lead out of the folder or to
 * folders are not followed, pipes and devices not opened: a finding each. Hidden files and folders
 * are passed over.
 *
 * <p>A single file is read together with the registers and the header of its edition: the nearest
 * folder above it that holds {@code edition.xml}.
 *
 * @param root the edition's folder, from which the paths of the inputs start
 * @param only the path of the one file that is meant, where one was named
 * @param inputs what is to be read
 * @param findings what could not be read
 */
public record Sources(
    Path root, Optional<String> only, List<Check.Input> inputs, List<Finding> findings) {

  private static final String HEADER = "edition.xml";

  /** Editions are not nested deeper than this. */
  private static final int LEVELS = 4;

  private static final Pattern REGISTER =
      Pattern.compile("<(?:\\w+:)?list(?:Person|Place|Org|Event|Bibl)\\b");

  /**
   * Reads the files of an edition that is not written anywhere.
   *
   * @param source a folder of letters and registers, or one file
   * @throws NoSources where there is nothing to read
   * @throws IOException where the folder can't be listed
   */
  public static Sources read(Path source) throws IOException {
    return read(source, source.resolve(OutputFolder.MANIFEST));
  }

  /**
   * Reads the files.
   *
   * @param source a folder of letters and registers, or one file
   * @param without a folder that is no part of the sources, such as the output's
   * @throws NoSources where there is nothing to read
   * @throws IOException where the folder can't be listed
   * @throws InvalidPathException where the machine's locale can't write a file's name
   */
  static Sources read(Path source, Path without) throws IOException {
    if (!Files.exists(source)) {
      throw new NoSources("sources.none", source);
    }
    if (same(source, without)) {
      throw new NoSources("sources.output");
    }
    Path root = root(source);
    boolean whole = Files.isDirectory(source);
    boolean alone = !whole && !Files.exists(root.resolve(HEADER));
    List<Finding> findings = new ArrayList<>();
    List<Path> files = alone ? List.of(source) : list(root, without, findings);
    if (files.isEmpty() && findings.isEmpty()) {
      throw new NoSources("sources.no-xml", source);
    }
    Optional<String> only = whole ? Optional.empty() : Optional.of(path(root, source));
    List<Check.Input> inputs = new ArrayList<>();
    Path real = root.toRealPath();
    for (Path file : files) {
      // Fails for a name that the machine's locale can't write, before anything is judged.
      String path = path(root, Path.of(file.toString()));
      boolean meant = whole || only.get().equals(path);
      Optional<String> unread = unread(file, real);
      if (unread.isPresent()) {
        findings.add(finding(unread.get(), path));
      } else if (meant || path.equals(HEADER) || isRegister(file, real)) {
        inputs.add(new Check.Input(path, () -> content(file, real)));
      }
    }
    findings.addAll(alike(inputs));
    return new Sources(root, only, inputs, findings);
  }

  /** Why a file is not read, if it is not. */
  private static Optional<String> unread(Path file, Path root) throws IOException {
    if (!Files.exists(file)) {
      return Optional.of("link-broken"); // a circle of links as well
    }
    if (!file.toRealPath().startsWith(root)) {
      return Optional.of("outside-folder");
    }
    if (Files.isDirectory(file)) {
      return Optional.of("link-to-folder");
    }
    return Files.isRegularFile(file) ? Optional.empty() : Optional.of("not-a-file");
  }

  /** The bytes; of a file that is too large only so many that this shows. */
  private static byte[] content(Path file, Path root) throws IOException {
    return RealFile.read(file, List.of(root), Check.LARGEST + 1);
  }

  private static Finding finding(String code, String path) {
    return Finding.of(code, Severity.ERROR, Location.of(path), Map.of("file", path), List.of());
  }

  /** Files whose names some systems take for one: by case, or by the normal form of Unicode. */
  private static List<Finding> alike(List<Check.Input> inputs) {
    Map<String, String> names = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Check.Input input : inputs) {
      String name =
          Normalizer.normalize(input.path(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
      String other = names.putIfAbsent(name, input.path());
      if (other != null) {
        findings.add(
            Finding.of(
                "names-alike",
                Severity.WARNING,
                Location.of(input.path()),
                Map.of("other", other),
                List.of()));
      }
    }
    return findings;
  }

  /** What an edition without a header is called: its folder. */
  public String title() {
    Path folder = root.toAbsolutePath().normalize();
    return folder.getFileName() == null ? "Letters" : folder.getFileName().toString();
  }

  /** Whether a file is one that the run is about, and not only read for its registers. */
  public boolean isMeant(String path) {
    return only.map(path::equals).orElse(true);
  }

  /** Whether a folder is the output of an earlier run, which is no part of the sources. */
  public static boolean isPublished(Path folder) {
    return Files.exists(folder.resolve(OutputFolder.MANIFEST));
  }

  private static boolean isRegister(Path file, Path root) {
    try {
      return REGISTER.matcher(new String(content(file, root), ISO_8859_1)).find();
    } catch (IOException e) {
      return true; // the check says that it can't be read
    }
  }

  private static boolean same(Path source, Path output) {
    return source.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize());
  }

  private static String path(Path root, Path file) {
    return root.toAbsolutePath()
        .normalize()
        .relativize(file.toAbsolutePath().normalize())
        .toString()
        .replace(root.getFileSystem().getSeparator(), "/");
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

  private static boolean isXml(Path name) {
    return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static List<Path> list(Path source, Path without, List<Finding> findings)
      throws IOException {
    List<Path> files = new ArrayList<>();
    // A walk does not go through a link, not even the one that it begins with.
    Path folder = source.toRealPath();
    Path apart =
        Files.exists(without) ? without.toRealPath() : without.toAbsolutePath().normalize();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(FileVisitOption.class),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean hidden = !dir.equals(folder) && isHidden(dir);
            // An edition that an earlier run has put here holds copies of the letters.
            boolean published = isPublished(dir);
            if (!dir.equals(folder) && isXml(dir.getFileName()) && !hidden) {
              findings.add(
                  Finding.of(
                      "folder-named-xml",
                      Severity.WARNING,
                      Location.of(path(folder, dir)),
                      Map.of("file", path(folder, dir)),
                      List.of()));
            }
            return hidden || published || dir.equals(apart)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean link = attributes.isSymbolicLink() && Files.isDirectory(file);
            if ((isXml(file.getFileName()) || link) && !isHidden(file)) {
              files.add(source.resolve(folder.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
              throw e;
            }
            findings.add(finding("folder-unreadable", path(folder, file)));
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(files);
    return files;
  }
}
