package org.letterpress.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Steps;

/**
 * Reads the words of a letter from its TEI source, as it was encoded and not as it was normalised,
 * so that a fault of normalisation shows as well.
 *
 * <p>Of {@code choice} it takes sic, orig and abbr. It leaves out what the edition shows elsewhere
 * or not as words: registers, the descriptions of figures and gaps.
 */
final class TeiReading extends TeiWalk {

  private static final QName N = new QName("n");

  private final List<Encoded.Supplied> supplied = new ArrayList<>();

  /** Notes of both kinds, and those of the editors alone, by which they are counted. */
  private int noteCount;

  private int ownNotes;

  private int lastCounted;

  /** The marks that notes have of their own. */
  private Set<String> ownMarks = Set.of();

  private TeiReading(
      Set<XdmNode> without,
      Placement placement,
      Signs signs,
      boolean withoutLowLines,
      String lang) {
    super(without, placement, signs, withoutLowLines, lang);
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
    ownMarks =
        letter
            .select(Steps.descendant("note").then(Steps.attribute("n")))
            .map(n -> Placement.mark(n.getStringValue()))
            .collect(Collectors.toSet());
    for (XdmNode text : Tei.texts(letter)) {
      out.edge();
      node(text);
    }
    return build();
  }

  @Override
  void element(XdmNode e) {
    if (signs.arePrinted() && e.getAttributeValue(Tei.LANG) != null) {
      inLanguage(Tei.value(e, Tei.LANG), () -> plain(e));
    } else {
      plain(e);
    }
  }

  private void plain(XdmNode e) {
    String name = Tei.name(e);
    if (signs.arePrinted() && PlainSigns.isRaised(e)) {
      raised(e.getStringValue());
    }
    switch (name) {
      case "figDesc" -> {
        if (!Tei.name(e.getParent()).equals("figure")) { // else told after the figure's own text
          description(e);
        }
      }
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
      case "fw" -> {
        if (Placement.interrupts(e)) {
          behindWord(() -> apart(() -> children(e)));
        } else {
          apart(() -> children(e));
        }
      }
      case "c" -> {
        text(Tei.sign(e));
        children(e);
      }
      case "pb" -> {
        // Where it says nothing, white space alone parts words: editions put page breaks into them.
        boolean parts = Tei.value(e, new QName("break")).equals("yes");
        if (!breakWord(Tei.isWithinWord(e)) && parts) {
          out.space();
        }
        out.page(Tei.value(e, N));
        children(e);
      }
      case "cb" -> {
        breakOrSpace(e);
        out.fix();
        diplomatic(PlainSigns.COLUMN);
        children(e);
      }
      case "lb", "gb", "milestone" -> {
        breakOrSpace(e);
        children(e);
      }
      case "delSpan" -> passageOf(e, this::deleted);
      case "addSpan" -> passageOf(e, this::added);
      case "handShift" -> {
        out.fix();
        diplomatic(PlainSigns.hand(e));
        children(e);
      }
      case "add" -> passageOf(e, this::added);
      case "hi", "emph", "mentioned", "soCalled" ->
          looks(PlainSigns.isCapitals(e), () -> children(e));
      case "ref", "ptr" -> reference(e);
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
        } else if (isNothing(e)) {
          children(e);
        } else {
          quotation(PlainSigns.hasMarks(e), () -> children(e));
        }
      }
      case "sic" -> sic(e);
      case "supplied" -> suppliedBy(e);
      case "unclear" -> {
        if (Tei.isEmpty(e)) {
          declare(Rule.GAPS);
          sign(PlainSigns.GAP);
          return;
        }
        children(e);
        declare(Rule.UNCLEAR);
        close(PlainSigns.UNCLEAR);
      }
      case "del" -> {
        if (Tei.name(e.getParent()).equals("restore")) {
          children(e); // the writer took the deletion back
        } else if (isNothing(e)) {
          children(e);
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
        } else if (Tei.name(e.getParent()).equals("listBibl")) {
          block(e, name);
        } else if (!Tei.BLOCKS.contains(name)) {
          children(e);
        } else if (!Tei.isRegister(e)) {
          block(e, name);
        }
      }
    }
  }

  private void breakOrSpace(XdmNode e) {
    if (!breakWord(Tei.isWithinWord(e))) {
      out.space();
    }
  }

  /** What holds nothing has no signs either; a side of a choice may be empty. */
  private static boolean isNothing(XdmNode e) {
    return Tei.isEmpty(e) && !Tei.name(e.getParent()).equals("choice");
  }

  private void passageOf(XdmNode e, Consumer<Runnable> marked) {
    if (isNothing(e)) {
      children(e);
    } else {
      marked.accept(() -> children(e));
    }
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

  @Override
  void item(XdmNode item) {
    if (signs == Signs.TRANSCRIPTION) {
      out.anchor(Anchor.Kind.ITEM, "");
    } else if (signs.arePrinted()) {
      PlainSigns.item(item, signs == Signs.MARKDOWN).ifPresent(this::signWithSpace);
    }
  }

  private void figure(XdmNode figure) {
    block(figure, "figure");
    if (signs.arePrinted()) {
      for (XdmNode child : figure.children()) {
        if (Tei.name(child).equals("figDesc")) {
          description(child);
        }
      }
    }
  }

  private void description(XdmNode figDesc) {
    signWithSpace("[" + figDesc.getStringValue() + "]");
  }

  /** What stands in the source; where the encoding doesn't say which side that is, the first. */
  private void choice(XdmNode choice) {
    List<XdmNode> sides = Tei.elements(choice);
    if (sides.size() > 1 && sides.stream().noneMatch(Tei::isKnownSide)) {
      apparatus(choice);
    } else if (!sides.isEmpty()) {
      XdmNode shown = sides.stream().filter(Tei::isSource).findFirst().orElse(sides.get(0));
      declare(Rule.CHOICES);
      node(shown);
      if (signs == Signs.DIPLOMATIC && Set.of("orig", "abbr").contains(Tei.name(shown))) {
        after(PlainSigns.reading(shown), PlainSigns.wordGoesOn(shown));
      }
      // A note on a side that is not shown stands behind the choice.
      sides.stream().filter(side -> !side.equals(shown)).flatMap(Tei::notes).forEach(this::node);
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
      if (!readings.contains(child) && !Tei.name(child).equals("rdgGrp")) {
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
    after(PlainSigns.sic(e), PlainSigns.wordGoesOn(e));
  }

  private void reference(XdmNode e) {
    children(e);
    if (Tei.isEmpty(e) && !Tei.value(e, new QName("target")).isBlank()) {
      sign(PlainSigns.reference(e));
    }
  }

  private void suppliedBy(XdmNode e) {
    if (isNothing(e)) {
      children(e);
      return;
    }
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

  /** A note without a mark of its own is counted, as the editions count it. */
  private String counted() {
    lastCounted = Math.max(ownNotes, lastCounted + 1);
    while (ownMarks.contains(String.valueOf(lastCounted))) {
      lastCounted++;
    }
    return String.valueOf(lastCounted);
  }

  /**
   * A note.
   *
   * @param pointer the mark that points to it from elsewhere; empty where none does
   */
  @Override
  void note(XdmNode e, String pointer) {
    if (Tei.isRunning(e)) {
      block(e, "p");
      return;
    }
    noteCount++;
    ownNotes++;
    String own = Tei.value(e, N);
    String n = !own.isEmpty() ? own : pointer.isEmpty() ? counted() : pointer;
    String byMark = "note " + n;
    boolean keyedByMark = signs == Signs.TRANSCRIPTION && !hasNote(byMark);
    aside(keyedByMark ? byMark : "note-" + noteCount, e.getLineNumber(), () -> children(e));
  }
}
