package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;

/**
 * All that FOP may read: the program's own fonts, those that the user names, and pictures that
 * truly lie in the edition's folder. It may write nothing.
 */
final class AllowedResources implements ResourceResolver {

  /** Where the program's fonts are. */
  private static final String FONTS = "/org/letterpress/print/fonts/";

  /** Formats without code or references of their own; SVG has both. */
  private static final Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp");

  /** How the files of these formats begin. */
  private static final List<String> BEGINNINGS =
      List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "II*\0", "MM\0*", "BM");

  /** The last chunk of a PNG, and how one begins. */
  private static final int IEND = 0x49454e44;

  private static final int PNG = 0x89504e47;

  private final Path root;
  private final Set<Path> fonts;

  /**
   * Opens a folder.
   *
   * @param root the edition's folder; symbolic links in it may not lead out of it
   * @param fonts files of fonts, wherever they are
   */
  AllowedResources(Path root, Set<Path> fonts) {
    this.root = root;
    this.fonts = fonts;
  }

  @Override
  public Resource getResource(URI uri) throws IOException {
    if ("classpath".equals(uri.getScheme()) && uri.normalize().getPath().startsWith(FONTS)) {
      InputStream font = AllowedResources.class.getResourceAsStream(uri.normalize().getPath());
      if (font == null) {
        throw new FileNotFoundException("The program has no font " + uri);
      }
      return new Resource(font);
    }
    if ("file".equals(uri.getScheme())) {
      return new Resource(Files.newInputStream(file(uri)));
    }
    throw new FileNotFoundException("only pictures in the edition's folder are read");
  }

  private Path file(URI uri) throws IOException {
    Path path;
    try {
      path = Path.of(uri);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new IOException("not the name of a file", e);
    }
    if (fonts.contains(path)) {
      return path;
    }
    String name = path.toString();
    if (!PICTURES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
      throw new IOException("only PNG, JPEG, GIF, TIFF and BMP are printed");
    }
    if (!Files.isRegularFile(path)) {
      throw new FileNotFoundException("no such file");
    }
    if (!path.toRealPath().startsWith(root.toRealPath())) {
      throw new FileNotFoundException("only pictures in the edition's folder are read");
    }
    if (!isPicture(path)) {
      throw new IOException("only PNG, JPEG, GIF, TIFF and BMP are printed");
    }
    if (!isWhole(path)) {
      throw new IOException(Picture.DAMAGED);
    }
    return path;
  }

  /**
   * Whether a file, if it is PNG, has all its chunks; FOP's reader complains on the console where
   * they lack.
   */
  private static boolean isWhole(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      ByteBuffer head = ByteBuffer.allocate(8);
      long at = 8;
      if (file.read(head, 0) < head.capacity() || head.getInt(0) != PNG) {
        return true;
      }
      while (file.read(head.clear(), at) == head.capacity()) {
        if (head.getInt(4) == IEND) {
          return true;
        }
        at += 12 + Integer.toUnsignedLong(head.getInt(0));
      }
      return false;
    }
  }

  /** A name says nothing of what is in the file, and FOP goes by what is in it. */
  private static boolean isPicture(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      String begin = new String(in.readNBytes(4), ISO_8859_1);
      return BEGINNINGS.stream().anyMatch(begin::startsWith);
    }
  }

  @Override
  public OutputStream getOutputStream(URI uri) throws IOException {
    throw new IOException("Nothing is written beside the product: " + uri);
  }
}
