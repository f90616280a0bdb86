package org.letterpress.validate.corpus;

import java.util.Arrays;
import org.letterpress.xml.SourceText;

/**
 * Takes down running text as numbers of words with their places. Kept are words with a capital
 * letter, and up to two others between two of them ({@code Otto von der Linde}): all that a name
 * may be.
 */
final class RunningReader {

  /** Of more words in lower case no name is made. */
  private static final int BETWEEN = 2;

  private final SourceText source;
  private long[] words = new long[64];
  private int size;

  /** How many words in lower case the end of what is taken down has; they may yet be given up. */
  private int pending;

  /** Where the last word ends, for words that a tag parts. */
  private int lastEnd = -1;

  RunningReader(SourceText source) {
    this.source = source;
  }

  /** A name can't go on here. */
  void cut() {
    size -= pending;
    pending = 0;
    lastEnd = -1;
    if (size > 0 && words[size - 1] != 0) {
      add(0);
    }
  }

  /** Takes down a stretch of text between two tags. */
  void read(int from, int to) {
    String all = source.characters();
    int at = from;
    while (at < to) {
      char c = all.charAt(at);
      int end = Words.end(all, at, to);
      if (end > at) {
        if (isHyphen(all, at - 1) || isHyphen(all, end)) {
          cut(); // part of a compound
        } else {
          word(all, at, end, at == from);
        }
        at = end;
      } else if (c == '<' || c == '&') {
        cut();
        at = markup(all, at, to);
      } else {
        if (!Character.isWhitespace(c) && !(c == '.' && isInitial(all, at))) {
          cut();
        }
        at++;
      }
    }
  }

  private void word(String all, int start, int end, boolean first) {
    if (first && lastEnd > 0 && all.charAt(start - 1) == '>' && all.charAt(lastEnd) == '<') {
      cutWord(); // its beginning stands before a tag
      return;
    }
    lastEnd = end;
    if (Character.isUpperCase(all.charAt(start))) {
      pending = 0;
      add(Facts.Running.word(Words.number(all, start, end), start, false));
    } else if (size == 0 || words[size - 1] == 0 || pending == BETWEEN) {
      cut();
      lastEnd = end;
    } else {
      add(Facts.Running.word(Words.number(all, start, end), start, true));
      pending++;
    }
  }

  private static boolean isHyphen(String all, int at) {
    return at >= 0 && at < all.length() && (all.charAt(at) == '-' || all.charAt(at) == '⸗');
  }

  private void cutWord() {
    if (size > 0 && words[size - 1] != 0) {
      size--;
      pending = Math.max(0, pending - 1);
    }
    cut();
  }

  /** The full stop of an initial or a short word such as {@code St.} doesn't end a name. */
  private static boolean isInitial(String all, int dot) {
    int start = dot;
    while (start > 0 && Character.isLetter(all.charAt(start - 1))) {
      start--;
    }
    return dot - start >= 1 && dot - start <= 2 && Character.isUpperCase(all.charAt(start));
  }

  /**
   * After a comment, an instruction, a CDATA section's mark or a reference to a character. Where it
   * does not end it stands in a CDATA section, and nothing more is read before the next tag.
   */
  private static int markup(String all, int at, int to) {
    if (all.startsWith("<![CDATA[", at)) {
      return at + 9;
    }
    String closing =
        all.startsWith("<!--", at)
            ? "-->"
            : all.startsWith("<?", at) ? "?>" : all.charAt(at) == '&' ? ";" : "";
    if (closing.isEmpty()) {
      return at + 1;
    }
    int end = all.indexOf(closing, at + 1);
    return end < 0 || end >= to ? to : end + closing.length();
  }

  private void add(long word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size] = word;
    size++;
  }

  /**
   * What was taken down.
   *
   * @param lines the offsets at which the file's lines begin, kept where there are words
   */
  Facts.Running running(int[] lines) {
    cut();
    return new Facts.Running(Arrays.copyOf(words, size), size == 0 ? new int[0] : lines);
  }
}
