package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.letterpress.xml.Xml;

/**
 * The files that the pages of the web site ask for: style sheets, scripts, fonts. What only those
 * need who work on them, comments and indentation, is left out.
 */
final class WebAssets {

  private static final String WEB = "classpath:/org/letterpress/web/";

  /**
   * A string, a comment, space round a sign, space after a colon, space, a nought before a point.
   */
  private static final Pattern CSS =
      Pattern.compile(
          "(\"[^\"]*\")|(?s:/\\*.*?\\*/\\s*)|\\s*([{};,>])\\s*|:\\s+|\\s+"
              + "|(?<![\\w.])0(?=\\.\\d)");

  /** A comment that has its lines to itself; or the indentation of a line. */
  private static final Pattern SCRIPT =
      Pattern.compile("(?m)^\\s*(?:/\\*(?s:(?!\\*/).)*\\*/\\s*?\\n|//.*\\n)|^\\s+");

  private WebAssets() {}

  /** All of them, as {@code assets.txt} lists them. */
  static Stream<Product> all() {
    return new String(read("assets.txt"), UTF_8).lines().map(WebAssets::made);
  }

  /** A file as it lies in the program. */
  static byte[] read(String name) {
    return Xml.resource(WEB + name);
  }

  /** A line of the list: a file that is copied, or its name and the parts it is put together of. */
  private static Product made(String line) {
    List<String> names = List.of(line.split(" "));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    names.subList(names.size() > 1 ? 1 : 0, names.size()).stream()
        .map(part -> tight(part, read(part)))
        .forEach(content::writeBytes);
    return new Product("assets/" + names.get(0), content.toByteArray(), List.of());
  }

  private static byte[] tight(String name, byte[] content) {
    String text = new String(content, UTF_8);
    if (name.endsWith(".css")) {
      return css(text).getBytes(UTF_8);
    }
    return name.endsWith(".js") ? SCRIPT.matcher(text).replaceAll("").getBytes(UTF_8) : content;
  }

  /** A style sheet that says the same in fewer characters. */
  static String css(String text) {
    String tight = CSS.matcher(text).replaceAll(WebAssets::kept).replace(";}", "}");
    return tight.strip() + "\n";
  }

  private static String kept(MatchResult found) {
    String text = found.group();
    if (found.group(1) != null) {
      return Matcher.quoteReplacement(text);
    }
    if (found.group(2) != null) {
      return found.group(2);
    }
    return text.startsWith(":") ? ":" : text.isBlank() ? " " : "";
  }
}
