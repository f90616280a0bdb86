package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.xml.Xml;

/**
 * Plain text in its two readings ({@code xslt/text.xsl}) and Markdown ({@code xslt/markdown.xsl}):
 * a file a letter, and one of all letters and of each correspondence, made of those.
 */
public final class TextRenderer implements Renderer {

  /** A footnote's label that is not escaped, and a heading; a line of text begins with no "#". */
  private static final Pattern LABEL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\[\\^");

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,5} ");

  private final Format format;
  private final Stylesheet stylesheet;
  private final Corpus corpus;
  private final String rule;
  private final TextStyle style;
  private final Map<String, String> letters = new ConcurrentHashMap<>();

  /**
   * Compiles the stylesheet if this run has not yet done so.
   *
   * @param format {@link Format#TEXT}, {@link Format#DIPLOMATIC} or {@link Format#MARKDOWN}
   */
  public TextRenderer(Xml xml, Corpus corpus, Format format, TextStyle style) {
    this.format = format;
    this.style = style;
    this.corpus = corpus;
    this.rule = "=".repeat(style.width()) + "\n";
    Map<String, XdmValue> parameters = new HashMap<>();
    parameters.put("pages", new XdmAtomicValue(style.pages()));
    if (format != Format.MARKDOWN) {
      parameters.put("width", new XdmAtomicValue(style.width()));
      parameters.put("italics", new XdmAtomicValue(style.italics()));
      parameters.put("diplomatic", new XdmAtomicValue(format == Format.DIPLOMATIC));
    }
    this.stylesheet = new Stylesheet(xml, stylesheet(format), corpus.outline(), parameters);
  }

  /** The stylesheet of a format of text. */
  public static String stylesheet(Format format) {
    return format == Format.MARKDOWN ? "markdown.xsl" : "text.xsl";
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public String manner() {
    return format.word() + " " + style;
  }

  @Override
  public void again(Letter letter, String key, Supplier<byte[]> content) {
    letters.put(letter.id(), new String(content.get(), UTF_8));
  }

  @Override
  public Product letter(Letter letter) {
    Stylesheet.Result result = stylesheet.letter(letter);
    String text = result.value().itemAt(0).getStringValue();
    letters.put(letter.id(), text);
    String path = "letters/" + letter.id() + "." + format.extension();
    return new Product(path, text.getBytes(UTF_8), result.findings());
  }

  /** A list of contents, then each letter that was made, in order. */
  @Override
  public Stream<Volume> volumes() {
    return Stream.concat(
        Stream.of(volume("edition", corpus.letters(), Map.of())),
        Correspondence.of(corpus).stream()
            .map(
                one ->
                    volume(
                        one.path(),
                        one.letters(),
                        Map.of("correspondence", new XdmAtomicValue(one.id())))));
  }

  private Volume volume(String path, List<Letter> all, Map<String, XdmValue> parameters) {
    List<Letter> made = all.stream().filter(letter -> letters.containsKey(letter.id())).toList();
    return new Volume(
        path + "." + format.extension(), made, List.of(), () -> content(made, parameters));
  }

  private byte[] content(List<Letter> made, Map<String, XdmValue> parameters) {
    StringBuilder volume =
        new StringBuilder(stylesheet.template("front", parameters).itemAt(0).getStringValue());
    for (Letter letter : made) {
      volume.append('\n').append(inVolume(letter.id(), letters.get(letter.id())));
    }
    return volume.toString().getBytes(UTF_8);
  }

  /** Headings go down by one, and the labels of footnotes are made the letter's own. */
  private String inVolume(String id, String text) {
    if (format != Format.MARKDOWN) {
      return rule + text;
    }
    String labelled = LABEL.matcher(text).replaceAll("$1[^" + Matcher.quoteReplacement(id) + "-");
    return HEADING.matcher(labelled).replaceAll("#$0");
  }
}
