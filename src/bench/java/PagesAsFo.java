import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import org.letterpress.model.Corpus;
import org.letterpress.model.CorpusReader;
import org.letterpress.model.Letter;
import org.letterpress.model.SourceFile;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

/**
 * Writes the XSL-FO of a folder's letters, less the marks that only our press knows, so that FOP
 * alone can set them: {@code PagesAsFo FOLDER INTO}.
 */
public final class PagesAsFo {

  private PagesAsFo() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    Xml xml = new Xml();
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.filter(one -> one.toString().endsWith(".xml")).sorted().toList()) {
        String name = root.relativize(path).toString();
        byte[] content = Files.readAllBytes(path);
        if (xml.parse(content, name) instanceof Parsed.Tree tree) {
          files.add(new SourceFile(name, content, tree.document()));
        }
      }
    }
    Corpus corpus = new CorpusReader(xml).read(files, "Letters");
    Path into = Files.createDirectories(Path.of(arguments[1]));
    for (Letter letter : corpus.letters()) {
      Files.writeString(into.resolve(letter.id() + ".fo"), pages(xml, corpus, letter.normalised()));
    }
  }

  private static String pages(Xml xml, Corpus corpus, XdmNode letter) throws SaxonApiException {
    Xslt30Transformer transformer = xml.stylesheet(Xml.XSLT + "fo.xsl").load30();
    transformer.setStylesheetParameters(Map.of(new QName("corpus"), corpus.document()));
    transformer.setInitialMode(new QName("urn:letterpress:modes", "letter"));
    transformer.setGlobalContextItem(letter);
    String fo = transformer.applyTemplates(letter).itemAt(0).toString();
    return fo.replaceAll("(?s)<lp:pages[^>]*>.*?</lp:pages>", "")
        .replaceAll(" lp:[a-z]+=\"[^\"]*\"", "")
        .replaceAll("role=\"Art [^\"]*\"", "role=\"Art\"")
        .replaceAll("role=\"Span [^\"]*\"", "role=\"Span\"");
  }
}
