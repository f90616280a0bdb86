package org.letterpress.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One run of text: the letter's body, or one note.
 *
 * @param tokens its words and punctuation
 * @param anchors its page breaks and note marks, in order
 * @param places the places that its tokens point to; never empty
 */
record Passage(List<Token> tokens, List<Anchor> anchors, List<Place> places) {

  private static final int CONTEXT = 5;

  /** Copies. */
  Passage {
    tokens = List.copyOf(tokens);
    anchors = List.copyOf(anchors);
    places = List.copyOf(places);
  }

  /** How many words stand in it. */
  int words() {
    return tokens.stream().mapToInt(Token::words).sum();
  }

  /** The place of a token; of the last one for an index past the end. */
  Place place(int token) {
    if (tokens.isEmpty()) {
      return places.get(0);
    }
    return places.get(tokens.get(Math.min(token, tokens.size() - 1)).place());
  }

  /** The tokens from one index up to another, as text. */
  String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
      if (text.length() > 0 && tokens.get(i).before() != Gap.NONE) {
        text.append(' ');
      }
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }

  /** A few tokens before an index. */
  String before(int token) {
    return text(token - CONTEXT, token);
  }

  /** A few tokens from an index on. */
  String after(int token) {
    return text(token, token + CONTEXT);
  }

  /** The same with the keys of its tokens changed. */
  Passage with(UnaryOperator<String> change) {
    return new Passage(tokens.stream().map(token -> token.with(change)).toList(), anchors, places);
  }

  /** The same without the supplied passages of these numbers; anchors move up. */
  Passage without(Set<Integer> supplied) {
    List<Token> kept = new ArrayList<>();
    int[] moved = new int[tokens.size() + 1];
    boolean cut = false;
    for (int i = 0; i < tokens.size(); i++) {
      moved[i] = kept.size();
      if (supplied.contains(tokens.get(i).supplied())) {
        cut = true;
      } else {
        kept.add(cut ? tokens.get(i).with(Gap.EITHER) : tokens.get(i));
        cut = false;
      }
    }
    moved[tokens.size()] = kept.size();
    List<Anchor> points =
        anchors.stream()
            .map(a -> new Anchor(a.kind(), a.key(), moved[a.token()], a.offset(), moved[a.to()]))
            // A deletion that is missing as a whole has no marks.
            .filter(a -> a.kind() != Anchor.Kind.DELETION || a.to() > a.token() || a.offset() > 0)
            .toList();
    return new Passage(kept, points, places);
  }
}
