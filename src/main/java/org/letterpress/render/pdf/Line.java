package org.letterpress.render.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.fop.accessibility.StructureTreeElement;
import org.apache.fop.pdf.PDFStructElem;
import org.apache.fop.pdf.StandardStructureTypes.Grouping;
import org.apache.fop.pdf.StructureType;

/** A printed line: where its letters stand, and whose they are. Lengths are as on the page. */
final class Line {

  /** What is no running text of the letter's: its headings, tables, notes, the program's words. */
  private static final Set<String> APART =
      Set.of(
          "H1",
          "H2",
          "H3",
          "H4",
          "H5",
          "H6",
          "Table",
          "Caption",
          "Lbl",
          "Reference",
          "Note",
          "NonStruct");

  private final List<StructureTreeElement> parts = new ArrayList<>();
  private double baseline = Double.NaN;
  private int largest;

  /**
   * Some words were painted in the line.
   *
   * @param baseline where they stand, from the page's top
   * @param size of their letters
   * @param part what they belong to; null for artifacts
   */
  void words(double baseline, int size, StructureTreeElement part) {
    if (size > largest || (size == largest && baseline > this.baseline)) {
      this.baseline = baseline;
      largest = size;
    }
    if (part != null) {
      parts.add(part);
    }
  }

  /** Where its largest letters stand: raised and lowered signs are smaller. Empty without words. */
  OptionalDouble baseline() {
    return largest > 0 ? OptionalDouble.of(baseline) : OptionalDouble.empty();
  }

  /** The letter of whose running text some words of the line are. */
  Optional<StructureTreeElement> letter() {
    return parts.stream().flatMap(part -> letter(part).stream()).findFirst();
  }

  private static Optional<StructureTreeElement> letter(StructureTreeElement part) {
    PDFStructElem element = part instanceof PDFStructElem structure ? structure : null;
    while (element != null) {
      StructureType type = element.getStructureType();
      if (type == Grouping.ART) {
        return Optional.of(element);
      } else if (type != null && APART.contains(type.getName().getName())) {
        return Optional.empty();
      }
      element = element.getParentStructElem();
    }
    return Optional.empty();
  }
}
