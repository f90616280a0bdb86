/** What an e-book is made of beside its pages: the container, the fonts, the cover. */
package org.letterpress.render.epub;
