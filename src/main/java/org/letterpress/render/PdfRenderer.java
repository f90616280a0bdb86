package org.letterpress.render;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.render.pdf.Press;
import org.letterpress.xml.Xml;

/** Print-ready PDF: {@code xslt/fo.xsl} and the press. */
public final class PdfRenderer implements Renderer {

  private final Stylesheet stylesheet;
  private final Press press;
  private final PrintStyle style;
  private final Instant date;

  /**
   * Compiles the stylesheet if this run has not yet done so, and sets up the press.
   *
   * @param root the edition's folder: no picture is read from outside it
   * @param style how they are printed
   * @param date what the files say of when they were made
   */
  public PdfRenderer(Xml xml, Corpus corpus, Path root, PrintStyle style, Instant date) {
    this.stylesheet = new Stylesheet(xml, "fo.xsl", corpus.outline(), style.parameters());
    this.press = new Press(xml, root, style.sheet(), style.faces());
    this.style = style;
    this.date = date;
  }

  @Override
  public Format format() {
    return style.format(Format.PDF);
  }

  @Override
  public String manner() {
    return style.manner() + " " + date;
  }

  @Override
  public Product letter(Letter letter) {
    Stylesheet.Result result = stylesheet.letter(letter);
    XdmNode fo = (XdmNode) result.value().itemAt(0);
    Press.Printed printed =
        press.print(new Press.Job(fo, letter.encoding(), letter.file().path(), date));
    List<Finding> findings = new ArrayList<>(result.findings());
    findings.addAll(printed.findings());
    return new Product("letters/" + letter.id() + "." + style.extension(), printed.pdf(), findings);
  }
}
