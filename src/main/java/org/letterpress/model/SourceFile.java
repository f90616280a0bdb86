package org.letterpress.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import org.letterpress.finding.Sha256;

/**
 * A well-formed file of the edition. Of thousands not all trees have room in memory: the bytes are
 * kept, packed, and the tree may be let go and made again of them.
 */
public final class SourceFile {

  private final String path;
  private final Packed packed;
  private final String digest;
  private final Function<byte[], XdmNode> parse;
  private final Soft<XdmNode> tree;

  /**
   * A file whose tree is never let go.
   *
   * @param path where it lies, from the edition's folder, with {@code /} between folders
   * @param content its bytes as they were read
   * @param tree its document node, with line numbers
   */
  public SourceFile(String path, byte[] content, XdmNode tree) {
    this(path, Packed.of(content), Sha256.hex(content), tree, bytes -> tree);
  }

  /**
   * A file whose tree is made when it is first asked for.
   *
   * @param parse makes the tree of the bytes, each time the same, and holds on to none
   */
  public SourceFile(String path, byte[] content, Function<byte[], XdmNode> parse) {
    this(path, Packed.of(content), Sha256.hex(content), null, parse);
  }

  private SourceFile(
      String path, Packed packed, String digest, XdmNode tree, Function<byte[], XdmNode> parse) {
    this.path = path;
    this.packed = packed;
    this.digest = digest;
    this.parse = parse;
    this.tree = new Soft<>(tree, () -> parse.apply(content()));
  }

  /** The same file with a tree that has been made of it already. */
  public SourceFile with(XdmNode made) {
    return new SourceFile(path, packed, digest, made, parse);
  }

  /** Where it lies, from the edition's folder, with {@code /} between folders. */
  public String path() {
    return path;
  }

  /** Its bytes as they were read. */
  public byte[] content() {
    return packed.bytes();
  }

  /** The digest of its bytes (SHA-256), in hexadecimal. */
  public String digest() {
    return digest;
  }

  /**
   * Its document node, with line numbers; another may be given later, so that nodes of one call are
   * not to be compared with nodes of another.
   */
  public XdmNode tree() {
    return tree.get();
  }

  /** The number of a node, the same in each tree of this file. */
  static int number(XdmNode node) {
    return ((TinyNodeImpl) node.getUnderlyingNode()).getNodeNumber();
  }

  /** Its elements of these numbers, in one tree. */
  Letter.Source source(int element, List<Integer> without) {
    XdmNode tree = tree();
    return new Letter.Source(
        node(tree, element),
        without.stream()
            .map(number -> node(tree, number))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** The node of a number in one of its trees. */
  static XdmNode node(XdmNode tree, int number) {
    return new XdmNode(((TinyNodeImpl) tree.getUnderlyingNode()).getTree().getNode(number));
  }
}
