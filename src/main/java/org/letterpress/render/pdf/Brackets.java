package org.letterpress.render.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.fop.complexscripts.bidi.DelimitedTextRange;
import org.apache.fop.fo.CharIterator;
import org.apache.fop.fo.FONode;
import org.apache.fop.traits.Direction;
import org.apache.fop.traits.WritingModeTraits;

/**
 * The characters of a paragraph, for FOP's algorithm of directions, which is older than the rule
 * that the two brackets of a pair go the same way (Unicode Standard Annex #9, N0). The JDK's has
 * it: each bracket is given to FOP as a letter of the direction that the JDK finds.
 */
final class Brackets extends DelimitedTextRange {

  private static final char LEFTWARD = '\u05D0';
  private static final char RIGHTWARD = 'a';

  /** What one node has of the range. */
  private record Part(FONode node, String text) {}

  private final List<Part> parts = new ArrayList<>();

  /** A range of the text in this block. */
  Brackets(FONode block) {
    super(block);
  }

  @Override
  public void append(CharIterator characters, FONode node) {
    if (characters != null) {
      StringBuilder text = new StringBuilder();
      while (characters.hasNext()) {
        text.append(characters.nextChar());
      }
      parts.add(new Part(node, text.toString()));
    }
  }

  @Override
  public void append(char character, FONode node) {
    if (character != 0) {
      parts.add(new Part(node, String.valueOf(character)));
    }
  }

  @Override
  public boolean isEmpty() {
    return parts.stream().allMatch(part -> part.text.isEmpty());
  }

  @Override
  public void resolve() {
    StringBuilder whole = new StringBuilder();
    parts.forEach(part -> whole.append(part.text));
    Direction direction =
        WritingModeTraits.getWritingModeTraitsGetter(getNode()).getInlineProgressionDirection();
    Bidi bidi =
        new Bidi(
            whole.toString(),
            direction == Direction.RL
                ? Bidi.DIRECTION_RIGHT_TO_LEFT
                : Bidi.DIRECTION_LEFT_TO_RIGHT);
    if (!bidi.isLeftToRight()) {
      for (int i = 0; i < whole.length(); i++) {
        if (isBracket(whole.charAt(i))) {
          whole.setCharAt(i, bidi.getLevelAt(i) % 2 == 1 ? LEFTWARD : RIGHTWARD);
        }
      }
    }
    int at = 0;
    for (Part part : parts) {
      super.append(new Characters(whole.substring(at, at + part.text.length())), part.node);
      at += part.text.length();
    }
    super.resolve();
  }

  private static boolean isBracket(char character) {
    int type = Character.getType(character);
    return type == Character.START_PUNCTUATION || type == Character.END_PUNCTUATION;
  }

  /** The characters of a text, one by one. */
  private static final class Characters extends CharIterator {

    private final String text;
    private int at;

    Characters(String text) {
      this.text = text;
    }

    @Override
    public boolean hasNext() {
      return at < text.length();
    }

    @Override
    public char nextChar() {
      return text.charAt(at++);
    }
  }
}
