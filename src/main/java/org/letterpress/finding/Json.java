package org.letterpress.finding;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes maps, collections, numbers, truth values and strings as JSON (RFC 8259), indented by two
 * spaces, in the order that they come in.
 */
public final class Json {

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /**
   * The JSON text of a value, without a line end. Half a surrogate pair is written as an escape.
   */
  public static String write(Object value) {
    Json json = new Json();
    json.value(value, "\n");
    return json.out.toString();
  }

  /** A finding as an object. */
  public static Map<String, Object> finding(Finding finding) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("code", finding.code());
    object.put("file", finding.location().file());
    object.put("line", finding.location().line());
    object.put("message", finding.message());
    return object;
  }

  private void value(Object value, String line) {
    String inner = line + "  ";
    if ((value instanceof Map<?, ?> m && m.isEmpty())
        || (value instanceof Collection<?> c && c.isEmpty())) {
      out.append(value instanceof Map ? "{}" : "[]");
    } else if (value instanceof Map<?, ?> map) {
      Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
      out.append('{');
      while (entries.hasNext()) {
        Map.Entry<?, ?> entry = entries.next();
        out.append(inner);
        string(entry.getKey().toString());
        out.append(": ");
        value(entry.getValue(), inner);
        out.append(entries.hasNext() ? "," : line);
      }
      out.append('}');
    } else if (value instanceof Collection<?> items) {
      Iterator<?> rest = items.iterator();
      out.append('[');
      while (rest.hasNext()) {
        out.append(inner);
        value(rest.next(), inner);
        out.append(rest.hasNext() ? "," : line);
      }
      out.append(']');
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      string(value.toString());
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ' || isHalf(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isHalf(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : Character.isLowSurrogate(c)
            && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
