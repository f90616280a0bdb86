package org.letterpress.render;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What stands on which page of a finished book. */
final class BookText {

  /**
   * A line of contents.
   *
   * @param words without dots and number
   * @param onPage the page that it stands on, from 0
   * @param right how far its number reaches
   */
  record Line(String words, String number, int onPage, float right) {

    String letters() {
      return BookText.letters(words);
    }
  }

  /** Letters in reading order, and the page of each, from 0. */
  static final class Trace {

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> pages = new ArrayList<>();

    private void add(String more, int page) {
      String folded = BookText.letters(more);
      text.append(folded);
      folded.chars().forEach(letter -> pages.add(page));
    }

    String letters() {
      return text.toString();
    }

    int page(int at) {
      return pages.get(at);
    }
  }

  private record Content(int page, int id) {}

  /** What is printed under an id: its characters, and how far they reach. */
  private static final class Print {
    private final StringBuilder text = new StringBuilder();
    private float right;
  }

  private final List<String> labels;
  private final List<String> pages = new ArrayList<>();
  private final Map<PDPage, Integer> numbers = new HashMap<>();
  private final Map<Content, Print> prints = new HashMap<>();
  private final Map<String, Trace> texts = new HashMap<>();
  private final Map<String, List<Trace>> notes = new HashMap<>();
  private final List<List<Line>> contents = new ArrayList<>();
  private final Map<String, List<String>> index = new LinkedHashMap<>();
  private final PDStructureElement last;
  private boolean inIndex;

  private BookText(PDDocument document) throws IOException {
    labels = Arrays.asList(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices());
    for (PDPage page : document.getPages()) {
      numbers.put(page, pages.size());
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(pages.size() + 1);
      stripper.setEndPage(pages.size() + 1);
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.setSuppressDuplicateOverlappingText(false);
      extractor.processPage(page);
      extractor.getMarkedContents().forEach(marked -> collect(marked, -1));
      pages.add(stripper.getText(document));
    }
    PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
    PDStructureElement whole = (PDStructureElement) root.getKids().get(0);
    List<Object> parts = whole.getKids();
    last = (PDStructureElement) parts.get(parts.size() - 1);
    walk(root, -1);
  }

  static BookText read(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new BookText(document);
    }
  }

  /**
   * Letters and digits alone, in lower case and without accents; of scripts that go to the right,
   * since a page holds others in the order of sight.
   */
  static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .filter(
            letter -> Character.getDirectionality(letter) != Character.DIRECTIONALITY_RIGHT_TO_LEFT)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .toLowerCase(Locale.ROOT);
  }

  /** What stands between spaces. */
  static List<String> words(String page) {
    return Arrays.asList(page.strip().split("\\s+", -1));
  }

  List<String> labels() {
    return labels;
  }

  List<String> pages() {
    return pages;
  }

  /** The text of the page of this number. */
  String page(String number) {
    return labels.contains(number) ? pages.get(labels.indexOf(number)) : "";
  }

  /** The right edge of the type on a page of the usual size. */
  float edge(int page) {
    return labels.indexOf("1") % 2 == page % 2 ? 354 : 372;
  }

  Trace text(String letter) {
    return texts.getOrDefault(letter, new Trace());
  }

  List<Trace> notes(String letter) {
    return notes.getOrDefault(letter, List.of());
  }

  /** The contents, and after it other lists of that kind. */
  List<List<Line>> contents() {
    return contents;
  }

  /** The numbers behind each name of the index: every page by itself. */
  Map<String, List<String>> index() {
    return index;
  }

  private void collect(PDMarkedContent marked, int outer) {
    int id = marked.getMCID() >= 0 ? marked.getMCID() : outer;
    for (Object item : marked.getContents()) {
      if (item instanceof TextPosition text && id >= 0) {
        Print print = prints.computeIfAbsent(new Content(pages.size(), id), key -> new Print());
        print.text.append(text.getUnicode());
        print.right = text.getXDirAdj() + text.getWidthDirAdj();
      } else if (item instanceof PDMarkedContent inner) {
        collect(inner, id);
      }
    }
  }

  /** Looks for letters, contents and, in what comes last, the index. */
  private void walk(PDStructureNode node, int outer) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        int page = page(element, outer);
        inIndex |= element.getCOSObject() == last.getCOSObject();
        switch (element.getStructureType()) {
          case "Art" -> letter(element, page);
          case "TOC" -> contents.add(toc(element, page));
          case "P" -> entry(element, page);
          default -> walk(element, page);
        }
      }
    }
  }

  private int page(PDStructureElement element, int outer) {
    return element.getPage() == null ? outer : numbers.get(element.getPage());
  }

  private void letter(PDStructureElement art, int page) {
    Trace text = new Trace();
    List<Trace> own = new ArrayList<>();
    trace(art, page, text, own);
    texts.put(art.getTitle(), text);
    notes.put(art.getTitle(), own);
  }

  private void trace(PDStructureElement element, int page, Trace out, List<Trace> own) {
    for (Object kid : element.getKids()) {
      if (kid instanceof PDStructureElement inner) {
        int on = page(inner, page);
        boolean label =
            inner.getStructureType().equals("Lbl") && !element.getStructureType().equals("LI");
        if (inner.getStructureType().equals("Note")) {
          Trace note = new Trace();
          own.add(note);
          trace(inner, on, note, own);
        } else if (!label
            && !List.of("NonStruct", "Reference").contains(inner.getStructureType())) {
          trace(inner, on, out, own);
        }
      } else {
        Content content = content(kid, page);
        if (prints.containsKey(content)) {
          out.add(prints.get(content).text.toString(), content.page());
        }
      }
    }
  }

  private Content content(Object kid, int page) {
    if (kid instanceof PDMarkedContentReference reference) {
      PDPage own = reference.getPage();
      return new Content(own == null ? page : numbers.get(own), reference.getMCID());
    }
    return new Content(page, kid instanceof Integer id ? id : -1);
  }

  private List<Line> toc(PDStructureElement toc, int outer) {
    List<Line> lines = new ArrayList<>();
    for (Object kid : toc.getKids()) {
      if (kid instanceof PDStructureElement item && item.getStructureType().equals("TOCI")) {
        List<Content> number = new ArrayList<>();
        String words = words(item, page(item, outer), number);
        Content last = number.get(number.size() - 1);
        lines.add(new Line(words, link(number), last.page(), prints.get(last).right));
      }
    }
    return lines;
  }

  /** A name of the index with the numbers that it leads to; a cross-reference leads nowhere. */
  private void entry(PDStructureElement paragraph, int outer) {
    List<Content> numbers = new ArrayList<>();
    String name = letters(words(paragraph, page(paragraph, outer), numbers));
    if (inIndex && !numbers.isEmpty()) {
      String pages =
          Arrays.stream(link(numbers).split(", ", -1))
              .map(BookText::each)
              .collect(Collectors.joining(", "));
      index.computeIfAbsent(name, key -> new ArrayList<>()).add(pages);
    }
  }

  private static String each(String range) {
    String[] ends = range.split("–", -1);
    return ends.length == 1
        ? range
        : IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
  }

  private String link(List<Content> contents) {
    return contents.stream()
        .map(
            content ->
                prints
                    .get(content)
                    .text
                    .toString()
                    .replace("\u2060", "")
                    .strip()
                    .replaceFirst("\u00a0\\p{L}+\\.\u00a0", " n. "))
        .collect(Collectors.joining(", "));
  }

  /** The words of an element but those of its links, whose contents are told. */
  private String words(PDStructureElement element, int page, List<Content> links) {
    return words(element, page, links, element.getStructureType().equals("Link"));
  }

  private String words(PDStructureElement element, int page, List<Content> links, boolean inLink) {
    StringBuilder words = new StringBuilder();
    for (Object kid : element.getKids()) {
      if (kid instanceof PDStructureElement inner) {
        List<Content> target = new ArrayList<>();
        boolean within = inLink || inner.getStructureType().equals("Link");
        words.append(words(inner, page(inner, page), target, within));
        links.addAll(target);
      } else {
        Content content = content(kid, page);
        if (prints.containsKey(content)) {
          if (inLink) {
            links.add(content);
          } else {
            words.append(prints.get(content).text);
          }
        }
      }
    }
    return words.toString();
  }
}
