package org.letterpress.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;

/** A little edition, in memory, with everything in it that a report could stumble over. */
final class Specimen {

  static final String LETTER = "letters/ada.xml";
  static final String HOSTILE = "letters/50%0A, a:b & <c>.xml";
  static final String MANY = "registers/many.xml";
  static final String TITLE = "Ada Byron to Mary Somerville, 22 March 1834";

  private static final String LONG = "word ".repeat(500) + "<lb/>" + " word".repeat(500);

  /** An escape that would turn a terminal red, and a sign that would turn words round. */
  private static final String EVIL =
      "<p>\u001b[31m \u202e drow ]]> </script><script>alert(1)</script> %0A::error::no</p>";

  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              LETTER,
              "<TEI>\n\t<p>\t<supplied>日本 𝒜da\u0301</supplied>, and <q>𝒜</q></p>\n"
                  + "  <p>Karl<lb/>shafen and <note n=\"1\">a note</note> more.</p>\n"
                  + LONG
                  + "\n  <opener>Dear</opener>\n</TEI>\n",
              HOSTILE,
              "<TEI>\n" + EVIL + "\n</TEI>\n",
              MANY,
              "<p/>\n".repeat(30),
              "valid.xml",
              "<TEI/>\n"));

  private Specimen() {}

  static SourceText text(String file) {
    try {
      return SourceText.of(file, FILES.get(file).getBytes(UTF_8));
    } catch (SourceText.Undecodable e) {
      throw new AssertionError(e);
    }
  }

  static SourceTexts texts() {
    return file -> FILES.containsKey(file) ? Optional.of(text(file)) : Optional.empty();
  }

  /** The place of the first occurrence of some words in a file. */
  static Location at(String file, String words) {
    SourceText text = text(file);
    int start = text.characters().indexOf(words);
    return text.location(start, start + words.length());
  }

  /** Puts something in the place of words. */
  private static Fix.Edit edit(String file, String old, String with) {
    int start = text(file).characters().indexOf(old);
    return new Fix.Edit(start, start + old.length(), with);
  }

  private static Finding of(
      String code, Severity severity, Location place, Map<String, String> arguments, Fix... fixes) {
    return Finding.of(code, severity, place, arguments, List.of(fixes));
  }

  static List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    Fix source =
        new Fix(
            "source=\"#print\"",
            List.of(edit(LETTER, "<supplied>", "<supplied source=\"#print\">")));
    Fix away =
        new Fix(
            "<supplied> → –",
            List.of(edit(LETTER, "<supplied>", ""), edit(LETTER, "</supplied>", "")));
    all.add(
        of(
                "supplied-without-source",
                Severity.ERROR,
                at(LETTER, "<supplied>"),
                Map.of("text", "日本 𝒜da\u0301 {line}"),
                source,
                away)
            .in(TITLE));
    all.add(
        of(
                "words-split",
                Severity.WARNING,
                at(LETTER, "<lb/>"),
                Map.of(
                    "other",
                    "a.html",
                    "expected",
                    "Karlshafen",
                    "found",
                    "Karl shafen",
                    "where",
                    "¶ 2",
                    "context",
                    "… [Karlshafen] and …"),
                new Fix(
                    "break=\"no\"",
                    List.of(edit(LETTER, "Karl<lb/>", "Karl\n  <lb break=\"no\"/>"))))
            .in(TITLE));
    int wide = text(LETTER).characters().lastIndexOf("<lb/>");
    all.add(
        of(
                "unknown-element",
                Severity.WARNING,
                text(LETTER).location(wide, wide + 5),
                Map.of("element", "lb", "count", "2"))
            .in(TITLE));
    all.add(
        of(
                "not-rendered",
                Severity.INFO,
                Location.of(LETTER, 5),
                Map.of("format", "pdf", "cause", "100 % <b>"))
            .in(TITLE));
    all.add(
        new Finding(
            "made-up",
            Severity.ERROR,
            at(HOSTILE, "\u001b[31m"),
            "",
            "A file says: " + EVIL,
            "Take\r\nit out, 100 %.",
            Map.of(),
            List.of()));
    all.add(of("link-broken", Severity.ERROR, Location.of("letters/gone.xml"), Map.of()));
    IntStream.rangeClosed(1, 23)
        .mapToObj(
            line ->
                of(
                    "unknown-element",
                    Severity.WARNING,
                    new Location(MANY, line, 1, 2),
                    Map.of("element", "p", "count", "23")))
        .forEach(all::add);
    return all.stream().sorted().toList();
  }

  static Judgement judgement(Catalogue words) {
    return new Judgement(
        Path.of("specimen"),
        List.copyOf(FILES.keySet()),
        findings(),
        List.of(),
        Optional.of(new Judgement.Known("known.txt", 37, 2)),
        Optional.of(Severity.ERROR),
        texts(),
        words,
        "1.2.3");
  }
}
