package org.letterpress.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.letterpress.finding.Finding;
import org.letterpress.xml.Xml;

/** An edition of a few letters, made from the faultless one, for what no file can tell alone. */
abstract class SmallEdition {

  static final Path FAULTLESS = Path.of("src/test/cases/validate/letter-valid");
  static final Check CHECK = new Check(new Xml());
  static final String MONDAY = "on Monday.";

  final Map<String, String> edition = new TreeMap<>();

  /** So many letters, each with a few words more, and a register. */
  final void letters(int count, String words) throws IOException {
    edition.put("register.xml", Files.readString(FAULTLESS.resolve("register.xml"), UTF_8));
    String letter = Files.readString(FAULTLESS.resolve("letter.xml"), UTF_8);
    for (int i = 1; i <= count; i++) {
      String file = "letter-" + i + ".xml";
      edition.put(file, letter);
      replace(file, "xml:id=\"letter\"", "xml:id=\"letter-" + i + "\"");
      if (!words.isEmpty()) {
        replace(file, "<p>", "<p>" + words + " ");
      }
    }
  }

  final void link(String file, String type, String target) {
    String link = "<ref type=\"" + type + "\" target=\"#" + target + "\">a letter</ref>";
    replace(file, "</correspDesc>", "<correspContext>" + link + "</correspContext></correspDesc>");
  }

  final void replace(String file, String old, String by) {
    String text = edition.get(file);
    int at = text.lastIndexOf(old);
    assertTrue(at >= 0, () -> file + " does not hold " + old);
    edition.put(file, text.substring(0, at) + by + text.substring(at + old.length()));
  }

  final List<Finding> findings(Optional<String> only) {
    return CHECK.findings(
        edition.entrySet().stream()
            .map(file -> new Check.Input(file.getKey(), () -> file.getValue().getBytes(UTF_8)))
            .toList(),
        only);
  }

  final List<String> kinds() {
    return findings(Optional.empty()).stream()
        .map(one -> one.severity().word() + " " + one.code())
        .toList();
  }

  final List<String> told(Optional<String> only) {
    return findings(only).stream()
        .map(one -> one.location() + " " + one.severity().word() + " " + one.code())
        .toList();
  }
}
