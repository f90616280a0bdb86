package org.letterpress.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a start tag, or says what is wrong with it (XML 1.0, section 3.1). */
final class StartTag {

  /** An attribute begins within what was taken for the value of the one before. */
  private static final Pattern NEXT_ATTRIBUTE =
      Pattern.compile("(?<!\\s)\\s++[\\w:.-]++\\s*+=\\s*+$");

  /** An attribute with its value, or the beginning of it. */
  private static final Pattern ATTRIBUTE = Pattern.compile("[\\w:.-]++\\s*+=\\s*+[\"'].*+");

  private final SourceText text;
  private final String all;
  private final Characters characters;
  private final int start;
  private final int nameEnd;
  private final Map<String, Tag.Attribute> attributes = new LinkedHashMap<>();
  private int end;
  private boolean empty;

  StartTag(SourceText text, Characters characters, int start) {
    this.text = text;
    this.all = text.characters();
    this.characters = characters;
    this.start = start;
    this.nameEnd = Chars.skipName(all, start + 1);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int nameEnd() {
    return nameEnd;
  }

  String name() {
    return all.substring(start + 1, nameEnd);
  }

  /** Whether it is that of an empty element, {@code <lb/>}. */
  boolean isEmpty() {
    return empty;
  }

  List<Tag.Attribute> attributes() {
    return List.copyOf(attributes.values());
  }

  private TagFaults faults() {
    return new TagFaults(text, this);
  }

  /** Reads it; the offset after its {@code >}. */
  int read() throws Fault {
    if (nameEnd - start > SafeParser.LONGEST_NAME) {
      throw faults()
          .fault("name-too-long", start, nameEnd, Map.of("most", "" + SafeParser.LONGEST_NAME));
    }
    int at = nameEnd;
    while (true) {
      int before = at;
      at = Chars.skipSpace(all, at);
      if (at >= all.length()) {
        throw faults().unfinished(before);
      }
      char c = all.charAt(at);
      if (c == '>' || all.startsWith("/>", at)) {
        empty = c == '/';
        end = at + (empty ? 2 : 1);
        return end;
      }
      if (!Chars.isNameStart(c) || at == before) {
        throw faults().odd(c, at, before);
      }
      at = attribute(at, before);
      if (attributes.size() > SafeParser.MOST_ATTRIBUTES) {
        throw faults()
            .fault(
                "too-many-attributes",
                start,
                nameEnd,
                Map.of("element", name(), "most", "" + SafeParser.MOST_ATTRIBUTES));
      }
    }
  }

  private int attribute(int at, int before) throws Fault {
    int after = Chars.skipName(all, at);
    String name = all.substring(at, after);
    if (name.length() > SafeParser.LONGEST_NAME) {
      throw faults()
          .fault("name-too-long", at, after, Map.of("most", "" + SafeParser.LONGEST_NAME));
    }
    int equals = Chars.skipSpace(all, after);
    if (equals >= all.length() || all.charAt(equals) != '=') {
      throw faults().withoutValue(at, after, equals, before);
    }
    int quote = Chars.skipSpace(all, equals + 1);
    char mark = quote < all.length() ? all.charAt(quote) : '>';
    if (mark != '"' && mark != '\'') {
      throw faults().unquoted(name, at, quote, mark);
    }
    int close = all.indexOf(mark, quote + 1);
    int less = all.indexOf('<', quote + 1);
    if (close < 0 || (less >= 0 && less < close)) {
      throw faults().unclosedValue(name, at, quote, close, less);
    }
    Tag.Attribute attribute = new Tag.Attribute(name, at, quote + 1, close);
    checkAfter(attribute);
    if (close - quote > SafeParser.LONGEST_VALUE) {
      throw faults()
          .fault(
              "attribute-too-long",
              at,
              after,
              Map.of("attribute", name, "most", "" + SafeParser.LONGEST_VALUE));
    }
    characters.checkValue(quote + 1, close);
    Tag.Attribute first = attributes.putIfAbsent(name, attribute);
    if (first != null) {
      throw faults().twice(first, attribute);
    }
    return close + 1;
  }

  /** What follows a value tells whether it ended where it should. */
  private void checkAfter(Tag.Attribute attribute) throws Fault {
    int after = attribute.end();
    char next = after < all.length() ? all.charAt(after) : ' ';
    if (Chars.isSpace(next) || next == '>' || all.startsWith("/>", after)) {
      return;
    }
    String value = all.substring(attribute.valueStart(), attribute.valueEnd());
    Matcher swallowed = NEXT_ATTRIBUTE.matcher(value);
    if (value.length() < SafeParser.LONGEST_VALUE && swallowed.find()) {
      throw faults()
          .quoteMissing(
              attribute.name(), attribute.start(), attribute.valueStart() + swallowed.start());
    }
    if (value.indexOf('>') >= 0) {
      throw faults()
          .quoteMissing(
              attribute.name(), attribute.start(), faults().tagEnd(attribute.valueStart()));
    }
    int line = text.lineEnd(text.line(after));
    if (ATTRIBUTE.matcher(all).region(after, Math.max(after, line)).matches()) {
      throw Fault.of(
          "attribute-space",
          text,
          attribute.start(),
          attribute.end(),
          Map.of("attribute", attribute.name()),
          List.of(
              Fault.fix(
                  Fault.quoted(all.substring(attribute.start(), attribute.end())) + " ",
                  after,
                  after,
                  " ")));
    }
    int gt = all.indexOf('>', after);
    int less = all.indexOf('<', after);
    if (gt < 0 || (less >= 0 && less < gt)) {
      throw faults().unfinished(after);
    }
    boolean alone = after + 1 < all.length() && Chars.isSpace(all.charAt(after + 1));
    if (alone && next != '"' && next != '\'') {
      throw faults().odd(next, after, after);
    }
    throw faults().quoteInValue(attribute);
  }
}
