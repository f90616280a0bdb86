package org.letterpress.render.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A family of blocks: sorted lines, cut where a block is full. Each block is a script that calls a
 * function with the block's name and its lines, so that a page may load it from anywhere, the
 * reader's own disk included.
 */
final class Blocks {

  /** From how many characters on a block is full; one line may be longer. */
  private static final int FULL = 24_000;

  private final String family;
  private final Map<String, byte[]> files;
  private final List<String> firstKeys = new ArrayList<>();
  private final StringBuilder block = new StringBuilder();
  private String lastKey = "";

  /**
   * Begins a family.
   *
   * @param family its name
   * @param files where the blocks go, by path
   */
  Blocks(String family, Map<String, byte[]> files) {
    this.family = family;
    this.files = files;
  }

  /**
   * Adds a line.
   *
   * @param key what is looked up; lines of one key stay together, keys come in order
   */
  void add(String key, String line) {
    if (firstKeys.isEmpty()
        || (!key.equals(lastKey) && block.length() + line.length() + 1 > FULL)) {
      close();
      firstKeys.add(key);
    }
    lastKey = key;
    block.append('\n').append(line);
  }

  /** Ends the family; the first key of each of its blocks. */
  List<String> finish() {
    close();
    return firstKeys;
  }

  private void close() {
    if (!block.isEmpty()) {
      block.append('\n');
      write(files, family + "-" + (firstKeys.size() - 1), Script.string(block));
      block.setLength(0);
    }
  }

  /** Writes one block. */
  static void write(Map<String, byte[]> files, String name, String data) {
    files.put(
        "assets/search/" + name + ".js",
        ("letterpressSearch(" + Script.string(name) + "," + data + ");\n").getBytes(UTF_8));
  }
}
