package org.letterpress.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;

/**
 * Reads the words of a letter from its TEI source, as it was encoded and not as it was normalised,
 * so that a fault of normalisation shows as well.
 *
 * <p>Of {@code choice} it takes sic, orig and abbr. It leaves out what the edition shows elsewhere
 * or not as words: registers, the descriptions of figures and gaps.
 */
final class TeiReading {

  private static final Pattern ALIGNED = Pattern.compile("\\b(left|right|center)\\b");

  private static final QName N = new QName("n");

  private final Signs signs;
  private final Map<String, Passage> notes = new LinkedHashMap<>();
  private final List<Encoded.Supplied> supplied = new ArrayList<>();
  private PassageBuilder out = new PassageBuilder("", 0);
  private final Map<String, Integer> declared = new TreeMap<>();
  private final boolean withoutLowLines;
  private final Set<XdmNode> without;
  private boolean capitals;
  private int noteCount;

  private TeiReading(Set<XdmNode> without, Signs signs, boolean withoutLowLines) {
    this.without = without;
    this.signs = signs;
    this.withoutLowLines = withoutLowLines;
  }

  /** Reads a source that is one letter. */
  static Reading read(XdmNode letter, Signs signs) {
    return read(letter, Set.of(), signs, false);
  }

  /**
   * Reads a letter or part.
   *
   * @param letter a document, a TEI element, or another that holds one letter
   * @param without elements in it that are no part of it
   * @param signs how much of the encoding is to be read as text
   * @param withoutLowLines whether it is compared with a text that sets italics by low lines
   */
  static Reading read(XdmNode letter, Set<XdmNode> without, Signs signs, boolean withoutLowLines) {
    return new TeiReading(without, signs, withoutLowLines).reading(letter);
  }

  /** Reads a letter for the comparison with its transcription. */
  static Encoded encoded(XdmNode letter) {
    TeiReading reading = new TeiReading(Set.of(), Signs.TRANSCRIPTION, false);
    return new Encoded(reading.reading(letter), List.copyOf(reading.supplied));
  }

  private Reading reading(XdmNode letter) {
    List<XdmNode> texts = new ArrayList<>();
    if (!Tei.name(letter).equals("text")) {
      find(letter, texts);
    }
    for (XdmNode text : texts.isEmpty() ? List.of(letter) : texts) {
      out.edge();
      node(text);
    }
    return new Reading(out.build(), notes, declared);
  }

  /** The outermost texts. */
  private static void find(XdmNode node, List<XdmNode> texts) {
    for (XdmNode child : node.children()) {
      if (Tei.name(child).equals("text")) {
        texts.add(child);
      } else if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
        find(child, texts);
      }
    }
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
      element(node);
    }
  }

  private void text(String text) {
    String said = withoutLowLines ? text.replace("_", "") : text;
    out.text(capitals ? said.toUpperCase(Locale.ROOT) : said);
  }

  private void declare(String what) {
    declared.merge(what, 1, Integer::sum);
  }

  private void children(XdmNode parent) {
    for (XdmNode child : parent.children()) {
      node(child);
    }
  }

  private void element(XdmNode e) {
    String name = Tei.name(e);
    switch (name) {
      case "figDesc" -> {} // told after the figure's own text
      case "figure" -> figure(e);
      case "gap" -> {
        declare("gaps");
        sign(PlainSigns.GAP);
      }
      case "space" -> out.space();
      case "pb" -> {
        breakWord(e);
        out.page(Tei.value(e, N));
      }
      case "cb" -> {
        breakWord(e);
        out.fix();
        diplomatic(PlainSigns.COLUMN);
      }
      case "handShift" -> {
        out.fix();
        diplomatic(PlainSigns.hand(e));
        children(e);
      }
      case "add" -> added(e);
      case "hi", "emph", "mentioned", "soCalled" -> looks(e);
      case "ref" -> reference(e);
      case "lb" -> {
        if (!breakWord(e)) {
          out.space();
        }
      }
      case "note" -> note(e);
      case "choice" -> choice(e);
      case "app" -> apart(e);
      case "q", "quote" -> quotation(e);
      case "sic" -> sic(e);
      case "supplied" -> suppliedBy(e);
      case "unclear" -> {
        children(e);
        declare("unclear");
        close(PlainSigns.UNCLEAR);
      }
      case "del" -> {
        declare("deletions");
        open(PlainSigns.DELETED_FROM);
        children(e);
        close(PlainSigns.DELETED_TO);
      }
      case "listBibl" -> {
        if (!Tei.isRegisterOfWorks(e)) {
          block(e, name);
        }
      }
      case "seg" -> {
        if (Tei.value(e, new QName("type")).equals("letterhead")
            || ALIGNED.matcher(Tei.value(e, new QName("rend"))).find()) {
          block(e, name);
        } else {
          children(e);
        }
      }
      default -> {
        if (Tei.BLOCKS.contains(name)) {
          block(e, name);
        } else if (!Tei.REGISTERS.contains(name)) {
          children(e);
        }
      }
    }
  }

  private void block(XdmNode e, String name) {
    out.edge();
    if (Tei.PARAGRAPHS.contains(name)) {
      out.paragraph(e.getLineNumber());
    } else {
      out.line(e.getLineNumber());
    }
    if (name.equals("item")) {
      item(e);
    }
    children(e);
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

  /** Whether a word goes on over the break. */
  private boolean breakWord(XdmNode e) {
    boolean within = Tei.value(e, new QName("break")).equals("no");
    if (within) {
      declare("words joined at breaks");
      out.join();
    }
    return within;
  }

  /** What stands in the source; where the encoding doesn't say which side that is, the first. */
  private void choice(XdmNode choice) {
    List<XdmNode> sides = choice.select(Steps.child(Predicates.isElement())).asList();
    if (sides.size() > 1 && sides.stream().noneMatch(Tei::isKnownSide)) {
      apart(choice);
      return;
    }
    XdmNode shown = null;
    for (XdmNode child : choice.children()) {
      boolean isElement = child.getNodeKind() == XdmNodeKind.ELEMENT;
      if (isElement && (shown == null || (!Tei.isSource(shown) && Tei.isSource(child)))) {
        shown = child;
      }
    }
    if (shown != null) {
      declare("sides of choices");
      node(shown);
      if (Set.of("orig", "abbr").contains(Tei.name(shown))) {
        diplomatic(PlainSigns.reading(shown));
      }
    }
  }

  /** Readings of which none is known as the text's: all of them, a space between each two. */
  private void apart(XdmNode readings) {
    boolean later = false;
    for (XdmNode reading : readings.select(Steps.child(Predicates.isElement())).asList()) {
      if (later) {
        out.space();
      }
      node(reading);
      later = true;
    }
  }

  private void quotation(XdmNode e) {
    if (PlainSigns.isBlock(e)) {
      block(e, "quote");
      return;
    }
    boolean marked = !signs.arePrinted() || PlainSigns.hasMarks(e);
    open(marked ? "" : PlainSigns.QUOTE);
    children(e);
    close(marked ? "" : PlainSigns.QUOTE);
  }

  private void sic(XdmNode e) {
    if (signs == Signs.TRANSCRIPTION) {
      int from = out.at();
      children(e);
      out.scope(Anchor.Kind.SIC, "", from);
      return;
    }
    children(e);
    declare("sic");
    signWithSpace(PlainSigns.sic(e));
  }

  private void added(XdmNode e) {
    open(signs == Signs.DIPLOMATIC ? PlainSigns.ADDED_FROM : "");
    children(e);
    close(signs == Signs.DIPLOMATIC ? PlainSigns.ADDED_TO : "");
  }

  private void looks(XdmNode e) {
    boolean outer = capitals;
    if (signs.arePrinted() && PlainSigns.isCapitals(e)) {
      capitals = true;
      declare("passages set in capitals");
    }
    children(e);
    capitals = outer;
  }

  private void reference(XdmNode e) {
    children(e);
    if (e.getStringValue().isBlank() && !e.children(Predicates.isElement()).iterator().hasNext()) {
      sign(PlainSigns.reference(e));
    }
  }

  private void suppliedBy(XdmNode e) {
    declare("supplied");
    open(PlainSigns.SUPPLIED_FROM);
    if (signs == Signs.TRANSCRIPTION) {
      supplied.add(
          new Encoded.Supplied(
              Fold.line(e.getStringValue()), Tei.value(e, new QName("source")), out.place()));
      out.supplied(supplied.size());
      children(e);
      out.supplied(0);
    } else {
      children(e);
    }
    close(PlainSigns.SUPPLIED_TO);
  }

  private void note(XdmNode e) {
    if (Tei.isRunning(e)) {
      block(e, "p");
      return;
    }
    if (Tei.isInRegister(e)) {
      return;
    }
    noteCount++;
    // A note without a mark of its own is counted, as the editions count it.
    String n = Tei.value(e, N).isEmpty() ? String.valueOf(noteCount) : Tei.value(e, N);
    String byMark = "note " + n;
    boolean keyedByMark = signs == Signs.TRANSCRIPTION && !notes.containsKey(byMark);
    String key = keyedByMark ? byMark : "note-" + noteCount;
    out.anchor(Anchor.Kind.NOTE, key);
    PassageBuilder outer = out;
    boolean outerCapitals = capitals;
    capitals = false;
    out = new PassageBuilder(outer.page(), e.getLineNumber());
    notes.put(
        key,
        new Passage(
            List.of(),
            List.of(),
            List.of(new Place("", 0, 0)))); // keeps the order, where notes stand in notes
    children(e);
    notes.put(key, out.build());
    out = outer;
    capitals = outerCapitals;
  }

  private void sign(String text) {
    if (signs.arePrinted()) {
      out.sign(withoutLowLines ? text.replace("_", "") : text);
    }
  }

  private void open(String sign) {
    if (signs.arePrinted()) {
      out.open(sign);
    }
  }

  private void close(String sign) {
    if (signs.arePrinted()) {
      out.close(sign);
    }
  }

  private void signWithSpace(String text) {
    if (signs.arePrinted()) {
      out.edge();
      sign(text);
      out.edge();
    }
  }

  private void diplomatic(String text) {
    if (signs == Signs.DIPLOMATIC && !text.isEmpty()) {
      signWithSpace(text);
    }
  }
}
