/**
 * What only all files of an edition together can show. {@link
 * org.letterpress.validate.corpus.FactsReader} takes down the facts of a file while it is parsed;
 * {@link org.letterpress.validate.corpus.CorpusChecks} turns the facts of all files into findings.
 */
package org.letterpress.validate.corpus;
