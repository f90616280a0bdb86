package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.letterpress.audit.Audit;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.model.Packed;
import org.letterpress.model.Recall;

/**
 * What the last run made, and of what, so that the next need not make it again. It stands beside
 * the output folder, in the file {@code .NAME.made}; without it, or where it can't be read,
 * everything is made anew. Safe for use by several threads.
 */
final class LastRun implements Recall {

  /** Changes with the form of the file. */
  private static final String FORM = "letterpress made 2";

  /**
   * Something that was made: a letter's edition, or what else belongs to a format.
   *
   * @param key the digest of all that it was made of
   * @param files their paths, from the output folder
   * @param findings what was found in the making
   * @param reports the audits of its products
   */
  record Made(String key, List<String> files, List<Finding> findings, List<Audit.Report> reports) {

    /** Keeps its own copies. */
    Made {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
      reports = List.copyOf(reports);
    }
  }

  /** What was read of a letter. */
  private record Said(String key, Packed words) {}

  /** How a file looked when it was written; whoever changes it changes this. */
  private record Stamp(long size, long changed) {

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Stamp(
          attributes.isRegularFile() ? attributes.size() : -1,
          attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }
  }

  private final Path folder;
  private final Path file;
  private final String program;
  private final Map<String, Made> last = new HashMap<>();
  private final Map<String, Stamp> stamps = new HashMap<>();
  private final Map<String, Made> now = new ConcurrentHashMap<>();
  private final Map<String, Said> known = new ConcurrentHashMap<>();

  private LastRun(Path folder) throws IOException {
    this.folder = folder;
    this.program = Keys.program();
    this.file = folder.resolveSibling("." + folder.getFileName() + ".made");
  }

  /**
   * Begins with what the last run has left.
   *
   * @param folder the output folder
   * @param forget whether to begin with nothing
   * @throws IOException where the program's own files can't be looked at
   */
  static LastRun of(Path folder, boolean forget) throws IOException {
    LastRun run = new LastRun(folder);
    if (!forget && Files.isRegularFile(run.file)) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(run.file)))) {
        run.read(in);
      } catch (IOException | RuntimeException damaged) {
        run.last.clear();
        run.known.clear();
      }
    }
    return run;
  }

  /**
   * What the last run made under that name, where it would be the same today and its files are as
   * it left them.
   */
  Optional<Made> unchanged(String name, String key) {
    return Optional.ofNullable(last.get(name))
        .filter(made -> made.key().equals(key))
        .filter(made -> made.files().stream().allMatch(this::isAsLeft));
  }

  private boolean isAsLeft(String path) {
    try {
      return Stamp.of(folder.resolve(path)).equals(stamps.get(path));
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public String said(String name, String key, Supplier<String> read) {
    String all = program + key;
    Said said = known.get(name);
    if (said != null && said.key().equals(all)) {
      try {
        return new String(said.words().bytes(), UTF_8);
      } catch (UncheckedIOException damaged) {
        // As if it had never been read.
      }
    }
    String words = read.get();
    known.put(name, new Said(all, Packed.of(words.getBytes(UTF_8))));
    return words;
  }

  /** Remembers what this run has made, or has found to stand. */
  void keep(String name, Made made) {
    // A mend is an exact change of a text, and only what is wrong with a text has mends.
    if (made.findings().stream().allMatch(finding -> finding.fixes().isEmpty())) {
      now.put(name, made);
    }
  }

  /**
   * Writes down what stands in the output folder now; what this run didn't touch stays known. Where
   * that can't be written, the edition is none the worse: the next run makes everything anew.
   */
  void write() {
    try {
      writeAll();
    } catch (IOException e) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException also) {
        // What it says of files that have changed since is not believed.
      }
    }
  }

  private void writeAll() throws IOException {
    Map<String, Made> all = new TreeMap<>(last);
    all.putAll(now);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(next)))) {
      string(FORM, out);
      out.writeInt(all.size());
      for (Map.Entry<String, Made> one : all.entrySet()) {
        string(one.getKey(), out);
        write(one.getValue(), now.containsKey(one.getKey()), out);
      }
      out.writeInt(known.size());
      for (Map.Entry<String, Said> one : new TreeMap<>(known).entrySet()) {
        string(one.getKey(), out);
        string(one.getValue().key(), out);
        bytes(one.getValue().words().deflated(), out);
      }
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void write(Made made, boolean fresh, DataOutputStream out) throws IOException {
    string(made.key(), out);
    out.writeInt(made.files().size());
    for (String path : made.files()) {
      Path written = folder.resolve(path);
      Stamp stamp =
          fresh && Files.exists(written)
              ? Stamp.of(written)
              : stamps.getOrDefault(path, new Stamp(-1, 0));
      string(path, out);
      out.writeLong(stamp.size());
      out.writeLong(stamp.changed());
    }
    write(made.findings(), out);
    out.writeInt(made.reports().size());
    for (Audit.Report report : made.reports()) {
      string(report.product(), out);
      out.writeInt(report.words());
      out.writeInt(report.notes());
      out.writeInt(report.declared().size());
      for (Map.Entry<String, Integer> rule : report.declared().entrySet()) {
        string(rule.getKey(), out);
        out.writeInt(rule.getValue());
      }
      write(report.findings(), out);
    }
  }

  private static void write(List<Finding> findings, DataOutputStream out) throws IOException {
    out.writeInt(findings.size());
    for (Finding finding : findings) {
      string(finding.code(), out);
      string(finding.severity().name(), out);
      string(finding.location().file(), out);
      out.writeInt(finding.location().line());
      out.writeInt(finding.location().column());
      out.writeInt(finding.location().length());
      string(finding.title(), out);
      out.writeInt(finding.arguments().size());
      for (Map.Entry<String, String> argument : finding.arguments().entrySet()) {
        string(argument.getKey(), out);
        string(argument.getValue(), out);
      }
    }
  }

  /** Of any length, which {@code writeUTF} is not. */
  private static void string(String text, DataOutputStream out) throws IOException {
    bytes(text.getBytes(UTF_8), out);
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String string(DataInputStream in) throws IOException {
    return new String(bytes(in), UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private void read(DataInputStream in) throws IOException {
    if (!string(in).equals(FORM)) {
      return;
    }
    for (int left = in.readInt(); left > 0; left--) {
      String name = string(in);
      String key = string(in);
      List<String> files = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        String path = string(in);
        files.add(path);
        stamps.put(path, new Stamp(in.readLong(), in.readLong()));
      }
      List<Finding> findings = findings(in);
      List<Audit.Report> reports = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        String product = string(in);
        int words = in.readInt();
        int notes = in.readInt();
        Map<String, Integer> declared = new TreeMap<>();
        for (int rules = in.readInt(); rules > 0; rules--) {
          declared.put(string(in), in.readInt());
        }
        reports.add(new Audit.Report(product, words, notes, declared, findings(in)));
      }
      last.put(name, new Made(key, files, findings, reports));
    }
    for (int left = in.readInt(); left > 0; left--) {
      known.put(string(in), new Said(string(in), Packed.again(bytes(in))));
    }
  }

  private static List<Finding> findings(DataInputStream in) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String code = string(in);
      Severity severity = Severity.valueOf(string(in));
      Location location = new Location(string(in), in.readInt(), in.readInt(), in.readInt());
      String title = string(in);
      Map<String, String> arguments = new TreeMap<>();
      for (int more = in.readInt(); more > 0; more--) {
        arguments.put(string(in), string(in));
      }
      findings.add(Finding.of(code, severity, location, arguments, List.of()).in(title));
    }
    return findings;
  }
}
