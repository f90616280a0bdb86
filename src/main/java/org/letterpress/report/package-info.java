/**
 * Findings as people and machines read them: each format is a pure function of what was judged and
 * what was found, with no clock and no machine in it.
 */
package org.letterpress.report;
