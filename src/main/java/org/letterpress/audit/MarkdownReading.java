package org.letterpress.audit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private MarkdownReading(Map<String, String> keys) {
    this.keys = keys;
  }

  /**
   * Reads a file.
   *
   * @param content the finished file's text
   */
  static Reading read(String content) {
    Node document = PARSER.parse(content);
    Map<String, String> keys = new HashMap<>();
    Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FootnoteDefinition definition) {
        String key = "note-" + (definitions.size() + 1);
        keys.putIfAbsent(definition.getLabel(), key);
        definitions.put(key, definition);
      }
    }
    MarkdownReading body = new MarkdownReading(keys);
    boolean begun = false;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (begun && !(node instanceof FootnoteDefinition)) {
        node.accept(body);
      }
      begun |= node instanceof ThematicBreak;
    }
    Map<String, Passage> notes = new LinkedHashMap<>();
    definitions.forEach(
        (key, definition) -> {
          MarkdownReading note = new MarkdownReading(keys);
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
      out.text(text.substring(done, page.start()));
      out.page(page.group(1) == null ? "" : page.group(1));
      done = page.end();
    }
    out.text(text.substring(done));
    text.setLength(0);
  }
}
