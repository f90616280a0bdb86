package org.letterpress.validate.grammar;

import java.io.IOException;
import java.net.URI;

/**
 * Where the files of a schema may be read from: each edition allows its own folder and no other.
 */
@FunctionalInterface
public interface SchemaFiles {

  /**
   * The bytes of a file.
   *
   * @param uri absolute
   * @throws IOException where there is no such file or it may not be read; the message says which
   */
  byte[] read(String uri) throws IOException;

  /**
   * The absolute URI of a reference from one file of a schema to another.
   *
   * @param base the URI of the file that holds the reference; null for the first of all
   * @throws IOException where the reference is no URI
   */
  default String resolve(String base, String reference) throws IOException {
    return base == null ? reference : URI.create(base).resolve(reference).toString();
  }
}
