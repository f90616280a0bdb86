package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.letterpress.finding.Sha256;

/**
 * Mends in FOP's file what the standards ask and FOP leaves out: those of reading and archive, with
 * the TEI attached, or that of the printing house.
 */
final class Finisher {

  /** FOP writes these as the clock of the place has them. */
  private static final Pattern XMP_DATE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9]{2}:[0-9]{2})");

  /** Where a colour profile names the platform that it was made for (ICC.1, 7.2). */
  private static final int PLATFORM = 40;

  private static final COSName AF = COSName.getPDFName("AF");
  private static final COSName AF_RELATIONSHIP = COSName.getPDFName("AFRelationship");

  private final Press.Job job;
  private final Optional<Sheet> sheet;
  private final Press.Pages pages;
  private int notes;

  /**
   * Prepares for a file.
   *
   * @param sheet what a printing house asks for, where it is for one
   * @param pages what FOP made
   */
  Finisher(Press.Job job, Optional<Sheet> sheet, Press.Pages pages) {
    this.job = job;
    this.sheet = sheet;
    this.pages = pages;
  }

  /** The finished file's bytes. */
  byte[] finish() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(pages.pdf())) {
      COSDictionary structure =
          pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
      if (pages.frontPage() >= 0) {
        int end = pages.indexPage() < 0 ? pdf.getNumberOfPages() : pages.indexPage();
        new Binder(pdf, pages.frontPage(), end).bind();
      }
      visit(structure);
      pages.ligatures().write(pdf);
      date(pdf);
      byte[] digest;
      if (sheet.isPresent()) {
        PressFile file = new PressFile(pdf, sheet.get(), name(pdf));
        file.pages();
        digest = digest(pdf);
        file.declare(digest, job.date().truncatedTo(ChronoUnit.SECONDS));
      } else {
        if (job.tei().length > 0) {
          attach(pdf);
        }
        anyPlatform(pdf);
        Light.pictures(pdf);
        digest = digest(pdf);
      }
      COSString id = new COSString(Arrays.copyOf(digest, 16));
      pdf.getDocument().getTrailer().setItem(COSName.ID, new COSArray(List.of(id, id)));
      // PDFBox takes the second half of the id from this number, or else from the clock.
      pdf.setDocumentId(ByteBuffer.wrap(digest).getLong());
      ByteArrayOutputStream out = new ByteArrayOutputStream(pages.pdf().length);
      pdf.save(out, compression());
      return out.toByteArray();
    }
  }

  /** The older standard knows no streams of objects. */
  private CompressParameters compression() {
    return sheet.filter(one -> one.standard() == Sheet.Standard.X3).isPresent()
        ? CompressParameters.NO_COMPRESSION
        : CompressParameters.DEFAULT_COMPRESSION;
  }

  /** A letter's file, or the book's title. */
  private String name(PDDocument pdf) {
    String title = pdf.getDocumentInformation().getTitle();
    return job.file().isEmpty() && title != null ? title : fileName();
  }

  private String fileName() {
    return job.file().substring(job.file().lastIndexOf('/') + 1);
  }

  /** Notes want an id (PDF/UA-1, 7.9), links a description (7.18.5), headings of tables a scope. */
  private void visit(COSDictionary element) {
    COSName type = element.getCOSName(COSName.S);
    if (COSName.getPDFName("Note").equals(type)) {
      notes++;
      element.setString(COSName.ID, "note-" + notes);
    } else if (COSName.getPDFName("Link").equals(type)) {
      describe(element);
    } else if (COSName.getPDFName("TR").equals(type)) {
      scope(elements(element));
    }
    elements(element).forEach(this::visit);
  }

  /** The elements in an element; references to objects lead out of the tree. */
  static List<COSDictionary> elements(COSDictionary element) {
    COSBase kids = element.getDictionaryObject(COSName.K);
    List<COSDictionary> elements = new ArrayList<>();
    if (kids instanceof COSDictionary kid) {
      elements.add(kid);
    } else if (kids instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSDictionary kid) {
          elements.add(kid);
        }
      }
    }
    elements.removeIf(kid -> COSName.OBJR.equals(kid.getCOSName(COSName.TYPE)));
    return elements;
  }

  /** A row of headings heads the columns; a heading among other cells heads its row (7.5). */
  private static void scope(List<COSDictionary> cells) {
    List<COSDictionary> headings = cells.stream().filter(Finisher::isHeading).toList();
    String scope = headings.size() == cells.size() ? "Column" : "Row";
    for (COSDictionary heading : headings) {
      COSDictionary attributes = new COSDictionary();
      COSBase present = heading.getDictionaryObject(COSName.A);
      if (present instanceof COSDictionary dictionary) {
        attributes = dictionary;
      } else if (present instanceof COSArray array) {
        attributes = (COSDictionary) array.getObject(0);
      }
      attributes.setName(COSName.O, "Table");
      attributes.setName(COSName.getPDFName("Scope"), scope);
      if (present == null) {
        heading.setItem(COSName.A, attributes);
      }
    }
  }

  private static boolean isHeading(COSDictionary cell) {
    return COSName.getPDFName("TH").equals(cell.getCOSName(COSName.S));
  }

  private static void describe(COSDictionary link) {
    String alternate = link.getString(COSName.ALT);
    if (alternate != null && link.getDictionaryObject(COSName.K) instanceof COSArray kids) {
      for (int i = 0; i < kids.size(); i++) {
        if (kids.getObject(i) instanceof COSDictionary kid
            && COSName.OBJR.equals(kid.getCOSName(COSName.TYPE))) {
          kid.getCOSDictionary(COSName.OBJ).setString(COSName.CONTENTS, alternate);
        }
      }
    }
  }

  private void attach(PDDocument pdf) throws IOException {
    String name = fileName();
    PDEmbeddedFile file =
        new PDEmbeddedFile(pdf, new ByteArrayInputStream(job.tei()), COSName.FLATE_DECODE);
    file.setSubtype("application/tei+xml");
    file.setSize(job.tei().length);
    file.setCreationDate(calendar());
    file.setModDate(calendar());
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setFileDescription("TEI");
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.getCOSObject().setName(AF_RELATIONSHIP, "Source");
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(name, specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    pdf.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray(List.of(specification.getCOSObject()));
    pdf.getDocumentCatalog().getCOSObject().setItem(AF, associated);
  }

  /** FOP writes the time of day into the metadata, and all dates in the machine's time zone. */
  private void date(PDDocument pdf) throws IOException {
    pdf.getDocumentInformation().setCreationDate(calendar());
    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), UTF_8);
    String date = job.date().truncatedTo(ChronoUnit.SECONDS).toString();
    metadata.importXMPMetadata(XMP_DATE.matcher(xmp).replaceAll(date).getBytes(UTF_8));
  }

  private Calendar calendar() {
    Calendar date = GregorianCalendar.from(job.date().atZone(ZoneOffset.UTC));
    date.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    return date;
  }

  /** One release of Java names its platform in the colour profile, the next names another. */
  private static void anyPlatform(PDDocument pdf) throws IOException {
    for (PDOutputIntent intent : pdf.getDocumentCatalog().getOutputIntents()) {
      COSStream stream = intent.getDestOutputIntent();
      byte[] profile;
      try (InputStream in = stream.createInputStream()) {
        profile = in.readAllBytes();
      }
      Arrays.fill(profile, PLATFORM, PLATFORM + 4, (byte) 0);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(profile);
      }
    }
  }

  /** The file's identity: what is on its pages, and what they were made from. */
  private byte[] digest(PDDocument pdf) throws IOException {
    MessageDigest digest = Sha256.begin();
    digest.update(job.date().toString().getBytes(UTF_8));
    digest.update(job.tei());
    sheet.ifPresent(one -> digest.update(one.profile()));
    for (PDPage page : pdf.getPages()) {
      digest.update(page.getContents().readAllBytes());
    }
    return digest.digest();
  }
}
