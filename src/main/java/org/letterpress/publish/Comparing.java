package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.letterpress.audit.Comparison;
import org.letterpress.audit.Comparison.Text;
import org.letterpress.finding.Finding;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/** Reads a transcription and its encoding, and compares them word by word. */
public final class Comparing {

  private Comparing() {}

  /**
   * Compares. The transcription's conventions are in the file of the same name that ends in {@code
   * .conventions}, if there is one.
   *
   * @param conventions another file of conventions, if one is named
   * @throws NoSources where a file is missing
   * @throws IOException where a file can't be read
   */
  public static Comparison.Report compare(
      Path transcription, Path encoding, Optional<Path> conventions) throws IOException {
    Text text = text(transcription);
    Text rules = conventions.isPresent() ? text(conventions.get()) : beside(transcription);
    Parsed parsed = new Xml().parse(read(encoding), encoding.toString());
    if (parsed instanceof Parsed.Tree tree) {
      return Comparison.compare(text, rules, tree.document(), encoding.toString());
    }
    Finding broken = ((Parsed.Broken) parsed).finding();
    return new Comparison.Report(
        transcription.toString(), encoding.toString(), 0, 0, Map.of(), List.of(broken));
  }

  private static Text beside(Path transcription) throws IOException {
    String name = transcription.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Path file = transcription.resolveSibling(name + ".conventions");
    return Files.exists(file) ? text(file) : new Text(file.toString(), "");
  }

  private static Text text(Path file) throws IOException {
    return new Text(file.toString(), new String(read(file), UTF_8));
  }

  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSources("sources.no-file", file);
    }
    return Files.readAllBytes(file);
  }
}
