package org.letterpress.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Sha256;
import org.letterpress.xml.SourceText;

/**
 * What makes a finding the same in the next run: its code, its file, the tag that it stands in or
 * at, and the words that follow. No line is in it, so that work elsewhere in the file leaves it as
 * it is.
 */
final class Fingerprints {

  /** So many characters of the words after the tag tell one from another. */
  private static final int WORDS = 60;

  /** A tag is not sought further back than this, nor read further. */
  private static final int FAR = 2000;

  /** Sixteen hexadecimal digits. */
  private static final int BYTES = 8;

  private Fingerprints() {}

  /** The fingerprints of findings, in their order. */
  static List<String> of(List<Finding> findings, SourceTexts texts) {
    List<String> fingerprints = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      Location place = finding.location();
      Optional<SourceText> text = place.line() > 0 ? texts.of(place.file()) : Optional.empty();
      String what =
          text.filter(known -> place.line() <= known.lineCount())
              .map(known -> marked(known, place))
              .orElseGet(() -> arguments(finding));
      fingerprints.add(hash(finding.code() + "\n" + place.file() + "\n" + what));
    }
    return fingerprints;
  }

  /** Without a place in the source, what the finding speaks of; numbers in it may change. */
  private static String arguments(Finding finding) {
    return finding.arguments().entrySet().stream()
        .map(argument -> argument.getKey() + "=" + argument.getValue().replaceAll("\\d+", "#"))
        .collect(Collectors.joining("\n"));
  }

  private static String marked(SourceText text, Location place) {
    if (place.column() <= 0) {
      return line(text.lineText(place.line()));
    }
    String all = text.characters();
    int at = text.offset(place.line(), place.column());
    String marked = all.substring(at, Math.min(all.length(), at + place.length()));
    int open = all.lastIndexOf('<', at);
    int close = all.indexOf('>', at);
    boolean inTag =
        open >= 0
            && close >= 0
            && at - open < FAR
            && close - open < FAR
            && (open == at || all.indexOf('>', open) >= at);
    int from = inTag ? close + 1 : at;
    String tag = inTag ? all.substring(open, close + 1) : "";
    String after = all.substring(from, Math.min(all.length(), from + FAR));
    String words = line(after.replaceAll("<[^>]*>?", " "));
    return marked + "\n" + line(tag) + "\n" + words.substring(0, Math.min(WORDS, words.length()));
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.begin().digest(text.getBytes(UTF_8)), 0, BYTES);
  }
}
