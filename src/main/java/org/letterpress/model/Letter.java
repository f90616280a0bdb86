package org.letterpress.model;

import net.sf.saxon.s9api.XdmNode;

/**
 * A letter of the edition.
 *
 * @param id its name in the edition: the stem of its files, the last step of its address
 * @param title as its header has it
 * @param lang BCP 47
 * @param file the file that it stands in
 * @param normalised the normalised letter, in {@code lp:letter}
 */
public record Letter(String id, String title, String lang, SourceFile file, XdmNode normalised) {}
