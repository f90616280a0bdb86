package org.letterpress.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import org.letterpress.publish.Progress;
import org.letterpress.report.Words;

/**
 * Shows how a run gets on: on a terminal one line that is written over, with count, rate and the
 * time that is left; in a log one line a step, the same each time.
 */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long NANOS = 1_000_000_000L;

  /** Back to the line's beginning, and all of it gone (ECMA-48, EL). */
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final Words words;
  private final boolean quiet;
  private final boolean live;
  private long begun;
  private long shown;

  /**
   * Begins with nothing.
   *
   * @param quiet whether nothing is shown
   * @param live whether somebody watches: lines may be written over
   */
  ProgressLine(PrintWriter err, Words words, boolean quiet, boolean live) {
    this.err = err;
    this.words = words;
    this.quiet = quiet;
    this.live = live && !quiet;
  }

  /** Whether somebody watches this process on a terminal. */
  @SuppressWarnings("SystemConsoleNull") // before Java 22 it is null where nobody watches
  static boolean isWatched() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException beforeJava22) {
      return true;
    }
  }

  @Override
  public synchronized void step(String name) {
    String line = "… " + name(words, name);
    if (live) {
      show(line);
    } else if (!quiet) {
      err.println(line);
    }
  }

  /** What a step is called; formats have the names by which they are asked for. */
  static String name(Words words, String step) {
    String key = "step." + step;
    String name = words.find(key);
    return name.equals(key) ? step : name;
  }

  @Override
  public synchronized void made(int done, int all) {
    long now = System.nanoTime();
    if (begun == 0) {
      begun = now;
    }
    // Ten times a second is as often as anybody can read it.
    if (!live || (now - shown < NANOS / 10 && done < all)) {
      return;
    }
    shown = now;
    double seconds = (double) (now - begun) / NANOS;
    String line = words.get("progress", words.number(done), words.number(all));
    if (seconds > 1 && done > 1) {
      double rate = done / seconds;
      long whole = Math.round(rate);
      line += whole > 0 ? words.get("progress.rate", words.number(whole)) : "";
      line += words.get("progress.left", left((all - done) / rate));
    }
    show("… " + line);
  }

  /** Minutes and seconds, as clocks show them. */
  private static String left(double seconds) {
    long whole = (long) Math.ceil(seconds);
    return whole / 60 + ":" + String.format(Locale.ROOT, "%02d", whole % 60);
  }

  private void show(String line) {
    err.print(CLEAR + line);
    err.flush();
  }

  /** Leaves an empty line to what follows. */
  @Override
  public synchronized void close() {
    if (live) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
