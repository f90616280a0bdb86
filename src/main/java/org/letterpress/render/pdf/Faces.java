package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.Xml;

/**
 * The fonts of the print.
 *
 * @param text of the user's own, those in which the text is set; none for the program's
 * @param more of the user's own, those for characters that the others lack
 */
public record Faces(List<Face> text, List<Face> more) {

  /** The program's own alone. */
  public static final Faces OWN = new Faces(List.of(), List.of());

  private static final List<Boolean> REGULAR = List.of(false, false);

  /** Italic or not, bold or not. */
  private static final List<List<Boolean>> STYLES =
      List.of(REGULAR, List.of(true, false), List.of(false, true), List.of(true, true));

  /** The program's own family. */
  static final String FAMILY = "Libertinus Serif";

  private static final String CONFIGURATION = "classpath:/org/letterpress/print/fop.xml";

  /** The families in the order in which a character is looked for, as XSL-FO lists them. */
  public String families() {
    return Stream.of(
            text.stream().map(Face::family), Stream.of(FAMILY), more.stream().map(Face::family))
        .flatMap(families -> families)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** All that they are, in words. */
  public String manner() {
    return text + " " + more;
  }

  /** Their files. */
  Set<Path> files() {
    return all().map(Face::file).collect(Collectors.toSet());
  }

  /** FOP and PDFBox say what matters by events and exceptions; their logs would go to stderr. */
  static void quiet() {
    LogFactory.getFactory()
        .setAttribute("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
  }

  /** Which styles the families of the text lack: others of the family stand for them. */
  public List<Finding> lacking() {
    return text.stream()
        .map(Face::family)
        .distinct()
        .flatMap(family -> lacking(text.stream().filter(face -> face.isOf(family)).toList()))
        .toList();
  }

  private static Stream<Finding> lacking(List<Face> family) {
    List<String> names =
        STYLES.stream()
            .filter(style -> family.stream().noneMatch(face -> face.isStyle(style)))
            .map(Faces::name)
            .toList();
    return names.stream()
        .limit(1)
        .map(
            any ->
                Finding.of(
                    "pdf-style",
                    Severity.WARNING,
                    Location.of(family.get(0).file().toString()),
                    Map.of("family", family.get(0).family(), "styles", String.join(", ", names)),
                    List.of()));
  }

  /** As fonts call their styles, in any language. */
  private static String name(List<Boolean> style) {
    return style.equals(REGULAR)
        ? "Regular"
        : ((style.get(1) ? "Bold " : "") + (style.get(0) ? "Italic" : "")).strip();
  }

  /** FOP's configuration. */
  InputStream configuration() throws IOException {
    String own = new String(Xml.resource(CONFIGURATION), UTF_8);
    String users =
        Stream.of(text, more)
            .flatMap(faces -> faces.stream().map(face -> entry(face, triplets(face, faces))))
            .collect(Collectors.joining());
    return new ByteArrayInputStream(own.replace("</fonts>", users + "</fonts>").getBytes(UTF_8));
  }

  /** All of the user's own. */
  Stream<Face> all() {
    return Stream.concat(text.stream(), more.stream());
  }

  /** A font for the styles that it is said to have. */
  private static String entry(Face face, Stream<String> triplets) {
    return """
        <font kerning="yes" embed-url="%s">%s</font>
        """
        .formatted(
            attribute(face.file().toUri().toString()), triplets.collect(Collectors.joining()));
  }

  private static String triplet(Face face, boolean isItalic, boolean isBold) {
    return """
        <font-triplet name="%s" style="%s" weight="%s"/>"""
        .formatted(
            attribute(face.family()), isItalic ? "italic" : "normal", isBold ? "bold" : "normal");
  }

  /** Of a family, a face stands for those that are not there: italic for bold italic, and so on. */
  private static Stream<String> triplets(Face face, List<Face> faces) {
    List<Face> family = faces.stream().filter(one -> one.isOf(face.family())).toList();
    return STYLES.stream()
        .filter(style -> face.equals(nearest(family, style)))
        .map(style -> triplet(face, style.get(0), style.get(1)));
  }

  private static Face nearest(List<Face> family, List<Boolean> style) {
    return family.stream().min(Comparator.comparingInt(face -> face.distance(style))).orElseThrow();
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
