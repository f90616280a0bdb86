package org.letterpress.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.lib.UnparsedTextURIResolver;
import net.sf.saxon.s9api.streams.Steps;
import net.sf.saxon.trans.XPathException;
import org.xml.sax.InputSource;

/**
 * What somebody else's schema or rules may read: files that really lie in certain folders or below
 * them, and the program's own schemas by the names in {@code schema/catalog.xml}. Nothing comes
 * from the network, through a link that leads out, or with a DTD.
 */
public final class AllowedFiles implements ResourceResolver, UnparsedTextURIResolver {

  /** Where the program's own schemas lie on the class path. */
  public static final String SCHEMAS = "classpath:/org/letterpress/schema/";

  /** No schema is larger; all of TEI has 1 MB. */
  private static final int LARGEST = 32 * 1024 * 1024;

  /** A file that may not be read, whether it is there or not. */
  public static final class Outside extends IOException {
    private static final long serialVersionUID = 1L;

    private Outside(String file) {
      super(file + " lies outside the folder and is not read");
    }
  }

  /** A reference that is no address at all (RFC 3986), such as one with a space. */
  public static final class NoAddress extends IOException {
    private static final long serialVersionUID = 1L;

    private NoAddress(String reference, URISyntaxException cause) {
      super(
          "\"" + reference + "\" is no address: write %20 for a space and / between folders",
          cause);
    }
  }

  private final Path shownFrom;
  private final List<Path> folders;
  private final Map<String, String> catalog;

  /**
   * Opens folders.
   *
   * @param shownFrom the folder from which messages name files
   * @param folders those whose files may be read; folders that are not there are passed over
   */
  public AllowedFiles(Xml xml, Path shownFrom, List<Path> folders) throws IOException {
    this.shownFrom = shownFrom.toRealPath();
    List<Path> real = new ArrayList<>();
    for (Path folder : folders) {
      real.add(folder.toRealPath());
    }
    this.folders = List.copyOf(real);
    this.catalog = catalog(xml);
  }

  private static Map<String, String> catalog(Xml xml) {
    String file = SCHEMAS + "catalog.xml";
    if (!(xml.parse(Xml.resource(file), file) instanceof Parsed.Tree tree)) {
      throw new IllegalStateException("The program's catalog is not well-formed");
    }
    return tree.document().select(Steps.descendant("uri")).asListOfNodes().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.attribute("name"), entry -> SCHEMAS + entry.attribute("uri")));
  }

  /**
   * The absolute address of a reference. A path that ends in that of one of the program's own
   * schemas, such as {@code ../../schema/letter.rnc}, and leads to no file that may be read, means
   * the program's.
   *
   * @param base the absolute address of the file that holds the reference, or null
   * @throws NoAddress where it is no address at all
   */
  public String resolve(String base, String reference) throws NoAddress {
    String name = catalog.get(reference);
    if (name != null) {
      return name;
    }
    String absolute;
    try {
      URI uri = new URI(reference);
      absolute = base == null ? uri.toString() : new URI(base).resolve(uri).toString();
    } catch (URISyntaxException e) {
      throw new NoAddress(reference, e);
    }
    if (!isReadable(absolute)) {
      for (String own : catalog.values()) {
        String path = "/schema/" + own.substring(SCHEMAS.length());
        if (absolute.startsWith("file:") && absolute.endsWith(path)) {
          return own;
        }
      }
    }
    return absolute;
  }

  private boolean isReadable(String uri) {
    try {
      return uri.startsWith(SCHEMAS) || Files.isRegularFile(path(uri));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The bytes of a file.
   *
   * @param uri absolute
   * @throws Outside where it may not be read
   * @throws NoSuchFileException where it is not there
   */
  public byte[] read(String uri) throws IOException {
    if (uri.startsWith(SCHEMAS)) {
      try {
        return Xml.resource(uri);
      } catch (IllegalStateException e) {
        throw outside(uri, e);
      }
    }
    Path file = path(uri);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(shown(uri), null, "is no file");
    }
    byte[] content = RealFile.read(file, folders, LARGEST + 1);
    if (content.length > LARGEST) {
      throw new IOException(shown(uri) + " is too large for a schema.");
    }
    return content;
  }

  /** The real file of an address; outside where its folder may not be read. */
  private Path path(String uri) throws IOException {
    Path file;
    try {
      URI address = new URI(uri);
      if (!"file".equals(address.getScheme()) || address.getPath() == null) {
        throw new Outside(uri);
      }
      file = Path.of(new URI("file", null, address.getPath(), null)).normalize();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw outside(uri, e);
    }
    Path real = Files.exists(file) ? file.toRealPath() : realParent(file);
    if (folders.stream().noneMatch(real::startsWith)) {
      throw new Outside(fromHere(real, near(real)));
    }
    return real;
  }

  /** Where a file that is not there would be. */
  private static Path realParent(Path file) throws IOException {
    Path there = file;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(file));
  }

  private static Outside outside(String uri, Exception cause) {
    Outside outside = new Outside(uri);
    outside.initCause(cause);
    return outside;
  }

  /** Whether a file and the folder that messages start from have more in common than the root. */
  private boolean near(Path real) {
    return real.getNameCount() > 0
        && shownFrom.getNameCount() > 0
        && Objects.equals(real.getRoot(), shownFrom.getRoot())
        && real.getName(0).equals(shownFrom.getName(0));
  }

  private String fromHere(Path real, boolean relative) {
    Path path = relative ? shownFrom.relativize(real) : real;
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** An address as messages name it: a path from where the user stands, if it lies below. */
  public String shown(String uri) {
    if (!uri.startsWith("file:")) {
      return uri;
    }
    try {
      Path file = Path.of(new URI("file", null, new URI(uri).getPath(), null)).normalize();
      Path real = Files.exists(file) ? file.toRealPath() : file;
      return fromHere(real, real.startsWith(shownFrom));
    } catch (URISyntaxException | IllegalArgumentException | IOException e) {
      return uri;
    }
  }

  /** For Saxon: documents and modules, parsed with all doors shut. */
  @Override
  public Source resolve(ResourceRequest request) throws XPathException {
    try {
      byte[] content = read(request.uri);
      if (ResourceRequest.TEXT_NATURE.equals(request.nature)
          || ResourceRequest.BINARY_NATURE.equals(request.nature)) {
        return new StreamSource(new ByteArrayInputStream(content), request.uri);
      }
      InputSource source = new InputSource(new ByteArrayInputStream(content));
      source.setSystemId(request.uri);
      return new SAXSource(SafeParser.reader(), source);
    } catch (IOException e) {
      throw new XPathException(sentence(e), "FODC0002");
    }
  }

  /** For Saxon: plain text. */
  @Override
  public Reader resolve(URI uri, String encoding, Configuration configuration, boolean stable)
      throws XPathException {
    try {
      return new StringReader(SourceText.of(uri.toString(), read(uri.toString())).characters());
    } catch (IOException e) {
      throw new XPathException(sentence(e), "FOUT1170");
    } catch (SourceText.Undecodable e) {
      throw new XPathException(e.getMessage(), "FOUT1200");
    }
  }

  private static String sentence(IOException e) {
    return e instanceof NoSuchFileException missing
        ? "There is no file " + missing.getFile() + "."
        : e.getMessage();
  }
}
