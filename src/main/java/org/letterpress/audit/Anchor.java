package org.letterpress.audit;

/**
 * A point in a passage: before a token, or within one. What has a scope, such as sic, stands at its
 * beginning and reaches to its end.
 *
 * @param kind what stands at the point
 * @param key which one of its kind: the page's label, the note's key
 * @param token the index of the token that follows, or that it stands in
 * @param offset how many characters of the token's key stand before it; 0 before the token
 * @param to the index of the token that follows its scope; {@code token} where it has none
 */
record Anchor(Kind kind, String key, int token, int offset, int to) {

  /** What stands at a point. */
  enum Kind {
    PAGE("<pb n=\"KEY\">"),
    NOTE("KEY"),
    ITEM("<item>"),
    SIC("<sic>"),
    BREAK("<lb break=\"no\">"),
    DELETION("<del>");

    private final String name;

    Kind(String name) {
      this.name = name;
    }
  }

  /** What it is called in findings, whatever their language: its tag or key. */
  String name() {
    return kind.name.replace("KEY", key);
  }
}
