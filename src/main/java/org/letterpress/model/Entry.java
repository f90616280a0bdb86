package org.letterpress.model;

import java.util.Map;
import java.util.Optional;
import net.sf.saxon.s9api.XdmNode;

/**
 * An entry of a register.
 *
 * @param id its {@code xml:id}, to which names in the letters refer
 * @param kind {@code person}, {@code place}, {@code org}, {@code event} or {@code work}
 * @param label the name as it is read
 * @param encoding the register's own element; none where a volume only lists the name
 */
public record Entry(String id, String kind, String label, Optional<Encoding> encoding) {

  /**
   * As the corpus document has it.
   *
   * @param encodings the registers' elements by their ids
   */
  static Entry of(XdmNode entry, Map<String, Encoding> encodings) {
    String id = CorpusReader.attribute(entry, "id");
    return new Entry(
        id,
        CorpusReader.attribute(entry, "kind"),
        CorpusReader.attribute(entry, "label"),
        Optional.ofNullable(encodings.get(id)));
  }
}
