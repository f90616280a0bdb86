package org.letterpress.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.Golden;
import org.letterpress.model.Corpus;
import org.letterpress.render.Format;
import org.letterpress.render.TextRenderer;
import org.letterpress.render.TextStyle;

/** Plain text in its two readings, and Markdown. */
class TextEditionTest {

  @TestFactory
  Stream<DynamicTest> readings() {
    return Golden.cases(
        "text", "expected.txt", folder -> Samples.plain(folder.resolve("letter.xml")));
  }

  @TestFactory
  Stream<DynamicTest> diplomaticReadings() {
    return Golden.cases(
        "text",
        "expected.diplomatic.txt",
        folder -> Samples.diplomatic(folder.resolve("letter.xml")));
  }

  @TestFactory
  Stream<DynamicTest> markdown() {
    return Golden.cases(
        "text", "expected.md", folder -> Samples.markdown(folder.resolve("letter.xml")));
  }

  static Stream<Path> letters() {
    return AuditTest.letters();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void linesAreShortAndClean(Path letter) {
    for (String text :
        List.of(Samples.plain(letter), Samples.diplomatic(letter), Samples.markdown(letter))) {
      linesAreClean(text);
    }
    for (String line : Samples.plain(letter).lines().toList()) {
      boolean oneWord = !line.strip().contains(" ");
      assertTrue(line.codePointCount(0, line.length()) <= 72 || oneWord, line);
    }
  }

  private static void linesAreClean(String text) {
    assertTrue(text.endsWith("\n") && !text.endsWith("\n\n"), "one line feed at the end");
    assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC));
    assertFalse(text.contains("\n\n\n"), "never two empty lines");
    for (String line : text.lines().toList()) {
      assertEquals(line.stripTrailing(), line);
    }
  }

  /**
   * The audit compares words: that paragraphs begin where they begin, and numbers, is seen here.
   */
  @ParameterizedTest
  @MethodSource("letters")
  void markdownKeepsParagraphsAndNumbers(Path letter) {
    List<String> wanted = beginnings(letter);
    String markdown = Samples.markdown(letter);
    assertEquals(List.of(), missing(wanted, markdown));
    Matcher gap = Pattern.compile("(?<=[a-z][.:;])\\n\\n(?=[A-Z])").matcher(markdown);
    if (gap.find(markdown.indexOf("\n---\n")) && begins(wanted, markdown.substring(gap.end()))) {
      String joined = markdown.substring(0, gap.start()) + " " + markdown.substring(gap.end());
      assertFalse(missing(wanted, joined).isEmpty(), () -> "a lost break in " + joined);
    }
  }

  private static boolean begins(List<String> beginnings, String text) {
    String letters = text.replaceAll("[^\\p{L}\\p{N}]", "");
    return beginnings.stream().anyMatch(letters::startsWith);
  }

  @Test
  void aLostNumberIsSeen() {
    Path letter = Path.of("src/test/cases/text/lists-tables-verse/letter.xml");
    String markdown = Samples.markdown(letter);
    for (String number : List.of("\n3) three", "\n1) Dig.", "\n- b)\n\n")) {
      assertTrue(markdown.contains(number), markdown);
      String lost = markdown.replace(number, number.replaceAll("\\w+(?=[.)])", "9"));
      assertFalse(missing(beginnings(letter), lost).isEmpty(), number);
    }
  }

  /** How each paragraph and each numbered item of a letter begins, as far as a look at it tells. */
  private static List<String> beginnings(Path letter) {
    List<String> beginnings = new ArrayList<>();
    XdmNode normalised = Samples.corpus(letter).letters().get(0).normalised();
    for (XdmNode e : normalised.select(Steps.descendant(Predicates.isElement())).asList()) {
      String name = e.getNodeName().getLocalName();
      boolean isElsewhere =
          e.select(Steps.ancestor("note")).exists() || e.select(Steps.ancestor("cell")).exists();
      String first =
          e.select(Steps.child())
              .findFirst()
              .map(child -> child.getNodeKind() == XdmNodeKind.TEXT ? letters(child) : "")
              .orElse("");
      String begins = first.substring(0, Math.min(first.length(), 12));
      if (!isElsewhere && !begins.isEmpty() && Set.of("p", "ab").contains(name)) {
        beginnings.add(begins);
      } else if (!isElsewhere && name.equals("item") && is(e.getParent(), "rend", "ordered")) {
        int place = e.select(Steps.precedingSibling("item")).asList().size() + 1;
        String n = e.attribute("n");
        beginnings.add(n == null ? place + begins : n.replaceAll("\\W", "") + begins);
      }
    }
    return beginnings;
  }

  private static boolean is(XdmNode e, String attribute, String value) {
    return value.equals(e.attribute(attribute));
  }

  private static String letters(XdmNode node) {
    return node.getStringValue().replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The beginnings that no block of a text has, each block taken once, in order. */
  private static List<String> missing(List<String> beginnings, String markdown) {
    List<String> blocks = new ArrayList<>();
    String body = markdown.substring(markdown.indexOf("\n---\n") + 5);
    List<Extension> extensions = List.of(TablesExtension.create(), FootnotesExtension.create());
    Parser.builder().extensions(extensions).build().parse(body).accept(new Blocks(blocks));
    List<String> missing = new ArrayList<>();
    int next = 0;
    for (String begins : beginnings) {
      int at = next;
      while (at < blocks.size() && !blocks.get(at).startsWith(begins)) {
        at++;
      }
      if (at == blocks.size()) {
        missing.add(begins);
      } else {
        next = at + 1;
      }
    }
    return missing;
  }

  /** The paragraphs of a text, and its items with their numbers, letters and figures alone. */
  private static final class Blocks extends AbstractVisitor {
    private final List<String> blocks;
    private int number;

    Blocks(List<String> blocks) {
      this.blocks = blocks;
    }

    @Override
    public void visit(OrderedList list) {
      int outer = number;
      number = list.getMarkerStartNumber();
      super.visit(list);
      number = outer;
    }

    @Override
    public void visit(BulletList list) {
      int outer = number;
      number = 0;
      super.visit(list);
      number = outer;
    }

    @Override
    public void visit(ListItem item) {
      String counted = number > 0 ? String.valueOf(number++) : "";
      blocks.add(counted + text(item));
      super.visit(item);
    }

    @Override
    public void visit(Paragraph paragraph) {
      blocks.add(text(paragraph));
    }

    private static String text(Node node) {
      StringBuilder text = new StringBuilder();
      node.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text one) {
              text.append(one.getLiteral().replaceAll("[^\\p{L}\\p{N}]", ""));
            }
          });
      return text.toString();
    }
  }

  @Test
  void widthIsAParameter() {
    String narrow = Samples.text(Samples.LETTER, Format.TEXT, new TextStyle(40, true, false));
    narrow.lines().forEach(line -> assertTrue(line.length() <= 41 || !line.contains(" "), line));
    assertTrue(Samples.audit(Samples.LETTER).text(narrow, Samples.READING, "letter.txt").isClean());
  }

  @Test
  void italicsAreSetOnlyWhenAskedFor() {
    Path letter = Path.of("src/test/cases/text/letter-parts/letter.xml");
    assertFalse(Samples.plain(letter).contains("_"));
    String text = Samples.text(letter, Format.TEXT, new TextStyle(72, true, true));
    assertTrue(text.contains("the _Botanist’s\nCompanion_ dries"), text);
    Audit.Report audited =
        Samples.audit(letter)
            .text(text, new TextForm(TextForm.Kind.READING, true, true), "letter.txt");
    assertEquals(List.of(), audited.findings());
  }

  /** What the printed volume has and the transcription lacks, and how a sic looks. */
  private static final List<String> DECLARED =
      List.of("ADDED [Moscow, November 9, 1961.]", "ADDED [sic]", "ADDED [Sincerely,]");

  @Test
  void letterOf1961IsItsTranscriptionWordForWord() {
    Conventions conventions =
        Conventions.read(Samples.text(Samples.CONVENTIONS), "conventions", new ArrayList<>());
    Passage transcription =
        Transcription.read(Samples.text(Samples.TRANSCRIPTION), conventions).reading().body();
    for (Passage edition :
        List.of(
            TextReading.read(Samples.plain(Samples.LETTER), Samples.READING, Reading.NOTHING)
                .body(),
            TextReading.read(
                    Samples.diplomatic(Samples.LETTER), Samples.DIPLOMATIC, Reading.NOTHING)
                .body(),
            MarkdownReading.read(Samples.markdown(Samples.LETTER), Reading.NOTHING).body())) {
      List<String> differences =
          Comparer.compare(
                  new Reading(transcription, Map.of()),
                  new Reading(edition, Map.of()),
                  EnumSet.of(Anchor.Kind.PAGE))
              .stream()
              .map(one -> one.kind() + " " + one.expected() + one.found())
              .toList();
      assertEquals(DECLARED, differences);
    }
  }

  /** Characters that Markdown takes as markup, in every mixture, are the letter's all the same. */
  @Test
  void markdownEscapesWhatItWouldTakeAsMarkup() {
    Random random = new Random(1834);
    String[] pieces = {
      "*",
      "_",
      "`",
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "#",
      "+",
      "-",
      "=",
      "~",
      "|",
      "\\",
      "!",
      "&",
      ";",
      "amp",
      "1.",
      "12)",
      " ",
      " ",
      "a",
      "word",
      ":",
      "^",
      "http://a.b",
      "„",
      "“",
      "\u00A0",
      "---",
      "&lt;/hi>",
      "&lt;hi rend='italic'>",
      "&lt;hi rend='bold'>",
      "&lt;lb/>",
      "x"
    };
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      int open = 0;
      for (int j = 0; j < 40; j++) {
        String piece = pieces[random.nextInt(pieces.length)];
        if (piece.startsWith("&lt;/")) {
          text.append(open-- > 0 ? "</hi>" : "");
          open = Math.max(open, 0);
        } else if (piece.startsWith("&lt;")) {
          text.append('<').append(piece.substring(4));
          open += piece.contains("lb") ? 0 : 1;
        } else {
          text.append(piece.replace("&", "&amp;").replace("<", "&lt;"));
        }
      }
      text.append("</hi>".repeat(open));
      String tei =
          Samples.text(Path.of("src/test/cases/text/german/letter.xml"))
              .replaceFirst(
                  "(?s)<body>.*</body>",
                  Matcher.quoteReplacement(
                      "<body><p>" + text + "</p><lg><l>" + text + "</l></lg><p>end</p></body>"));
      Corpus corpus = Samples.corpusOf(tei);
      String markdown =
          new String(
              new TextRenderer(Samples.XML, corpus, Format.MARKDOWN, TextStyle.DEFAULT)
                  .letter(corpus.letters().get(0))
                  .content(),
              UTF_8);
      Audit.Report audited =
          new Audit(corpus.letters().get(0)).text(markdown, Samples.MARKDOWN, "letter.md");
      assertEquals(List.of(), audited.findings(), () -> text + "\n" + markdown);
    }
  }
}
