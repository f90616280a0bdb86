package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files made to do harm, by what is done and the code that answers it; {@code error} for any error,
 * {@code nothing} where they do none.
 *
 * @param secret a file outside the folder
 * @param http an address that must never be asked for
 */
record HostileFiles(Path secret, String http) {

  static final Path FAULTLESS = Path.of("src/test/cases/validate/letter-valid");
  static final int MEGABYTE = 1_000_000;

  /** Puts something hostile into a folder. */
  @FunctionalInterface
  interface Hostile {
    void into(Path folder) throws IOException;
  }

  /** All of them. */
  Map<String, Hostile> all() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    all.putAll(fromOutside());
    all.putAll(large());
    all.putAll(bytes());
    all.putAll(unlikeFiles());
    return all;
  }

  private Map<String, Hostile> fromOutside() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    String file = secret.toUri().toString();
    all.put(
        "external entity, file: doctype-declares", entity("<!ENTITY x SYSTEM \"" + file + "\">"));
    all.put(
        "external entity, http: doctype-declares", entity("<!ENTITY x SYSTEM \"" + http + "\">"));
    all.put("external DTD, file: doctype", prolog("<!DOCTYPE TEI SYSTEM \"" + file + "\">"));
    all.put("external DTD, http: doctype", prolog("<!DOCTYPE TEI SYSTEM \"" + http + "\">"));
    all.put("public DTD, http: doctype", prolog("<!DOCTYPE TEI PUBLIC \"-//x\" \"" + http + "\">"));
    all.put(
        "parameter entity: doctype-declares",
        entity("<!ENTITY % y SYSTEM \"" + http + "\"> %y; <!ENTITY x \"\">"));
    all.put("billion laughs: doctype-declares", entity(laughs()));
    all.put(
        "quadratic growth: doctype-declares",
        entity("<!ENTITY x \"" + "ha".repeat(50_000) + "\">"));
    String include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"";
    all.put("XInclude, file: error", body(include + file + "\"/>"));
    all.put("XInclude, http: error", body(include + http + "\"/>"));
    all.put("XInclude, text: error", body(include + file + "\" parse=\"text\"/>"));
    all.put("stylesheet, http: nothing", prolog("<?xml-stylesheet href=\"" + http + "\"?>"));
    all.put(
        "schemaLocation, http: error",
        letter(
            " xml:id=\"letter\"",
            " xml:id=\"x\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://www.tei-c.org/ns/1.0 "
                + http
                + "\""));
    all.put(
        "xml:base: error",
        letter(
            " xml:id=\"letter\"",
            " xml:id=\"x\" xml:base=\"" + file + "\" xmlns:x=\"" + http + "\" x:y=\"\""));
    return all;
  }

  private static String laughs() {
    StringBuilder laughs = new StringBuilder("<!ENTITY x0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY x" + i + " \"" + ("&x" + (i - 1) + ";").repeat(10) + "\">");
    }
    return laughs.append("<!ENTITY x \"&x29;\">").toString();
  }

  /** Where each looked at all the others, these would take minutes. */
  private static Map<String, Hostile> many() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    all.put("50,000 empty notes: findings-many and note-empty", body("<note/>".repeat(50_000)));
    all.put(
        "50,000 notes of one number: findings-many and note-number-repeated",
        body("<note n=\"1\">x</note>".repeat(50_000)));
    all.put(
        "50,000 pages of several prints: nothing",
        body(numbered(50_000, number -> "<pb n=\"1\" ed=\"e" + number + "\"/>")));
    all.put(
        "50,000 things of one id: findings-many and id-twice",
        body("<hi xml:id=\"a\">x</hi>".repeat(50_000)));
    all.put(
        "20,000 references that are nearly ids: error",
        body(
            numbered(
                20_000,
                number ->
                    "<anchor xml:id=\"q" + number + "a\"/><ptr target=\"#q" + number + "b\"/>")));
    all.put(
        "50,000 lists without items: content-missing and faults-more",
        before("<closer>", "<list/>".repeat(50_000)));
    all.put(
        "20,000 words between paragraphs: text-bare and faults-more",
        before("<closer>", "x<p>x</p>".repeat(20_000)));
    all.put(
        "20,000 rows of other widths: table-uneven",
        before(
            "<closer>",
            "<table>"
                + numbered(
                    20_000, number -> "<row><cell cols=\"" + (number + 1) + "\">x</cell></row>")
                + "</table>"));
    all.put(
        "20,000 stations of a letter: nothing",
        before(
            "</correspDesc>",
            "<correspAction type=\"redirected\"><date when=\"1900\"/></correspAction>"
                .repeat(20_000)));
    return all;
  }

  static Map<String, Hostile> large() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    all.put("100,000 levels: too-deep", body(nested(100_000)));
    all.put("1,500 levels: too-deep", body(nested(1500)));
    all.put("190 levels: nothing", body(nested(190)));
    all.put("100,000 levels, never closed: too-deep", body("<hi>".repeat(100_000)));
    all.put("100,000 end tags: end-tag-stray-within", body("</hi>".repeat(100_000)));
    all.put("300,000 unknown elements: error", body("<unknown/>".repeat(300_000)));
    all.put(
        "300,000 names unknown to the parser: error",
        body(numbered(300_000, number -> "<u" + number + "/>")));
    all.put(
        "100,000 attributes: too-many-attributes",
        body("<hi" + numbered(100_000, number -> " a" + number + "='1'") + "/>"));
    all.put(
        "100,000 namespaces: too-many-attributes",
        body("<hi" + numbered(100_000, number -> " xmlns:a" + number + "='u'") + "/>"));
    all.put(
        "50,000 namespaces, each in a tag of its own: too-many-prefixes",
        body(numbered(50_000, number -> "<a" + number + ":a xmlns:a" + number + "='u'/>")));
    all.put("50,000 declarations of one prefix: error", body("<a:a xmlns:a='u'/>".repeat(50_000)));
    all.put(
        "attributes of one hash: too-many-attributes",
        body("<hi" + numbered(65_536, number -> " " + collision(number) + "='1'") + "/>"));
    all.put(
        "200 attributes of one hash: error",
        body("<hi" + numbered(200, number -> " " + collision(number) + "='1'") + "/>"));
    all.put("attribute of 20 MB: attribute-too-long", body(attribute("n", 20 * MEGABYTE)));
    all.put("attribute of 50 MB: file-too-large", body(attribute("n", 50 * MEGABYTE)));
    all.put("date of 99,000 characters: error", body(attribute("when", 99_000)));
    all.put(
        "attribute of spaces, broken: attribute-quote-within",
        body("<hi n=\"" + " ".repeat(99_000) + "\"&>x</hi>"));
    all.put("CDATA of a million <: nothing", body("<![CDATA[" + "<&".repeat(500_000) + "]]>"));
    all.putAll(many());
    all.put(
        "reference of 99,000 characters: error",
        body("<persName ref=\"#" + "b".repeat(99_000) + "\">x</persName>"));
    all.put("text of 20 MB: nothing", body("word ".repeat(4 * MEGABYTE)));
    all.put("text of 50 MB: file-too-large", body("word ".repeat(10 * MEGABYTE)));
    all.put("name of 20 MB: name-too-long", body("<" + "n".repeat(20 * MEGABYTE) + "/>"));
    all.put("name of 50 MB: file-too-large", body("<" + "n".repeat(50 * MEGABYTE) + "/>"));
    all.put("comment of 20 MB: nothing", body("<!--" + "c".repeat(20 * MEGABYTE) + "-->"));
    all.put("comment of dashes: comment-dashes", body("<!--" + "- -- ".repeat(MEGABYTE) + "-->"));
    all.put("instruction of 20 MB: nothing", body("<?p " + "c".repeat(20 * MEGABYTE) + "?>"));
    all.put("20 MB of <: less-than-raw", body("<".repeat(20 * MEGABYTE)));
    all.put("20 MB of &: ampersand-raw", body("&".repeat(20 * MEGABYTE)));
    all.put("20 MB of &nbsp;: entity-of-html", body("&nbsp;".repeat(3 * MEGABYTE)));
    all.put(
        "number of 10 MB: reference-number-unfinished",
        body("&#" + "9".repeat(10 * MEGABYTE) + ";"));
    all.put("200 MB of NUL: file-too-large", folder -> length(folder.resolve("x.xml"), 200));
    all.put("5 MB of NUL: not-xml", folder -> length(folder.resolve("x.xml"), 5));
    return all;
  }

  private static Map<String, Hostile> bytes() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    all.put("NUL: character-forbidden", body("a\0b"));
    all.put("reference to NUL: reference-forbidden", body("a&#0;b"));
    all.put("reference beyond all: reference-forbidden", body("&#x" + "F".repeat(100) + ";"));
    all.put("Latin-1 as UTF-8: encoding-likely", encoded("UTF-8", ISO_8859_1.name()));
    all.put("UTF-16 as UTF-8: encoding-contradiction", encoded("UTF-8", UTF_16LE.name()));
    all.put("UTF-8 as UTF-16: encoding-contradiction", encoded("UTF-16", UTF_8.name()));
    all.put("UTF-32: encoding-unsupported", encoded("UTF-32", "UTF-32"));
    all.put("UTF-7: encoding-unsupported", encoded("UTF-7", UTF_8.name()));
    all.put("no encoding: encoding-unknown", encoded("none", UTF_8.name()));
    return all;
  }

  private Map<String, Hostile> unlikeFiles() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    all.put(
        "link out of the folder: outside-folder",
        folder -> Files.createSymbolicLink(folder.resolve("x.xml"), secret));
    all.put(
        "link to a device: outside-folder",
        folder -> Files.createSymbolicLink(folder.resolve("x.xml"), Path.of("/dev/zero")));
    all.put(
        "link to nothing: link-broken",
        folder -> Files.createSymbolicLink(folder.resolve("x.xml"), Path.of("nothing.xml")));
    all.put(
        "links in a circle: link-broken",
        folder -> {
          Files.createSymbolicLink(folder.resolve("x.xml"), Path.of("y.xml"));
          Files.createSymbolicLink(folder.resolve("y.xml"), Path.of("x.xml"));
        });
    all.put(
        "link to the folder itself: link-to-folder",
        folder -> Files.createSymbolicLink(folder.resolve("x"), folder));
    all.put(
        "link to a folder outside: outside-folder",
        folder -> Files.createSymbolicLink(folder.resolve("x"), secret.getParent()));
    all.put(
        "folder named as a file: folder-named-xml",
        folder -> Files.createDirectory(folder.resolve("x.xml")));
    all.put("pipe: not-a-file", folder -> pipe(folder.resolve("x.xml")));
    all.put(
        "names that differ in case: names-alike",
        folder -> {
          Files.writeString(folder.resolve("x.xml"), unnamed());
          assumeFalse(
              Files.exists(folder.resolve("X.XML")),
              "Skipped: this file system takes the two names for one");
          Files.writeString(folder.resolve("X.XML"), unnamed());
        });
    all.put(
        "names that differ in their accents: names-alike and file-name-unfit",
        folder -> {
          Files.writeString(folder.resolve("Mu\u0308ller.xml"), unnamed());
          Files.writeString(folder.resolve("M\u00FCller.XML"), unnamed());
        });
    all.put("hidden: nothing", folder -> Files.writeString(folder.resolve(".x.xml"), "<"));
    all.put(
        "unreadable file: not-readable",
        folder -> shut(Files.writeString(folder.resolve("x.xml"), unnamed())));
    all.put(
        "unreadable folder: folder-unreadable",
        folder -> shut(Files.createDirectory(folder.resolve("x"))));
    return all;
  }

  private static String copy(String file) throws IOException {
    return Files.readString(FAULTLESS.resolve(file));
  }

  /** The letter without its id, so that it may stand beside the other. */
  private static String unnamed() throws IOException {
    return copy("letter.xml").replace(" xml:id=\"letter\"", "");
  }

  private static Hostile letter(String replace, String by) {
    return folder ->
        Files.writeString(folder.resolve("x.xml"), copy("letter.xml").replace(replace, by));
  }

  private static Hostile body(String content) {
    return before(" on Monday.", content);
  }

  private static Hostile before(String place, String content) {
    return folder ->
        Files.writeString(folder.resolve("x.xml"), unnamed().replace(place, content + place));
  }

  private static Hostile prolog(String content) {
    return folder ->
        Files.writeString(folder.resolve("x.xml"), unnamed().replace("<TEI ", content + "\n<TEI "));
  }

  private static Hostile entity(String declarations) {
    return folder ->
        Files.writeString(
            folder.resolve("x.xml"),
            unnamed()
                .replace("<TEI ", "<!DOCTYPE TEI [" + declarations + "]>\n<TEI ")
                .replace("Monday", "&x;".repeat(1000)));
  }

  private static Hostile encoded(String declared, String written) {
    return folder ->
        Files.write(
            folder.resolve("x.xml"),
            unnamed()
                .replace("encoding=\"UTF-8\"", "encoding=\"" + declared + "\"")
                .replace("Monday", "Müntag")
                .getBytes(written));
  }

  private static String nested(int levels) {
    return "<hi>".repeat(levels) + "</hi>".repeat(levels);
  }

  private static String attribute(String name, int length) {
    return "<date " + name + "=\"" + "1".repeat(length) + "\">then</date>";
  }

  private static String numbered(int count, java.util.function.IntFunction<String> one) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(one.apply(i));
    }
    return all.toString();
  }

  /** Names of one hash code: "Aa" and "BB" have the same. */
  private static String collision(int number) {
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < 16; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }

  private static void length(Path file, int megabytes) throws IOException {
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength((long) megabytes * MEGABYTE);
    }
  }

  private static void pipe(Path path) throws IOException {
    boolean made;
    try {
      made = new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      made = false;
    }
    assumeTrue(made, "Skipped: this system makes no pipes");
  }

  private static void shut(Path path) throws IOException {
    assumeTrue(
        Files.getFileStore(path).supportsFileAttributeView("posix"),
        "Skipped: this system has no permissions of files");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(path), "Skipped: who runs this may read everything");
  }
}
