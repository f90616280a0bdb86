package org.letterpress.validate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The findings of one file. After so many that nobody reads them one more says so, and the rest is
 * dropped: a hostile file would fill the memory with them.
 */
final class FewFindings extends AbstractList<Finding> {

  /** So many are kept. */
  static final int MOST = 1000;

  private final String file;
  private final List<Finding> kept = new ArrayList<>();

  FewFindings(String file) {
    this.file = file;
  }

  /** A handler that sees events only for as long as there is room for its findings. */
  ContentHandler whileFew(ContentHandler handler) {
    XMLFilterImpl filter =
        new XMLFilterImpl() {
          @Override
          public void startElement(String uri, String name, String qName, Attributes attributes)
              throws SAXException {
            if (size() > MOST) {
              setContentHandler(null);
            }
            super.startElement(uri, name, qName, attributes);
          }
        };
    filter.setContentHandler(handler);
    return filter;
  }

  @Override
  public void add(int index, Finding finding) {
    if (kept.size() < MOST) {
      kept.add(index, finding);
    } else if (kept.size() == MOST) {
      kept.add(
          Finding.of(
              "findings-many",
              Severity.ERROR,
              Location.of(file),
              Map.of("most", String.valueOf(MOST)),
              List.of()));
    }
  }

  @Override
  public Finding get(int index) {
    return kept.get(index);
  }

  @Override
  public int size() {
    return kept.size();
  }
}
