/**
 * The proof that no word is lost: reads the TEI source and each finished product back as words,
 * punctuation, page breaks and note marks, and compares them; likewise a transcription and the TEI
 * that was made from it.
 */
package org.letterpress.audit;
