/** The corpus as immutable records: the edition, its letters, its register entries. */
package org.letterpress.model;
