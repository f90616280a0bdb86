package org.letterpress.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.letterpress.finding.Finding;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Letter;
import org.letterpress.model.SourceFile;
import org.letterpress.render.Format;
import org.letterpress.render.TextRenderer;
import org.letterpress.render.TextStyle;

/** The audit of volumes of texts: letters and words that are lost, doubled or moved are named. */
class TextVolumeTest {

  private static final Corpus CORPUS = corpus();

  private static final Map<String, Audit> AUDITS =
      CORPUS.letters().stream().collect(Collectors.toMap(Letter::id, one -> new Audit(one)));

  private static Corpus corpus() {
    List<SourceFile> files =
        AuditTest.letters()
            .map(
                file -> {
                  String xml =
                      Samples.text(file).replaceFirst("(<TEI[^>]*) xml:id=\"[^\"]*\"", "$1");
                  String name = file.getParent().getFileName() + ".xml";
                  return new SourceFile(name, xml.getBytes(UTF_8), Samples.parse(xml));
                })
            .toList();
    return new CorpusReader(Samples.XML).read(files, "Specimens");
  }

  /** A volume in parts: what stands before the letters, and each letter. */
  private static final class Parted {

    private final TextForm form;
    private final List<String> letters = new ArrayList<>();
    private final String front;

    Parted(TextForm.Kind kind) {
      form = new TextForm(kind, true, false);
      Format format =
          switch (kind) {
            case READING -> Format.TEXT;
            case DIPLOMATIC -> Format.DIPLOMATIC;
            case MARKDOWN -> Format.MARKDOWN;
          };
      TextRenderer renderer = new TextRenderer(Samples.XML, CORPUS, format, TextStyle.DEFAULT);
      CORPUS.letters().forEach(renderer::letter);
      String volume =
          new String(renderer.volumes().findFirst().orElseThrow().product().content(), UTF_8);
      String beginning =
          kind == TextForm.Kind.MARKDOWN
              ? "\n## (?!Contents|Inhalt)"
              : "\n(={72})\n(?:[^\n]+\n)+?\\1\n";
      Matcher matcher = Pattern.compile("(?=\n" + beginning + ")").matcher(volume);
      List<Integer> at = new ArrayList<>();
      while (matcher.find()) {
        at.add(matcher.start() + 1);
      }
      assertEquals(CORPUS.letters().size(), at.size());
      front = volume.substring(0, at.get(0));
      at.add(volume.length());
      for (int i = 1; i < at.size(); i++) {
        letters.add(volume.substring(at.get(i - 1), at.get(i)));
      }
    }

    List<String> found() {
      String volume = front + String.join("", letters);
      return TextVolume.read(volume, form)
          .audit(
              CORPUS.letters().stream()
                  .map(
                      letter ->
                          new TextVolume.Wanted(
                              letter.id(), () -> audit(letter), text -> Optional.empty()))
                  .toList(),
              "edition.txt")
          .findings()
          .stream()
          .map(finding -> finding.code() + " " + finding.message())
          .toList();
    }

    private static Audit audit(Letter letter) {
      return AUDITS.get(letter.id());
    }
  }

  private static String id(int letter) {
    return CORPUS.letters().get(letter).id();
  }

  @ParameterizedTest
  @EnumSource(TextForm.Kind.class)
  void volumeIsWhole(TextForm.Kind kind) {
    assertEquals(List.of(), new Parted(kind).found());
  }

  /** The volume's own reading is asked for what is not, word for word, a text proven before. */
  @ParameterizedTest
  @EnumSource(value = TextForm.Kind.class, names = "MARKDOWN", mode = EnumSource.Mode.EXCLUDE)
  void onlyWhatWasNotProvenIsReadAgain(TextForm.Kind kind) {
    Format format = kind == TextForm.Kind.READING ? Format.TEXT : Format.DIPLOMATIC;
    TextForm form = new TextForm(kind, true, false);
    TextRenderer renderer = new TextRenderer(Samples.XML, CORPUS, format, TextStyle.DEFAULT);
    List<String> read = Collections.synchronizedList(new ArrayList<>());
    List<TextVolume.Wanted> wanted =
        CORPUS.letters().stream()
            .map(
                letter -> {
                  String own = new String(renderer.letter(letter).content(), UTF_8);
                  Audit.Report report = new Audit.Report("", 1, 0, Map.of(), List.of());
                  return new TextVolume.Wanted(
                      letter.id(),
                      () -> {
                        read.add(letter.id());
                        return AUDITS.get(letter.id());
                      },
                      text -> Optional.of(report).filter(it -> text.equals(own)));
                })
            .toList();
    String volume =
        new String(renderer.volumes().findFirst().orElseThrow().product().content(), UTF_8);
    Audit.Report all = TextVolume.read(volume, form).audit(wanted, "edition.txt");
    assertEquals(List.of(), all.findings());
    assertEquals(List.of(), read);
    assertEquals(wanted.size(), all.words());

    String last = id(wanted.size() - 1);
    String longer = volume.stripTrailing() + " surplus\n";
    Audit.Report other = TextVolume.read(longer, form).audit(wanted, "edition.txt");
    assertTrue(other.findings().size() > 0);
    assertTrue(read.contains(last), read.toString());
  }

  @ParameterizedTest
  @EnumSource(TextForm.Kind.class)
  void lostLetterIsNamed(TextForm.Kind kind) {
    for (int i = 0; i < CORPUS.letters().size(); i++) {
      Parted volume = new Parted(kind);
      volume.letters.remove(i);
      assertEquals(
          List.of("letter-lost In edition.txt, the letter " + id(i) + " is lost."), volume.found());
    }
  }

  @ParameterizedTest
  @EnumSource(value = TextForm.Kind.class)
  void doubledLetterIsNamed(TextForm.Kind kind) {
    for (int i = 0; i < CORPUS.letters().size(); i++) {
      Parted volume = new Parted(kind);
      volume.letters.add(i, volume.letters.get(i));
      List<String> found = volume.found();
      // In Markdown its notes would have the same labels, so their marks are told as well.
      List<String> whole = found.stream().filter(one -> one.startsWith("letter-")).toList();
      assertEquals(1, whole.size(), found::toString);
      assertTrue(whole.get(0).contains("letter-added In edition.txt, the text at place"));
      assertTrue(kind == TextForm.Kind.MARKDOWN || found.size() == 1, found::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(TextForm.Kind.class)
  void lettersOutOfOrderAreNamed(TextForm.Kind kind) {
    for (int i = 1; i < CORPUS.letters().size(); i++) {
      Parted volume = new Parted(kind);
      Collections.swap(volume.letters, i - 1, i);
      List<String> found = volume.found();
      assertEquals(1, found.size(), found::toString);
      assertTrue(
          Stream.of(id(i - 1), id(i))
              .anyMatch(id -> found.get(0).contains("the letter " + id + " is out of order")),
          found::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(TextForm.Kind.class)
  void faultsOfWordsAreToldOfTheirLetter(TextForm.Kind kind) {
    Random random = new Random(1876);
    for (int i = 0; i < CORPUS.letters().size(); i++) {
      Parted volume = new Parted(kind);
      String letter = volume.letters.get(i);
      Slots.Pieces pieces =
          kind == TextForm.Kind.MARKDOWN ? Slots.markdown(letter) : Slots.inVolume(letter);
      Mutator mutator = new Mutator(pieces.slots(), random.nextLong());
      for (int fault = 0; fault < 10; fault++) {
        String what = mutator.fault(fault);
        volume.letters.set(i, pieces.toString());
        List<String> found = volume.found();
        assertFalse(found.isEmpty(), what);
        assertTrue(
            found.stream().noneMatch(one -> one.startsWith("letter-")), () -> what + ": " + found);
        mutator.restore();
      }
      volume.letters.set(i, letter);
    }
  }

  /** Findings name the file of the letter's source. */
  @ParameterizedTest
  @EnumSource(TextForm.Kind.class)
  void placeIsThatOfTheSource(TextForm.Kind kind) {
    Parted volume = new Parted(kind);
    int last = volume.letters.size() - 1;
    volume.letters.set(last, volume.letters.get(last).replaceAll("\\b(the|der|und|and)\\b", "xyz"));
    String text = volume.front + String.join("", volume.letters);
    List<Finding> findings =
        TextVolume.read(text, volume.form)
            .audit(
                CORPUS.letters().stream()
                    .map(
                        one ->
                            new TextVolume.Wanted(
                                one.id(), () -> Parted.audit(one), own -> Optional.empty()))
                    .toList(),
                "edition.txt")
            .findings();
    assertFalse(findings.isEmpty());
    String file = CORPUS.letters().get(last).file().path();
    findings.forEach(finding -> assertEquals(file, finding.location().file()));
  }
}
