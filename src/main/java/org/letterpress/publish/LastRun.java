package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.letterpress.audit.Audit;
import org.letterpress.finding.Finding;
import org.letterpress.model.Packed;
import org.letterpress.model.Recall;
import org.letterpress.model.Records;

/**
 * What the last run made, and of what, so that the next need not make it again. It stands beside
 * the output folder, in the file {@code .NAME.made}; without it, or where it can't be read,
 * everything is made anew. Safe for use by several threads.
 */
final class LastRun implements Recall {

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

  /** What was found out, as {@link Records} has it, packed. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Known(String key, byte[] packed) {}

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

  /** All of it, as it is written down after the program's digest; what is packed comes last. */
  private record Memory(
      Map<String, Made> made, Map<String, Stamp> stamps, Map<String, Known> known) {}

  private final Path folder;
  private final Path file;
  private final String program;
  private final Map<String, Made> last = new HashMap<>();
  private final Map<String, Stamp> stamps = new HashMap<>();
  private final Map<String, Made> now = new ConcurrentHashMap<>();
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

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
      try {
        run.take(Files.readAllBytes(run.file));
      } catch (IOException damaged) {
        // As if there had been no last run.
      }
    }
    return run;
  }

  private void take(byte[] written) throws IOException {
    byte[] head = program.getBytes(US_ASCII);
    // What another build has written says nothing to this one.
    if (Arrays.mismatch(written, head) == head.length) {
      Memory memory =
          Records.read(Memory.class, Arrays.copyOfRange(written, head.length, written.length));
      last.putAll(memory.made());
      stamps.putAll(memory.stamps());
      known.putAll(memory.known());
    }
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
  public <T extends Record> Optional<T> known(String name, String key, Class<T> type) {
    asked.add(subject(name));
    Known known = this.known.get(name);
    if (known == null || !known.key().equals(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Records.read(type, Packed.again(known.packed()).bytes()));
    } catch (IOException | UncheckedIOException damaged) {
      return Optional.empty(); // as if it had never been found
    }
  }

  @Override
  public void keep(String name, String key, Record what) {
    asked.add(subject(name));
    known.put(name, new Known(key, Packed.of(Records.write(what)).deflated()));
  }

  /** What a name is about, behind the word that says what of it is known or was made. */
  private static String subject(String name) {
    return name.replaceFirst("^[^ /]*[ /]", "");
  }

  /** Remembers what this run has made, or has found to stand. */
  void keep(String name, Made made) {
    now.put(name, made);
  }

  /**
   * Writes down what stands in the output folder now, whether this run has touched it or not. Where
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
    Map<String, Made> made = new TreeMap<>(now);
    last.keySet().removeAll(now.keySet());
    last.forEach(
        (name, old) -> {
          if (old.files().stream().allMatch(this::isAsLeft)) {
            made.put(name, old);
          }
        });
    for (Made fresh : now.values()) {
      for (String path : fresh.files()) {
        if (Files.exists(folder.resolve(path))) {
          stamps.put(path, Stamp.of(folder.resolve(path)));
        }
      }
    }
    Set<String> stand =
        made.values().stream().flatMap(one -> one.files().stream()).collect(Collectors.toSet());
    stamps.keySet().retainAll(stand);
    // What stands may be wanted again; what else nobody has asked about isn't there any more.
    made.keySet().forEach(name -> asked.add(subject(name)));
    known.keySet().removeIf(name -> !asked.contains(subject(name)));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(next))) {
      out.write(program.getBytes(US_ASCII));
      Records.write(new Memory(made, stamps, new TreeMap<>(known)), out);
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
