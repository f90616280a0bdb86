/** The only room with a parser or a Saxon processor: safe parsing, compiled stylesheets. */
package org.letterpress.xml;
