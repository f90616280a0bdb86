package org.letterpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Main;

/** What the README tells a newcomer to type works. */
class ReadmeTest {

  private static final Pattern SAMPLE = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path temp;

  @Test
  void theSampleLetterIsValidAndCanBePublished() throws IOException {
    Matcher sample = SAMPLE.matcher(Files.readString(Path.of("README.md"), UTF_8));
    assertTrue(sample.find(), "the README shows a letter");
    Path letters = Files.createDirectory(temp.resolve("letters"));
    Files.writeString(letters.resolve("1834-03-22.xml"), sample.group(1).stripIndent().strip());
    assertTrue(sample.find(), "and the edition's own header");
    Files.writeString(letters.resolve("edition.xml"), sample.group(1).stripIndent().strip());

    StringWriter out = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            "publish",
            letters.toString(),
            "--output",
            temp.resolve("output").toString());

    assertEquals(0, code, out.toString());
    assertTrue(out.toString().contains("0 errors, 0 warnings"), out.toString());
    assertTrue(
        Files.readString(temp.resolve("output/letters/byron-somerville-1834-03-22.txt"), UTF_8)
            .contains("My dear Mrs. Somerville,"));
  }

  @Test
  void everyCommandThatItNamesIsKnown() throws IOException {
    Matcher named =
        Pattern.compile("letterpress\\.jar (\\w+)")
            .matcher(Files.readString(Path.of("README.md"), UTF_8));
    int seen = 0;
    while (named.find()) {
      StringWriter out = new StringWriter();
      PrintWriter writer = new PrintWriter(out);
      assertEquals(0, Main.run(writer, writer, named.group(1), "--help"), named.group(1));
      assertTrue(out.toString().contains("Usage: letterpress " + named.group(1)), out.toString());
      seen++;
    }
    assertTrue(seen >= 4, "the README names the commands");
  }
}
