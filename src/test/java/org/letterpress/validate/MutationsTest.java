package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.letterpress.Jing;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;

/**
 * Letters with one to three random faults, the same ones in each run. How many is said by {@code
 * -Dletterpress.mutations}; without it ten thousand.
 */
class MutationsTest {

  private static final int COUNT = Integer.getInteger("letterpress.mutations", 10_000);
  private static final int BATCH = 250;
  private static final int SMALL = 8000;
  private static final Path SHARED =
      Path.of(System.getProperty("letterpress.shared", "../shared"), "corpora/tillich");
  private static final Pattern TAG = Pattern.compile("<[^!?>][^>]*>");
  private static final Pattern END_TAG = Pattern.compile("</[^>]*>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w:]+=\"[^\"]*\"");
  private static final List<String> INSERTED =
      List.of("<", "&", "\"", "'", ">", "</p>", "<hi>", "<!--", "-->", "]]>", "&nbsp;", "\u0000");
  private static final Check CHECK = new Check(new Xml());

  @Test
  void answersEveryFileAndTwiceTheSame() throws Exception {
    Jing jing = new Jing(Path.of("schema/letter.rnc"));
    List<byte[]> letters = letters();
    Random random = new Random(1834);
    Set<String> codes = new TreeSet<>();
    int mended = 0;
    int malformed = 0;
    for (int done = 0; done < COUNT; done += BATCH) {
      Map<String, byte[]> batch = new TreeMap<>();
      for (int i = done; i < Math.min(done + BATCH, COUNT); i++) {
        byte[] letter = letters.get(random.nextInt(letters.size()));
        batch.put(String.format("m%05d.xml", i), mutated(letter, random));
      }
      Check.Result result = assertTimeoutPreemptively(Duration.ofMinutes(5), () -> check(batch));
      assertEquals(result.findings(), check(batch).findings());
      Set<String> read =
          result.files().stream().map(file -> file.path()).collect(Collectors.toSet());
      for (Map.Entry<String, byte[]> file : batch.entrySet()) {
        List<Finding> said =
            result.findings().stream()
                .filter(one -> one.location().file().equals(file.getKey()))
                .toList();
        said.forEach(one -> codes.add(one.code()));
        if (read.contains(file.getKey())) {
          // Jing alone says only whether: what it refuses must have been told.
          boolean accepted =
              jing.accepts(SourceText.of(file.getKey(), file.getValue()).characters());
          assertTrue(
              accepted || said.stream().anyMatch(MutationsTest::isError),
              () -> file.getKey() + " has no answer");
        } else {
          malformed++;
          List<Finding> errors = said.stream().filter(MutationsTest::isError).toList();
          assertEquals(1, errors.size(), () -> file.getKey() + ": " + said);
          mended += isMended(errors.get(0), file.getValue()) ? 1 : 0;
        }
      }
    }
    assertTrue(codes.stream().noneMatch(code -> code.startsWith("program-fault")), codes::toString);
    assertFalse(codes.contains("not-well-formed"), codes.toString());
    assertTrue(malformed > COUNT / 3, "too few malformed: " + malformed);
    assertTrue(mended * 2 > malformed, mended + " of " + malformed + " mended");
  }

  /** One letter is changed in several ways, and each copy has its id. */
  private static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR && !finding.code().equals("document-id-twice");
  }

  /** Whether the first mend leaves no fault of the same kind at the same place. */
  private static boolean isMended(Finding finding, byte[] content) {
    if (finding.fixes().isEmpty()) {
      return false;
    }
    Fix fix = finding.fixes().get(0);
    String text;
    try {
      text = SourceText.of("x.xml", content).characters();
    } catch (SourceText.Undecodable e) {
      return false;
    }
    byte[] changed = fix.apply(text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String file = finding.location().file();
    return check(Map.of(file, changed)).findings().stream()
        .noneMatch(
            one ->
                one.severity() == Severity.ERROR
                    && one.code().equals(finding.code())
                    && one.location().equals(finding.location()));
  }

  private static Check.Result check(Map<String, byte[]> files) {
    return CHECK.check(
        files.entrySet().stream()
            .map(file -> new Check.Input(file.getKey(), () -> file.getValue()))
            .toList());
  }

  private static List<byte[]> letters() throws IOException {
    List<byte[]> letters = new ArrayList<>();
    letters.add(Files.readAllBytes(Path.of("src/test/cases/validate/letter-valid/letter.xml")));
    if (Files.isDirectory(SHARED)) {
      try (Stream<Path> files = Files.list(SHARED)) {
        for (Path file : files.sorted().toList()) {
          if (Files.size(file) < SMALL) {
            letters.add(Files.readAllBytes(file));
          }
        }
      }
    }
    return letters;
  }

  /** Bytes stand for characters here, so that any of them can be hit. */
  private static byte[] mutated(byte[] letter, Random random) {
    StringBuilder text = new StringBuilder(new String(letter, ISO_8859_1));
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(8)) {
        case 0 -> drop(text, TAG, random);
        case 1 -> drop(text, END_TAG, random);
        case 2 -> swap(text, random);
        case 3 -> twice(text, random);
        case 4 -> text.setCharAt(at, (char) random.nextInt(256));
        case 5 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(200)));
        case 6 -> text.insert(at, INSERTED.get(random.nextInt(INSERTED.size())));
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private static MatchResult any(StringBuilder text, Pattern pattern, Random random) {
    List<MatchResult> found = pattern.matcher(text.toString()).results().toList();
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  private static void drop(StringBuilder text, Pattern pattern, Random random) {
    MatchResult found = any(text, pattern, random);
    if (found != null) {
      text.delete(found.start(), found.end());
    }
  }

  private static void swap(StringBuilder text, Random random) {
    MatchResult one = any(text, ATTRIBUTE, random);
    MatchResult other = any(text, ATTRIBUTE, random);
    if (one != null && other != null && one.end() <= other.start()) {
      text.replace(other.start(), other.end(), one.group());
      text.replace(one.start(), one.end(), other.group());
    }
  }

  private static void twice(StringBuilder text, Random random) {
    MatchResult found = any(text, random.nextBoolean() ? ATTRIBUTE : TAG, random);
    if (found != null) {
      text.insert(found.start(), found.group());
    }
  }
}
