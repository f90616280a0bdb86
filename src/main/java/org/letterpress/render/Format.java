package org.letterpress.render;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The editions that can be made. */
public enum Format {
  /** A static web site. */
  HTML("html"),
  /** A print-ready PDF of each letter. */
  PDF("pdf"),
  /** All letters as one book in PDF. */
  BOOK("pdf"),
  /** The book, or the only letter, as a printing house wants it. */
  PRESS("press.pdf"),
  /** An e-book of the whole edition, and one of each letter. */
  EPUB("epub"),
  /** Plain text of each letter and of all, wrapped for reading. */
  TEXT("txt"),
  /** Plain text, line for line as the source has it. */
  DIPLOMATIC("diplomatic.txt"),
  /** Markdown of each letter and of all. */
  MARKDOWN("md");

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  /** The name on the command line, in stylesheets and in the summary. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the names of its files end. */
  public String extension() {
    return extension;
  }

  /** The format of a name, if there is one. */
  public static Optional<Format> of(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
