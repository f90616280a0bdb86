package org.letterpress.render;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.letterpress.model.Letter;

/** Makes one edition of one corpus. Safe for use by several threads. */
public interface Renderer {

  /** Which edition it makes. */
  Format format();

  /**
   * What it works by beside letter and corpus: all of its options, in words. A letter's products
   * are a pure function of this, the letter, its slice of the corpus ({@code model.Slices}), the
   * encodings of the register entries in that and of those that they lead to, and the pictures;
   * what else decides volumes and listings is told there; all else is a pure function of this and
   * the whole corpus.
   */
  String manner();

  /**
   * Whether its letters show more of register entries than the corpus document's outline has. If
   * not, their slices are the outline's.
   */
  default boolean showsEntries() {
    return false;
  }

  /** The edition of one letter. */
  Product letter(Letter letter);

  /**
   * Tells of a letter that has been made, before volumes and other files are made.
   *
   * @param key a digest of all that it was made of
   */
  default void made(Letter letter, String key) {}

  /**
   * Takes up a letter that need not be made again, before volumes and other files are made.
   *
   * @param key a digest of all that it was made of
   * @param content the product of {@link #letter} that an earlier run has made
   */
  default void again(Letter letter, String key, Supplier<byte[]> content) {}

  /** The files that stand beside a letter's edition and hold its words in other forms. */
  default List<Product> beside(Letter letter) {
    return List.of();
  }

  /** The files that hold letters once more, of those that were made. */
  default Stream<Volume> volumes() {
    return Stream.empty();
  }

  /**
   * The files that are made of what the letters' editions hold, each made as it is asked for: the
   * index of the search, pictures.
   */
  default Stream<Product> gathered() {
    return Stream.empty();
  }

  /** The files that are made of the corpus document: lists, registers, style sheets, fonts. */
  default Stream<Listing> listings() {
    return Stream.empty();
  }
}
