import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a compositor looks for in finished pages: hyphens, ladders of them, widows and orphans,
 * lines that are too full, and the loosest lines. Reads the letters' paragraphs and notes; each
 * argument is a PDF of the size royal.
 */
final class PrintedLines {

  /** Elements within a line. */
  private static final Set<String> INLINE =
      Set.of("Span", "Link", "Quote", "Reference", "Lbl", "NonStruct", "Em", "Strong");

  /** How far two edges may differ and still be one, in points. */
  private static final float SAME = 0.4f;

  private static final float MEASURE = 294;

  private record Content(PDPage page, int id) {}

  private record Glyph(PDPage page, TextPosition text) {
    float x() {
      return text.getXDirAdj();
    }

    float y() {
      return text.getYDirAdj();
    }

    float end() {
      return x() + text.getWidthDirAdj();
    }

    boolean space() {
      return text.getUnicode().isBlank();
    }
  }

  /** A line: where its page is, where it ends from the left edge of the type, what it says. */
  private final class Line {
    private final List<Glyph> glyphs = new ArrayList<>();

    PDPage page() {
      return glyphs.get(0).page();
    }

    Glyph last() {
      int last = glyphs.size() - 1;
      while (last > 0 && glyphs.get(last).space()) {
        last--;
      }
      return glyphs.get(last);
    }

    float end() {
      return last().end() - (numbers.get(page()) % 2 == 0 ? 60 : 78);
    }

    boolean hyphenated() {
      String end = last().text().getUnicode();
      return end.endsWith("-") || end.endsWith("\u00ad") || end.endsWith("\u2010");
    }

    /** The mean space between its words, in ems; nought where it has one word. */
    float space() {
      float sum = 0;
      int count = 0;
      Glyph before = null;
      for (Glyph glyph : glyphs) {
        if (!glyph.space()) {
          if (before != null && glyph.x() - before.end() > 0.08f * glyph.text().getFontSizeInPt()) {
            sum += (glyph.x() - before.end()) / glyph.text().getFontSizeInPt();
            count++;
          }
          before = glyph;
        }
      }
      return count == 0 ? 0 : sum / count;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      glyphs.forEach(glyph -> text.append(glyph.text().getUnicode()));
      return "%.2f em, page %d: %s".formatted(space(), numbers.get(page()) + 1, text);
    }
  }

  private final Map<PDPage, Integer> numbers = new HashMap<>();
  private final Map<Content, List<Glyph>> prints = new HashMap<>();
  private final List<List<Glyph>> blocks = new ArrayList<>();

  private final List<Line> filled = new ArrayList<>();
  private final List<Line> overfull = new ArrayList<>();
  private final List<Line> ladders = new ArrayList<>();
  private final List<Line> lonely = new ArrayList<>();
  private int lines;
  private int hyphens;
  private int ladder;

  public static void main(String... files) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : files) {
      try (PDDocument document = Loader.loadPDF(new File(file))) {
        new PrintedLines().report(file, document, out);
      }
    }
  }

  private void report(String file, PDDocument document, PrintStream out) throws IOException {
    for (PDPage page : document.getPages()) {
      numbers.put(page, numbers.size());
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.setSuppressDuplicateOverlappingText(false);
      extractor.processPage(page);
      extractor.getMarkedContents().forEach(marked -> collect(marked, page, -1));
    }
    walk(document.getDocumentCatalog().getStructureTreeRoot(), null, false);
    blocks.forEach(this::judge);
    out.printf(
        "%s: %d pages, %d lines of letters, %d filled, %.1f %% of them hyphenated,"
            + " %d at most in a row, %d widows and orphans, %d overfull%n",
        file,
        numbers.size(),
        lines,
        filled.size(),
        100.0 * hyphens / filled.size(),
        ladder,
        lonely.size(),
        overfull.size());
    ladders.stream().limit(8).forEach(line -> out.println("  ladder " + line));
    lonely.stream().limit(8).forEach(line -> out.println("  alone  " + line));
    overfull.stream().limit(8).forEach(line -> out.println("  full   +%.1f pt ".formatted(line.end() - MEASURE) + line));
    for (double limit : List.of(0.4, 0.45, 0.5, 0.6)) {
      out.printf(
          "  spaces over %.2f em: %.2f %%%n",
          limit, 100.0 * filled.stream().filter(line -> line.space() > limit).count() / filled.size());
    }
    filled.stream()
        .sorted(Comparator.comparing(Line::space).reversed())
        .limit(12)
        .forEach(line -> out.println("  loose  " + line));
    filled.stream()
        .filter(line -> line.space() > 0)
        .sorted(Comparator.comparing(Line::space))
        .limit(3)
        .forEach(line -> out.println("  tight  " + line));
  }

  private void collect(PDMarkedContent marked, PDPage page, int outer) {
    int id = marked.getMCID() >= 0 ? marked.getMCID() : outer;
    for (Object item : marked.getContents()) {
      if (item instanceof TextPosition text && id >= 0) {
        prints
            .computeIfAbsent(new Content(page, id), key -> new ArrayList<>())
            .add(new Glyph(page, text));
      } else if (item instanceof PDMarkedContent inner) {
        collect(inner, page, id);
      }
    }
  }

  private void walk(PDStructureNode node, PDPage outer, boolean letter) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        PDPage page = element.getPage() == null ? outer : element.getPage();
        boolean own = letter || element.getStructureType().equals("Art");
        if (own) {
          List<Glyph> block = new ArrayList<>();
          block(element, page, block);
          blocks.add(block);
        } else {
          walk(element, page, false);
        }
      }
    }
  }

  /** A block's own glyphs; blocks and notes in it are blocks of their own. */
  private void block(PDStructureElement element, PDPage outer, List<Glyph> out) {
    for (Object kid : element.getKids()) {
      if (kid instanceof PDStructureElement inner) {
        PDPage page = inner.getPage() == null ? outer : inner.getPage();
        if (INLINE.contains(inner.getStructureType())) {
          block(inner, page, out);
        } else {
          List<Glyph> block = new ArrayList<>();
          block(inner, page, block);
          blocks.add(block);
        }
      } else if (kid instanceof PDMarkedContentReference reference) {
        PDPage page = reference.getPage() == null ? outer : reference.getPage();
        out.addAll(prints.getOrDefault(new Content(page, reference.getMCID()), List.of()));
      } else if (kid instanceof Integer id) {
        out.addAll(prints.getOrDefault(new Content(outer, id), List.of()));
      }
    }
  }

  private void judge(List<Glyph> glyphs) {
    List<Line> all = new ArrayList<>();
    Glyph last = null;
    for (Glyph glyph : glyphs) {
      boolean next =
          last == null
              || glyph.page() != last.page()
              || Math.abs(glyph.y() - last.y()) > 6 && glyph.x() < last.x();
      if (next) {
        all.add(new Line());
      }
      all.get(all.size() - 1).glyphs.add(glyph);
      last = glyph;
    }
    all.removeIf(line -> line.glyphs.stream().allMatch(Glyph::space));
    lines += all.size();
    if (all.size() > 1) {
      int end = all.size() - 1;
      if (all.get(0).page() != all.get(1).page()) {
        lonely.add(all.get(0));
      } else if (all.get(end).page() != all.get(end - 1).page()) {
        lonely.add(all.get(end));
      }
    }
    float edge = all.stream().map(Line::end).max(Comparator.naturalOrder()).orElse(0f);
    int row = 0;
    for (int i = 0; i < all.size(); i++) {
      Line line = all.get(i);
      if (line.end() > MEASURE + SAME) {
        overfull.add(line);
      }
      if (i < all.size() - 1 && line.end() > Math.min(edge, MEASURE) - SAME) {
        filled.add(line);
        row = line.hyphenated() ? row + 1 : 0;
        hyphens += line.hyphenated() ? 1 : 0;
        ladder = Math.max(ladder, row);
        if (row > 2) {
          ladders.add(line);
        }
      } else {
        row = 0;
      }
    }
  }
}
