package org.letterpress.model;

import net.sf.saxon.s9api.XdmNode;

/**
 * A well-formed file of the edition.
 *
 * @param path where it lies, from the edition's folder, with {@code /} between folders
 * @param content its bytes as they were read
 * @param tree its document node, with line numbers
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; bytes are handed on, not changed
public record SourceFile(String path, byte[] content, XdmNode tree) {}
