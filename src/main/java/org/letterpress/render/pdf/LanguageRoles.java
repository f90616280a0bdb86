package org.letterpress.render.pdf;

import java.util.Locale;
import org.apache.fop.accessibility.StructureTreeElement;
import org.apache.fop.accessibility.StructureTreeEventHandler;
import org.apache.fop.pdf.PDFStructElem;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Gives phrases their language. FOP passes the language of blocks on to the structure tree and
 * drops that of inlines, so the stylesheet says it after the role: {@code role="Span ru"}. So it
 * does with the names of letters and notes.
 */
final class LanguageRoles implements StructureTreeEventHandler {

  private final StructureTreeEventHandler tree;

  /** Goes between FOP and the builder of the structure tree. */
  LanguageRoles(StructureTreeEventHandler tree) {
    this.tree = tree;
  }

  @Override
  public StructureTreeElement startNode(
      String name, Attributes attributes, StructureTreeElement parent) {
    int at = attributes.getIndex("role");
    String role = at < 0 ? "" : attributes.getValue(at);
    int space = role.indexOf(' ');
    if (space < 0) {
      return tree.startNode(name, attributes, parent);
    }
    AttributesImpl plain = new AttributesImpl(attributes);
    plain.setValue(at, role.substring(0, space));
    StructureTreeElement element = tree.startNode(name, plain, parent);
    if (element instanceof PDFStructElem structure) {
      String more = role.substring(space + 1);
      boolean isName = role.startsWith("Art ") || role.startsWith("Reference ");
      structure.put(isName ? "T" : "Lang", more);
    }
    return element;
  }

  @Override
  public void startPageSequence(Locale locale, String role) {
    tree.startPageSequence(locale, role);
  }

  @Override
  public void endNode(String name) {
    tree.endNode(name);
  }

  @Override
  public StructureTreeElement startImageNode(
      String name, Attributes attributes, StructureTreeElement parent) {
    return tree.startImageNode(name, attributes, parent);
  }

  @Override
  public StructureTreeElement startReferencedNode(
      String name, Attributes attributes, StructureTreeElement parent) {
    return tree.startReferencedNode(name, attributes, parent);
  }

  @Override
  public void endPageSequence() {
    tree.endPageSequence();
  }
}
