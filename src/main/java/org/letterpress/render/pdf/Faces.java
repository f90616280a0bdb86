package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Italic or not, bold or not. */
  private static final List<List<Boolean>> STYLES =
      List.of(
          List.of(false, false), List.of(true, false), List.of(false, true), List.of(true, true));

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

  /** FOP's configuration. */
  InputStream configuration() throws IOException {
    String own = new String(Xml.resource(CONFIGURATION), UTF_8);
    String users =
        Stream.concat(
                text.stream()
                    .map(
                        face ->
                            entry(face, Stream.of(triplet(face, face.isItalic(), face.isBold())))),
                more.stream().map(face -> entry(face, triplets(face))))
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

  /** Of a family that helps out, a face stands for those that are not there. */
  private Stream<String> triplets(Face face) {
    List<Face> family = more.stream().filter(one -> one.family().equals(face.family())).toList();
    return STYLES.stream()
        .filter(
            style ->
                face.isStyle(style)
                    || (face.equals(family.get(0))
                        && family.stream().noneMatch(one -> one.isStyle(style))))
        .map(style -> triplet(face, style.get(0), style.get(1)));
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
