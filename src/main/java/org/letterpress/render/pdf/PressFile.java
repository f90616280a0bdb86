package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Makes a printing house's file of one that is to be read: paper round each page with marks on it,
 * inks for colours, the press's profile; nothing to click on, and nothing attached. The tags stay:
 * they do no harm on paper, and by them the audit reads the words back.
 */
final class PressFile {

  private static final COSName GTS_VERSION = COSName.getPDFName("GTS_PDFXVersion");

  /** What of a file to be read has no sense on paper. */
  private static final List<String> ON_SCREEN =
      List.of("Names", "Dests", "Outlines", "OpenAction", "AA", "AF", "PageMode", "Version");

  private final PDDocument pdf;
  private final Sheet sheet;
  private final String name;

  /**
   * Takes a file.
   *
   * @param name what the sheets are called at their foot
   */
  PressFile(PDDocument pdf, Sheet sheet, String name) {
    this.pdf = pdf;
    this.sheet = sheet;
    this.name = name;
  }

  /** Changes the pages. */
  void pages() throws IOException {
    PDDocumentCatalog catalog = pdf.getDocumentCatalog();
    ON_SCREEN.forEach(key -> catalog.getCOSObject().removeItem(COSName.getPDFName(key)));
    unlink(catalog.getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT));
    String[] labels =
        catalog.getPageLabels() == null ? null : catalog.getPageLabels().getLabelsByPageIndices();
    Inks inks = new Inks(sheet.profile());
    CropMarks marks = new CropMarks(pdf);
    Set<COSStream> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    int number = 0;
    for (PDPage page : pdf.getPages()) {
      pictures(page, inks, seen);
      inks.page(pdf, page, sheet.margin());
      PDRectangle trim = page.getMediaBox();
      enlarge(page, trim);
      String label = labels == null ? String.valueOf(number + 1) : labels[number];
      marks.draw(page, slug(label, trim));
      number++;
    }
  }

  private String slug(String label, PDRectangle trim) {
    String size =
        Sheet.millimetres(trim.getWidth()) + " × " + Sheet.millimetres(trim.getHeight()) + " mm";
    return String.join(" · ", label, size, sheet.standard().key(), sheet.condition(), name);
  }

  private static void pictures(PDPage page, Inks inks, Set<COSStream> seen) throws IOException {
    if (page.getResources() == null) {
      return;
    }
    page.getResources().getCOSObject().removeItem(COSName.COLORSPACE);
    for (COSName key : page.getResources().getXObjectNames()) {
      PDXObject object = page.getResources().getXObject(key);
      if (object instanceof PDImageXObject picture && seen.add(picture.getCOSObject())) {
        try {
          inks.picture(picture);
        } catch (IOException | RuntimeException damaged) {
          // It stays as it is, and the lint finds a picture that isn't in the inks of the press.
        }
      }
    }
  }

  private void enlarge(PDPage page, PDRectangle trim) {
    COSDictionary dictionary = page.getCOSObject();
    for (String key : List.of("Annots", "CropBox", "ArtBox", "Group", "Tabs", "AA")) {
      dictionary.removeItem(COSName.getPDFName(key));
    }
    page.setMediaBox(box(trim, sheet.margin(), sheet.margin()));
    page.setBleedBox(box(trim, sheet.margin(), sheet.bleed()));
    page.setTrimBox(box(trim, sheet.margin(), 0));
  }

  /** The page in the middle of its sheet, and so much round it. */
  private static PDRectangle box(PDRectangle trim, double margin, double round) {
    return new PDRectangle(
        (float) (margin - round),
        (float) (margin - round),
        (float) (trim.getWidth() + 2 * round),
        (float) (trim.getHeight() + 2 * round));
  }

  /** Takes the references to links out of the structure. */
  private static void unlink(COSDictionary element) {
    if (element.getDictionaryObject(COSName.K) instanceof COSArray kids) {
      for (int i = kids.size() - 1; i >= 0; i--) {
        if (isReference(kids.getObject(i))) {
          kids.remove(i);
        }
      }
    } else if (isReference(element.getDictionaryObject(COSName.K))) {
      element.removeItem(COSName.K);
    }
    Finisher.elements(element).forEach(PressFile::unlink);
  }

  private static boolean isReference(COSBase kid) {
    return kid instanceof COSDictionary dictionary
        && COSName.OBJR.equals(dictionary.getCOSName(COSName.TYPE));
  }

  /**
   * Says what the file is.
   *
   * @param digest what tells it from others
   * @param date when it was made, in whole seconds
   */
  void declare(byte[] digest, Instant date) throws IOException {
    pdf.getDocument().setVersion(sheet.standard().version());
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.getCOSObject().setString(GTS_VERSION, sheet.standard().key());
    information.setTrapped("False");
    information.setModificationDate(information.getCreationDate());
    intent();
    metadata(digest, date);
  }

  private void intent() throws IOException {
    PDStream profile =
        new PDStream(pdf, new ByteArrayInputStream(sheet.profile()), COSName.FLATE_DECODE);
    profile.getCOSObject().setInt(COSName.N, 4);
    COSDictionary intent = new COSDictionary();
    intent.setItem(COSName.TYPE, COSName.getPDFName("OutputIntent"));
    intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFX"));
    intent.setString(COSName.getPDFName("OutputConditionIdentifier"), sheet.condition());
    intent.setString(COSName.getPDFName("OutputCondition"), sheet.condition());
    intent.setString(COSName.INFO, sheet.condition());
    intent.setItem(COSName.getPDFName("DestOutputProfile"), profile);
    pdf.getDocumentCatalog()
        .getCOSObject()
        .setItem(COSName.getPDFName("OutputIntents"), new COSArray(List.of(intent)));
  }

  private void metadata(byte[] digest, Instant date) throws IOException {
    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
    String more =
        """
        <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
            xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
          <xmp:ModifyDate>%s</xmp:ModifyDate>
          <pdf:Trapped>False</pdf:Trapped>
          <pdfxid:GTS_PDFXVersion>%s</pdfxid:GTS_PDFXVersion>
          <xmpMM:DocumentID>uuid:%s</xmpMM:DocumentID>
          <xmpMM:VersionID>1</xmpMM:VersionID>
          <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
        </rdf:Description>
        """
            .formatted(date, sheet.standard().key(), UUID.nameUUIDFromBytes(digest));
    String xmp = new String(metadata.toByteArray(), UTF_8);
    String whole =
        xmp.replaceFirst("<pdf:PDFVersion>[^<]*</pdf:PDFVersion>", "")
            .replace("</rdf:RDF>", more + "</rdf:RDF>");
    metadata.importXMPMetadata(whole.getBytes(UTF_8));
  }
}
