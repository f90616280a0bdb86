package org.letterpress.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/**
 * Reads the words of a letter from its TEI source, as it was encoded and not as it was normalised,
 * so that a fault of normalisation shows as well.
 *
 * <p>Of {@code choice} it takes sic, orig and abbr. It leaves out what the edition shows elsewhere
 * or not as words: registers, the descriptions of figures and gaps.
 */
final class TeiReading extends SignedText {

  private static final QName N = new QName("n");

  private final List<Encoded.Supplied> supplied = new ArrayList<>();
  private final Set<XdmNode> without;
  private final Placement placement;

  /** Notes of both kinds, and those of the editors alone, by which they are counted. */
  private int noteCount;

  private int ownNotes;

  private TeiReading(
      Set<XdmNode> without,
      Placement placement,
      Signs signs,
      boolean withoutLowLines,
      String lang) {
    super(signs, withoutLowLines, lang);
    this.without = without;
    this.placement = placement;
  }

  /**
   * Reads a letter or part.
   *
   * @param letter a document, a TEI element, or another that holds one letter
   * @param without elements in it that are no part of it
   * @param placement where its notes belong
   * @param signs how much of the encoding is to be read as text
   * @param withoutLowLines whether it is compared with a text that sets italics by low lines
   * @param lang the language that it is in
   */
  static Reading read(
      XdmNode letter,
      Set<XdmNode> without,
      Placement placement,
      Signs signs,
      boolean withoutLowLines,
      String lang) {
    return new TeiReading(without, placement, signs, withoutLowLines, lang).reading(letter);
  }

  /** Reads a letter for the comparison with its transcription. */
  static Encoded encoded(XdmNode letter) {
    TeiReading reading =
        new TeiReading(Set.of(), Placement.of(letter, Set.of()), Signs.TRANSCRIPTION, false, "");
    return new Encoded(reading.reading(letter), List.copyOf(reading.supplied));
  }

  private Reading reading(XdmNode letter) {
    for (XdmNode text : Tei.texts(letter)) {
      out.edge();
      node(text);
    }
    return build();
  }

  private void node(XdmNode node) {
    if (node.getNodeKind() == XdmNodeKind.TEXT) {
      String text = node.getStringValue();
      if (!text.isBlank() || !Tei.NO_TEXT_OF_THEIR_OWN.contains(Tei.name(node.getParent()))) {
        text(text);
      } else {
        out.edge();
      }
    } else if (without.contains(node)) {
      out.edge();
    } else if (node.getNodeKind() == XdmNodeKind.ELEMENT) {
      placed(node);
    }
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

  private void children(XdmNode parent) {
    until(null, parent.children().iterator());
  }

  /** Siblings up to one of them; those between the two ends of a span are its content. */
  private void until(XdmNode end, Iterator<XdmNode> siblings) {
    while (siblings.hasNext()) {
      XdmNode child = siblings.next();
      if (child.equals(end)) {
        return;
      }
      XdmNode to = Placement.spanEnd(child);
      if (to == null || (end != null && !Tei.isBefore(to, end))) {
        node(child);
      } else if (Tei.name(child).equals("delSpan")) {
        deleted(() -> until(to, siblings));
        node(to);
      } else {
        added(() -> until(to, siblings));
        node(to);
      }
    }
  }

  private void element(XdmNode e) {
    if (signs.arePrinted() && e.getAttributeValue(Tei.LANG) != null) {
      inLanguage(Tei.value(e, Tei.LANG), () -> plain(e));
    } else {
      plain(e);
    }
  }

  private void plain(XdmNode e) {
    String name = Tei.name(e);
    switch (name) {
      case "figDesc" -> {} // told after the figure's own text
      case "figure" -> figure(e);
      case "gap" -> {
        declare(Rule.GAPS);
        sign(PlainSigns.gap(e));
      }
      case "space" -> {
        out.space();
        if (!e.getStringValue().isBlank()) {
          sign("[" + Fold.line(e.getStringValue()) + "]");
          out.space();
        }
      }
      case "fw" -> apart(() -> children(e));
      case "c" -> {
        text(Tei.sign(e));
        children(e);
      }
      case "pb" -> {
        breakWord(Tei.isWithinWord(e));
        out.page(Tei.value(e, N));
      }
      case "cb" -> {
        breakWord(Tei.isWithinWord(e));
        out.fix();
        diplomatic(PlainSigns.COLUMN);
      }
      case "handShift" -> {
        out.fix();
        diplomatic(PlainSigns.hand(e));
        children(e);
      }
      case "add" -> added(() -> children(e));
      case "hi", "emph", "mentioned", "soCalled" ->
          looks(PlainSigns.isCapitals(e), () -> children(e));
      case "ref", "ptr" -> reference(e);
      case "lb" -> {
        if (!breakWord(Tei.isWithinWord(e))) {
          out.space();
        }
      }
      case "note" -> {
        if (!placement.isElsewhere(e)) {
          note(e, "");
        } else {
          out.edge();
        }
      }
      case "choice" -> choice(e);
      case "app" -> apparatus(e);
      case "q", "quote" -> {
        if (PlainSigns.isBlock(e)) {
          block(e, "quote");
        } else {
          quotation(PlainSigns.hasMarks(e), () -> children(e));
        }
      }
      case "sic" -> sic(e);
      case "supplied" -> suppliedBy(e);
      case "unclear" -> {
        children(e);
        declare(Rule.UNCLEAR);
        close(PlainSigns.UNCLEAR);
      }
      case "del" -> {
        if (Tei.name(e.getParent()).equals("restore")) {
          children(e); // the writer took the deletion back
        } else if (signs == Signs.TRANSCRIPTION) {
          passage(e, true);
        } else {
          deleted(() -> children(e));
        }
      }
      case "seg" -> {
        if (Tei.isSetApart(e)) {
          block(e, name);
        } else {
          children(e);
        }
      }
      default -> {
        if (Tei.ENTRIES.contains(name)) {
          entry(e);
        } else if (!Tei.BLOCKS.contains(name)) {
          children(e);
        } else if (!Tei.isRegister(e)) {
          block(e, name);
        }
      }
    }
  }

  private void block(XdmNode e, String name) {
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

  /** An entry of a list that is no register: each of its pieces stands apart. */
  private void entry(XdmNode e) {
    out.edge();
    for (XdmNode child : e.children()) {
      if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
        apart(() -> node(child));
      } else {
        node(child);
      }
    }
    out.edge();
  }

  private void item(XdmNode item) {
    if (signs == Signs.TRANSCRIPTION) {
      out.anchor(Anchor.Kind.ITEM, "");
    } else if (signs == Signs.PLAIN_TEXT || signs == Signs.DIPLOMATIC) {
      PlainSigns.item(item).ifPresent(this::signWithSpace);
    }
  }

  private void figure(XdmNode figure) {
    block(figure, "figure");
    if (signs.arePrinted()) {
      for (XdmNode child : figure.children()) {
        if (Tei.name(child).equals("figDesc")) {
          signWithSpace("[" + child.getStringValue() + "]");
        }
      }
    }
  }

  /** What stands in the source; where the encoding doesn't say which side that is, the first. */
  private void choice(XdmNode choice) {
    List<XdmNode> sides = Tei.elements(choice);
    if (sides.size() > 1 && sides.stream().noneMatch(Tei::isKnownSide)) {
      apart(sides);
    } else if (!sides.isEmpty()) {
      XdmNode shown = sides.stream().filter(Tei::isSource).findFirst().orElse(sides.get(0));
      declare(Rule.CHOICES);
      node(shown);
      if (signs == Signs.DIPLOMATIC && Set.of("orig", "abbr").contains(Tei.name(shown))) {
        after(PlainSigns.reading(shown));
      }
      // A note on a side that is not shown stands behind the choice.
      sides.stream().filter(side -> !side.equals(shown)).flatMap(Tei::notes).forEach(this::node);
    }
  }

  /** Readings of which none is known as the text's: all of them, a space between each two. */
  private void apart(List<XdmNode> readings) {
    node(readings.get(0));
    for (XdmNode reading : readings.subList(1, readings.size())) {
      out.space();
      node(reading);
    }
  }

  /** The chosen reading, with a note on the others; then what else stands there. */
  private void apparatus(XdmNode app) {
    List<XdmNode> readings = Tei.readings(app);
    readings.stream().limit(1).forEach(this::node);
    if (readings.size() > 1) {
      declare(Rule.APPARATUS);
      aside("note-" + ++noteCount, app.getLineNumber(), () -> otherReadings(readings));
    }
    for (XdmNode child : Tei.elements(app)) {
      if (!Tei.READINGS.contains(Tei.name(child))) {
        node(child);
      }
    }
  }

  private void otherReadings(List<XdmNode> readings) {
    text(Tei.witnesses(readings.get(0), "", "] "));
    for (XdmNode other : readings.subList(1, readings.size())) {
      text(other.equals(readings.get(1)) ? "" : "; ");
      node(other);
      text((Tei.isEmpty(other) ? "om." : "") + Tei.witnesses(other, " ", ""));
    }
  }

  private void sic(XdmNode e) {
    if (signs == Signs.TRANSCRIPTION) {
      int from = out.at();
      children(e);
      out.scope(Anchor.Kind.SIC, "", from);
      return;
    }
    children(e);
    declare(Rule.SIC);
    after(PlainSigns.sic(e));
  }

  private void reference(XdmNode e) {
    children(e);
    if (Tei.isEmpty(e)
        && !(Tei.name(e).equals("ptr") && Tei.value(e, new QName("target")).isEmpty())) {
      sign(PlainSigns.reference(e));
    }
  }

  private void suppliedBy(XdmNode e) {
    declare(Rule.SUPPLIED);
    open(PlainSigns.SUPPLIED_FROM);
    if (signs == Signs.TRANSCRIPTION) {
      passage(e, false);
    } else {
      children(e);
    }
    close(PlainSigns.SUPPLIED_TO);
  }

  /** A passage that a transcription may lack. */
  private void passage(XdmNode e, boolean isDeletion) {
    int from = out.at();
    supplied.add(
        new Encoded.Supplied(
            isDeletion,
            Fold.line(e.getStringValue()),
            Tei.value(e, new QName("source")),
            out.place()));
    out.supplied(supplied.size());
    children(e);
    out.supplied(0);
    if (isDeletion) {
      out.scope(Anchor.Kind.DELETION, "", from);
    }
  }

  /**
   * A note.
   *
   * @param pointer the mark that points to it from elsewhere; empty where none does
   */
  private void note(XdmNode e, String pointer) {
    if (Tei.isRunning(e)) {
      block(e, "p");
      return;
    }
    noteCount++;
    ownNotes++;
    // A note without a mark of its own is counted, as the editions count it.
    String own = Tei.value(e, N);
    String n = !own.isEmpty() ? own : pointer.isEmpty() ? String.valueOf(ownNotes) : pointer;
    String byMark = "note " + n;
    boolean keyedByMark = signs == Signs.TRANSCRIPTION && !hasNote(byMark);
    aside(keyedByMark ? byMark : "note-" + noteCount, e.getLineNumber(), () -> children(e));
  }
}
