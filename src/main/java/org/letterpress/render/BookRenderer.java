package org.letterpress.render;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.render.pdf.Press;
import org.letterpress.xml.Xml;

/** All letters as one book: {@code xslt/fo.xsl} and the press. */
public final class BookRenderer {

  /** How the name of the book begins. */
  private static final String BOOK = "edition.";

  private final Corpus corpus;
  private final Stylesheet stylesheet;
  private final Press press;
  private final PrintStyle style;
  private final Instant date;

  /**
   * Compiles the stylesheet if this run has not yet done so, and sets up the press.
   *
   * @param root the edition's folder: no picture is read from outside it
   * @param style how they are printed
   * @param date what the file says of when it was made
   */
  public BookRenderer(Xml xml, Corpus corpus, Path root, PrintStyle style, Instant date) {
    this.corpus = corpus;
    this.stylesheet = new Stylesheet(xml, "fo.xsl", corpus.outline(), style.parameters());
    this.press = new Press(xml, root, style.sheet(), style.faces());
    this.style = style;
    this.date = date;
  }

  /** What it works by beside the corpus, in words. */
  public String manner() {
    return style.manner() + " " + date;
  }

  /** The path of its file. */
  public String path() {
    return BOOK + style.extension();
  }

  /** Makes the book. */
  public Product book() {
    Map<String, Letter> letters =
        corpus.letters().stream().collect(Collectors.toMap(Letter::id, Function.identity()));
    List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    XdmNode frame = (XdmNode) stylesheet.template("book").itemAt(0);
    Press.Printed printed =
        press.print(
            new Press.Job(
                frame,
                new byte[0],
                "",
                date,
                id -> Optional.ofNullable(letters.get(id)).map(one -> chapter(one, findings))));
    findings.addAll(printed.findings());
    return new Product(path(), printed.pdf(), findings);
  }

  private Press.Chapter chapter(Letter letter, List<Finding> findings) {
    Stylesheet.Result result = stylesheet.apply("chapter", letter);
    findings.addAll(result.findings());
    return new Press.Chapter((XdmNode) result.value().itemAt(0), letter.file().path());
  }
}
