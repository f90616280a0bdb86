package org.letterpress.validate.grammar;

import java.io.IOException;

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
}
