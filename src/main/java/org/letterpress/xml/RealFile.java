package org.letterpress.xml;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;

/** Reads files that really lie in certain folders, though somebody move links meanwhile. */
public final class RealFile {

  private RealFile() {}

  /**
   * The bytes of a file. What is opened is its real path, and no link; once it is open it must
   * still be the file that was looked at.
   *
   * @param folders real paths; the file must lie in one of them or below
   * @param most more bytes are not read
   * @throws NoSuchFileException where it is no file
   * @throws IOException where it lies elsewhere or can't be read
   */
  public static byte[] read(Path file, List<Path> folders, int most) throws IOException {
    Path real = file.toRealPath();
    if (folders.stream().noneMatch(real::startsWith)) {
      throw new IOException(file + " lies outside the folder and is not read");
    }
    BasicFileAttributes looked = attributes(real);
    if (!looked.isRegularFile()) {
      throw new NoSuchFileException(file.toString(), null, "is no file");
    }
    try (InputStream in =
        Files.newInputStream(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      boolean same = Objects.equals(looked.fileKey(), attributes(real).fileKey());
      if (!same || !real.toRealPath().equals(real)) {
        throw new IOException(file + " was replaced while it was read");
      }
      return in.readNBytes(most);
    }
  }

  /**
   * Where a file lies that another file names, if it is there: its address is a URI (TEI,
   * teidata.pointer), but many write a file's name.
   *
   * @param root the edition's folder
   * @param source the file that names it, to which its address is relative
   * @throws IllegalArgumentException where the address names no file
   */
  public static Path named(Path root, String source, String address) {
    String written = address.strip();
    Path folder = root.resolve(source).toAbsolutePath().getParent();
    Path asWritten = folder.resolve(written).normalize();
    return Files.exists(asWritten) || written.indexOf('%') < 0
        ? asWritten
        : folder.resolve(URI.create(written.replace(" ", "%20")).getPath()).normalize();
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
