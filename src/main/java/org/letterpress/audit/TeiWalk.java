package org.letterpress.audit;

import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Steps;

/**
 * The way through a letter's source: from node to node, but for what belongs elsewhere. Notes are
 * read where they have their place, what stands between the two ends of a span as its content, and
 * what interrupts a word behind it.
 */
abstract class TeiWalk extends SignedText {

  private static final Set<String> BREAKS = Set.of("lb", "pb", "cb");

  /** Where notes belong. */
  final Placement placement;

  private final Set<XdmNode> without;

  /** Deletions and additions encoded by their ends, but for those that are being read. */
  private List<XdmNode> spans;

  TeiWalk(
      Set<XdmNode> without,
      Placement placement,
      Signs signs,
      boolean withoutLowLines,
      String lang) {
    super(signs, withoutLowLines, lang);
    this.without = without;
    this.placement = placement;
    this.spans = placement.spans();
  }

  /** Reads an element, but for the notes that have their place at it. */
  abstract void element(XdmNode e);

  /**
   * Reads a note.
   *
   * @param pointer the mark that points to it from elsewhere; empty where none does
   */
  abstract void note(XdmNode note, String pointer);

  /** Reads what stands before an item's own content. */
  abstract void item(XdmNode item);

  final void node(XdmNode node) {
    if (node.getNodeKind() == XdmNodeKind.TEXT) {
      String text = node.getStringValue();
      if (signs == Signs.DIPLOMATIC && isParted(node)) {
        words(node, text.substring(0, text.lastIndexOf(PlainSigns.BROKEN)));
        out.join();
      } else {
        words(node, text);
      }
    } else if (without.contains(node)) {
      out.edge();
    } else if (node.getNodeKind() == XdmNodeKind.ELEMENT) {
      placed(node);
    }
  }

  private void words(XdmNode node, String text) {
    if (isWithinWord() && !text.isBlank()) {
      goOn(text);
    } else if (!text.isBlank() || !Tei.NO_TEXT_OF_THEIR_OWN.contains(Tei.name(node.getParent()))) {
      text(text);
    } else {
      out.edge();
    }
  }

  /** Whether the source itself has at a line's end the sign of the diplomatic reading. */
  private static boolean isParted(XdmNode text) {
    return text.getStringValue().stripTrailing().endsWith(PlainSigns.BROKEN)
        && text.select(
                Steps.following(
                    node ->
                        node.getNodeKind() == XdmNodeKind.ELEMENT
                            || !node.getStringValue().isBlank()))
            .findFirst()
            .map(Tei::name)
            .map(next -> BREAKS.contains(next) || Tei.PARAGRAPHS.contains(next))
            .orElse(true);
  }

  /** An element with the notes that belong to it and stand elsewhere. */
  private void placed(XdmNode e) {
    List<XdmNode> here = placement.at(e);
    if (here.isEmpty()) {
      element(e);
      return;
    }
    declare(Rule.PLACED_NOTES);
    if (!Placement.isPointer(e) && !Placement.isWithin(e)) {
      element(e);
    }
    String mark = Placement.isPointer(e) ? Placement.mark(e.getStringValue()) : "";
    if (Placement.isWithin(e)) {
      block(e, Tei.name(e), () -> here.forEach(note -> note(note, "")));
    } else {
      here.forEach(note -> note(note, mark));
    }
  }

  final void children(XdmNode parent) {
    if (spans.isEmpty() || Placement.holdsBlocks(parent)) {
      parent.children().forEach(this::node);
    } else {
      siblings(parent.select(Steps.child()).asList(), spans);
    }
  }

  /** Siblings; those between the two ends of a span are its content. */
  private void siblings(List<XdmNode> nodes, List<XdmNode> open) {
    if (open.isEmpty()) {
      nodes.forEach(this::node);
      return;
    }
    XdmNode span = open.get(0);
    int to = 0;
    for (int from = 0; from < nodes.size(); from = to) {
      boolean isSpanned = placement.isSpanned(nodes.get(from), span);
      while (to < nodes.size() && placement.isSpanned(nodes.get(to), span) == isSpanned) {
        to++;
      }
      List<XdmNode> run = nodes.subList(from, to);
      Runnable content = () -> siblings(run, open.subList(1, open.size()));
      if (isSpanned && run.stream().anyMatch(Tei::saysSomething)) {
        span(span, content);
      } else {
        content.run();
      }
    }
  }

  private void span(XdmNode span, Runnable content) {
    List<XdmNode> outer = spans;
    spans = outer.stream().filter(other -> !other.equals(span)).toList();
    if (Tei.name(span).equals("delSpan")) {
      deleted(content);
    } else {
      added(content);
    }
    spans = outer;
  }

  final void block(XdmNode e, String name) {
    block(e, name, () -> {});
  }

  private void block(XdmNode e, String name, Runnable atEnd) {
    block(
        name,
        e.getLineNumber(),
        () -> {
          if (name.equals("item")) {
            item(e);
          }
          children(e);
          atEnd.run();
        });
  }
}
