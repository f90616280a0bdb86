package org.letterpress;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.letterpress.cli.Main;

/**
 * What one run of the program came to.
 *
 * @param code the exit code
 * @param out what it said on the standard output
 * @param err what it said on the standard error
 */
public record Run(int code, String out, String err) {

  /** The editions that are judged. */
  public static final String FORMATS = "html,pdf,epub,text,diplomatic,markdown";

  /** Runs the program within this virtual machine. */
  public static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }

  /** The lines on the standard error that are more than signs of progress. */
  public List<String> complaints() {
    return err.lines().filter(line -> !line.startsWith("…")).toList();
  }

  /** The lines on the standard output that tell of an error or a warning. */
  public List<String> findings() {
    return out.lines().filter(line -> line.matches(".+: (error|warning): .+ \\[[a-z-]+]")).toList();
  }
}
