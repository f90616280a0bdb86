package org.letterpress.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.render.Product;

/**
 * The output folder, which is either the last good edition or the next one, and never half of it.
 * The next one is written into a folder beside it, with all of the old that stays; then the two
 * change places. A run that is killed leaves the old edition, at worst under the name of the folder
 * {@code .NAME.old}, from which the next run takes it back.
 */
final class OutputFolder implements AutoCloseable {

  /** Lists what we wrote, a file a line, so that the next run knows what it may delete. */
  static final String MANIFEST = ".letterpress";

  private final Path folder;
  private final Path next;
  private final Path old;
  private final Path lockFile;
  private final FileChannel channel;
  private final FileLock lock;
  private final Map<String, Set<String>> added = new ConcurrentSkipListMap<>();
  private final Set<String> stands = new ConcurrentSkipListSet<>();

  /** Where one thread has failed, others may still be at work: they write nothing after the end. */
  private final ReadWriteLock writing = new ReentrantReadWriteLock();

  private boolean isClosed;

  private OutputFolder(
      Path folder, Path next, Path old, Path lockFile, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.next = next;
    this.old = old;
    this.lockFile = lockFile;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes hold of the folder, so that no other run writes it. Of a link it is the folder that the
   * link leads to; the link stays.
   *
   * @throws OutputFault where it can't be written or replaced, or another run holds it
   * @throws IOException where the folder above it can't be made
   */
  static OutputFolder open(Path output) throws IOException {
    Path named = output.toAbsolutePath().normalize();
    if (Files.isSymbolicLink(named) && !Files.exists(named)) {
      throw new OutputFault(null, "output.link", output);
    }
    Path folder = Files.isSymbolicLink(named) ? named.toRealPath() : named;
    Path parent = folder.getParent();
    if (parent == null || Files.isRegularFile(folder)) {
      throw new OutputFault(null, "output.no-folder", output);
    }
    Files.createDirectories(parent);
    if (Files.isDirectory(folder) && isMounted(folder, parent)) {
      throw new OutputFault(null, "output.fixed", folder);
    }
    String name = folder.getFileName().toString();
    Path lockFile = parent.resolve("." + name + ".lock");
    FileChannel channel;
    try {
      channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (FileSystemException e) {
      throw new OutputFault(e, "output.parent", output, parent);
    }
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    // Whoever held it last may have deleted the file between our opening and our locking it.
    if (lock == null || !Files.exists(lockFile)) {
      channel.close();
      throw new OutputFault(null, "output.held", output);
    }
    OutputFolder opened =
        new OutputFolder(
            folder,
            parent.resolve("." + name + ".next"),
            parent.resolve("." + name + ".old"),
            lockFile,
            channel,
            lock);
    opened.recover();
    return opened;
  }

  /** Whether a folder is a file system of its own: no other can take its place. */
  private static boolean isMounted(Path folder, Path parent) {
    try {
      return !Files.getFileStore(folder).equals(Files.getFileStore(parent));
    } catch (IOException unknown) {
      return false;
    }
  }

  private void recover() throws IOException {
    try {
      if (Files.exists(old) && !Files.exists(folder)) {
        Files.move(old, folder);
      }
      delete(old);
      delete(next);
    } catch (FileSystemException e) {
      release();
      throw new OutputFault(e, "output.left", e.getFile());
    }
  }

  /**
   * Writes a product into the next edition. Several threads may call this at once.
   *
   * @param part the part of the edition that it belongs to, a format's name
   */
  void add(String part, Product product) throws IOException {
    Path file = next.resolve(product.path());
    writing.readLock().lock();
    try {
      if (isClosed) {
        throw new ClosedFileSystemException();
      }
      Files.createDirectories(file.getParent());
      Files.write(file, product.content());
    } finally {
      writing.readLock().unlock();
    }
    added.computeIfAbsent(part, p -> new ConcurrentSkipListSet<>()).add(product.path());
  }

  /** Where the edition goes. */
  Path folder() {
    return folder;
  }

  /**
   * Counts a file as the next edition's: one that was added, or one of the last that stands.
   *
   * @param part the part of the edition that it belongs to, a format's name
   */
  void keep(String part, String path) {
    added.computeIfAbsent(part, p -> new ConcurrentSkipListSet<>()).add(path);
    if (!Files.exists(next.resolve(path))) {
      stands.add(path);
    }
  }

  /**
   * Leaves a file of the last edition as it is, for there is no other to take its place.
   *
   * @param part the part of the edition that it belongs to, a format's name
   * @return whether the last edition has it
   */
  boolean stays(String part, String path) throws IOException {
    boolean stays =
        manifest().getOrDefault(part, Set.of()).contains(path)
            && Files.isRegularFile(folder.resolve(path));
    if (stays) {
      keep(part, path);
    }
    return stays;
  }

  /** A part is this run's: what the last edition has of it goes, whatever is added. */
  void part(String part) {
    added.computeIfAbsent(part, p -> new ConcurrentSkipListSet<>());
  }

  /** A file of the last edition. */
  byte[] last(String path) {
    try {
      return Files.readAllBytes(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts the next edition in the place of the last, in one step. Each part that was added to
   * replaces the same part of the last edition; other parts, and files that are not ours, stay, and
   * folders keep the rights that they have.
   *
   * @throws OutputFault where the folder can't be replaced
   * @throws IOException where the next edition can't be written; in either case the last stays
   */
  void commit() throws IOException {
    Map<String, Set<String>> manifest = manifest();
    Set<String> gone =
        added.keySet().stream()
            .flatMap(part -> manifest.getOrDefault(part, Set.of()).stream())
            .collect(Collectors.toCollection(HashSet::new));
    added.values().forEach(gone::addAll);
    gone.removeAll(stands);
    gone.add(MANIFEST);
    Files.createDirectories(next);
    if (Files.isDirectory(folder)) {
      keep(gone);
    }
    manifest.putAll(added);
    Files.write(
        next.resolve(MANIFEST),
        manifest.entrySet().stream()
            .flatMap(part -> part.getValue().stream().map(file -> part.getKey() + "\t" + file))
            .toList(),
        UTF_8);
    swap();
  }

  private void swap() throws IOException {
    boolean had = Files.exists(folder);
    if (had) {
      try {
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        throw new OutputFault(e, "output.fixed", folder);
      }
    }
    try {
      Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (had) {
        Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    try {
      delete(old);
    } catch (IOException left) {
      // The new edition is in its place; the next run says what it can't delete.
    }
  }

  /** Carries over what stays; by hard link where the file system has them, else by copy. */
  private void keep(Collection<String> gone) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            try (Stream<Path> inside = Files.list(dir)) {
              if (inside.findAny().isEmpty()) {
                // It may mean something to others: a Git repository is none without them.
                Files.createDirectories(next.resolve(folder.relativize(dir)));
              } else if (!Files.isWritable(dir)) {
                // Once set aside it could not be deleted.
                throw new OutputFault(null, "output.shut", folder, dir);
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failed)
              throws IOException {
            Path kept = next.resolve(folder.relativize(dir));
            if (Files.isDirectory(kept)) {
              keepRights(dir, kept);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path path = folder.relativize(file);
            if (!gone.contains(path.toString().replace(path.getFileSystem().getSeparator(), "/"))) {
              Path kept = next.resolve(path);
              Files.createDirectories(kept.getParent());
              try {
                Files.createLink(kept, file);
              } catch (UnsupportedOperationException | IOException noLinks) {
                Files.copy(
                    file, kept, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** A folder that only some may enter stays so. */
  private static void keepRights(Path dir, Path kept) throws IOException {
    if (!dir.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    for (String owner : List.of("unix:uid", "unix:gid")) {
      Object had = Files.getAttribute(dir, owner);
      if (!had.equals(Files.getAttribute(kept, owner))) {
        try {
          Files.setAttribute(kept, owner, had);
        } catch (IOException notOurs) {
          // Only root may give a folder away; the group must be one of one's own.
        }
      }
    }
    Files.setAttribute(kept, "unix:mode", Files.getAttribute(dir, "unix:mode"));
  }

  private Map<String, Set<String>> manifest() throws IOException {
    Map<String, Set<String>> manifest = new TreeMap<>();
    Path file = folder.resolve(MANIFEST);
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file, UTF_8)) {
        String[] entry = line.split("\t", 2);
        if (entry.length == 2) {
          manifest.computeIfAbsent(entry[0], part -> new TreeSet<>()).add(entry[1]);
        }
      }
    }
    return manifest;
  }

  /** The names of the letters that the last edition holds. */
  Set<String> letters() throws IOException {
    return manifest().values().stream()
        .flatMap(Set::stream)
        .filter(file -> file.startsWith("letters/"))
        .map(file -> file.substring("letters/".length(), file.lastIndexOf('.')))
        .map(name -> name.replaceFirst("\\.diplomatic$", ""))
        .collect(Collectors.toSet());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failed)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    writing.writeLock().lock();
    try {
      isClosed = true;
      delete(next);
    } finally {
      writing.writeLock().unlock();
      release();
    }
  }

  private void release() throws IOException {
    Files.deleteIfExists(lockFile);
    lock.release();
    channel.close();
  }
}
