package org.letterpress.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;

/** What {@code serve} refuses before it begins. */
final class ServeCommandTest {

  @Test
  void aFolderThatIsNotThere(@TempDir Path folder) {
    Run run = Run.of("serve", folder.resolve("none").toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("There is no file or folder"), run.err());
  }

  @Test
  void aPortThatIsNone() {
    Run run = Run.of("serve", "--port", "70000");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("There is no port 70000"), run.err());
  }

  @Test
  void aLanguageThatItDoesNotSpeak() {
    Run run = Run.of("serve", "--lang", "la");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("\"la\""), run.err());
  }
}
