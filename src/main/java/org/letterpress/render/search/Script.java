package org.letterpress.render.search;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Data as a script writes them. */
final class Script {

  private Script() {}

  /** A string in quotation marks. */
  static String string(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** A list of whatever {@code item} writes. */
  static <T> String list(List<T> items, Function<T, String> item) {
    return items.stream().map(item).collect(Collectors.joining(",", "[", "]"));
  }
}
