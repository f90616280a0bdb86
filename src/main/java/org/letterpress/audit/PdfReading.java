package org.letterpress.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads letters back from a PDF, in the order of the structure tree: what stands in {@code Art} is
 * a letter's, whose name is its title; what stands in {@code Note} a note's. Artifacts have no
 * place in the tree.
 */
public final class PdfReading {

  /** A wider gap than this share of the type's size parts words even without a space. */
  private static final float WORD_GAP = 0.35f;

  private static final Set<String> INLINE =
      Set.of(
          "Span",
          "Link",
          "Quote",
          "Code",
          "Em",
          "Strong",
          "BibEntry",
          "Annot",
          "Sub",
          "Ruby",
          "Note");

  /** Lines are at least this share of the type's size apart; what is raised or lowered is less. */
  private static final float LINE = 0.8f;

  /** An address of the web, up to where a line of print may end. */
  private static final Pattern ADDRESS = Pattern.compile("(https?://|www\\.)\\S*[/.?=&_]$");

  private record Content(COSDictionary page, int id) {}

  private final Map<String, Reading> letters = new LinkedHashMap<>();
  private final Map<Content, List<Glyph>> texts = new HashMap<>();
  private Map<String, Passage> notes = new LinkedHashMap<>();
  private PassageBuilder body = new PassageBuilder("", 0);
  private PassageBuilder out;
  private Glyph last;
  private COSDictionary lastPage;
  private final Leftward leftward = new Leftward();

  /** Whether the text is, as a paragraph or as a phrase in another, read from the right. */
  private boolean fromRight;

  private boolean lineBegins = true;

  /** What stands behind the last space. */
  private final StringBuilder word = new StringBuilder();

  /** A space that is set when it is known what follows. */
  private Glyph held;

  private boolean silent;
  private int marks;

  private PdfReading() {}

  /**
   * Reads a file.
   *
   * @param content the finished file's bytes, tagged
   */
  public static PdfReading read(byte[] content) {
    try (PDDocument document = Loader.loadPDF(content)) {
      PdfReading reading = new PdfReading();
      reading.all(document);
      return reading;
    } catch (IOException e) {
      throw new UncheckedIOException("A PDF made in this run can't be read back", e);
    }
  }

  /** What the file has of a letter; nothing where it lacks it. */
  Reading letter(String id) {
    return letters.getOrDefault(id, Reading.NOTHING);
  }

  /** What a file that holds one letter has of it. */
  Reading only() {
    return letters.isEmpty() ? Reading.NOTHING : letters.values().iterator().next();
  }

  private void all(PDDocument document) throws IOException {
    for (PDPage page : document.getPages()) {
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.setSuppressDuplicateOverlappingText(false);
      extractor.processPage(page);
      for (PDMarkedContent marked : extractor.getMarkedContents()) {
        collect(marked, page.getCOSObject(), -1);
      }
    }
    PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
    if (root != null) {
      kids(root, null, "");
    }
    texts.clear();
  }

  /** Files the text of a marked content under its id, or under that of the one round it. */
  private void collect(PDMarkedContent marked, COSDictionary page, int outerId) {
    int id = marked.getMCID() >= 0 ? marked.getMCID() : outerId;
    for (Object item : marked.getContents()) {
      if (item instanceof TextPosition text && id >= 0) {
        texts.computeIfAbsent(new Content(page, id), key -> new ArrayList<>()).add(Glyph.of(text));
      } else if (item instanceof PDMarkedContent inner) {
        collect(inner, page, id);
      }
    }
  }

  private void kids(PDStructureNode node, COSDictionary page, String parent) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        element(element, page, parent);
      } else if (kid instanceof Integer id) {
        text(page, id);
      } else if (kid instanceof PDMarkedContentReference reference) {
        PDPage own = reference.getPage();
        text(own == null ? page : own.getCOSObject(), reference.getMCID());
      }
    }
  }

  private void element(PDStructureElement element, COSDictionary outerPage, String parent) {
    String language = element.getLanguage();
    if (language == null || Leftward.isLeftwardLanguage(language) == fromRight) {
      turned(element, outerPage, parent);
      return;
    }
    turn();
    turned(element, outerPage, parent);
    turn();
  }

  private void turn() {
    if (out != null) {
      release(null);
      flush();
    }
    fromRight = !fromRight;
  }

  private void turned(PDStructureElement element, COSDictionary outerPage, String parent) {
    COSDictionary page = element.getPage() == null ? outerPage : element.getPage().getCOSObject();
    String type = element.getStructureType();
    if (out == null && !type.equals("Art")) {
      kids(element, page, type); // the book's own pages
      return;
    }
    switch (type) {
      case "Art" -> letter(element, page);
      case "Note" -> note(element, page);
      case "NonStruct" -> silently(element, page);
      case "Reference" -> mark(element, page);
      case "Lbl" -> {
        if (parent.equals("LI")) {
          block(element, page, type);
        } else if (out == body) {
          mark(element, page);
        } else {
          silently(element, page); // in a note it is the note's own
        }
      }
      default -> {
        if (INLINE.contains(type)) {
          kids(element, page, type);
        } else {
          block(element, page, type);
        }
      }
    }
  }

  private void letter(PDStructureElement element, COSDictionary page) {
    notes = new LinkedHashMap<>();
    body = new PassageBuilder("", 0);
    marks = 0;
    out = body;
    block(element, page, "Art");
    out = null;
    String id = element.getTitle() == null ? "" : element.getTitle();
    // A letter that stands in the file twice has all its words doubled.
    letters.merge(id, new Reading(body.build(), notes), (first, again) -> Reading.NOTHING);
  }

  private void block(PDStructureElement element, COSDictionary page, String type) {
    release(null);
    flush();
    out.space();
    last = null;
    if (type.equals("P")) {
      out.paragraph(0);
    }
    lineBegins = true;
    word.setLength(0);
    kids(element, page, type);
    release(null);
    flush();
    last = null;
    out.space();
  }

  private void mark(PDStructureElement element, COSDictionary page) {
    release(null);
    flush();
    marks++;
    String id = element.getTitle() == null ? "note-" + marks : element.getTitle();
    out.anchor(Anchor.Kind.NOTE, id);
    silently(element, page);
  }

  /** The program's words: they are no text, but they take up room on the page. */
  private void silently(PDStructureElement element, COSDictionary page) {
    boolean before = silent;
    silent = true;
    kids(element, page, element.getStructureType());
    silent = before;
  }

  private void note(PDStructureElement element, COSDictionary page) {
    String key = "note-" + (notes.size() + 1);
    notes.put(key, new Passage(List.of(), List.of(), List.of(new Place("", 0, 0))));
    release(null);
    flush();
    PassageBuilder outer = out;
    Glyph outerLast = last;
    COSDictionary outerLastPage = lastPage;
    out = new PassageBuilder("", 0);
    last = null;
    kids(element, page, "Note");
    release(null);
    flush();
    notes.put(key, out.build());
    out = outer;
    last = outerLast;
    lastPage = outerLastPage;
  }

  private void text(COSDictionary page, int id) {
    if (out == null) {
      return;
    }
    for (Glyph text : Glyph.inOrder(texts.getOrDefault(new Content(page, id), List.of()))) {
      if (last != null && !text.isMark()) {
        between(last, text, page != lastPage);
      }
      if (!silent) {
        word.append(text.unicode());
        release(text);
        held = text.unicode().isBlank() ? text : null;
        if (held == null) {
          letters(text.unicode(), text.x());
        } else {
          word.setLength(0);
        }
      }
      if (!text.isMark()) {
        last = text; // marks take up no room
        lastPage = page;
      }
    }
  }

  /** Pages hold Hebrew and Arabic in the order of sight, from the left; here it is read. */
  private void letters(String unicode, float x) {
    boolean goesOn = !leftward.isEmpty() && !Leftward.isLetter(unicode);
    if (fromRight || Leftward.isLeftward(unicode) || goesOn) {
      leftward.add(unicode, x);
    } else {
      flush();
      out.text(unicode);
    }
  }

  /** Sets a space that was held back until it is known what follows. */
  private void release(Glyph next) {
    if (held != null && next != null && Leftward.isLeftward(next.unicode())) {
      // It stands at the left of that word, and may come after it; some take no room.
      boolean isUnder = Math.abs(next.x() - held.x()) < 1;
      leftward.add(held.unicode(), isUnder ? next.x() : held.x());
    } else if (held != null) {
      letters(held.unicode(), held.x());
    }
    held = null;
  }

  private void flush() {
    out.text(fromRight ? line() : leftward.words());
    lineBegins = false;
  }

  /** The space at which a line ended stands before it where it is read from the right. */
  private String line() {
    String line = lineBegins ? leftward.line().stripLeading() : leftward.line();
    lineBegins = false;
    return line;
  }

  /** What the eye sees between two characters. */
  private void between(Glyph before, Glyph after, boolean newPage) {
    float gap = after.x() - (before.x() + before.width());
    float down = Math.abs(after.y() - before.y());
    boolean newLine =
        newPage
            || (down > 1 && (fromRight ? after.x() > before.x() : after.x() < before.x()))
            || down > LINE * Math.max(before.size(), after.size());
    if (newLine && fromRight) {
      release(null);
      String line = line();
      lineBegins = true;
      out.text(line);
      if (endsInDash(line.isEmpty() ? before.unicode() : line)) {
        out.join();
      } else {
        out.edge();
      }
      return;
    }
    String unicode = before.unicode();
    boolean partsDash = endsInDash(unicode) || Fold.isDash(after.unicode().codePointAt(0));
    if (newLine && (partsDash || (!unicode.isBlank() && ADDRESS.matcher(word).find()))) {
      flush();
      out.join(); // lines part at both sides of a dash, and behind the signs in an address
    } else if (newLine || (!fromRight && gap > WORD_GAP * after.size())) {
      flush();
      out.edge();
    }
  }

  private static boolean endsInDash(String unicode) {
    char c = unicode.charAt(unicode.length() - 1);
    return Fold.isDash(c) || c == '\u00AD';
  }
}
