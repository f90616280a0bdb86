package org.letterpress.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** The names of TEI's elements, by which faulty tags are told from those that are right. */
public final class TeiNames {

  private static final Set<String> ELEMENTS =
      Set.of(
          new String(Xml.resource("classpath:/org/letterpress/xml/tei-elements.txt"), UTF_8)
              .strip()
              .split("\\s+"));

  private TeiNames() {}

  /** All of them. */
  public static Set<String> all() {
    return ELEMENTS;
  }

  /** Whether TEI has an element of this name. */
  public static boolean has(String name) {
    return ELEMENTS.contains(name);
  }

  /** The longest name of an element that a word begins with; empty where it is one itself. */
  static Optional<String> beginning(String word) {
    return has(word)
        ? Optional.empty()
        : ELEMENTS.stream()
            .filter(word::startsWith)
            .filter(name -> Chars.isNameStart(word.charAt(name.length())))
            .max(Comparator.comparingInt(String::length));
  }
}
