package org.letterpress.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is read of a source: its text and notes, with the signs that a text prints. */
abstract class SignedText {

  /** What goes on from the word before, as {@code fp:word-rest} has it. */
  private static final Pattern WORD_REST =
      Pattern.compile("\\s*[\\p{L}\\p{M}\\p{N}]+(?:[-‐’'][\\p{L}\\p{M}\\p{N}]+)*");

  private static final Pattern CLOSED_UP = Pattern.compile("[\\s\\p{Z}]*[^\\s\\p{Z}]*");

  /** What waits until the word has ended, which goes on up to there. */
  private record Waiting(Pattern upTo, Runnable content) {}

  /** How much of the encoding is read as text. */
  final Signs signs;

  /** The passage that is read just now: the body, or a note. */
  PassageBuilder out = new PassageBuilder("", 0);

  private final Map<String, Passage> notes = new LinkedHashMap<>();
  private final Map<String, Integer> declared = new TreeMap<>();
  private final boolean withoutLowLines;
  private final List<Waiting> behindWord = new ArrayList<>();
  private boolean capitals;

  /** How many quotations the text stands in. */
  private int quoted;

  /** The language that the text is in. */
  private String lang;

  SignedText(Signs signs, boolean withoutLowLines, String lang) {
    this.signs = signs;
    this.withoutLowLines = withoutLowLines;
    this.lang = lang;
  }

  /** What has been read. */
  final Reading build() {
    return new Reading(out.build(), notes, declared);
  }

  /** Whether a note of this key has been read. */
  final boolean hasNote(String key) {
    return notes.containsKey(key);
  }

  final void text(String text) {
    String said = withoutLowLines ? text.replace("_", "") : text;
    out.text(capitals ? said.toUpperCase(Locale.ROOT) : said);
  }

  /** Text that may go on from the word before: what waits for the word's end stands behind it. */
  final void goOn(String text) {
    List<Waiting> waiting = List.copyOf(behindWord);
    behindWord.clear();
    int done = 0;
    for (Waiting one : waiting) {
      Matcher rest = one.upTo().matcher(text).region(done, text.length());
      int end = rest.lookingAt() ? rest.end() : done;
      text(text.substring(done, end));
      one.content().run();
      done = end;
    }
    text(text.substring(done));
  }

  /** Whether something waits for the end of a word. */
  final boolean isWithinWord() {
    return !behindWord.isEmpty();
  }

  /**
   * Keeps something back until the word that is being read has ended, with what closes up to it.
   */
  final void behindWord(Runnable content) {
    behindWord.add(new Waiting(CLOSED_UP, content));
  }

  final void declare(Rule rule) {
    declared.merge(rule.word(), 1, Integer::sum);
  }

  final void added(Runnable content) {
    open(signs == Signs.DIPLOMATIC ? PlainSigns.ADDED_FROM : "");
    content.run();
    close(signs == Signs.DIPLOMATIC ? PlainSigns.ADDED_TO : "");
  }

  final void deleted(Runnable content) {
    declare(Rule.DELETIONS);
    open(PlainSigns.DELETED_FROM);
    content.run();
    close(PlainSigns.DELETED_TO);
  }

  /** Text that may say its language. */
  final void inLanguage(String said, Runnable content) {
    String outer = lang;
    lang = said.isBlank() ? lang : said;
    content.run();
    lang = outer;
  }

  /** A quotation in the line; without marks of its own it has the edition's. */
  final void quotation(boolean hasMarks, Runnable content) {
    boolean isInner = quoted > 0;
    if (!hasMarks) {
      declare(Rule.QUOTATION_MARKS);
      open(PlainSigns.quote(true, isInner, lang));
    }
    quoted++;
    content.run();
    quoted--;
    if (!hasMarks) {
      close(PlainSigns.quote(false, isInner, lang));
    }
  }

  /** Text of a look; where that is capitals, plain text has them. */
  final void looks(boolean isCapitals, Runnable content) {
    boolean outer = capitals;
    if (signs.arePrinted() && isCapitals) {
      capitals = true;
      declare(Rule.CAPITALS);
    }
    content.run();
    capitals = outer;
  }

  /** A break of the source's; whether a word goes on over it. */
  final boolean breakWord(boolean within) {
    if (within) {
      declare(Rule.JOINED_WORDS);
      if (signs == Signs.TRANSCRIPTION) {
        out.anchor(Anchor.Kind.BREAK, "");
      }
      out.join();
    }
    return within;
  }

  /** What stands apart from the words round it. */
  final void apart(Runnable content) {
    out.space();
    content.run();
    out.space();
  }

  /** A block, in this line of the file. */
  final void block(String name, int line, Runnable content) {
    out.edge();
    if (Tei.PARAGRAPHS.contains(name)) {
      out.paragraph(line);
    } else {
      out.line(line);
    }
    content.run();
    out.edge();
  }

  /** A note: its mark here, its text in a passage of its own. */
  final void aside(String key, int line, Runnable content) {
    out.anchor(Anchor.Kind.NOTE, key);
    PassageBuilder outer = out;
    boolean outerCapitals = capitals;
    capitals = false;
    out = new PassageBuilder(outer.page(), line);
    notes.put(
        key,
        new Passage(
            List.of(),
            List.of(),
            List.of(new Place("", 0, 0)))); // keeps the order, where notes stand in notes
    content.run();
    notes.put(key, out.build());
    out = outer;
    capitals = outerCapitals;
  }

  final void sign(String text) {
    if (signs.arePrinted()) {
      out.sign(withoutLowLines ? text.replace("_", "") : text);
    }
  }

  final void open(String sign) {
    if (signs.arePrinted()) {
      out.open(sign);
    }
  }

  final void close(String sign) {
    if (signs.arePrinted()) {
      out.close(sign);
    }
  }

  /**
   * After a phrase: a space at its end stands after the sign.
   *
   * @param wordGoesOn whether letters of the same word follow, which stand before the sign
   */
  final void after(String sign, boolean wordGoesOn) {
    if (wordGoesOn) {
      behindWord.add(new Waiting(WORD_REST, () -> after(sign, false)));
    } else if (signs.arePrinted() && !sign.isEmpty()) {
      out.edge();
      out.close(sign);
      out.edge();
    }
  }

  /** A raised figure is told from a figure before it. */
  final void raised(String content) {
    if (!content.isEmpty() && Character.isDigit(content.codePointAt(0)) && out.endsInDigit()) {
      sign("^");
    }
  }

  final void signWithSpace(String text) {
    if (signs.arePrinted()) {
      out.edge();
      sign(text);
      out.edge();
    }
  }

  final void diplomatic(String text) {
    if (signs == Signs.DIPLOMATIC && !text.isEmpty()) {
      signWithSpace(text);
    }
  }
}
