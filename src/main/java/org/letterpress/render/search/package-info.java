/**
 * Search without a server: an index of what readers read, in blocks that a page loads as scripts.
 * What stands in the blocks is told in {@code docs/search.md}; {@code web/js/search/index.js} reads
 * them.
 */
package org.letterpress.render.search;
