package org.letterpress.render.epub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file of an e-book (EPUB Open Container Format 3.3): the same files give the same bytes on
 * every machine. So nothing is compressed, for what a deflater makes of the same text depends on
 * the library that the Java platform was built with.
 */
public final class Container {

  /** Where the package document is. */
  public static final String PACKAGE = "EPUB/package.opf";

  private static final String FOLDER = "EPUB/";

  /** Archives know no time before 1980; none of the files has one of its own. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String CONTAINER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles>
          <rootfile full-path="%s" media-type="application/oebps-package+xml"/>
        </rootfiles>
      </container>
      """
          .formatted(PACKAGE);

  private Container() {}

  /**
   * Packs a book.
   *
   * @param files its files by their paths from the package document, in order; that document too
   */
  public static byte[] pack(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      add(zip, "mimetype", "application/epub+zip".getBytes(US_ASCII));
      add(zip, "META-INF/container.xml", CONTAINER.getBytes(UTF_8));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        add(zip, FOLDER + file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(path);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
