package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.letterpress.audit.Audit;
import org.letterpress.audit.EpubReading;
import org.letterpress.audit.PdfReading;
import org.letterpress.audit.TextForm;
import org.letterpress.audit.TextVolume;
import org.letterpress.finding.Sha256;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.model.Soft;
import org.letterpress.render.Format;
import org.letterpress.render.Product;
import org.letterpress.render.TextStyle;

/** The audits of a run: each product is read back in the way of its format. */
final class Audits {

  private final TextStyle style;
  private final Map<String, Soft<Audit>> audits = new ConcurrentHashMap<>();
  private final Map<String, Proven> proven = new ConcurrentHashMap<>();

  /** What was found of a letter's text; clean. */
  private record Proven(String digest, Audit.Report report) {}

  /**
   * Begins with none.
   *
   * @param style how texts are set
   */
  Audits(TextStyle style) {
    this.style = style;
  }

  /** One letter in a product of its own. */
  Audit.Report letter(Format format, Letter letter, Product product) {
    Audit audit = audit(letter);
    return switch (format) {
      case HTML -> audit.html(new String(product.content(), UTF_8), product.path());
      case PDF, PRESS -> audit.pdf(product.content(), product.path());
      case BOOK -> throw new IllegalArgumentException("A book is audited as a whole");
      case EPUB -> audit.epub(EpubReading.read(product.content()), letter.id(), product.path());
      case TEXT, DIPLOMATIC, MARKDOWN -> {
        Audit.Report report =
            audit.text(new String(product.content(), UTF_8), form(format), product.path());
        stands(format, letter, product::content, report);
        yield report;
      }
    };
  }

  /** Takes up what is known of a letter's text: the volumes that hold the same have it too. */
  void stands(Format format, Letter letter, Supplier<byte[]> content, Audit.Report report) {
    if (report.isClean() && (format == Format.TEXT || format == Format.DIPLOMATIC)) {
      proven.put(format + " " + letter.id(), new Proven(Sha256.hex(content.get()), report));
    }
  }

  private Optional<Audit.Report> proven(Format format, String id, String text) {
    return Optional.ofNullable(proven.get(format + " " + id))
        .filter(known -> known.digest().equals(Sha256.hex(text.getBytes(UTF_8))))
        .map(Proven::report);
  }

  /**
   * Letters once more.
   *
   * @param product the volume that holds them
   */
  Audit.Report volume(Format format, List<Letter> letters, Product product) {
    if (format == Format.EPUB) {
      EpubReading book = EpubReading.read(product.content());
      return Audit.volume(
          product.path(),
          letters.parallelStream()
              .map(letter -> audit(letter).epub(book, letter.id(), product.path()))
              .toList());
    }
    return TextVolume.read(new String(product.content(), UTF_8), form(format))
        .audit(
            letters.stream()
                .map(
                    letter ->
                        new TextVolume.Wanted(
                            letter.id(),
                            () -> audit(letter),
                            text -> proven(format, letter.id(), text)))
                .toList(),
            product.path());
  }

  private TextForm form(Format format) {
    TextForm.Kind kind =
        switch (format) {
          case TEXT -> TextForm.Kind.READING;
          case DIPLOMATIC -> TextForm.Kind.DIPLOMATIC;
          case MARKDOWN -> TextForm.Kind.MARKDOWN;
          case HTML, PDF, PRESS, BOOK, EPUB -> throw new IllegalArgumentException(format.word());
        };
    return new TextForm(kind, style.pages(), style.italics());
  }

  /** A letter's own, read once for all formats unless memory is short. */
  private Audit audit(Letter letter) {
    return audits.computeIfAbsent(letter.id(), id -> new Soft<>(() -> new Audit(letter))).get();
  }

  /** Each letter in the book of all. */
  Map<String, Audit.Report> book(Corpus corpus, Product product) {
    PdfReading book = PdfReading.read(product.content());
    return corpus.letters().parallelStream()
        .collect(
            Collectors.toMap(
                Letter::id, letter -> audit(letter).pdf(book, letter.id(), product.path())));
  }
}
