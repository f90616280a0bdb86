package org.letterpress.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is read of a source: its text and notes, with the signs that a text prints. */
abstract class SignedText {

  /** How much of the encoding is read as text. */
  final Signs signs;

  /** The passage that is read just now: the body, or a note. */
  PassageBuilder out = new PassageBuilder("", 0);

  private final Map<String, Passage> notes = new LinkedHashMap<>();
  private final Map<String, Integer> declared = new TreeMap<>();
  private final boolean withoutLowLines;
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

  /** After a phrase: a space at its end stands after the sign. */
  final void after(String sign) {
    if (signs.arePrinted() && !sign.isEmpty()) {
      out.edge();
      out.close(sign);
      out.edge();
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
