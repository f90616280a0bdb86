package org.letterpress.render;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.verapdf.core.VeraPDFException;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * PDFs of letters as others have encoded them, and a volume of more than a hundred, keep both
 * standards. Every tenth letter is judged; {@code -Dletterpress.every=1} has all of them.
 */
class RealLettersIT {

  private static final int EVERY = Integer.getInteger("letterpress.every", 10);

  @ParameterizedTest
  @ValueSource(strings = {"tillich", "schnitzler"})
  void lettersKeepBothStandards(String name) throws IOException, VeraPDFException {
    Corpus corpus = BookPagesIT.corpus(name);
    PdfRenderer renderer =
        new PdfRenderer(
            BookPagesIT.XML, corpus, BookPagesIT.CORPORA, PrintStyle.DEFAULT, Instant.EPOCH);
    List<Letter> letters = corpus.letters();
    for (int i = 0; i < letters.size(); i += EVERY) {
      judge(renderer.letter(letters.get(i)).content());
    }
  }

  @Test
  void aVolumeKeepsBothStandards() throws IOException, VeraPDFException {
    judge(BookPagesIT.book("schnitzler"));
  }

  private static void judge(byte[] pdf) throws IOException, VeraPDFException {
    VeraPdf.assertConforms(PDFAFlavour.PDFA_3_A, pdf);
    VeraPdf.assertConforms(PDFAFlavour.PDFUA_1, pdf);
  }
}
