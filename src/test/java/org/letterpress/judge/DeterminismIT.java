package org.letterpress.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;

/** The same letters give the same bytes. */
@ExtendWith(Editions.Resolver.class)
class DeterminismIT {

  private final Editions editions;
  @TempDir Path temp;

  DeterminismIT(Editions editions) {
    this.editions = editions;
  }

  @Test
  void publishedAgain() {
    Path again = temp.resolve("again");
    assertEquals(0, publish(again).code());
    Snapshot.assertSame(Snapshot.of(editions.own().folder()), Snapshot.of(again));
  }

  @Test
  void publishedOverTheLastEdition() {
    Path output = Snapshot.copy(editions.own().folder(), temp.resolve("over"));
    assertEquals(0, publish(output).code());
    Snapshot.assertSame(Snapshot.of(editions.own().folder()), Snapshot.of(output));
  }

  /** The packaged program, elsewhere: another language, time zone, encoding, one thread. */
  @Test
  void publishedElsewhere() throws IOException, InterruptedException {
    Path output = temp.resolve("elsewhere");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Pacific/Kiritimati",
                    "-Dfile.encoding=ISO-8859-1",
                    "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1",
                    "-jar",
                    Path.of("target", "letterpress.jar").toAbsolutePath().toString(),
                    "publish",
                    Path.of(Editions.TEI).toAbsolutePath().toString(),
                    "--output=" + output,
                    "--format=" + Run.FORMATS))
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
    Snapshot.assertSame(Snapshot.of(editions.own().folder()), Snapshot.of(output));
  }

  private static Run publish(Path output) {
    return Run.of("publish", Editions.TEI, "--output=" + output, "--format=" + Run.FORMATS);
  }
}
