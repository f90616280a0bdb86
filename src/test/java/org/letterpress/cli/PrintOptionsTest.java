package org.letterpress.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;
import org.letterpress.render.pdf.PressProfile;

/** The options that are about pages, on the edition's own letter. */
class PrintOptionsTest {

  private static final Pattern BROKEN = Pattern.compile("\\p{L}-$");

  @TempDir Path folder;

  private Run publish(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "publish";
    all[1] = "tei";
    all[2] = "--output=" + folder.resolve("out");
    System.arraycopy(options, 0, all, 3, options.length);
    return Run.of(all);
  }

  private Path profile() throws IOException {
    return Files.write(folder.resolve("Test.icc"), PressProfile.bytes());
  }

  @Test
  void pressStandsBesideTheOthers() throws IOException {
    Run run = publish("--format=pdf", "--press", "--icc=" + profile(), "--trim=demy");
    assertEquals(0, run.code(), run.err());
    Path letters = folder.resolve("out/letters");
    String id = "khrushchev-kennedy-1961-11-09";
    assertTrue(Files.exists(letters.resolve(id + ".pdf")));
    try (PDDocument pdf = Loader.loadPDF(letters.resolve(id + ".press.pdf").toFile())) {
      assertEquals(391.2, pdf.getPage(0).getTrimBox().getWidth(), 0.01);
    }
  }

  @Test
  void saysWhatIsMissingOrWrong() throws IOException {
    assertWrong("www.eci.org", "--format=press");
    assertWrong("www.eci.org", "--press");
    assertWrong("CMYK", "--press", "--icc=pom.xml");
    assertWrong("CMYK", "--press", "--icc=missing.icc");
    assertWrong("\"9m\"", "--press", "--icc=" + profile(), "--bleed=9m");
    assertWrong("PDF/X-1", "--press", "--icc=" + profile(), "--pdf-x=1");
    for (String trim : List.of("folio", "10x20mm", "155x230", "6x99in", "-1x2mm")) {
      assertWrong("\"" + trim + "\"", "--format=pdf", "--trim=" + trim);
    }
  }

  private void assertWrong(String words, String... options) {
    Run run = publish(options);
    assertEquals(Main.USAGE, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  /** Nothing runs over, every line fits into the page, and few end in a hyphen. */
  @Test
  void pagesOfEachSizeAreSound() throws IOException {
    for (String trim : List.of("royal", "demy", "a5", "155x230mm", "110x180mm", "210x297mm")) {
      Run run = publish("--format=pdf", "--no-audit", "--fail-on=warning", "--trim=" + trim);
      assertEquals(0, run.code(), trim + run.err());
      Path file = folder.resolve("out/letters/khrushchev-kennedy-1961-11-09.pdf");
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        Lines lines = new Lines(pdf.getPage(0));
        lines.getText(pdf);
        assertEquals(0, lines.outside, trim);
        assertTrue(lines.all > 300, trim);
        assertTrue(
            lines.broken * 100 <= lines.all * 18, trim + ": " + lines.broken + "/" + lines.all);
      }
    }
  }

  private static final class Lines extends PDFTextStripper {

    private final float width;
    private int all;
    private int broken;
    private int outside;

    Lines(PDPage page) {
      this.width = page.getMediaBox().getWidth();
    }

    @Override
    protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> letters) {
      float left = letters.get(0).getXDirAdj();
      float right = letters.get(letters.size() - 1).getXDirAdj();
      outside += left < 20 || right > width - 20 ? 1 : 0;
      if (text.length() > 30) {
        all++;
        broken += BROKEN.matcher(text.strip()).find() ? 1 : 0;
      }
    }
  }
}
