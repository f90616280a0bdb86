package org.letterpress.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;

/** Is the cause found, and the encoding, where the slips can't show it? */
class SyntaxTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("letterpress.shared", "../shared"), "corpora");

  private static final Xml XML = new Xml();

  private static Finding finding(byte[] content) {
    return assertInstanceOf(Parsed.Broken.class, XML.parse(content, "x.xml")).finding();
  }

  private static String place(byte[] content) {
    Finding finding = finding(content);
    return finding.code() + " " + finding.location();
  }

  private static String place(String content) {
    return place(content.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "L00116, element-unclosed, 52, 51, q, <q/> → </q>",
    "L01064, elements-unclosed, 48, 46, q, </q></p></physDesc>"
  })
  void namesTheTagThatOthersLeftOpen(
      String letter, String code, int line, int column, String element, String mend)
      throws Exception {
    Path file = CORPORA.resolve("tillich/" + letter + ".xml");
    assumeTrue(Files.exists(file), "Skipped: no " + file);
    byte[] content = Files.readAllBytes(file);
    Finding finding = finding(content);
    assertEquals(code, finding.code());
    assertEquals(element, finding.arguments().get("element"));
    assertEquals(line, finding.location().line());
    assertTrue(finding.message().contains("begins in line " + line), finding.message());
    assertEquals(mend, finding.fixes().get(0).title());
    String mended = finding.fixes().get(0).apply(SourceText.of("x.xml", content).characters());
    assertInstanceOf(Parsed.Tree.class, XML.parse(mended.getBytes(UTF_8), "x.xml"));
  }

  @Test
  void findsNoFaultWhereTheParserFindsNone() throws Exception {
    assumeTrue(Files.isDirectory(CORPORA), "Skipped: no letters of others at " + CORPORA);
    int files = 0;
    try (Stream<Path> all = Files.walk(CORPORA)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        if (XML.parse(content, file.toString()) instanceof Parsed.Tree) {
          new Scan(SourceText.of(file.toString(), content)).run();
          files++;
        }
      }
    }
    assertTrue(files > 300, "too few files: " + files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a b='&#9;&#x10FFFF;&amp;'>]] > &lt;</a>",
        "<a xmlns:p='u' p:b='1' b='2' xml:lang='en'><p:c/></a >",
        "<?xml version='1.0' standalone='yes' ?><!-- > - --><?p?><a><![CDATA[<&]]><?q <?></a>\n",
        "<é ü='>'/>",
        "<a xmlns=''><b xmlns='u'/>\u0085\u2028</a>"
      })
  void findsNoFaultInWhatIsWellFormed(String xml) throws Exception {
    assertInstanceOf(Parsed.Tree.class, XML.parse(xml.getBytes(UTF_8), "x.xml"));
    new Scan(SourceText.of("x.xml", xml)).run();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<a><b></a>, element-unclosed x.xml:1:4",
        "<a></b></a>, end-tag-stray-within x.xml:1:4",
        "<a><h><r></h></r></a>, tags-crossed x.xml:1:7",
        "<a></A>, end-tag-case x.xml:1:4",
        "<a>, root-unclosed x.xml:1:1",
        "<!-- -->, root-missing x.xml:1:1",
        "<a/><b/>, root-second x.xml:1:5",
        "<a/>&amp;, text-after-root x.xml:1:5",
        "<a/><![CDATA[x]]>, markup-unknown x.xml:1:5",
        "<a>&#xD800;</a>, reference-forbidden x.xml:1:4",
        "<a>&#99999999999999999999;</a>, reference-forbidden x.xml:1:4",
        "<a>&#;</a>, reference-number-unfinished x.xml:1:4",
        "<a>&#X41;</a>, reference-number-unfinished x.xml:1:4",
        "<a><?xml version='1.0'?></a>, declaration-within x.xml:1:4",
        "<a><?XML x?></a>, instruction-name x.xml:1:4",
        "<a b='1'>\uFFFE</a>, character-forbidden x.xml:1:10",
        "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>, attribute-twice x.xml:1:35",
        "<a xmlns:xml='u'/>, namespace-declaration x.xml:1:4",
        "<a:/>, name-colon x.xml:1:2"
      })
  void placesTheFault(String xml, String place) {
    assertEquals(place, place(xml));
  }

  @Test
  void hasNoWordsOfTheParserForThese() {
    assertEquals(
        "<b>, begonnen in Zeile 1, ist vor </a> in Zeile 1 nicht geschlossen.",
        Catalogue.GERMAN.message(finding("<a><b></a>".getBytes(UTF_8))));
  }

  @Test
  void saysWhichEncodingItSeemsToBe() {
    Finding latin = finding("<a>\n <b>Herr Müller grüßt</b></a>".getBytes(ISO_8859_1));
    assertEquals("encoding-likely x.xml:2:11", latin.code() + " " + latin.location());
    assertEquals("Müller", latin.arguments().get("text"));
    assertEquals("ISO-8859-1", latin.arguments().get("likely"));
    Finding windows = finding("<a>“Sir”</a>".getBytes(Charset.forName("windows-1252")));
    assertEquals("windows-1252", windows.arguments().get("likely"));
    assertEquals("<a>“Sir”</a>", windows.arguments().get("text"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-16LE, encoding-contradiction x.xml:1:31",
    "UTF-16, UTF-8, encoding-contradiction x.xml:1:31",
    "ISO-8859-1, UTF-16BE, encoding-contradiction x.xml:1:31",
    "ISO-8859-1, UTF-8, encoding-contradiction x.xml:1:31",
    "windows-1252, UTF-8, encoding-contradiction x.xml:1:31",
    "UTF-32, UTF-32, encoding-unsupported x.xml",
    "UTF-7, US-ASCII, encoding-unsupported x.xml:1",
    "ISO-2022-JP, US-ASCII, encoding-unsupported x.xml:1",
    "IBM037, US-ASCII, encoding-unsupported x.xml:1",
    "IBM037, IBM037, encoding-unsupported x.xml",
    "EBCDIC-CP-US, US-ASCII, encoding-unsupported x.xml:1",
    "UTF8x, US-ASCII, encoding-unknown x.xml:1",
    "x-JISAutoDetect, US-ASCII, encoding-unsupported x.xml:1",
    "GB18030, US-ASCII, encoding-unsupported x.xml:1",
    "US-ASCII, UTF-8, encoding-likely x.xml:1:45"
  })
  void refusesEncodings(String declared, String written, String place) throws Exception {
    String xml = "<?xml version='1.0' encoding='" + declared + "'?><a>é</a>";
    assertEquals(place, place(xml.getBytes(written)));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "UTF-16, UTF-16",
    "UTF-16, UTF-16LE",
    "UTF-16BE, UTF-16BE",
    "ISO-8859-1, ISO-8859-1",
    "windows-1252, windows-1252",
    "x-MacRoman, x-MacRoman",
    "koi8-r, KOI8-R"
  })
  void readsEncodings(String declared, String written) throws Exception {
    String xml = "<?xml version='1.0' encoding='" + declared + "'?><a>x</a>";
    assertInstanceOf(Parsed.Tree.class, XML.parse(xml.getBytes(written), "x.xml"));
  }

  @Test
  void readsByteOrderMarks() throws Exception {
    for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE)) {
      byte[] content = "\uFEFF<a>é</a>".getBytes(charset);
      assertInstanceOf(Parsed.Tree.class, XML.parse(content, "x.xml"), charset.name());
    }
    assertEquals(
        "encoding-contradiction x.xml:1:31",
        place("\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?><a/>"));
  }

  @Test
  void refusesBytesThatAreNoUtf8() throws Exception {
    for (byte[] wrong :
        List.of(
            new byte[] {(byte) 0xC0, (byte) 0xBC}, // "<" in two bytes
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // half a surrogate pair
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, // beyond Unicode
            new byte[] {(byte) 0x80, (byte) 0x80})) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      content.write("<a>ab".getBytes(UTF_8));
      content.write(wrong);
      content.write("</a>".getBytes(UTF_8));
      assertEquals("encoding-wrong x.xml:1:6", place(content.toByteArray()));
    }
    assertEquals("character-forbidden x.xml:1:4", place("<a>\0</a>"));
    byte[] cut = {'<', 'a', '>', (byte) 0xC3};
    assertEquals("encoding-likely x.xml:1:4", place(cut));
    byte[] surrogate = "<a>\uFEFF</a>".getBytes(UTF_16LE);
    surrogate[7] = (byte) 0xD8;
    assertEquals("encoding-wrong x.xml:1:4", place(surrogate));
  }

  @ParameterizedTest
  @CsvSource({"PK\u0003\u0004x, ZIP (DOCX, 'ODT)'", "%PDF-1.7, PDF, ''", "{\\rtf1}, RTF, ''"})
  void namesOtherFormats(String content, String format, String rest) {
    Finding finding = finding(content.getBytes(UTF_8));
    assertEquals("not-xml-format", finding.code());
    assertTrue(finding.arguments().get("format").startsWith(format.strip()), rest);
  }
}
