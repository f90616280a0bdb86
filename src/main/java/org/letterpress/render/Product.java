package org.letterpress.render;

import java.util.List;
import org.letterpress.finding.Finding;

/**
 * A finished file of an edition.
 *
 * @param path where it goes, from the output folder, with {@code /}
 * @param content its bytes
 * @param findings what went wrong in the making without stopping it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, not compared
public record Product(String path, byte[] content, List<Finding> findings) {

  /** Keeps its own copy of the findings. */
  public Product {
    findings = List.copyOf(findings);
  }
}
