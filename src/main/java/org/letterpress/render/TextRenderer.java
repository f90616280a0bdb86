package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.xml.Xml;

/** Plain text: {@code xslt/text.xsl}. */
public final class TextRenderer implements Renderer {

  private final Stylesheet stylesheet;

  /** Compiles the stylesheet if this run has not yet done so. */
  public TextRenderer(Xml xml, Corpus corpus) {
    this.stylesheet = new Stylesheet(xml, "text.xsl", corpus.document(), Map.of());
  }

  @Override
  public Format format() {
    return Format.TEXT;
  }

  @Override
  public Product letter(Letter letter) {
    Stylesheet.Result result = stylesheet.letter(letter);
    String text = result.value().itemAt(0).getStringValue();
    return new Product("letters/" + letter.id() + ".txt", text.getBytes(UTF_8), result.findings());
  }
}
