package org.letterpress.render.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.transform.stream.StreamResult;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.apache.fop.apps.EnvironmentProfile;
import org.apache.fop.apps.EnvironmentalProfileFactory;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;
import org.apache.fop.area.AreaTreeHandler;
import org.apache.fop.area.IDTracker;
import org.apache.fop.area.PageViewport;
import org.apache.fop.fo.FOText;
import org.apache.fop.fonts.FontEventAdapter;
import org.apache.fop.layoutmgr.LayoutManagerMaker;
import org.apache.fop.render.intermediate.IFDocumentHandler;
import org.apache.fop.render.intermediate.IFException;
import org.apache.fop.render.pdf.PDFRendererOption;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.Xml;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Makes PDF of XSL-FO: PDF/A-3a and PDF/UA-1 in one file, with the letter's TEI in it, or the PDF/X
 * of a printing house. Same input, same bytes. Safe for use by several threads; each run has an
 * agent of its own.
 */
public final class Press {

  /**
   * What is to be printed.
   *
   * @param fo the document node or element of a fo:root, with the marks that {@code xslt/fo.xsl}
   *     describes
   * @param tei the letter's source, to be attached; empty for none
   * @param file the source's path from the edition's folder; pictures are relative to it
   * @param date what the file says of when it was made
   * @param letters in a book, the letters that stand where {@code fo} names them
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, not compared
  public record Job(
      XdmNode fo,
      byte[] tei,
      String file,
      Instant date,
      Function<String, Optional<Chapter>> letters) {

    /** A letter by itself. */
    public Job(XdmNode fo, byte[] tei, String file, Instant date) {
      this(fo, tei, file, date, id -> Optional.empty());
    }
  }

  /**
   * A letter's part of a book.
   *
   * @param fo the page sequence
   * @param file the source's path from the edition's folder; pictures are relative to it
   */
  public record Chapter(XdmNode fo, String file) {}

  /**
   * What came of it.
   *
   * @param pdf the file's bytes
   * @param findings what would be lost or wrong on paper
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, not compared
  public record Printed(byte[] pdf, List<Finding> findings) {}

  /** The id of what a book begins with, although it is set behind the letters. */
  static final String FRONT = "front";

  /** The id of what stands behind it: it names the pages of all the rest. */
  private static final String INDEX = "index";

  private final Xml xml;
  private final Path root;
  private final Optional<Sheet> sheet;
  private final Faces faces;
  private final FopFactory factory;

  /**
   * Sets the press up, once for a run.
   *
   * @param root the edition's folder: no picture is read from outside it
   * @param sheet what a printing house asks for; empty for files that are read and kept
   * @param faces the fonts
   */
  public Press(Xml xml, Path root, Optional<Sheet> sheet, Faces faces) {
    this.xml = xml;
    this.sheet = sheet;
    this.faces = faces;
    this.root = root.toAbsolutePath().normalize();
    this.factory = factory(this.root, faces);
  }

  private static FopFactory factory(Path root, Faces faces) {
    Faces.quiet();
    EnvironmentProfile profile =
        EnvironmentalProfileFactory.createRestrictedIO(
            root.toUri(), new AllowedResources(root, faces.files()));
    try {
      // Given a configuration instead of a stream, FOP's builder would forget our resolver.
      FopFactory factory =
          new FopConfParser(faces.configuration(), profile).getFopFactoryBuilder().build();
      factory.getElementMappingRegistry().addElementMapping(new Directions());
      return factory;
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("The press can't be set up", e);
    }
  }

  /**
   * Prints. Bad input is among the findings; what can't be set at all is a fault of the program.
   */
  public Printed print(Job job) {
    Complaints complaints = new Complaints(job.file(), root.toUri());
    Pages raw = set(job, complaints);
    try {
      byte[] pdf = new Finisher(job, sheet, raw).finish();
      if (sheet.isPresent()) {
        PressLint.findings(pdf, job.file()).forEach(complaints::add);
      }
      return new Printed(pdf, complaints.findings());
    } catch (IOException e) {
      throw new IllegalStateException("Could not finish the PDF of " + job.file(), e);
    }
  }

  /** What sets one document. */
  private record Setting(Fop fop, AreaTreeHandler areas, MarginHandler margins) {}

  /** FOP reads its configuration and fonts here, at first use, and for one thread at a time. */
  private Setting prepare(
      Job job,
      Complaints complaints,
      ByteArrayOutputStream out,
      Map<String, SourcePage> pages,
      Map<String, String> drawn,
      LineNumbers lines)
      throws FOPException, IFException {
    synchronized (factory) {
      FOUserAgent agent = factory.newFOUserAgent();
      agent.getEventBroadcaster().addEventListener(complaints);
      agent.setCreationDate(Date.from(job.date()));
      agent.setCreator("Letterpress");
      agent.setProducer("Letterpress, Apache FOP and PDFBox");
      if (sheet.isEmpty()) {
        keepStandards(agent);
      }
      IFDocumentHandler pdf =
          agent.getRendererFactory().createDocumentHandler(agent, MimeConstants.MIME_PDF);
      pdf.setResult(new StreamResult(out));
      agent.setStructureTreeEventHandler(new LanguageRoles(agent.getStructureTreeEventHandler()));
      MarginHandler margins = new MarginHandler(pdf, pages, drawn, lines);
      agent.setRendererOverride(margins.renderer(agent));
      SpacedText.Neighbours texts = new SpacedText.Neighbours();
      Layout layout = new Layout(agent, complaints, texts);
      AreaTreeHandler areas =
          new AreaTreeHandler(agent, MimeConstants.MIME_PDF, out) {
            @Override
            protected void setupModel(FOUserAgent user, String format, OutputStream to)
                throws FOPException {
              fontInfo = new Fonts();
              fontInfo.setEventListener(new FontEventAdapter(user.getEventBroadcaster()));
              super.setupModel(user, format, to);
            }

            @Override
            public LayoutManagerMaker getLayoutManagerMaker() {
              return layout;
            }

            @Override
            public void characters(FOText text) {
              texts.read(text);
              super.characters(text);
            }
          };
      agent.setFOEventHandlerOverride(areas);
      return new Setting(factory.newFop(MimeConstants.MIME_PDF, agent, out), areas, margins);
    }
  }

  @SuppressWarnings("unchecked") // FOP's map is raw
  private static void keepStandards(FOUserAgent agent) {
    agent.getRendererOptions().put(PDFRendererOption.PDF_A_MODE.getName(), "PDF/A-3a");
    agent.getRendererOptions().put(PDFRendererOption.PDF_UA_MODE.getName(), "PDF/UA-1");
  }

  /**
   * What FOP made.
   *
   * @param frontPage how many pages stand before the front matter, which is to be bound first; -1
   *     where there is none
   * @param indexPage how many stand before the index behind it; -1 where there is none
   * @param ligatures what its fonts have drawn together
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, not compared
  record Pages(byte[] pdf, int frontPage, int indexPage, Ligatures ligatures) {}

  private Pages set(Job job, Complaints complaints) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Map<String, SourcePage> pages = new HashMap<>();
      Map<String, String> drawn = new HashMap<>();
      LineNumbers lines = new LineNumbers();
      Setting setting = prepare(job, complaints, out, pages, drawn, lines);
      AreaTreeHandler areas = setting.areas();
      Fop fop = setting.fop();
      Supplementary fo = new Supplementary(fop.getDefaultHandler());
      complaints.read(fo::meant);
      PressMarks marks = new PressMarks(fo, areas.getIDTracker(), base(job.file()), pages, lines);
      marks.letters(
          id -> {
            Optional<Chapter> chapter = job.letters().apply(id);
            if (chapter.isPresent()) {
              complaints.about(chapter.get().file());
              marks.chapter(id, base(chapter.get().file()));
              write(chapter.get().fo(), new Within(marks));
              marks.chapter("", base(job.file()));
              complaints.about(job.file());
            }
          });
      write(job.fo(), marks);
      marks.unresolved().forEach(complaints::unresolved);
      pages.keySet().stream()
          .filter(id -> !drawn.containsKey(id))
          .sorted()
          .forEach(id -> complaints.add(lost(job, pages.get(id))));
      return new Pages(
          out.toByteArray(),
          page(areas.getIDTracker(), FRONT),
          page(areas.getIDTracker(), INDEX),
          new Ligatures(setting.margins().getFontInfo(), faces.all().toList()));
    } catch (FOPException | IFException | IOException e) {
      throw new IllegalStateException("The pages of " + job.file() + " can't be set", e);
    }
  }

  private static int page(IDTracker ids, String id) {
    PageViewport page = ids.getFirstPageViewportContaining(id);
    return page == null ? -1 : page.getPageIndex();
  }

  private void write(XdmNode fo, ContentHandler handler) {
    try {
      xml.processor().writeXdmValue(fo, new SAXDestination(handler));
    } catch (SaxonApiException e) {
      throw new IllegalStateException("The pages can't be set", e);
    }
  }

  /** A part of a document that has begun already. */
  private static final class Within extends XMLFilterImpl {

    Within(ContentHandler handler) {
      setContentHandler(handler);
    }

    @Override
    public void startDocument() {
      // The whole has begun.
    }

    @Override
    public void endDocument() {
      // It goes on.
    }
  }

  private URI base(String file) {
    return root.resolve(file).toUri();
  }

  private static Finding lost(Job job, SourcePage page) {
    return Finding.of(
        "pdf-page",
        Severity.ERROR,
        Location.of(job.file()),
        Map.of("page", page.label()),
        List.of());
  }
}
