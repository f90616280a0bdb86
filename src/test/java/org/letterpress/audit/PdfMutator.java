package org.letterpress.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Makes small faults in a finished PDF: drops, doubles, swaps and alters the glyphs of the letter's
 * words and of its punctuation, in the content streams of the pages.
 */
final class PdfMutator {

  /** One glyph: two bytes of a string that an operator shows. */
  private record Glyph(
      int page, COSString string, int at, String code, PDFont font, String text, int content) {

    boolean isLetter() {
      return !text.isEmpty() && Character.isLetter(text.codePointAt(0));
    }

    boolean isMark() {
      return !text.isEmpty() && Fold.isMark(text.codePointAt(0));
    }

    boolean isPunctuation() {
      return text.length() == 1 && ".,;:!?()“”".contains(text);
    }

    /** Not the hyphen, which a line may have of the printer's. */
    boolean isDashOrQuote() {
      return text.length() == 1 && "–—“”„‘’‚«»‹›\"'".contains(text);
    }
  }

  private final byte[] pdf;
  private final Random random;

  private String touched = "";

  PdfMutator(byte[] pdf, long seed) {
    this.pdf = pdf;
    this.random = new Random(seed);
  }

  /** What the last fault was made in: a word, as far as one font draws it, or a mark. */
  String touched() {
    return touched;
  }

  /** Whether findings name it. */
  boolean isNamedIn(List<String> messages) {
    return Mutator.isNamed(touched, messages);
  }

  /** A PDF with a fault of one of seven kinds. */
  byte[] fault(int kind) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<List<Object>> pages = new ArrayList<>();
      List<Glyph> glyphs = glyphs(document, pages);
      Set<Integer> changed = change(kind % 7, glyphs);
      return saved(document, pages, changed);
    }
  }

  private static byte[] saved(PDDocument document, List<List<Object>> pages, Set<Integer> changed)
      throws IOException {
    for (int page : changed) {
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        new ContentStreamWriter(out).writeTokens(pages.get(page));
      }
      document.getPage(page).setContents(stream);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, CompressParameters.NO_COMPRESSION); // it is read once
    return out.toByteArray();
  }

  /** For each mark that is drawn, a PDF without it. */
  List<byte[]> withoutMarks() throws IOException {
    List<byte[]> faulty = new ArrayList<>();
    int count = 1;
    for (int i = 0; i < count; i++) {
      try (PDDocument document = Loader.loadPDF(pdf)) {
        List<List<Object>> pages = new ArrayList<>();
        List<Glyph> marks = glyphs(document, pages).stream().filter(Glyph::isMark).toList();
        count = marks.size();
        faulty.add(saved(document, pages, put(marks.subList(i, i + 1), "")));
      }
    }
    return faulty;
  }

  private Set<Integer> change(int kind, List<Glyph> glyphs) {
    return switch (kind) {
      case 0 -> put(word(glyphs, word -> true), "");
      case 1 -> {
        List<Glyph> word = word(glyphs, w -> true);
        yield put(word, codes(word) + codes(word));
      }
      case 2 -> swap(glyphs);
      case 3 -> {
        List<Glyph> word = word(glyphs, w -> true);
        Glyph one = word.get(random.nextInt(word.size()));
        yield put(List.of(one), other(one, glyphs, Glyph::isLetter));
      }
      case 4 -> {
        Glyph mark = punctuation(glyphs);
        yield put(List.of(mark), "");
      }
      case 5 -> {
        Glyph mark = punctuation(glyphs);
        yield put(List.of(mark), other(mark, glyphs, Glyph::isPunctuation));
      }
      default -> {
        List<Glyph> marks = glyphs.stream().filter(Glyph::isDashOrQuote).toList();
        Glyph mark =
            marks.isEmpty() ? punctuation(glyphs) : marks.get(random.nextInt(marks.size()));
        yield put(
            List.of(mark), other(mark, glyphs, g -> g.isDashOrQuote() || g.text().equals("-")));
      }
    };
  }

  /** Another glyph of the same font; nothing where there is none. */
  private static String other(Glyph glyph, List<Glyph> glyphs, Predicate<Glyph> kind) {
    return glyphs.stream()
        .filter(g -> kind.test(g) && g.font().equals(glyph.font()))
        .filter(g -> !Fold.fold(g.text()).equals(Fold.fold(glyph.text())))
        .map(Glyph::code)
        .findFirst()
        .orElse("");
  }

  private Set<Integer> swap(List<Glyph> glyphs) {
    // A font may have one word alone.
    List<Glyph> first =
        word(
            glyphs,
            w ->
                glyphs.stream()
                    .filter(g -> g.isLetter() && g.font().equals(w.get(0).font()))
                    .anyMatch(g -> !text(w).contains(g.text())));
    List<Glyph> second =
        word(
            glyphs,
            w -> w.get(0).font().equals(first.get(0).font()) && !text(w).equals(text(first)));
    String codes = codes(first);
    Set<Integer> pages = new HashSet<>();
    // The later one first: what is put in does not move what stands before it.
    boolean later = glyphs.indexOf(first.get(0)) > glyphs.indexOf(second.get(0));
    String others = codes(second);
    pages.addAll(later ? put(first, others) : put(second, codes));
    pages.addAll(later ? put(second, codes) : put(first, others));
    return pages;
  }

  private Glyph punctuation(List<Glyph> glyphs) {
    List<Glyph> marks = glyphs.stream().filter(Glyph::isPunctuation).toList();
    return marks.get(random.nextInt(marks.size()));
  }

  /** The letters round a random letter. */
  private List<Glyph> word(List<Glyph> glyphs, Predicate<List<Glyph>> wanted) {
    while (true) {
      int at = random.nextInt(glyphs.size());
      int from = at;
      while (from > 0 && belong(glyphs.get(from - 1), glyphs.get(at))) {
        from--;
      }
      int to = at;
      while (to < glyphs.size() && belong(glyphs.get(to), glyphs.get(at))) {
        to++;
      }
      if (to > from && wanted.test(glyphs.subList(from, to))) {
        return glyphs.subList(from, to);
      }
    }
  }

  private static boolean belong(Glyph one, Glyph other) {
    return one.isLetter()
        && other.isLetter()
        && one.content() == other.content()
        && one.page() == other.page()
        && one.font().equals(other.font());
  }

  private static String text(List<Glyph> word) {
    StringBuilder text = new StringBuilder();
    word.forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }

  private static String codes(List<Glyph> word) {
    StringBuilder codes = new StringBuilder();
    word.forEach(glyph -> codes.append(glyph.code()));
    return codes.toString();
  }

  /** Puts other codes in the place of a run of glyphs. */
  @SuppressWarnings("deprecation") // the string has to change where it stands
  private Set<Integer> put(List<Glyph> word, String codes) {
    touched = text(word);
    for (int i = word.size() - 1; i >= 0; i--) {
      Glyph glyph = word.get(i);
      StringBuilder bytes = new StringBuilder(latin(glyph.string().getBytes()));
      bytes.replace(glyph.at(), glyph.at() + 2, i == 0 ? codes : "");
      glyph.string().setValue(bytes(bytes.toString()));
    }
    return Set.of(word.get(0).page());
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** The letter's glyphs; and, for each page, its tokens. */
  private static List<Glyph> glyphs(PDDocument document, List<List<Object>> pages)
      throws IOException {
    Map<COSDictionary, Set<Integer>> letters = new HashMap<>();
    collect(document.getDocumentCatalog().getStructureTreeRoot(), null, false, "", letters);
    List<Glyph> glyphs = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      List<Object> tokens = new PDFStreamParser(page).parse();
      pages.add(tokens);
      Set<Integer> own = letters.getOrDefault(page.getCOSObject(), Set.of());
      List<Integer> open = new ArrayList<>();
      PDFont font = null;
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i) instanceof Operator operator) {
          switch (operator.getName()) {
            case "BDC" ->
                open.add(
                    tokens.get(i - 1) instanceof COSDictionary properties
                        ? properties.getInt(COSName.MCID, -1)
                        : -1);
            case "BMC" -> open.add(-1);
            case "EMC" -> open.remove(open.size() - 1);
            case "Tf" -> font = page.getResources().getFont((COSName) tokens.get(i - 2));
            case "Tj", "TJ" -> {
              int content = open.isEmpty() ? -1 : open.get(open.size() - 1);
              if (own.contains(content)) {
                show((COSBase) tokens.get(i - 1), pages.size() - 1, font, content, glyphs);
              }
            }
            default -> {}
          }
        }
      }
    }
    return glyphs;
  }

  private static void show(COSBase shown, int page, PDFont font, int content, List<Glyph> glyphs)
      throws IOException {
    if (shown instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        show(array.getObject(i), page, font, content, glyphs);
      }
    } else if (shown instanceof COSString string) {
      byte[] bytes = string.getBytes();
      for (int i = 0; i + 1 < bytes.length; i += 2) {
        String text = font.toUnicode((bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF));
        String code = latin(bytes).substring(i, i + 2);
        glyphs.add(new Glyph(page, string, i, code, font, text == null ? "" : text, content));
      }
    }
  }

  /** The marked contents that are the letter's own words, by page. */
  private static void collect(
      PDStructureNode node,
      COSDictionary outerPage,
      boolean isLetter,
      String parent,
      Map<COSDictionary, Set<Integer>> letters) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        String type = element.getStructureType();
        boolean is =
            switch (type) {
              case "Art", "Note" -> true;
              case "NonStruct", "Reference" -> false;
              case "Lbl" -> isLetter && parent.equals("LI");
              default -> isLetter;
            };
        COSDictionary page =
            element.getPage() == null ? outerPage : element.getPage().getCOSObject();
        collect(element, page, is, type, letters);
      } else if (isLetter && kid instanceof Integer id) {
        letters.computeIfAbsent(outerPage, page -> new HashSet<>()).add(id);
      } else if (isLetter && kid instanceof PDMarkedContentReference reference) {
        COSDictionary page =
            reference.getPage() == null ? outerPage : reference.getPage().getCOSObject();
        letters.computeIfAbsent(page, p -> new HashSet<>()).add(reference.getMCID());
      }
    }
  }
}
