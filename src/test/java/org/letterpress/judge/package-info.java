/**
 * Judges of finished editions: each looks at what the program has made, as its readers and their
 * machines will, and never at how it was made.
 */
package org.letterpress.judge;
