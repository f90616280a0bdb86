package org.letterpress.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Reads a letter back from its Markdown, by a CommonMark parser that knows pipe tables and
 * footnotes. The letter's text begins after the first rule; what the parser takes as HTML no reader
 * sees.
 */
final class MarkdownReading extends AbstractVisitor {

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), FootnotesExtension.create());

  /** Parsers may be shared by threads. */
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private final Map<String, String> keys;
  private final PassageBuilder out = new PassageBuilder("", 0);
  private final StringBuilder text = new StringBuilder();

  private final Brackets brackets;

  private MarkdownReading(Map<String, String> keys, Passage expected) {
    this.keys = keys;
    this.brackets = new Brackets(expected, Map.of());
  }

  /**
   * Reads a file of one letter.
   *
   * @param content the finished file's text
   * @param expected what it ought to say, which tells the letter's own brackets from marks
   */
  static Reading read(String content, Reading expected) {
    List<Node> blocks = blocks(content);
    return read(blocks, definitions(blocks), expected);
  }

  /**
   * Reads a volume. A heading of the second level begins a letter; the first is that of the
   * contents.
   *
   * @param content the finished file's text
   * @return the reading of each letter, made of what is expected of it
   */
  static List<UnaryOperator<Reading>> volume(String content) {
    List<Node> blocks = blocks(content);
    List<List<Node>> letters = new ArrayList<>();
    for (Node block : blocks) {
      if (block instanceof Heading heading && heading.getLevel() == 2) {
        letters.add(new ArrayList<>());
      }
      if (!letters.isEmpty()) {
        letters.get(letters.size() - 1).add(block);
      }
    }
    // A label leads to the first footnote of the volume that has it.
    Map<String, FootnoteDefinition> definitions = definitions(blocks);
    return letters.stream()
        .skip(1)
        .<UnaryOperator<Reading>>map(letter -> expected -> read(letter, definitions, expected))
        .toList();
  }

  private static List<Node> blocks(String content) {
    List<Node> blocks = new ArrayList<>();
    Node document = PARSER.parse(content);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      blocks.add(node);
    }
    return blocks;
  }

  private static Map<String, FootnoteDefinition> definitions(List<Node> blocks) {
    Map<String, FootnoteDefinition> definitions = new HashMap<>();
    for (Node block : blocks) {
      if (block instanceof FootnoteDefinition definition) {
        definitions.putIfAbsent(definition.getLabel(), definition);
      }
    }
    return definitions;
  }

  /**
   * Reads a letter.
   *
   * @param letter its blocks
   * @param known what each label leads to
   */
  private static Reading read(
      List<Node> letter, Map<String, FootnoteDefinition> known, Reading expected) {
    Map<String, String> keys = new HashMap<>();
    Map<String, FootnoteDefinition> own = new LinkedHashMap<>();
    for (Node node : letter) {
      if (node instanceof FootnoteDefinition definition) {
        String key = "note-" + (own.size() + 1);
        own.put(key, definition);
        if (known.get(definition.getLabel()) == definition) {
          keys.put(definition.getLabel(), key);
        }
      }
    }
    MarkdownReading body = new MarkdownReading(keys, expected.body());
    boolean begun = false;
    for (Node node : letter) {
      if (begun && !(node instanceof FootnoteDefinition)) {
        node.accept(body);
      }
      begun |= node instanceof ThematicBreak;
    }
    Map<String, Passage> notes = new LinkedHashMap<>();
    own.forEach(
        (key, definition) -> {
          MarkdownReading note = new MarkdownReading(keys, expected.notes().get(key));
          note.visitChildren(definition);
          notes.put(key, note.out.build());
        });
    return new Reading(body.out.build(), notes);
  }

  @Override
  protected void visitChildren(Node parent) {
    // The cells of a table are no blocks to the parser, but they are to the eye.
    boolean apart = parent instanceof Block || parent instanceof TableCell;
    if (apart) {
      flush();
      out.space();
      out.paragraph(0);
    }
    super.visitChildren(parent);
    if (apart) {
      flush();
      out.space();
    }
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(Code node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(HtmlInline node) {
    // A browser would take it as markup.
  }

  @Override
  public void visit(HtmlBlock node) {
    // So here.
  }

  @Override
  public void visit(SoftLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof FootnoteReference reference) {
      flush();
      out.anchor(Anchor.Kind.NOTE, keys.getOrDefault(reference.getLabel(), reference.getLabel()));
    } else {
      visitChildren(node);
    }
  }

  /** Hands on what was gathered, with its page marks. */
  private void flush() {
    Matcher page = PlainSigns.PAGE.matcher(text);
    int done = 0;
    while (page.find()) {
      read(done, page.start());
      done = page.start();
      if (!brackets.isLiteralPage(page.group(1))) {
        out.page(page.group(1) == null ? "" : page.group(1));
        done = page.end();
      }
    }
    read(done, text.length());
    text.setLength(0);
  }

  private void read(int from, int to) {
    String said = text.substring(from, to);
    brackets.after(said);
    out.text(said);
  }
}
