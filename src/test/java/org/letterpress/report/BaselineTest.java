package org.letterpress.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;

/** What is known stays known while the words round it change, and no more than it was. */
class BaselineTest {

  private static final String BEFORE =
      "<p>\n <rs ref=\"#x\">Ada</rs>\n <rs ref=\"#x\">Mary</rs>\n</p>\n";

  private static SourceTexts texts(String text) {
    return file -> {
      try {
        return Optional.of(SourceText.of(file, text.getBytes(UTF_8)));
      } catch (SourceText.Undecodable e) {
        throw new AssertionError(e);
      }
    };
  }

  /** A finding at the n-th {@code rs}. */
  private static Finding at(String text, int n) {
    int at = -1;
    for (int i = 0; i < n; i++) {
      at = text.indexOf("<rs", at + 1);
    }
    SourceText source = texts(text).of("a.xml").orElseThrow();
    return new Finding(
        "made-up",
        Severity.ERROR,
        source.location(at, at + 3),
        "",
        "Wrong.",
        "",
        Map.of(),
        List.of());
  }

  private static Baseline.Parted part(Baseline baseline, String text, Finding... findings) {
    return baseline.part(List.of(findings), texts(text), (code, file) -> true);
  }

  @Test
  void workElsewhereInTheFileLeavesItKnown() throws Baseline.Malformed {
    Baseline known = Baseline.of(List.of(at(BEFORE, 1), at(BEFORE, 2)), texts(BEFORE));
    String after = "<head>New</head>\n\n" + BEFORE.replace("\n <rs", "<lb/>\n\t<rs");
    Baseline.Parted parted = part(Baseline.read(known.write()), after, at(after, 1), at(after, 2));
    assertEquals(new Baseline.Parted(List.of(), 2, 0), parted);
  }

  @Test
  void theSameInOtherWordsIsNew() {
    Baseline known = Baseline.of(List.of(at(BEFORE, 1), at(BEFORE, 2)), texts(BEFORE));
    String after = BEFORE.replace("Ada", "Ida").replace("</rs>\n", "</rs>.\n");
    Baseline.Parted parted = part(known, after, at(after, 1));
    assertEquals(List.of(at(after, 1)), parted.fresh());
    assertEquals(2, parted.mended());
  }

  @Test
  void asManyEqualOnesAsWereCounted() throws Baseline.Malformed {
    String text = "<p><rs/></p>\n".repeat(1) + "<p><rs/></p>\n".repeat(60);
    Baseline known = Baseline.of(List.of(at(text, 1), at(text, 2)), texts(text));
    assertEquals(2, known.size());
    Baseline read = Baseline.read(known.write());
    Baseline.Parted parted = part(read, text, at(text, 1), at(text, 2), at(text, 3));
    assertEquals(List.of(at(text, 3)), parted.fresh());
    assertEquals(2, parted.known());
    assertEquals(1, part(read, text, at(text, 1)).mended());
  }

  @Test
  void whatWasNotLookedAtIsNotMended() {
    Baseline known = Baseline.of(List.of(at(BEFORE, 1)), texts(BEFORE));
    assertEquals(0, known.part(List.of(), texts(BEFORE), (code, file) -> false).mended());
    assertEquals(
        1, known.part(List.of(), texts(BEFORE), (code, file) -> file.equals("a.xml")).mended());
  }

  @Test
  void fingerprintsTellTheSpecimensFindingsApart() {
    List<String> all = Fingerprints.of(Specimen.findings(), Specimen.texts());
    assertEquals(Specimen.findings().size(), all.size());
    assertNotEquals(all.get(0), all.get(1));
  }

  @Test
  void whatIsNoBaselineIsRefused() {
    Baseline.Malformed refused =
        assertThrows(Baseline.Malformed.class, () -> Baseline.read("# Known\n<TEI>\n"));
    assertEquals(2, refused.line());
    assertEquals("<TEI>", refused.words());
  }
}
