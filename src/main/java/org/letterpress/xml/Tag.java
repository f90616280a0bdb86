package org.letterpress.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a tag in the text of a well-formed file, by their offsets.
 *
 * @param start its {@code <}
 * @param end after its {@code >}
 * @param name its name, with the prefix
 * @param attributes in their order
 */
public record Tag(int start, int end, String name, List<Attribute> attributes) {

  /**
   * An attribute as it is written, declarations of namespaces included.
   *
   * @param name with its prefix
   * @param start where the name begins
   * @param valueStart where the value begins, after the quotation mark
   * @param valueEnd where it ends, before the quotation mark
   */
  public record Attribute(String name, int start, int valueStart, int valueEnd) {

    /** After the closing quotation mark. */
    public int end() {
      return valueEnd + 1;
    }
  }

  /** Keeps its own copy. */
  public Tag {
    attributes = List.copyOf(attributes);
  }

  /** Reads the tag whose {@code <} stands at an offset. */
  public static Tag at(SourceText text, int start) {
    String all = text.characters();
    int end = end(all, start);
    int at = nameEnd(all, start);
    String name = all.substring(all.charAt(start + 1) == '/' ? start + 2 : start + 1, at);
    List<Attribute> attributes = new ArrayList<>();
    while (true) {
      at = skipSpace(all, at);
      char c = all.charAt(at);
      if (c == '>' || c == '/') {
        return new Tag(start, end, name, attributes);
      }
      int equals = all.indexOf('=', at);
      int quote = skipSpace(all, equals + 1);
      int close = all.indexOf(all.charAt(quote), quote + 1);
      attributes.add(new Attribute(all.substring(at, equals).strip(), at, quote + 1, close));
      at = close + 1;
    }
  }

  /** One attribute of the tag at an offset. */
  static Optional<Attribute> attribute(String all, int start, String wanted) {
    int at = nameEnd(all, start);
    while (true) {
      at = skipSpace(all, at);
      char c = all.charAt(at);
      if (c == '>' || c == '/') {
        return Optional.empty();
      }
      int equals = all.indexOf('=', at);
      int quote = skipSpace(all, equals + 1);
      int close = all.indexOf(all.charAt(quote), quote + 1);
      int after = at + wanted.length();
      if (all.startsWith(wanted, at) && skipSpace(all, after) == equals) {
        return Optional.of(new Attribute(wanted, at, quote + 1, close));
      }
      at = close + 1;
    }
  }

  /**
   * How deep an offset lies in the element whose start tag stands at another: 0 in that tag, 1 in
   * the tag of a child or in the element's own words, and so on; -1 after the element's end. The
   * file must be well-formed.
   */
  public static int depth(SourceText text, int start, int offset) {
    String all = text.characters();
    int at = start;
    int depth = 0;
    while (at >= 0) {
      int end;
      int open = depth;
      if (all.startsWith("<!--", at)) {
        end = all.indexOf("-->", at + 4);
      } else if (all.startsWith("<![CDATA[", at)) {
        end = all.indexOf("]]>", at + 9);
      } else if (all.startsWith("<?", at)) {
        end = all.indexOf("?>", at + 2);
      } else {
        end = end(all, at);
        boolean empty = all.charAt(end - 2) == '/';
        depth += all.charAt(at + 1) == '/' ? -1 : empty ? 0 : 1;
      }
      if (offset < end) {
        return open;
      }
      at = depth == 0 ? -1 : all.indexOf('<', end);
      if (at > offset) {
        return depth;
      }
    }
    return -1;
  }

  /** The attribute of a name as it is written, prefix included. */
  public Optional<Attribute> attribute(String name) {
    return attributes.stream().filter(attribute -> attribute.name().equals(name)).findFirst();
  }

  /** Where the name of the tag at an offset ends. */
  static int nameEnd(String all, int start) {
    int at = start + 1;
    while (at < all.length() && !isSpace(all.charAt(at)) && all.charAt(at) != '>') {
      if (all.charAt(at) == '/' && at > start + 1) {
        break;
      }
      at++;
    }
    return at;
  }

  /** After the {@code >} of the tag at an offset; attributes may hold that character. */
  static int end(String all, int start) {
    char quote = 0;
    for (int at = start + 1; at < all.length(); at++) {
      char c = all.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at + 1;
      }
    }
    return all.length();
  }

  private static int skipSpace(String all, int from) {
    int at = from;
    while (isSpace(all.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }
}
