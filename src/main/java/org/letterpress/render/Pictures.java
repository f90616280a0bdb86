package org.letterpress.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.letterpress.model.Corpus;
import org.letterpress.model.Letter;
import org.letterpress.xml.RealFile;

/**
 * The pictures that letters and the edition's prose name, as far as they truly lie in the edition's
 * folder. They are copied beside the pages; nothing is fetched from elsewhere.
 */
public final class Pictures {

  private static final String FOLDER = "pictures/";
  private static final int LARGEST = 64 << 20;

  /** Formats that every browser shows and that hold no code or references of their own. */
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp");

  /** How the files of these formats begin, and the ending that tells what they are. */
  private static final Map<String, String> BEGINNINGS =
      Map.of("\u0089PNG", ".png", "\u00ff\u00d8\u00ff", ".jpg", "GIF8", ".gif", "RIFF", ".webp");

  private final Path root;

  /** Each file by its path in the output, and the same by its path in an e-book. */
  private final Map<String, Path> files = new TreeMap<>();

  private final Map<String, Path> inBooks = new TreeMap<>();

  /** The path in the output by the file that names the picture and the address there. */
  private final Map<String, String> named = new TreeMap<>();

  private final Map<String, String> namedInBooks = new TreeMap<>();

  /**
   * Looks for them.
   *
   * @param root the edition's folder
   */
  Pictures(Corpus corpus, Path root) {
    this.root = root.toAbsolutePath().normalize();
    for (Letter letter : corpus.letters()) {
      add(letter.file().path(), letter.pictures().stream());
    }
    XdmNode document = corpus.document();
    add("edition.xml", addresses(document, "graphic", "url"));
    document
        .select(Steps.descendant("letter"))
        .forEach(letter -> add(letter.attribute("file"), addresses(letter, "facsimile", "target")));
  }

  /** An edition without pictures. */
  Pictures() {
    this.root = Path.of("");
  }

  /** For the stylesheets: path in the output by the file and the address, with a space between. */
  XdmMap named() {
    return XdmMap.makeMap(named);
  }

  /** The same with the paths in an e-book: plain characters, and an ending that is true. */
  XdmMap namedInBooks() {
    return XdmMap.makeMap(namedInBooks);
  }

  /** The files to be copied. */
  Stream<Product> products() {
    return files.keySet().stream()
        .flatMap(path -> content(path).map(all -> new Product(path, all, List.of())).stream());
  }

  /** A picture as it is now, by its path in the output; none where it has gone. */
  Optional<byte[]> content(String path) {
    return content(files.get(path));
  }

  /** The same by its path in an e-book. */
  Optional<byte[]> inBook(String path) {
    return content(inBooks.get(path));
  }

  private Optional<byte[]> content(Path file) {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(RealFile.read(file, List.of(root.toRealPath()), LARGEST));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static Stream<String> addresses(XdmNode node, String element, String attribute) {
    return node.select(Steps.descendant(element).then(Steps.attribute(attribute)))
        .map(XdmItem::getStringValue);
  }

  private void add(String source, Stream<String> addresses) {
    addresses.forEach(address -> add(source, address));
  }

  /** Whether a file may be a picture, by its name. */
  public static boolean isPicture(String address) {
    return ENDINGS.contains(
        address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private void add(String source, String address) {
    String key = source + " " + address;
    if (named.containsKey(key) || !isPicture(address) || address.contains(":")) {
      return;
    }
    try {
      Path file = RealFile.named(root, source, address);
      String begin = new String(RealFile.read(file, List.of(root.toRealPath()), 4), ISO_8859_1);
      Optional<String> kind =
          BEGINNINGS.keySet().stream().filter(begin::startsWith).findFirst().map(BEGINNINGS::get);
      if (file.startsWith(root) && kind.isPresent()) {
        List<String> steps = steps(root.relativize(file));
        String path =
            FOLDER + steps.stream().map(Pictures::encoded).collect(Collectors.joining("/"));
        files.put(FOLDER + String.join("/", steps), file);
        named.put(key, path);
        // EPUBCheck warns of names with spaces, and of endings that are not the file's own.
        String plain = path.replace('%', '~').replace("*", "~2A");
        String inBook = plain.endsWith(kind.get()) ? plain : plain + kind.get();
        inBooks.put(inBook, file);
        namedInBooks.put(key, inBook);
      }
    } catch (IOException | IllegalArgumentException notThere) {
      // A page says in words what it can't show.
    }
  }

  private static List<String> steps(Path path) {
    return StreamSupport.stream(path.spliterator(), false).map(Path::toString).toList();
  }

  private static String encoded(String step) {
    return URLEncoder.encode(step, UTF_8).replace("+", "%20");
  }
}
