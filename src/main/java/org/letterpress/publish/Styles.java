package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.StyleFault;
import org.letterpress.xml.Xml;

/** The user's own layer over the program's looks: XSLT for any format, CSS for the web site. */
public final class Styles {

  private Styles() {}

  /**
   * Puts each stylesheet over the entry that it imports.
   *
   * @param files as the plan names them: .xsl or .css
   * @return the CSS, in the order of the files; none where there is none
   * @throws StyleFault where a file can't be used
   */
  public static Optional<byte[]> apply(Xml xml, List<Path> files) throws IOException, StyleFault {
    for (Path file : files) {
      String name = file.toString().replace('\\', '/');
      if (isCss(file)) {
        continue;
      }
      if (name.toLowerCase(Locale.ROOT).matches(".*\\.xslt?")) {
        xml.layer(Files.readAllBytes(file), name);
      } else {
        throw new StyleFault(
            Finding.of(
                "style-unknown",
                Severity.ERROR,
                Location.of(name),
                Map.of("file", name),
                List.of()));
      }
    }
    return css(files);
  }

  /**
   * The CSS among the files alone, in their order; none where there is none.
   *
   * @throws IOException where one can't be read
   */
  public static Optional<byte[]> css(List<Path> files) throws IOException {
    StringBuilder css = new StringBuilder();
    for (Path file : files) {
      if (isCss(file)) {
        css.append(Files.readString(file)).append('\n');
      }
    }
    return css.isEmpty() ? Optional.empty() : Optional.of(css.toString().getBytes(UTF_8));
  }

  /** Whether a file is CSS, by its name. */
  public static boolean isCss(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".css");
  }
}
