/** RELAX NG: what a grammar forbids of a document, said so that an editor can mend it. */
package org.letterpress.validate.grammar;
