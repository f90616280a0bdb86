package org.letterpress.render.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;

/**
 * Binds a book's front matter first, which was set behind the letters: its pages, its part of the
 * structure, and the names of all pages.
 */
final class Binder {

  private final PDDocument pdf;
  private final int from;
  private final int to;

  /**
   * For a file.
   *
   * @param from the first page of the front matter, counted from nought
   * @param to the first page behind it; of a book without an index the number of all pages
   */
  Binder(PDDocument pdf, int from, int to) {
    this.pdf = pdf;
    this.from = from;
    this.to = to;
  }

  void bind() {
    List<COSDictionary> pages = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      pages.add(page.getCOSObject());
    }
    List<COSDictionary> front = List.copyOf(pages.subList(from, to));
    int fronts = front.size();
    Collections.rotate(pages.subList(0, to), fronts);
    COSDictionary tree = pdf.getPages().getCOSObject();
    tree.setItem(COSName.KIDS, new COSArray(pages));
    pages.forEach(page -> page.setItem(COSName.PARENT, tree));

    COSDictionary root =
        pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    COSDictionary document = Finisher.elements(root).get(0);
    if (document.getDictionaryObject(COSName.K) instanceof COSArray parts) {
      List<COSBase> order = new ArrayList<>();
      parts.forEach(order::add);
      List<COSBase> first = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        if (stands(parts.getObject(i), front)) {
          first.add(parts.get(i));
        }
      }
      order.removeAll(first);
      order.addAll(0, first);
      document.setItem(COSName.K, new COSArray(order));
    }

    PDPageLabels labels = new PDPageLabels(pdf);
    labels.setLabelItem(0, range(PDPageLabelRange.STYLE_ROMAN_LOWER));
    labels.setLabelItem(fronts, range(PDPageLabelRange.STYLE_DECIMAL));
    pdf.getDocumentCatalog().setPageLabels(labels);
  }

  private static PDPageLabelRange range(String style) {
    PDPageLabelRange range = new PDPageLabelRange();
    range.setStyle(style);
    return range;
  }

  /** Whether the first page that a part of the structure names is one of these. */
  private static boolean stands(COSBase part, List<COSDictionary> pages) {
    if (!(part instanceof COSDictionary element)) {
      return false;
    }
    COSDictionary page = element.getCOSDictionary(COSName.PG);
    if (page != null) {
      return pages.stream().anyMatch(one -> one == page);
    }
    return Finisher.elements(element).stream().anyMatch(kid -> stands(kid, pages));
  }
}
