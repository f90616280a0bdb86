package org.letterpress.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.ma.map.Shape;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.str.StringView;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;
import net.sf.saxon.value.SequenceExtent;
import org.letterpress.xml.Xml;

/**
 * The elements of a file that the letter schema's rules look up, found in one walk through the
 * arrays of its tree instead of one walk for each rule.
 */
final class Named {

  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** How the stylesheet made of the rules looks up a name; that of an attribute has an @. */
  private static final Pattern LOOK_UP = Pattern.compile("\\$fp:named\\('(?<name>[^']+)'\\)");

  private final Map<Integer, Integer> elements = new HashMap<>();
  private final Map<Integer, Integer> attributes = new HashMap<>();
  private final Shape shape;

  /**
   * Learns what is looked up.
   *
   * @param stylesheet what was made of the rules
   */
  Named(Xml xml, String stylesheet) {
    NamePool pool = xml.processor().getUnderlyingConfiguration().getNamePool();
    Set<String> all = new LinkedHashSet<>();
    for (Matcher found = LOOK_UP.matcher(stylesheet); found.find(); ) {
      String name = found.group("name");
      if (all.add(name)) {
        boolean isElement = !name.startsWith("@");
        String uri = isElement ? TEI : name.startsWith("@xml:") ? XML : "";
        String local = name.replaceFirst("^@(xml:)?", "");
        (isElement ? elements : attributes)
            .put(pool.allocateFingerprint(NamespaceUri.of(uri), local), all.size() - 1);
      }
    }
    this.shape = new Shape(all.stream().map(StringView::of).toArray(UnicodeString[]::new));
  }

  /** The elements of each name, and those that have each attribute, in the order of the file. */
  XdmMap of(XdmNode file) {
    TinyTree tree = ((TinyNodeImpl) file.getUnderlyingNode()).getTree();
    List<List<NodeInfo>> found = new ArrayList<>(Collections.nCopies(shape.size(), List.of()));
    byte[] kinds = tree.getNodeKindArray();
    int[] names = tree.getNameCodeArray();
    for (int i = 0; i < tree.getNumberOfNodes(); i++) {
      // An element that holds nothing but text is of a kind of its own.
      if (kinds[i] == Type.ELEMENT || kinds[i] == Type.TEXTUAL_ELEMENT) {
        add(elements.get(names[i] & NamePool.FP_MASK), tree, i, found);
      }
    }
    int[] attributeNames = tree.getAttributeNameCodeArray();
    int[] parents = tree.getAttributeParentArray();
    for (int i = 0; i < tree.getNumberOfAttributes(); i++) {
      add(attributes.get(attributeNames[i] & NamePool.FP_MASK), tree, parents[i], found);
    }
    return new XdmMap(
        shape.make(
            found.stream()
                .map(nodes -> SequenceExtent.makeSequenceExtent(nodes))
                .toArray(GroundedValue[]::new)));
  }

  private static void add(Integer slot, TinyTree tree, int node, List<List<NodeInfo>> found) {
    if (slot != null) {
      if (found.get(slot).isEmpty()) {
        found.set(slot, new ArrayList<>());
      }
      found.get(slot).add(tree.getNode(node));
    }
  }
}
