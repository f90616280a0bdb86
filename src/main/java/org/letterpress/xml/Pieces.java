package org.letterpress.xml;

/** The tags of a text that may be faulty, one after the other. */
final class Pieces {

  /** Of more tags than these the rest is not looked at. */
  private static final int MOST = 100_000;

  /** A tag. */
  record Piece(int start, int end, String name, boolean isEnd, boolean isEmpty) {}

  private final String all;
  private int at;
  private int count;

  Pieces(String all, int from) {
    this.all = all;
    this.at = from;
  }

  /** Whether there are more tags than are looked at. */
  boolean isCut() {
    return count >= MOST;
  }

  /** After the last tag. */
  int at() {
    return at;
  }

  /** The next tag; null where there is none. */
  Piece next() {
    while (count < MOST) {
      int start = all.indexOf('<', at);
      if (start < 0) {
        return null;
      }
      int after = skipped(start);
      if (after > start) {
        at = after;
        continue;
      }
      boolean isEnd = all.startsWith("</", start);
      int name = start + (isEnd ? 2 : 1);
      int nameEnd = Chars.skipName(all, name);
      if (nameEnd == name) {
        at = start + 1;
        continue;
      }
      at = end(start);
      count++;
      boolean isEmpty = all.charAt(at - 1) == '>' && all.charAt(at - 2) == '/';
      return new Piece(start, at, all.substring(name, nameEnd), isEnd, isEmpty);
    }
    return null;
  }

  /** After the comment, instruction or CDATA section at an offset; the same where there is none. */
  private int skipped(int start) {
    String close =
        all.startsWith("<!--", start)
            ? "-->"
            : all.startsWith("<?", start) ? "?>" : all.startsWith("<![CDATA[", start) ? "]]>" : "";
    if (close.isEmpty()) {
      return start;
    }
    int end = all.indexOf(close, start + 2);
    return end < 0 ? all.length() : end + close.length();
  }

  /** After the {@code >} of a tag; where quotes are odd, after the first one. */
  private int end(int start) {
    char quote = 0;
    for (int i = start + 1; i < all.length(); i++) {
      char c = all.charAt(i);
      if (c == '<') {
        break;
      }
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    int close = all.indexOf('>', start);
    int next = all.indexOf('<', start + 1);
    int limit = next < 0 ? all.length() : next;
    return close >= 0 && close < limit ? close + 1 : limit;
  }
}
