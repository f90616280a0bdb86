package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/**
 * Judges a file for a printing house: what PDF/X asks, and what houses ask beyond it. It judges the
 * file alone, whoever made it.
 */
public final class PressLint {

  private static final COSName GTS_VERSION = COSName.getPDFName("GTS_PDFXVersion");

  /** Boxes of the same page may differ by what rounding makes of them, in points. */
  private static final float ROUNDING = 0.01f;

  /**
   * A fault, whose arguments tell it from others of the same code; on how many pages, where first.
   */
  private record Fault(Severity severity, Map<String, String> arguments, int first, int pages) {

    Fault again(int page) {
      return page == first ? this : new Fault(severity, arguments, first, pages + 1);
    }
  }

  private final Map<String, Fault> faults = new TreeMap<>();
  private final PDDocument pdf;
  private final Optional<Sheet.Standard> standard;
  private int page;

  private PressLint(PDDocument pdf) throws IOException {
    this.pdf = pdf;
    this.standard = standard();
  }

  /**
   * Judges.
   *
   * @param content the file's bytes
   * @param file what the findings are said to be about
   * @return one finding a fault, however many pages have it
   */
  public static List<Finding> findings(byte[] content, String file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      PressLint lint = new PressLint(pdf);
      lint.document();
      for (PDPage one : pdf.getPages()) {
        lint.page++;
        lint.boxes(one);
        lint.content(one);
      }
      List<Finding> findings = new ArrayList<>();
      lint.faults.forEach(
          (key, fault) -> {
            Map<String, String> arguments = new TreeMap<>(fault.arguments());
            arguments.put("page", String.valueOf(fault.first()));
            arguments.put("pages", String.valueOf(fault.pages()));
            findings.add(
                Finding.of(
                    key.replaceFirst(" .*", ""),
                    fault.severity(),
                    Location.of(file),
                    arguments,
                    List.of()));
          });
      return findings;
    }
  }

  private void error(String code, String detail) {
    fault(code, Severity.ERROR, detail);
  }

  private void fault(String code, Severity severity, String detail) {
    faults.merge(
        code + " " + detail,
        new Fault(severity, Map.of("detail", detail), page, 1),
        (known, again) -> known.again(page));
  }

  /** What the file says of itself. */
  private Optional<Sheet.Standard> standard() throws IOException {
    String key = pdf.getDocumentInformation().getCOSObject().getString(GTS_VERSION);
    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
    String xmp = metadata == null ? "" : new String(metadata.toByteArray(), UTF_8);
    return Stream.of(Sheet.Standard.values())
        .filter(
            one ->
                one == Sheet.Standard.X4
                    ? xmp.contains("GTS_PDFXVersion>" + one.key() + "<")
                    : one.key().equals(key))
        .findFirst();
  }

  private void document() throws IOException {
    float version = pdf.getVersion();
    if (standard.isEmpty()) {
      error("press-version", "GTS_PDFXVersion");
    } else if (version > standard.get().version() || pdf.isEncrypted()) {
      error("press-version", String.format(Locale.ROOT, "PDF %.1f", version));
    }
    String title = pdf.getDocumentInformation().getTitle();
    if (title == null || title.isBlank()) {
      error("press-title", "Title");
    }
    String trapped = pdf.getDocumentInformation().getTrapped();
    if (!"True".equals(trapped) && !"False".equals(trapped)) {
      error("press-trapped", "Trapped");
    }
    if (!hasIntent()) {
      error("press-intent", "GTS_PDFX");
    }
    PDDocumentCatalog catalog = pdf.getDocumentCatalog();
    boolean attached = catalog.getNames() != null && catalog.getNames().getEmbeddedFiles() != null;
    if (attached || catalog.getCOSObject().containsKey(COSName.getPDFName("AF"))) {
      error("press-attachment", "EmbeddedFiles");
    }
    if (catalog.getAcroForm(null) != null) {
      error("press-annotation", "AcroForm");
    }
  }

  private boolean hasIntent() throws IOException {
    COSArray intents =
        pdf.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("OutputIntents"));
    int good = 0;
    for (int i = 0; intents != null && i < intents.size(); i++) {
      if (intents.getObject(i) instanceof COSDictionary intent
          && COSName.getPDFName("GTS_PDFX").equals(intent.getCOSName(COSName.S))) {
        String condition = intent.getString(COSName.getPDFName("OutputConditionIdentifier"));
        COSStream profile = intent.getCOSStream(COSName.getPDFName("DestOutputProfile"));
        boolean named = condition != null && !condition.isBlank();
        if (!named || profile == null || profile.getInt(COSName.N) != 4) {
          return false;
        }
        if (!Sheet.isOfPress(profile.createInputStream().readAllBytes())) {
          return false;
        }
        good++;
      }
    }
    return good == 1;
  }

  /** The paper holds the bleed, the bleed the page. */
  private void boxes(PDPage one) {
    COSDictionary dictionary = one.getCOSObject();
    if (!dictionary.containsKey(COSName.TRIM_BOX) || dictionary.containsKey(COSName.ART_BOX)) {
      error("press-boxes", "TrimBox");
      return;
    }
    // PDFBox's own way to the inner boxes cuts them to the paper.
    PDRectangle trim = new PDRectangle(dictionary.getCOSArray(COSName.TRIM_BOX));
    PDRectangle bleed =
        dictionary.containsKey(COSName.BLEED_BOX)
            ? new PDRectangle(dictionary.getCOSArray(COSName.BLEED_BOX))
            : trim;
    if (!holds(one.getMediaBox(), bleed) || !holds(bleed, trim) || !holds(one.getCropBox(), trim)) {
      error("press-boxes", "MediaBox, BleedBox, TrimBox");
    }
  }

  private static boolean holds(PDRectangle outer, PDRectangle inner) {
    return outer.getLowerLeftX() <= inner.getLowerLeftX() + ROUNDING
        && outer.getLowerLeftY() <= inner.getLowerLeftY() + ROUNDING
        && outer.getUpperRightX() >= inner.getUpperRightX() - ROUNDING
        && outer.getUpperRightY() >= inner.getUpperRightY() - ROUNDING;
  }

  private void content(PDPage one) throws IOException {
    if (!one.getAnnotations().isEmpty()) {
      error("press-annotation", "Annots");
    }
    new PressContent(
            (code, detail) ->
                fault(
                    code,
                    // The newer standard lets things shine through; many houses don't like it.
                    code.equals("press-resolution")
                            || (code.equals("press-transparency")
                                && standard.equals(Optional.of(Sheet.Standard.X4)))
                        ? Severity.WARNING
                        : Severity.ERROR,
                    detail))
        .judge(one);
  }
}
