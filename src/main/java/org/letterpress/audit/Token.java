package org.letterpress.audit;

import java.util.function.UnaryOperator;

/**
 * A word with its inner hyphens and apostrophes, or one mark of punctuation.
 *
 * @param text as it stands, for people
 * @param key folded, for comparison: see {@link Fold}
 * @param joined the key without a hyphen at which a line breaks, so that it may be the line's and
 *     not the word's; a dash there stays, but may have a space beside it; empty where there is none
 * @param before what parts it from the token before
 * @param supplied which supplied passage it belongs to, counted from 1; 0 where none
 * @param place the index of its place in the passage
 */
record Token(String text, String key, String joined, Gap before, int supplied, int place) {

  /** Whether it is a word or number, and not punctuation. */
  boolean isWord() {
    return Fold.isWordPart(key.codePointAt(0));
  }

  /** How many words a reader counts in it: a dash parts words, a hyphen does not. */
  int words() {
    if (!isWord()) {
      return 0;
    }
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '\u2011' && Fold.isDash(text.charAt(i))) {
        count++;
      }
    }
    return count;
  }

  Token with(Gap gap) {
    return new Token(text, key, joined, gap, supplied, place);
  }

  Token with(UnaryOperator<String> change) {
    return new Token(text, change.apply(key), change.apply(joined), before, supplied, place);
  }
}
