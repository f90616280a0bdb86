package org.letterpress.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.letterpress.xml.RealFile;
import org.letterpress.xml.SourceText;

/** The characters of the files that findings stand in. */
@FunctionalInterface
public interface SourceTexts {

  /** No file that was judged is as large. */
  int LARGEST = 64_000_000;

  /** A file's text; empty where it can't be read or decoded. */
  Optional<SourceText> of(String file);

  /**
   * Reads the files of a folder. Findings come file by file, so that the last file read is kept and
   * no other. What lies outside the folder, by whatever link, is not read. For one thread.
   */
  static SourceTexts in(Path folder) {
    return new SourceTexts() {
      private String last;
      private Optional<SourceText> text = Optional.empty();

      @Override
      public Optional<SourceText> of(String file) {
        if (!file.equals(last)) {
          last = file;
          text = read(folder, file);
        }
        return text;
      }
    };
  }

  private static Optional<SourceText> read(Path folder, String file) {
    try {
      List<Path> folders = List.of(folder.toRealPath());
      byte[] content = RealFile.read(folder.resolve(file), folders, LARGEST);
      return content.length < LARGEST
          ? Optional.of(SourceText.of(file, content))
          : Optional.empty();
    } catch (IOException | SourceText.Undecodable noText) {
      // Its own finding says so; a report without the excerpt is better than none.
      return Optional.empty();
    }
  }
}
